import { DatabaseUnavailableError } from '../domain/errors.ts';

/** Codes of a connection that cannot be made or broke, as the system has them. */
const SYSTEM_CODES: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOTCONN'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'ENOENT'],
]);

/**
 * Beginnings of the SQLSTATE of a server that cannot answer now, whatever it is asked: connection
 * exceptions, refused users, no such database, exhausted resources, shutting down, a standby that
 * has to replay, a system error.
 */
const SERVER_STATES = /^(?:08|28|3D|53|57P|58|40001|40P01)/;

/** What pg says of a connection without a code. */
const BROKEN_CONNECTION =
  /^(?:Connection terminated|Client (?:has encountered a connection error|was closed)|timeout e|Query read timeout)/;
const SILENT_SERVER =
  /^(?:timeout e|Query read timeout|Connection terminated due to connection timeout)/;

/** Whether an error says that the database cannot be asked, whatever the statement. */
export function isUnreachable(error: unknown): error is Error {
  if (error instanceof DatabaseUnavailableError) return true;
  if (!(error instanceof Error)) return false;
  // A host with several addresses fails with one error for each.
  if (error instanceof AggregateError) return error.errors.some(isUnreachable);
  const code = 'code' in error ? String(error.code) : '';
  if (SYSTEM_CODES.has(code) || SERVER_STATES.test(code)) return true;
  return code === '' && BROKEN_CONNECTION.test(error.message);
}

/** Called when the database stops answering, with the failure, and with null when it answers again. */
export type ReachabilityListener = (failure: Error | null) => void;

/** Whether a database answers, by what was last seen of it. */
export class Reachability {
  readonly #listeners = new Set<ReachabilityListener>();
  readonly #onSilence: () => void;
  #reachable = true;

  /** - onSilence: called when the server takes connections and answers nothing. */
  constructor(onSilence: () => void = () => {}) {
    this.#onSilence = onSilence;
  }

  get reachable(): boolean {
    return this.#reachable;
  }

  subscribe(listener: ReachabilityListener): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  /** Notes that the database answered. */
  answered(): void {
    this.#turn(true, null);
  }

  /** Notes a failure, and gives what to throw: `DatabaseUnavailableError` when nobody is reached. */
  failed(error: unknown): unknown {
    if (error instanceof DatabaseUnavailableError || !isUnreachable(error)) return error;
    const first = error instanceof AggregateError ? (error.errors[0] as Error) : error;
    this.#turn(false, first);
    if (SILENT_SERVER.test(error.message)) this.#onSilence();
    return new DatabaseUnavailableError(error);
  }

  #turn(reachable: boolean, failure: Error | null): void {
    if (this.#reachable === reachable) return;
    this.#reachable = reachable;
    for (const listener of this.#listeners) listener(failure);
  }
}
