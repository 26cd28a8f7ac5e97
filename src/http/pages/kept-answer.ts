import type { FastifyReply, FastifyRequest } from 'fastify';
import manifest from '../../../package.json' with { type: 'json' };
import type { PlainDate } from '../../domain/calendar.ts';
import type { AskedPublication } from '../../snapshot/asked-publication.ts';
import { compress } from '../cache/compression.ts';
import { etagOf, isKnown } from '../cache/etag.ts';
import { preferredEncoding } from '../cache/negotiation.ts';
import { keyFor } from '../cache/reader-keys.ts';
import { type CachedResponse, type ResponseCache, responseKey } from '../cache/response-cache.ts';
import {
  sendDirectly,
  sendNotModified,
  serverTiming,
  UNKEPT,
  validityOf,
  variedBy,
} from '../cache/send-cached.ts';
import { type MomentOfAsked, publicationKey } from '../publication.ts';
import type { SeenMoment } from '../request-record.ts';

const POLICY = 'content-security-policy';

export interface KeptAnswerParts {
  readonly momentOfAsked: MomentOfAsked;
  readonly cache: ResponseCache;
}

/** What is asked. An answer is kept by all of it, and by reader, day and encoding. */
export interface AskedAnswer {
  readonly publication: AskedPublication | null;
  readonly request: readonly string[];
  readonly form: readonly string[];
  /** Whether it may be kept; by default it may. */
  readonly isKept?: boolean;
}

/** An answer that was made. */
export interface MadeAnswer {
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  /** 200 unless it says so. */
  readonly status?: number;
  /** The moment it is of; absent where it is of no one moment, and is not kept. */
  readonly seen: SeenMoment | undefined;
}

/**
 * Sends an answer from memory, where it is kept by publication, reader, day and encoding, else one that is
 * made now; what is made for one reader with a role is kept by nobody. `make` gives null where it has
 * answered itself.
 */
export async function answerOnce(
  { momentOfAsked, cache }: KeptAnswerParts,
  { publication, request, form, isKept = true }: AskedAnswer,
  own: FastifyRequest,
  reply: FastifyReply,
  make: () => Promise<MadeAnswer | null>,
): Promise<void> {
  const { record, headers } = own;
  const encoding = preferredEncoding(headers);
  const keyAt = (seen: string, day: PlainDate) =>
    keyFor(
      record.reader,
      responseKey({ publication: seen, day, request, form: [...form, encoding] }),
    );
  const of = momentOfAsked(publication);
  const kept = of && isKept && cache.get(keyAt(publicationKey(of.publication), of.today));
  record.cache = kept ? 'hit' : 'miss';
  if (kept) {
    send(own, reply, publication, kept);
    return;
  }
  const made = await make();
  if (made === null) return;
  const packed = await compress(Buffer.from(made.text), encoding);
  const response: CachedResponse = {
    body: packed.body,
    etag: etagOf([made.text, packed.encoding, manifest.version]),
    headers: {
      ...made.headers,
      ...(packed.encoding !== 'identity' && { 'content-encoding': packed.encoding }),
    },
  };
  const { status = 200, seen } = made;
  const { isForReader } = record.marks;
  if (status === 200 && seen && isKept && !isForReader) {
    cache.put(keyAt(seen.publication, seen.day), response);
    send(own, reply, publication, response);
    return;
  }
  reply
    .code(status)
    .headers({ ...response.headers, 'cache-control': isForReader ? UNKEPT : 'no-store' })
    .send(response.body);
}

function send(
  { record, headers }: FastifyRequest,
  reply: FastifyReply,
  publication: AskedPublication | null,
  response: CachedResponse,
): void {
  const { etag } = response;
  const validity = {
    etag,
    'cache-control': validityOf(publication, record),
    vary: variedBy('accept-encoding, accept-language', publication),
    'server-timing': serverTiming(record),
  };
  if (!isKnown(headers, { etag })) {
    sendDirectly(reply, response, validity);
    return;
  }
  // Browsers take the policy of a 304 for that of the page which they have.
  const policy = response.headers[POLICY];
  sendNotModified(reply, { ...validity, ...(policy && { [POLICY]: policy }) });
}
