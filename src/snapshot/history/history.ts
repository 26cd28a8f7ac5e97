import type { PlainDate } from '../../domain/calendar.ts';
import { newestExport } from '../provenance.ts';
import type { Publication, Snapshot } from '../snapshot.ts';

/** The publications whose changes lead to the one of a snapshot. */
export interface History {
  /** That one first, then what each was compared with. Of the last no changes are known. */
  readonly publications: readonly Publication[];
  /** Number of the last of them. */
  readonly start: number;
}

const known = new WeakMap<Snapshot, History>();

/** The history of the publication of a snapshot. */
export function historyOf(snapshot: Snapshot): History {
  const before = known.get(snapshot);
  if (before) return before;
  const byId = new Map(snapshot.publications.map((each) => [each.id, each]));
  const publications: Publication[] = [];
  let next = byId.get(snapshot.publication.id);
  while (next) {
    publications.push(next);
    next = next.comparedWith === null ? undefined : byId.get(next.comparedWith);
  }
  const history = { publications, start: publications.at(-1)?.id ?? snapshot.publication.id };
  known.set(snapshot, history);
  return history;
}

/** The publication of a number. */
export function publicationOf({ publications }: Snapshot, id: number): Publication {
  const publication = publications.find((each) => each.id === id);
  if (!publication) throw new Error(`publication ${id} is not there`);
  return publication;
}

/** The day that the data of a publication are of: that of its newest export, else of its newest source. */
export function dayOfData(publication: Publication): PlainDate {
  const days = publication.sources.map(({ datedOn }) => datedOn).toSorted();
  const day = newestExport(publication)?.datedOn ?? days.at(-1);
  if (day === undefined) throw new Error(`publication ${publication.id} has no source`);
  return day;
}
