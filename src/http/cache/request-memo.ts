import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { PlainDate } from '../../domain/calendar.ts';
import { type Publication, TOKEN_HEADER } from '../publication.ts';

/** Requests that are remembered: tools ask the same few again and again. */
const MOST_KEPT = 1_000;

/** Longer requests are read anew each time: what is remembered stays small. */
const LONGEST = 2_048;

/**
 * Memoizes the reading of requests. `read` must depend on nothing but the address and the headers
 * `Accept` and `Accept-Encoding`. An address with a key or a token, and one beside a token in a
 * header, is read anew: they are kept nowhere.
 */
export function memoizeRequests<Read extends object>(
  read: (request: FastifyRequest) => Read,
): (request: FastifyRequest) => Read {
  const kept = new LRUCache<string, Read>({ max: MOST_KEPT });
  return (request) => {
    const { url, headers } = request;
    const isSecret = url.includes('key=') || url.includes('token=') || TOKEN_HEADER in headers;
    if (isSecret) return read(request);
    const text = `${url}\n${headers.accept}\n${headers['accept-encoding']}`;
    const known = kept.get(text);
    if (known) return known;
    const made = read(request);
    if (text.length <= LONGEST) kept.set(text, made);
    return made;
  };
}

/**
 * Memoizes what is computed of a request, for the publication and the day it was last asked on:
 * memoized requests are asked again and again.
 */
export function memoizeByMoment<Asked extends object, Value>(
  compute: (asked: Asked, publication: Publication, today: PlainDate) => Value,
): (asked: Asked, publication: Publication, today: PlainDate) => Value {
  const kept = new WeakMap<Asked, { publication: Publication; today: PlainDate; value: Value }>();
  return (asked, publication, today) => {
    const known = kept.get(asked);
    if (known?.publication === publication && known.today === today) return known.value;
    const value = compute(asked, publication, today);
    kept.set(asked, { publication, today, value });
    return value;
  };
}
