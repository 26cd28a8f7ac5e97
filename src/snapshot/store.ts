import type { ReadDatabase } from '../db/database.ts';
import { enterPublication } from '../db/entered-publication.ts';
import { type OpenedPublication, publicationOfToken } from '../db/publication-tokens.ts';
import type { ServedPublication } from '../db/publications.ts';
import {
  NoPublicationError,
  PublicationGoneError,
  PublicationReplacedError,
  UnknownTokenError,
} from '../domain/errors.ts';
import { DEFAULT_CHOICES, type MethodChoices } from '../domain/method.ts';
import { type AskedPublication, everyPublication, publicationAsked } from './asked-publication.ts';
import type { Lease } from './lease.ts';
import { loadSnapshot } from './load.ts';
import { type Loaded, type PastBounds, PastSnapshots } from './past-snapshots.ts';
import { rowsOf, sizeOf } from './size.ts';
import type { Snapshot } from './snapshot.ts';

/** Snapshots that were current, and that transfers may still read from. */
const MOST_FORMER = 2;

/** Past publications that may be asked for, where nothing else is said. */
export const PAST_BOUNDS: PastBounds = { most: 2, bytes: 300_000_000, waiting: 8 };

/** What the last load cost. */
export interface SnapshotLoad {
  readonly publication: number;
  /** Certifications, blocks, cohorts, lines of certifiers, findings. */
  readonly rows: number;
  /** An estimate. */
  readonly bytes: number;
  readonly seconds: number;
}

interface Held {
  readonly snapshot: Snapshot;
  readonly leases: Set<AbortController>;
  /** Of its load: what was asked for later is newer, also where a backup was restored. */
  readonly number: number;
}

/**
 * Holds the snapshot of the publication that is served, former ones while transfers read them, and past
 * ones that were asked for.
 */
export class SnapshotStore {
  /** What figures are made by. */
  readonly method: MethodChoices;
  readonly #database: ReadDatabase;
  #current: Held | null = null;
  #former: Held[] = [];
  /** Publications that are asked for by number or day. */
  readonly past: PastSnapshots;
  #loading: { readonly publication: number; readonly snapshot: Promise<Snapshot> } | null = null;
  #loads = 0;
  #lastLoad: SnapshotLoad | null = null;
  #failure: unknown = null;
  readonly #listeners = new Set<() => void>();

  constructor(
    database: ReadDatabase,
    method: MethodChoices = DEFAULT_CHOICES,
    past: PastBounds = PAST_BOUNDS,
  ) {
    this.#database = database;
    this.method = method;
    this.past = new PastSnapshots((id) => this.#loadPast(id), past);
  }

  /** The snapshot that answers; null before the first one is there. */
  get current(): Snapshot | null {
    return this.#current?.snapshot ?? null;
  }

  get lastLoad(): SnapshotLoad | null {
    return this.#lastLoad;
  }

  /** Why the publication that is served could not be loaded; null when it was. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Snapshots in memory: the current one, former ones that transfers read, and past ones. */
  get held(): number {
    return this.#former.length + this.past.count + (this.#current ? 1 : 0);
  }

  /** Calls a listener each time that another snapshot answers, until disposed of. */
  onReplaced(listener: () => void): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  /**
   * The snapshot of the publication that is served now: loaded first if it is not the current one.
   * Until it is there the current one answers; it stays when the load fails.
   *
   * - Throws `NoPublicationError`, and what the database throws.
   */
  async refresh(): Promise<Snapshot> {
    const served = await this.#database.servedPublication();
    if (!served) throw new NoPublicationError();
    if (this.#current && isOf(this.#current.snapshot, served)) {
      this.#failure = null;
      return this.#current.snapshot;
    }
    if (this.#loading?.publication !== served.id) {
      const snapshot = this.#load().finally(() => {
        if (this.#loading?.snapshot === snapshot) this.#loading = null;
      });
      this.#loading = { publication: served.id, snapshot };
    }
    return this.#loading.snapshot;
  }

  /**
   * Keeps the current snapshot for a transfer.
   *
   * - Throws `NoPublicationError` before there is one.
   */
  lease(): Lease {
    const held = this.#current;
    if (!held) throw new NoPublicationError();
    const controller = new AbortController();
    held.leases.add(controller);
    return {
      snapshot: held.snapshot,
      signal: controller.signal,
      [Symbol.dispose]: () => {
        held.leases.delete(controller);
        this.#former = this.#former.filter(({ leases }) => leases.size > 0);
      },
    };
  }

