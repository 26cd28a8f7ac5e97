import { attribution } from '../domain/provenance.ts';
import type { Publication, Snapshot, Source } from './snapshot.ts';

/** The publication that answers, with its sources. */
export function currentOf({ publication, publications }: Snapshot): Publication {
  const current = publications.find(({ id }) => id === publication.id);
  if (!current) throw new Error(`publication ${publication.id} is not there`);
  return current;
}

/** The newest of some sources; null when there is none. */
function newest(sources: readonly Source[]): Source | null {
  return sources.toSorted((a, b) => (a.datedOn < b.datedOn ? -1 : 1)).at(-1) ?? null;
}

/** The newest export of a publication; null when it holds none. */
export function newestExport({ sources }: Publication): Source | null {
  return newest(sources.filter(({ kind }) => kind === 'FEED'));
}

/** The mention that has to go with the figures of a publication. */
export function attributionOf(publication: Publication): string {
  const source = newestExport(publication) ?? newest(publication.sources);
  if (!source) throw new Error(`publication ${publication.id} has no source`);
  return attribution(source);
}
