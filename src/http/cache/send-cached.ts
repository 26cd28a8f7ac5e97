import type { FastifyReply } from 'fastify';
import type { AskedPublication } from '../../snapshot/asked-publication.ts';
import { headerList, setCommonHeaders } from '../common-headers.ts';
import { sendError } from '../error-response.ts';
import { millisecondsOf, type RequestRecord } from '../request-record.ts';
import { byteRangeOf, notSatisfiable, rangeHead } from './byte-range.ts';
import type { CachedResponse } from './response-cache.ts';

/**
 * Sends a complete answer past Fastify's reply and its hooks, which would take as long again as all
 * else that is done for an answer in memory; to HEAD all but the body.
 */
export function sendDirectly(
  reply: FastifyReply,
  { headers, body }: Pick<CachedResponse, 'headers' | 'body'>,
  validity: Readonly<Record<string, string>>,
): void {
  const { request } = reply;
  const range = byteRangeOf(request, body.byteLength, validity['etag'] ?? '');
  if (range === 'UNSATISFIABLE') {
    // What is sent before any route has not got them yet.
    setCommonHeaders(reply);
    sendError(reply, notSatisfiable(request.headers.range, body.byteLength));
    return;
  }
  const head = rangeHead(range, body.byteLength);
  const { raw } = reply.hijack();
  raw.writeHead(head.status, headerList(request.id, headers, validity, head.headers));
  if (request.method === 'HEAD') raw.end();
  else raw.end(range ? body.subarray(range.start, range.end + 1) : body);
}

/** Sends 304, likewise. */
export function sendNotModified(
  reply: FastifyReply,
  validity: Readonly<Record<string, string>>,
): void {
  const { raw, request } = reply.hijack();
  raw.writeHead(304, headerList(request.id, validity)).end();
}

/**
 * Headers that say for how long an answer is good: it is to be asked about each time. Until midnight
 * or any other moment that one could name, another register may be published, and an old figure must
 * not outlive it; asking costs little, as the answer to it is 304.
 */
export function revalidated(record: RequestRecord): string {
  if (record.marks.isForReader) return UNKEPT;
  return `${cacheScope(record)}, max-age=0, must-revalidate`;
}

/** Of what names a publication: it may be withdrawn, and is asked about each day. */
function pinned(record: RequestRecord): string {
  return `${cacheScope(record)}, max-age=86400`;
}

/** Of an address that names the digest of what it gives: it gives that or an error, for ever. */
export function immutable(record: RequestRecord): string {
  return `${cacheScope(record)}, max-age=31536000, immutable`;
}

/** Of what a token opens, and of what is for one reader with a role: nobody keeps it. */
export const UNKEPT = 'private, no-store';

/** How long an answer is good that was asked of a publication, or of none. */
export function validityOf(asked: AskedPublication | null, record: RequestRecord): string {
  if (record.marks.isForReader) return UNKEPT;
  if (asked === null || 'knownOn' in asked) return revalidated(record);
  return 'token' in asked ? UNKEPT : pinned(record);
}

/**
 * Header `Vary` of an answer. One that may be kept without being asked about is not for who comes with
 * other credentials, who may read more.
 */
export function variedBy(names: string, asked: AskedPublication | null): string {
  const isPinned = asked !== null && 'publication' in asked;
  return isPinned ? `${names}, authorization, x-api-key` : names;
}

/** Who may keep an answer: what was asked with a key is kept by its caller alone. */
function cacheScope({ caller }: RequestRecord): 'public' | 'private' {
  return caller === null ? 'public' : 'private';
}

/** Header `Server-Timing`: whether the answer was in memory, and the milliseconds until it is sent. */
export function serverTiming(record: RequestRecord): string {
  const total = `total;dur=${millisecondsOf(record).toFixed(2)}`;
  return record.cache ? `cache;desc=${record.cache}, ${total}` : total;
}
