import type { FastifyReply } from 'fastify';
import manifest from '../../../package.json' with { type: 'json' };
import { etagOf, isKnown } from '../cache/etag.ts';
import { preferredLanguage } from '../cache/negotiation.ts';
import { partsFor } from '../cache/reader-keys.ts';
import { revalidated, serverTiming } from '../cache/send-cached.ts';
import { type Citation, type Comparison, checkBody } from './citation.ts';

/** What a check is of. */
export interface CheckedAddress {
  readonly citation: Citation;
  /** The day that both answers are of. */
  readonly asOf: string;
  /** Address of the same question about the newest publication; null where it has none. */
  readonly latest: string | null;
  /** What tells it from checks of other answers. */
  readonly identity: readonly string[];
}

/** Sends 304 to who has the answer to a check; false to who has not. */
export async function sendKnownCheck(
  reply: FastifyReply,
  checked: CheckedAddress,
): Promise<boolean> {
  const validity = validityOf(reply, checked);
  if (!isKnown(reply.request.headers, validity)) return false;
  await reply.code(304).headers(validity).send();
  return true;
}

/** Sends the answer to a check; `comparison` is null where there was nothing to compare. */
export async function sendCheck(
  reply: FastifyReply,
  checked: CheckedAddress,
  comparison: Comparison | null,
): Promise<void> {
  const { record } = reply.request;
  const { etag, ...validity } = validityOf(reply, checked);
  await reply
    .headers({
      ...validity,
      ...(!record.marks.isForReader && { etag }),
      'content-type': 'application/json; charset=utf-8',
      'server-timing': serverTiming(record),
    })
    .send(checkBody(checked.citation, checked, comparison, validity['content-language']));
}

function validityOf(
  { request: { headers, record } }: FastifyReply,
  { citation: { cited, newest }, identity }: CheckedAddress,
) {
  const language = preferredLanguage(headers['accept-language']);
  const etag = etagOf([
    ...[manifest.version, language, ...identity],
    ...[cited.id, cited.state, cited.withdrawnBecause],
    ...[newest.id, newest.publishedAt.getTime()],
    ...partsFor(record.reader),
  ]);
  return {
    etag,
    'cache-control': revalidated(record),
    'content-language': language,
    vary: 'accept-language',
  };
}
