import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import fresh from 'fresh';

/** Characters of a hash that name an answer: more than 128 bits. */
const LENGTH = 24;

/**
 * The quoted ETag of an answer, from all that it depends on: publication, what was asked, the day
 * in Paris, the form it is given in. The same parts give the same tag, on any server.
 */
export function etagOf(parts: readonly (string | number | null)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return `"${hash.slice(0, LENGTH)}"`;
}

/**
 * Whether the client has an answer already, by `If-None-Match` or else `If-Modified-Since`. Its
 * `Cache-Control` is not looked at: browsers send `no-cache` with every condition that a script sets.
 */
export function isKnown(
  headers: IncomingHttpHeaders,
  { etag, modified }: { readonly etag: string; readonly modified?: Date },
): boolean {
  const noneMatch = headers['if-none-match'];
  const since = headers['if-modified-since'];
  if (noneMatch === undefined && since === undefined) return false;
  return fresh(
    { 'if-none-match': noneMatch, 'if-modified-since': since },
    { etag, 'last-modified': modified?.toUTCString() },
  );
}
