import type { ServerResponse } from 'node:http';
import type { Bilingual } from '../domain/bilingual.ts';
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

/** What takes too long, and what to ask for instead. */
export interface TimeoutWords {
  /** In French with its article. */
  readonly what: Bilingual;
  readonly ask: Bilingual;
}

/**
 * Aborts on client disconnect, or with `TimeoutError` after so many milliseconds, until disposed of:
 * timers of `AbortSignal.timeout` would outlive their requests. The error says what took too long and
 * what to `ask` instead.
 */
export class Deadline implements Disposable {
  readonly signal: AbortSignal;
  readonly #timer: NodeJS.Timeout;

  constructor(client: AbortSignal, milliseconds: number, { what, ask }: TimeoutWords) {
    const timeout = new AbortController();
    this.#timer = setTimeout(() => {
      const seconds = milliseconds / 1000;
      const error = new TimeoutError({
        en: `the ${what.en} took longer than ${seconds} s and was cancelled: ask for ${ask.en}`,
        fr: `${what.fr} a pris plus de ${seconds} s et a été abandonné : demandez ${ask.fr}`,
      });
      timeout.abort(error);
    }, milliseconds);
    this.signal = AbortSignal.any([client, timeout.signal]);
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }
}
