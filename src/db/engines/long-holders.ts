import { DatabaseUnavailableError } from '../../domain/errors.ts';

/** Milliseconds for which a holder is waited for: migrations of a moment, and no import. */
const SHORT_MS = 5_000;

/** What holds the one connection, or waits for it, and is no request: does it hold it for long? */
export class LongHolders {
  readonly #holders = new Set<AbortController>();

  /** Notes that somebody wants the connection: `begin` is called when it is had. */
  add(): Disposable & { readonly begin: () => void } {
    const controller = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    this.#holders.add(controller);
    return {
      begin: () => {
        timer = setTimeout(() => {
          const cause = new Error('an import, or the load of a publication, has the database');
          controller.abort(new DatabaseUnavailableError(cause));
        }, SHORT_MS).unref();
      },
      [Symbol.dispose]: () => {
        clearTimeout(timer);
        this.#holders.delete(controller);
      },
    };
  }

  /** Aborts with the given signal, or with `DatabaseUnavailableError` once a holder takes long. */
  until(signal: AbortSignal): AbortSignal {
    if (this.#holders.size === 0) return signal;
    return AbortSignal.any([signal, ...[...this.#holders].map((each) => each.signal)]);
  }
}
