import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import fresh from 'fresh';
import type { Bilingual } from '../../domain/bilingual.ts';
import { DomainError } from '../../domain/errors.ts';

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

/** A condition of a request that its answer does not meet: `If-Match` or `If-Unmodified-Since`. */
export class PreconditionError extends DomainError {
  override readonly name = 'PreconditionError';
  readonly code = 'PRECONDITION_FAILED';
}

/** An answer that can be asked about. */
interface Tagged {
  readonly etag: string;
  readonly modified?: Date;
}

/** What is wrong with a condition of a request; null where it is met. */
export function unmet(
  { 'if-match': match, 'if-unmodified-since': since }: IncomingHttpHeaders,
  { etag, modified }: Tagged,
): Bilingual | null {
  if (match !== undefined) {
    const tags = match.split(',').map((each) => each.trim().replace(/^W\//, ''));
    return tags.includes('*') || tags.includes(etag) ? null : another('If-Match', match);
  }
  const day = Date.parse(since ?? '');
  const isLater = modified !== undefined && Math.floor(modified.getTime() / 1000) * 1000 > day;
  return isLater ? another('If-Unmodified-Since', since ?? '') : null;
}

function another(header: string, given: string): Bilingual {
  const shown = JSON.stringify(given);
  return {
    en: `${header} is ${shown}, which does not hold of the answer as it is now: ask without it, or with what the answer has`,
    fr: `${header} vaut ${shown}, ce qui n’est pas vrai de la réponse telle qu’elle est\u00a0: demandez sans lui, ou avec ce qu’a la réponse`,
  };
}

/**
 * Whether the client has an answer already, by `If-None-Match` or else `If-Modified-Since`. Its
 * `Cache-Control` is not looked at: browsers send `no-cache` with every condition that a script sets.
 *
 * - Throws `PreconditionError` when it wants the answer only as it was, and it is another.
 */
export function isKnown(headers: IncomingHttpHeaders, sent: Tagged): boolean {
  const problem = unmet(headers, sent);
  if (problem) throw new PreconditionError(problem);
  const { etag, modified } = sent;
  const noneMatch = headers['if-none-match'];
  const since = headers['if-modified-since'];
  if (noneMatch === undefined && since === undefined) return false;
  return fresh(
    { 'if-none-match': noneMatch, 'if-modified-since': since },
    { etag, 'last-modified': modified?.toUTCString() },
  );
}
