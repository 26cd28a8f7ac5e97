import type { IncomingMessage } from 'node:http';
import { type ApiKey, createKeys } from './api-keys.ts';
import { ANONYMOUS, type CallerCheck } from './caller.ts';
import type { CheckToken } from './tokens.ts';

/** The form of a JWT. */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * Makes the check of who asks.
 *
 * A key is given as `Authorization: Bearer …`, as the password of `Authorization: Basic …` whatever the
 * user, in the header `x-api-key`, or as `key=` in the query string, for tools that can do nothing else; the
 * first of these counts. A token is given as bearer. A server without keys looks at none, and one without
 * an issuer of tokens at no token, so that a gateway's own pass.
 */
export function createCallerCheck(
  keys: readonly ApiKey[],
  checkToken: CheckToken | null = null,
): CallerCheck {
  const hasKeys = keys.length > 0;
  if (!hasKeys && checkToken === null) return () => ANONYMOUS;
  const find = createKeys(keys);
  return (request) => {
    const { authorization } = request.headers;
    const bearer = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
    if (bearer !== undefined) {
      // A key may look like a token.
      const own = find(bearer);
      return own || !checkToken || !TOKEN.test(bearer) ? own : checkToken(bearer);
    }
    const key = hasKeys ? keyOf(request) : null;
    return key === null ? ANONYMOUS : find(key);
  };
}

/** The key of a request but for that of a bearer; null without one. An empty one counts as none. */
function keyOf({ headers, url = '' }: IncomingMessage): string | null {
  const password = passwordOf(headers.authorization);
  if (password !== null) return password;
  const header = headers['x-api-key'];
  if (typeof header === 'string' && header !== '') return header;
  if (!url.includes('key=')) return null;
  return new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('key') || null;
}

/** The password of HTTP Basic, in UTF-8; null without one. */
function passwordOf(authorization: string | undefined): string | null {
  const encoded = /^Basic +(\S+) *$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  const pair = Buffer.from(encoded, 'base64').toString();
  return pair.slice(pair.indexOf(':') + 1) || null;
}

/** What asks a browser for a key, on a page that needs one: a key cannot be given where there are none. */
export function challengeOfPage(hasKeys: boolean): string {
  return hasKeys ? BASIC : 'Bearer realm="debouches"';
}

const BASIC = 'Basic realm="debouches", charset="UTF-8"';

/**
 * What a request with wrong credentials is answered by. The second has a browser ask for a name and a
 * password, so it is given only where keys exist, and by nothing but a refusal. Each is a header of its
 * own: browsers read no second one of a list.
 */
export function challenges(hasKeys: boolean): Readonly<Record<string, string | string[]>> {
  const bearer = 'Bearer realm="debouches", error="invalid_token"';
  return {
    'www-authenticate': hasKeys ? [bearer, BASIC] : bearer,
  };
}
