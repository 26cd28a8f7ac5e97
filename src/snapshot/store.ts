import type { ReadDatabase } from '../db/database.ts';
import { enterPublication } from '../db/load/register-schema.ts';
import { NoPublicationError, PublicationReplacedError } from '../domain/errors.ts';
import { DEFAULT_CHOICES, type MethodChoices } from '../domain/method.ts';
import { loadSnapshot } from './load.ts';
import { readWhole } from './publication-reader.ts';
import { rowsOf, sizeOf } from './size.ts';
import type { Snapshot } from './snapshot.ts';

/** Past snapshots that transfers may still read from, beside the current one. */
const MOST_PAST = 2;

/** What the last load cost. */
export interface SnapshotLoad {
  readonly publication: number;
  /** Certifications, blocks, cohorts, lines of certifiers, findings. */
  readonly rows: number;
  /** An estimate. */
  readonly bytes: number;
  readonly seconds: number;
}

/** A snapshot that is kept until it is disposed of. */
export interface Lease extends Disposable {
  readonly snapshot: Snapshot;
  /** Aborted when there are too many past snapshots, of which this is the oldest. */
  readonly signal: AbortSignal;
}

interface Held {
  readonly snapshot: Snapshot;
  readonly leases: Set<AbortController>;
  /** Of its load: what was asked for later is newer, also where a backup was restored. */
  readonly number: number;
}

/** Holds the snapshot of the publication that is served, and past ones while transfers read them. */
export class SnapshotStore {
  /** What figures are made by. */
  readonly method: MethodChoices;
  readonly #database: ReadDatabase;
  #current: Held | null = null;
  #past: Held[] = [];
  #loading: { readonly publication: number; readonly snapshot: Promise<Snapshot> } | null = null;
  #loads = 0;
  #lastLoad: SnapshotLoad | null = null;
  #failure: unknown = null;
  readonly #listeners = new Set<() => void>();

  constructor(database: ReadDatabase, method: MethodChoices = DEFAULT_CHOICES) {
    this.#database = database;
    this.method = method;
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

  /** Snapshots in memory: the current one, and past ones that transfers read. */
  get held(): number {
    return this.#past.length + (this.#current ? 1 : 0);
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
    if (this.#current?.snapshot.publication.id === served.id) {
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
        this.#past = this.#past.filter(({ leases }) => leases.size > 0);
      },
    };
  }

  async #load(): Promise<Snapshot> {
    this.#loads += 1;
    const number = this.#loads;
    try {
      const start = performance.now();
      await using reading = await this.#database.startReading();
      const publication = await enterPublication(reading.db);
      const snapshot = await readWhole(reading, publication, () =>
        loadSnapshot(reading.db, publication, this.method),
      );
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
    if (before && before.leases.size > 0) this.#past.push(before);
    while (this.#past.length > MOST_PAST) {
      const oldest = this.#past.shift();
      const { id } = snapshot.publication;
      for (const controller of oldest?.leases ?? []) {
        controller.abort(new PublicationReplacedError(oldest?.snapshot.publication.id ?? 0, id));
      }
    }
    if (before) for (const listener of this.#listeners) listener();
    return snapshot;
  }
}
