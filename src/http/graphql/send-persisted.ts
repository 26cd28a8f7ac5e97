import type { FastifyReply, FastifyRequest } from 'fastify';
import { isKnown } from '../cache/etag.ts';
import type { CachedResponse } from '../cache/response-cache.ts';
import {
  sendDirectly,
  sendNotModified,
  serverTiming,
  UNKEPT,
  validityOf,
  variedBy,
} from '../cache/send-cached.ts';
import { latestLink } from '../citations/citation.ts';
import { SCHEMA_CONTRACT } from '../common-headers.ts';
import { languageHeaders } from '../error-response.ts';
import { retryAfter } from '../errors.ts';
import type { MediaType, OperationRequest } from './persisted-request.ts';
import type { GraphqlResponse } from './server-plugin.ts';

/** Sends an answer that is kept, or 304 to who has it. */
export function sendCached(
  { record, headers: given }: FastifyRequest,
  reply: FastifyReply,
  { publication, latest }: OperationRequest,
  cached: CachedResponse,
): void {
  const { etag } = cached;
  const validity = {
    ...SCHEMA_CONTRACT,
    etag,
    'cache-control': validityOf(publication, record),
    vary: variedBy('accept, accept-encoding', publication),
    ...(latest !== null && { link: latestLink(latest) }),
    'server-timing': serverTiming(record),
  };
  if (isKnown(given, { etag })) sendNotModified(reply, validity);
  else sendDirectly(reply, cached, validity);
}

/**
 * Errors of fields come with 200, as they do for any operation. Nobody keeps such an answer, nor one that
 * is for one reader or tells of the server as it is now.
 */
export function sendUncached(
  reply: FastifyReply,
  { status, headers, body }: GraphqlResponse,
  type: MediaType,
  seconds: number | undefined,
): void {
  const language = headers['content-language'];
  const { record } = reply.request;
  reply
    .code(status)
    .headers({
      ...SCHEMA_CONTRACT,
      'content-type': `${type}; charset=utf-8`,
      'cache-control': record.marks.isForReader ? UNKEPT : 'no-store',
      'server-timing': serverTiming(record),
      ...(language === 'fr' || language === 'en' ? languageHeaders(language) : {}),
      ...retryAfter(status, seconds || undefined),
    })
    .send(body);
}
