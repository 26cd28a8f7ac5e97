import { createHash } from 'node:crypto';

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
 * Whether a header `If-None-Match` names an ETag: the client has this answer already. Weak tags
 * count, as a proxy that packs an answer weakens its tag.
 */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  for (const [given] of header.matchAll(/"[^"]*"/g)) if (given === etag) return true;
  return false;
}
