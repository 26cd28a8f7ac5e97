import type { FastifyReply } from 'fastify';
import { TooManyRequestsError } from '../domain/errors.ts';
import { sendError } from './error-response.ts';
import { retryAfter } from './errors.ts';

/**
 * Takes what it costs to read a past publication into memory from the share of the client at once, for
 * the reading itself is not timed. Refuses a client that has used up its share; false then.
 */
export function admitOpening(reply: FastifyReply, milliseconds: number): boolean {
  const seconds = reply.request.record.account.reserve(milliseconds);
  if (seconds <= 0) return true;
  const { text: message } = new TooManyRequestsError(seconds);
  sendError(reply, { code: 'TOO_MANY_REQUESTS', message, headers: retryAfter(429, seconds) });
  return false;
}
