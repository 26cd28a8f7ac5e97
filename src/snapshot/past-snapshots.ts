import PQueue from 'p-queue';
import { TooManyPublicationsError } from '../domain/errors.ts';
import type { Lease } from './lease.ts';
import type { Snapshot } from './snapshot.ts';

/** How many past publications are in memory. */
export interface PastBounds {
  /** Publications. */
  readonly most: number;
  /** Bytes of all of them, by estimate; one may be larger. */
  readonly bytes: number;
  /** Publications that wait to be loaded, beside the one that is. */
  readonly waiting: number;
}

/** A snapshot that was loaded, and what it takes by estimate. */
export interface Loaded {
  readonly snapshot: Snapshot;
  readonly bytes: number;
}

interface Held extends Loaded {
  readonly leases: Set<AbortController>;
}

/**
 * Snapshots of past publications, loaded when they are asked for, one at a time, each once for all who
 * wait for it. The least recently asked for go first; what is being read from stays.
 */
export class PastSnapshots {
  readonly #load: (id: number) => Promise<Loaded>;
  readonly #bounds: PastBounds;
  readonly #queue = new PQueue({ concurrency: 1 });
  readonly #loading = new Map<number, Promise<Held>>();
  /** The least recently asked for first. */
  readonly #held = new Map<number, Held>();

  constructor(load: (id: number) => Promise<Loaded>, bounds: PastBounds) {
    this.#load = load;
    this.#bounds = bounds;
  }

  get count(): number {
    return this.#held.size;
  }

  /** By estimate. */
  get bytes(): number {
    return [...this.#held.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** The snapshot of a publication when it is in memory. */
  get(id: number): Snapshot | null {
    const held = this.#held.get(id);
    if (!held) return null;
    this.#held.delete(id);
    this.#held.set(id, held);
    return held.snapshot;
  }

  /**
   * Keeps the snapshot of a publication until it is disposed of, loaded first if it is not there.
   *
   * - Throws `TooManyPublicationsError` when too many wait, or all that are held are read from; and
   *   what loading throws.
   */
  async lease(id: number): Promise<Lease> {
    const held = this.#held.get(id) ?? (await this.#loadOnce(id));
    this.get(id);
    const controller = new AbortController();
    held.leases.add(controller);
    return {
      snapshot: held.snapshot,
      signal: controller.signal,
      [Symbol.dispose]: () => {
        held.leases.delete(controller);
        this.#makeRoom(0, 0);
      },
    };
  }

  /** Whether one is in memory that is not published. */
  get holdsHeld(): boolean {
    return [...this.#held.values()].some(({ snapshot }) => snapshot.publication.state === 'HELD');
  }

  /** Lets a publication go; what reads from it goes on. */
  drop(id: number): void {
    this.#held.delete(id);
  }

  /** Forgets a publication, and breaks off what reads from it, with the reason. */
  forget(id: number, reason: Error): void {
    for (const controller of this.#held.get(id)?.leases ?? []) controller.abort(reason);
    this.#held.delete(id);
  }

  #loadOnce(id: number): Promise<Held> {
    const loading = this.#loading.get(id);
    if (loading) return loading;
    if (this.#queue.size >= this.#bounds.waiting) throw new TooManyPublicationsError();
    const begun = this.#queue.add(() => this.#loadNow(id)).finally(() => this.#loading.delete(id));
    this.#loading.set(id, begun);
    return begun;
  }

  async #loadNow(id: number): Promise<Held> {
    // Before it is loaded: memory is bounded by what is held and the one that comes.
    if (!this.#makeRoom(1, 0)) throw new TooManyPublicationsError();
    const held = { ...(await this.#load(id)), leases: new Set<AbortController>() };
    this.#makeRoom(1, held.bytes);
    this.#held.set(id, held);
    return held;
  }

  /** Lets go of what nobody reads from until there is room; false when there is none. */
  #makeRoom(count: number, bytes: number): boolean {
    const isFull = () =>
      this.#held.size + count > this.#bounds.most ||
      (this.#held.size > 0 && this.bytes + bytes > this.#bounds.bytes);
    for (const [id, { leases }] of this.#held) {
      if (!isFull()) return true;
      if (leases.size === 0) this.#held.delete(id);
    }
    return this.#held.size + count <= this.#bounds.most;
  }
}
