import type { Bilingual } from '../domain/bilingual.ts';
import { frenchDate, parisDate } from '../domain/calendar.ts';
import { REGISTERS } from '../domain/certification/register-code.ts';
import { type MethodChoices, methodName } from '../domain/method.ts';
import { attribution, attributionOfExports, LICENCE } from '../domain/provenance.ts';
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

/** The newest export of each register that a publication holds, RNCP first. */
export function exportsOf({ sources }: Publication): readonly Source[] {
  return REGISTERS.flatMap(
    (register) =>
      newest(sources.filter((each) => each.kind === 'FEED' && each.register === register)) ?? [],
  );
}

/** The mention that has to go with the figures of a publication, with the day of each export. */
export function attributionOf(publication: Publication): string {
  const exports = exportsOf(publication);
  if (exports.length > 0) return attributionOfExports(exports);
  const source = newest(publication.sources);
  if (!source) throw new Error(`publication ${publication.id} has no source`);
  return attribution(source);
}

/** How to cite the figures of a publication. */
export function citationOf(publication: Publication, method: MethodChoices): Bilingual {
  const { id, publishedAt, demonstration } = publication;
  const day = parisDate(publishedAt);
  const source = attributionOf(publication);
  const licence = demonstration ? '' : ` ${LICENCE.name}.`;
  return {
    fr: `Débouchés, méthode ${methodName(method)}, publication ${id} du ${frenchDate(day)}. ${source}.${licence}`,
    en: `Débouchés, method ${methodName(method)}, publication ${id} of ${day}. ${source}.${licence}`,
  };
}
