import { methodName } from '../domain/method.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** What HTTP needs to know of a publication. */
export interface Publication {
  readonly id: number;
  readonly publishedAt: Date;
  readonly demonstration: boolean;
  /** Name of the method of its figures: what was answered by another one is another answer. */
  readonly method: string;
}

/** Tells what is served from all else that is ever served under the same number, by another database. */
export function publicationKey({
  id,
  publishedAt,
  method,
}: Pick<Publication, 'id' | 'publishedAt' | 'method'>): string {
  return `${id} ${publishedAt.getTime()} ${method}`;
}

const known = new WeakMap<Snapshot, Publication>();

/** What HTTP needs to know of the publication of a snapshot: always the same object. */
export function publicationOf(snapshot: Snapshot): Publication {
  let publication = known.get(snapshot);
  if (!publication) {
    const { id, publishedAt, demonstration } = snapshot.publication;
    publication = { id, publishedAt, demonstration, method: methodName(snapshot.method) };
    known.set(snapshot, publication);
  }
  return publication;
}
