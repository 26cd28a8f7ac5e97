import { randomUUID } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';

/** A caller's own number is kept when it is safe to write in a log and in a header. */
const ACCEPTED = /^[\w.:-]{1,128}$/;
const ids = new WeakMap<Request, string>();

/** Yoga plugin: each request has a number, the caller's `x-request-id` or a new one, and says it. */
export function useRequestId(): Plugin {
  return {
    onRequest({ request }) {
      requestIdOf(request);
    },
    onResponse({ request, response }) {
      response.headers.set('x-request-id', requestIdOf(request));
    },
  };
}

/** The number of a request: always the same for the same request. */
export function requestIdOf(request: Request): string {
  const known = ids.get(request);
  if (known !== undefined) return known;
  const given = request.headers.get('x-request-id');
  const id = given !== null && ACCEPTED.test(given) ? given : randomUUID();
  ids.set(request, id);
  return id;
}
