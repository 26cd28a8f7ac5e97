import type { IncomingMessage } from 'node:http';
import type { PlainDate } from '../domain/calendar.ts';
import { methodName } from '../domain/method.ts';
import { type AskedPublication, publicationAsked } from '../snapshot/asked-publication.ts';
import type { Publication as KeptPublication, Snapshot } from '../snapshot/snapshot.ts';
import type { SnapshotStore } from '../snapshot/store.ts';

/** What HTTP needs to know of a publication. */
export interface Publication {
  readonly id: number;
  readonly publishedAt: Date;
  readonly demonstration: boolean;
  /** Name of the method of its figures: what was answered by another one is another answer. */
  readonly method: string;
  /** When a survey was last erased, in ms; 0 = never. What was answered before of any publication is no answer any more. */
  readonly lastErasure: number;
}

/** The header by which a publication is opened that is held. */
export const TOKEN_HEADER = 'x-publication-token';

/** The token of a request; null without one. */
export function tokenOf({ headers }: Pick<IncomingMessage, 'headers'>): string | null {
  const given = headers[TOKEN_HEADER];
  return typeof given === 'string' && given !== '' ? given : null;
}

/** Tells what is served from all else that is ever served under the same number, by another database. */
export function publicationKey({
  id,
  publishedAt,
  method,
  lastErasure,
}: Pick<Publication, 'id' | 'publishedAt' | 'method' | 'lastErasure'>): string {
  return `${id} ${publishedAt.getTime()} ${method}${lastErasure > 0 ? ` ${lastErasure}` : ''}`;
}

/** What an answer is of: a publication, and the day that stands for today in it. */
export interface AnswerMoment {
  readonly publication: Publication;
  readonly today: PlainDate;
}

/** Gives what an answer is of, as far as the current snapshot knows; null where that is to be found out. */
export type MomentOfAsked = (asked: AskedPublication | null) => AnswerMoment | null;

/** Makes a `MomentOfAsked`. Of a publication that is asked for its own day stands for today. */
export function momentsOfAsked(store: SnapshotStore, today: () => PlainDate): MomentOfAsked {
  return (asked) => {
    const { current } = store;
    if (!current) return null;
    if (asked === null) return { publication: publicationOf(current), today: today() };
    if ('token' in asked) return null;
    try {
      const found = publicationAsked(current, asked);
      return { publication: pastPublication(found, current), today: found.datedOn };
    } catch {
      // Told by who answers.
      return null;
    }
  };
}

const past = new WeakMap<KeptPublication, Publication>();

function pastPublication(found: KeptPublication, current: Snapshot): Publication {
  if (found.id === current.publication.id) return publicationOf(current);
  const publication = past.get(found) ?? {
    ...{ id: found.id, publishedAt: found.publishedAt, demonstration: found.demonstration },
    method: methodName(current.method),
    lastErasure: current.surveys.lastErasure,
  };
  past.set(found, publication);
  return publication;
}

const known = new WeakMap<Snapshot, Publication>();

/** What HTTP needs to know of the publication of a snapshot: always the same object. */
export function publicationOf(snapshot: Snapshot): Publication {
  let publication = known.get(snapshot);
  if (!publication) {
    const { id, publishedAt, demonstration } = snapshot.publication;
    publication = {
      ...{ id, publishedAt, demonstration },
      method: methodName(snapshot.method),
      lastErasure: snapshot.surveys.lastErasure,
    };
    known.set(snapshot, publication);
  }
  return publication;
}
