import { hostname } from 'node:os';
import type { Database } from '../db/database.ts';
import { lastAttempt, type RecordedAttempt, recordAttempt } from '../db/refresh-attempts.ts';
import { type RefreshStatus, statusAfter } from '../domain/refresh-status.ts';
import type { WatchedAttempt } from './watch.ts';

/** What a record is kept with. */
export interface RecordParts {
  readonly database: Database;
  readonly clock: () => Date;
  /** Called with why an attempt could not be recorded; it is kept in memory then. */
  readonly onUnrecorded: (error: unknown) => void;
}

/**
 * Where the refresh stands, as one server knows it: by what all processes recorded in the database,
 * and by its own attempts, which it keeps when they cannot be recorded.
 */
export class RefreshRecord implements AsyncDisposable {
  readonly #parts: RecordParts;
  readonly #stop = new AbortController();
  #recorded: RecordedAttempt | null = null;
  #unrecorded: RefreshStatus | null = null;
  /** When this server refreshes next. */
  #planned: Date | null = null;
  #looking: Promise<void> | null = null;

  constructor(parts: RecordParts) {
    this.#parts = parts;
  }

  /** By what was last seen; null when no attempt was made. A time that has passed is no plan. */
  get status(): RefreshStatus | null {
    const status = this.#unrecorded ?? this.#recorded?.status ?? null;
    if (!status) return null;
    const now = this.#parts.clock();
    const [nextAttemptAt = null] = [this.#planned, status.nextAttemptAt]
      .flatMap((date) => (date && date > now ? date : []))
      .toSorted((a, b) => a.getTime() - b.getTime());
    return { ...status, nextAttemptAt };
  }

  /** Reads what was recorded last; concurrent callers share one look, and a failure changes nothing. */
  look(): Promise<void> {
    this.#looking ??= this.#read().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  /** Records an attempt of this server and when the next one is due; of one that found another at it the latter alone. */
  async record(attempt: WatchedAttempt, due: Date): Promise<void> {
    this.#planned = due;
    if (attempt.outcome === 'BUSY') return;
    const { database, clock, onUnrecorded } = this.#parts;
    const moment = { endedAt: clock(), nextAttemptAt: due };
    try {
      await recordAttempt(database, attempt, { ...moment, host: hostname() });
    } catch (error) {
      this.#unrecorded = statusAfter(this.status, attempt, moment);
      onUnrecorded(error);
      return;
    }
    // A look that runs may have missed it.
    await this.#looking;
    await this.look();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#looking;
  }

  async #read(): Promise<void> {
    try {
      await using reading = await this.#parts.database.startReading(this.#stop.signal);
      const last = await lastAttempt(reading.db);
      // Whoever made a later one could record it.
      if (last?.id !== this.#recorded?.id) this.#unrecorded = null;
      this.#recorded = last;
    } catch {
      // Told by readiness, and by all that needs the database.
    }
  }
}
