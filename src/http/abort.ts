import type { ServerResponse } from 'node:http';
import { ClientClosedRequestError, TimeoutError } from '../domain/errors.ts';

/** Aborts with `ClientClosedRequestError` when the client disconnects before its answer is whole. */
export function clientSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  const abort = () => {
    if (!response.writableFinished) controller.abort(new ClientClosedRequestError());
  };
  response.on('close', abort);
  if (response.destroyed) abort();
  return controller.signal;
}

/**
 * Aborts on client disconnect, or with `TimeoutError` after so many milliseconds, until disposed of:
 * timers of `AbortSignal.timeout` would outlive their requests. The error says what took too long and
 * what to `ask` instead.
 */
export class Deadline implements Disposable {
  readonly signal: AbortSignal;
  readonly #timer: NodeJS.Timeout;

  constructor(
    client: AbortSignal,
    milliseconds: number,
    { what, ask }: { readonly what: string; readonly ask: string },
  ) {
    const timeout = new AbortController();
    this.#timer = setTimeout(() => {
      const seconds = milliseconds / 1000;
      const message = `the ${what} took longer than ${seconds} s and was cancelled: ask for ${ask}`;
      timeout.abort(new TimeoutError(message));
    }, milliseconds);
    this.signal = AbortSignal.any([client, timeout.signal]);
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }
}
