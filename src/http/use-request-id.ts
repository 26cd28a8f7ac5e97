import { randomUUID } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';

/** A caller's own number is kept when it is safe to write in a log and in a header. */
const ACCEPTED = /^[\w.:-]{1,128}$/;

interface Arrival {
  readonly requestId: string;
  /** On the clock of `performance.now()`, in milliseconds. */
  readonly arrivedAt: number;
}
const arrivals = new WeakMap<Request, Arrival>();

/**
 * Yoga plugin: each request has a number, the caller's `x-request-id` or a new one, and says it.
 * It comes first: the time of a request counts from here.
 */
export function useRequestId(): Plugin {
  return {
    onRequest({ request }) {
      arrivalOf(request);
    },
    onResponse({ request, response }) {
      response.headers.set('x-request-id', requestIdOf(request));
    },
  };
}

/** The number of a request: always the same for the same request. */
export function requestIdOf(request: Request): string {
  return arrivalOf(request).requestId;
}

/** Milliseconds since a request arrived. */
export function millisecondsOf(request: Request): number {
  return performance.now() - arrivalOf(request).arrivedAt;
}

function arrivalOf(request: Request): Arrival {
  const known = arrivals.get(request);
  if (known) return known;
  const given = request.headers.get('x-request-id');
  const requestId = given !== null && ACCEPTED.test(given) ? given : randomUUID();
  const arrival = { requestId, arrivedAt: performance.now() };
  arrivals.set(request, arrival);
  return arrival;
}
