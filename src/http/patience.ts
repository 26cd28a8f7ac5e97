import type { ServerResponse } from 'node:http';
import { ClientClosedRequestError, TimeoutError } from '../domain/errors.ts';

/** A signal, and what it is given by, until disposed of. */
export interface Patience extends Disposable {
  readonly signal: AbortSignal;
}

/** A signal that is given when the client goes away before its answer is whole. */
export function leavingOf(response: ServerResponse): Patience {
  const controller = new AbortController();
  const leave = () => {
    if (!response.writableFinished) controller.abort(new ClientClosedRequestError());
  };
  response.on('close', leave);
  if (response.destroyed) leave();
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => response.off('close', leave),
  };
}

/**
 * A signal that is given when the client's is, or after so many milliseconds. `what` took too long
 * is told, with what to `ask` instead.
 */
export function patienceOf(
  client: AbortSignal,
  milliseconds: number,
  { what, ask }: { readonly what: string; readonly ask: string },
): Patience {
  const controller = new AbortController();
  const leave = () => controller.abort(new ClientClosedRequestError());
  const timer = setTimeout(() => {
    controller.abort(
      new TimeoutError(
        `the ${what} took longer than ${milliseconds / 1000} s and was given up: ask for ${ask}`,
      ),
    );
  }, milliseconds);
  client.addEventListener('abort', leave);
  if (client.aborted) leave();
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      client.removeEventListener('abort', leave);
    },
  };
}
