import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A key that callers may give. */
export interface ApiKey {
  /** Who has it; written in the log. */
  readonly name: string;
  /** SHA-256 of the key, in hexadecimal: the key itself is kept nowhere. */
  readonly sha256: string;
}

/** Who asks: the name of their key, or null without one. */
export interface Caller {
  readonly name: string | null;
}

/** Finds who sent a request; null when its key is not one of the server. */
export type CallerCheck = (request: IncomingMessage) => Caller | null;

const ANONYMOUS: Caller = { name: null };

/**
 * Makes the check of keys. A key is given as `Authorization: Bearer …`, in the header `x-api-key`,
 * or as `key=` in the query string, for tools that can do nothing else; the first of these counts.
 * A server without keys looks at none, so that a gateway's own tokens pass.
 */
export function createCallerCheck(keys: readonly ApiKey[]): CallerCheck {
  const known = keys.map(({ name, sha256 }) => ({
    caller: { name },
    hash: Buffer.from(sha256, 'hex'),
  }));
  if (known.length === 0) return () => ANONYMOUS;
  return (request) => {
    const key = keyOf(request);
    if (key === null) return ANONYMOUS;
    const given = createHash('sha256').update(key).digest();
    let found: Caller | null = null;
    // All are compared, each in constant time: the time taken reveals none of them.
    for (const { caller, hash } of known) if (timingSafeEqual(given, hash)) found = caller;
    return found;
  };
}

/** The key of a request; null without one. An empty one counts as none. */
function keyOf({ headers, url = '' }: IncomingMessage): string | null {
  const bearer = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  const header = headers['x-api-key'];
  if (typeof header === 'string' && header !== '') return header;
  if (!url.includes('key=')) return null;
  return new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('key') || null;
}
