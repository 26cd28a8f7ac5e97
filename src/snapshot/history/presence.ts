import type { PresenceRow } from '../../db/queries/changes.ts';
import type { Publication, Snapshot } from '../snapshot.ts';
import { historyOf, publicationOf } from './history.ts';

/** A time in which the registers did not have a certification. */
export interface Absence {
  /** The first publication without it. */
  readonly removed: Publication;
  /** The first one that has it again; null = it is still away. */
  readonly reappeared: Publication | null;
}

type Presences = readonly Pick<PresenceRow, 'kind' | 'publicationId'>[];

/** The first publication that has a certification: where history begins, when it was there by then. */
export function firstSeenIn(snapshot: Snapshot, presences: Presences): Publication {
  const created = presences.find(({ kind }) => kind === 'CREATED');
  return publicationOf(snapshot, created?.publicationId ?? historyOf(snapshot).start);
}

/** The last publication that has it: that of the snapshot, or the one before the one that lost it. */
export function lastSeenIn(snapshot: Snapshot, presences: Presences): Publication {
  const last = presences.at(-1);
  if (last?.kind !== 'REMOVED') return publicationOf(snapshot, snapshot.publication.id);
  const before = publicationOf(snapshot, last.publicationId).comparedWith;
  return publicationOf(snapshot, before ?? historyOf(snapshot).start);
}

/** When it was away, oldest first. */
export function absencesOf(snapshot: Snapshot, presences: Presences): Absence[] {
  return presences.flatMap(({ kind, publicationId }, place) => {
    if (kind !== 'REMOVED') return [];
    const back = presences[place + 1];
    return {
      removed: publicationOf(snapshot, publicationId),
      reappeared: back ? publicationOf(snapshot, back.publicationId) : null,
    };
  });
}
