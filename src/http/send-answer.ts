import type { Answer } from './answer-cache.ts';
import { matchesEtag } from './etag.ts';
import { type Asked, type Exchange, millisecondsOf } from './exchange.ts';
import { beginAnswer, sendWhole } from './send.ts';

/**
 * Sends an answer that others may keep, or 304 when the client has it already.
 *
 * Kept answers are to be asked about each time: until midnight or any other moment that one could
 * name, another register may be published, and an old figure must not outlive it. Asking costs
 * little, as the answer to it is 304. What was asked with a key is kept by the asker alone.
 */
export function sendAnswer(
  { request, response }: Asked,
  exchange: Exchange,
  { headers, body, etag }: Answer,
): void {
  const scope = exchange.caller === null ? 'public' : 'private';
  const validity = {
    etag,
    'cache-control': `${scope}, max-age=0, must-revalidate`,
    vary: 'accept, accept-encoding',
    'server-timing': serverTiming(exchange),
  };
  if (matchesEtag(request.headers['if-none-match'], etag)) {
    beginAnswer(response, exchange, 304, validity).end();
    return;
  }
  sendWhole(response, exchange, 200, { ...headers, ...validity }, body);
}

/** Header `Server-Timing`: whether the answer was in memory, and the milliseconds until it is sent. */
export function serverTiming(exchange: Exchange): string {
  const total = `total;dur=${millisecondsOf(exchange).toFixed(2)}`;
  return exchange.cache ? `cache;desc=${exchange.cache}, ${total}` : total;
}