  /**
   * Keeps the snapshot of a publication that is asked for; without one, the current snapshot.
   *
   * - Throws `NoPublicationError`, `BadUserInputError` for a publication that there is not,
   *   `UnknownTokenError`, `PublicationGoneError`, `TooManyPublicationsError`, and what the database
   *   throws.
   */
  async leaseOf(asked: AskedPublication | null): Promise<Lease> {
    const current = this.current ?? (await this.refresh());
    if (asked === null) return this.lease();
    const { id } =
      'token' in asked ? await this.#opened(asked.token) : publicationAsked(current, asked);
    return id === this.current?.publication.id ? this.lease() : this.past.lease(id);
  }

  /** What a token opens, which may be published meanwhile. */
  async #opened(token: string): Promise<OpenedPublication> {
    const opened = await publicationOfToken(this.#database, token);
    if (!opened) throw new UnknownTokenError();
    const { id, state, withdrawnBecause } = opened;
    if (state === 'HELD' || state === 'PUBLISHED') return opened;
    throw new PublicationGoneError(id, this.current?.publication.id ?? id, withdrawnBecause);
  }

  /**
   * The snapshot of a publication that is asked for, when it is in memory, and that is known without
   * asking the database.
   *
   * - Throws as `leaseOf` for a publication that there is not.
   */
  inMemory(asked: AskedPublication | null): Snapshot | null {
    if (!this.current || asked === null) return this.current;
    if ('token' in asked) return null;
    const { id } = publicationAsked(this.current, asked);
    return id === this.current.publication.id ? this.current : this.past.get(id);
  }

  /**
   * Milliseconds that it takes to have a publication in memory, by the last load; 0 where it is there,
   * or where there is none such.
   */
  openingMs(asked: AskedPublication | null): number {
    try {
      if (asked === null || this.inMemory(asked)) return 0;
      if ('token' in asked && this.past.holdsHeld) return 0;
    } catch {
      return 0;
    }
    return Math.ceil((this.#lastLoad?.seconds ?? 0) * 1000);
  }

  async #loadPast(id: number): Promise<Loaded> {
    await using reading = await this.#database.startReading();
    const publication = await enterPublication(reading.db, id).catch((error: unknown) => {
      const newest = this.current?.publication.id ?? id;
      throw error instanceof NoPublicationError ? new PublicationGoneError(id, newest) : error;
    });
    const snapshot = await loadSnapshot(reading.db, publication, this.method);
    return { snapshot, bytes: await sizeOf(snapshot) };
  }

  async #load(): Promise<Snapshot> {
    this.#loads += 1;
    const number = this.#loads;
    try {
      const start = performance.now();
      await using reading = await this.#database.startReading();
      const publication = await enterPublication(reading.db);
      const snapshot = await loadSnapshot(reading.db, publication, this.method);
      const seconds = (performance.now() - start) / 1000;
      const load = {
        ...{ publication: publication.id, seconds },
        rows: rowsOf(snapshot),
        bytes: await sizeOf(snapshot),
      };
      return this.#replace(snapshot, load, number);
    } catch (error) {
      if ((this.#current?.number ?? 0) < number) this.#failure = error;
      throw error;
    }
  }

  /** Makes a snapshot the current one, unless a newer one is there. */
  #replace(snapshot: Snapshot, load: SnapshotLoad, number: number): Snapshot {
    const before = this.#current;
    if (before && before.number > number) return before.snapshot;
    this.#current = { snapshot, leases: new Set(), number };
    this.#lastLoad = load;
    this.#failure = null;
    for (const { id, state, withdrawnBecause } of everyPublication(snapshot)) {
      if (state === 'PUBLISHED') continue;
      this.past.forget(id, new PublicationGoneError(id, snapshot.publication.id, withdrawnBecause));
    }
    // Past ones that were read before hold what is erased now.
    if (before && before.snapshot.surveys.lastErasure !== snapshot.surveys.lastErasure) {
      for (const { id } of everyPublication(snapshot)) this.past.drop(id);
    }
    // It may have been read while it was held.
    this.past.drop(snapshot.publication.id);
    if (before && before.leases.size > 0) this.#former.push(before);
    while (this.#former.length > MOST_FORMER) {
      const oldest = this.#former.shift();
      const { id } = snapshot.publication;
      for (const controller of oldest?.leases ?? []) {
        controller.abort(new PublicationReplacedError(oldest?.snapshot.publication.id ?? 0, id));
      }
    }
    if (before) for (const listener of this.#listeners) listener();
    return snapshot;
  }
}

/** Whether a snapshot is of what is served, and knows which publications can be read. */
function isOf(snapshot: Snapshot, served: ServedPublication): boolean {
  if (snapshot.publication.id !== served.id) return false;
  const unreadable = everyPublication(snapshot).filter(
    ({ state }) => state === 'WITHDRAWN' || state === 'PRUNED',
  ).length;
  return unreadable === served.unreadable;
}
