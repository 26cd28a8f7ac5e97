import type { Source } from '../snapshot.ts';

/** Gives of a source that a row was read from the one that it is of in the publication. */
export type ServedSource = (sourceId: number) => number;

/**
 * Rows stay when later exports say the same: in a publication what was read from any export is of the
 * export of that register that the publication has. Supplements are themselves.
 */
export function servedSources(
  sources: ReadonlyMap<number, Source>,
  published: readonly Source[],
): ServedSource {
  const exportOf = new Map(
    published.flatMap(({ kind, register, id }) => (kind === 'FEED' ? [[register, id]] : [])),
  );
  return (sourceId) => {
    const source = sources.get(sourceId);
    return source?.kind === 'FEED' ? (exportOf.get(source.register) ?? sourceId) : sourceId;
  };
}
