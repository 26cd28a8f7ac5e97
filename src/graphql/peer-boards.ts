import type { Kysely } from 'kysely';
import { readPeerCandidates } from '../db/peer-candidates.ts';
import type { DB } from '../db/tables.ts';
import {
  createPeerBoard,
  type PeerBoard,
  type PeerCandidate,
  type PeerRule,
} from '../domain/peer-board.ts';

/** Boards that are kept: about a megabyte each on the whole register. */
const MOST_BOARDS = 32;

/** Publications whose candidates are kept: requests on the one before may still be running. */
const MOST_PUBLICATIONS = 2;

interface KeptPublication {
  readonly candidates: Promise<readonly PeerCandidate[]>;
  /** In the order of use. */
  readonly boards: Map<string, PeerBoard>;
}

/**
 * The boards of peers, kept from one request to the next. They are made of one publication, which
 * never changes, and of a rule that holds the day: what is kept is never stale.
 */
export class PeerBoards {
  readonly #publications = new Map<number, KeptPublication>();

  /** The board of a rule over a publication, which `db` reads. */
  async board(db: Kysely<DB>, publicationId: number, rule: PeerRule): Promise<PeerBoard> {
    const { candidates, boards } = await this.#publication(db, publicationId);
    const all = await candidates;
    // Nothing is waited for from here on: who asks at the same time gets the same board.
    const key = JSON.stringify(rule);
    const board = boards.get(key) ?? createPeerBoard(all, rule);
    boards.delete(key);
    boards.set(key, board);
    forgetOldest(boards, MOST_BOARDS);
    return board;
  }

  async #publication(db: Kysely<DB>, id: number): Promise<KeptPublication> {
    const kept = this.#publications.get(id);
    if (kept && (await isRead(kept.candidates))) return kept;
    // Nobody reads it yet, or the request that did has failed.
    const waiting = this.#publications.get(id);
    if (waiting && waiting !== kept) return waiting;
    const made = { candidates: readPeerCandidates(db), boards: new Map<string, PeerBoard>() };
    this.#publications.set(id, made);
    forgetOldest(this.#publications, MOST_PUBLICATIONS);
    await made.candidates;
    return made;
  }
}

async function isRead(candidates: Promise<unknown>): Promise<boolean> {
  try {
    await candidates;
    return true;
  } catch {
    return false;
  }
}

function forgetOldest<Key>(kept: Map<Key, unknown>, most: number): void {
  for (const key of kept.keys()) {
    if (kept.size <= most) return;
    kept.delete(key);
  }
}
