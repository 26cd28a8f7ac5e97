import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import manifest from '../../../package.json' with { type: 'json' };
import { CERTIFICATION_PARAMETERS } from '../../datasets/filter-parameters.ts';
import { changeEntries } from '../../datasets/history/change-entries.ts';
import { KINDS } from '../../datasets/history/change-question.ts';
import { type Parameter, type ParameterValues, parseParameters } from '../../datasets/parameter.ts';
import type { ReadDatabase } from '../../db/database.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import { PublicationReplacedError } from '../../domain/errors.ts';
import { viewOn } from '../../snapshot/day-view.ts';
import { publicationReader } from '../../snapshot/publication-reader.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { SnapshotStore } from '../../snapshot/store.ts';
import { clientSignal, Deadline } from '../abort.ts';
import { compress } from '../cache/compression.ts';
import { etagOf, isKnown } from '../cache/etag.ts';
import { preferredEncoding, preferredLanguage } from '../cache/negotiation.ts';
import { partsFor } from '../cache/reader-keys.ts';
import { type CachedResponse, type ResponseCache, responseKey } from '../cache/response-cache.ts';
import { revalidated, sendDirectly, sendNotModified, serverTiming } from '../cache/send-cached.ts';
import { sendProblem } from '../error-response.ts';
import type { FairQueue } from '../fair-queue.ts';
import type { FairTurns } from '../fair-turns.ts';
import { type Problem, wrongParameters } from '../problem.ts';
import { publicationKey, publicationOf } from '../publication.ts';
import { atomOf } from './atom.ts';
import { changeFeed, type FeedPage } from './change-feed.ts';

/** As logs and metrics name it. */
export const CHANGE_FEED = { name: 'changes.atom' };

/** What is asked of the feed. */
interface FeedRequest extends FeedPage {
  readonly values: ParameterValues;
}

export interface FeedParts {
  readonly store: SnapshotStore;
  readonly database: ReadDatabase;
  readonly cache: ResponseCache;
  readonly turns: FairTurns;
  readonly reads: FairQueue;
  /** Today in Paris. */
  readonly today: () => PlainDate;
  readonly timeoutMs: number;
}

/** What a feed may be asked: which certifications, which kinds of changes, in which language. */
const PARAMETERS: readonly Parameter[] = [
  // What is active depends on the day, and a feed does not.
  ...CERTIFICATION_PARAMETERS.filter(({ name }) => name !== 'active'),
  KINDS,
  {
    name: 'lang',
    description: {
      fr: 'Langue des textes\u00a0; sans ce paramètre, celle d’Accept-Language, sinon le français.',
      en: 'Language of the texts; that of Accept-Language, else French, without.',
    },
    kind: { type: 'CHOICE', of: ['fr', 'en'] },
    ...{ many: false, example: 'en' },
  },
  {
    name: 'after',
    description: {
      fr: 'Place après laquelle une page commence, telle que la donne le lien «\u00a0next\u00a0».',
      en: 'Place after which a page begins, as the link "next" has it.',
    },
    kind: {
      type: 'TEXT',
      pattern: /^\d{1,9}-\d{1,9}$/,
      accepted: { en: 'a place as 12-40', fr: 'une place comme 12-40' },
    },
    ...{ many: false, example: '12-40' },
  },
];

const TOO_LONG = {
  what: { en: 'feed', fr: 'le fil' },
  ask: { en: 'fewer certifications', fr: 'moins de certifications' },
};

/** `/changes.atom`: what changed, for readers of feeds. */
export function registerFeeds(app: FastifyInstance, parts: FeedParts): void {
  app.get('/changes.atom', async (request, reply) => {
    const asked = readRequest(request);
    if ('status' in asked) sendProblem(reply, asked);
    else await answer(parts, asked, reply);
    return reply;
  });
}

function readRequest({ url, headers }: FastifyRequest): FeedRequest | Problem {
  const query = new URLSearchParams(url.split('?')[1]);
  // A key is no matter of the feed.
  query.delete('key');
  const { values, problems } = parseParameters(PARAMETERS, query);
  if (problems.length > 0) {
    return wrongParameters(problems);
  }
  const { lang, after, ...rest } = values;
  const [publication, position] = String(after ?? '')
    .split('-')
    .map(Number);
  query.delete('after');
  return {
    values: rest,
    language:
      lang === 'fr' || lang === 'en' ? lang : preferredLanguage(headers['accept-language'], 'fr'),
    after: publication && position !== undefined ? [publication, position] : null,
    query,
  };
}

async function answer(parts: FeedParts, asked: FeedRequest, reply: FastifyReply): Promise<void> {
  const { store } = parts;
  try {
    await answerFrom(store.current ?? (await store.refresh()), parts, asked, reply);
  } catch (error) {
    if (!(error instanceof PublicationReplacedError)) throw error;
    await answerFrom(await store.refresh(), parts, asked, reply);
  }
}

async function answerFrom(
  snapshot: Snapshot,
  parts: FeedParts,
  asked: FeedRequest,
  reply: FastifyReply,
): Promise<void> {
  const { record, headers } = reply.request;
  record.operation = CHANGE_FEED.name;
  const publication = publicationOf(snapshot);
  const encoding = preferredEncoding(headers);
  const { values, language, after, query } = asked;
  const of = [
    ...[CHANGE_FEED.name, manifest.version, language, encoding],
    ...[String(query), JSON.stringify(values), JSON.stringify(after)],
    ...partsFor(record.reader),
  ];
  const etag = etagOf([publicationKey(publication), ...of]);
  const key = responseKey({
    ...{ publication: publicationKey(publication), day: '', request: of, form: [] },
  });
  const cached = parts.cache.get(key);
  record.cache = cached ? 'hit' : 'miss';
  const validity = () => ({
    etag,
    'last-modified': publication.publishedAt.toUTCString(),
    'cache-control': revalidated(record),
    'content-language': language,
    vary: 'accept-encoding, accept-language',
    'server-timing': serverTiming(record),
  });
  if (isKnown(headers, { etag, modified: publication.publishedAt })) {
    sendNotModified(reply, validity());
    return;
  }
  const body = cached ?? (await feedBody(snapshot, parts, asked, reply));
  if (!cached) parts.cache.put(key, { ...body, etag });
  sendDirectly(reply, body, validity());
}

/** The feed as it is sent. */
async function feedBody(
  snapshot: Snapshot,
  { database, turns, reads, today, timeoutMs }: FeedParts,
  asked: FeedRequest,
  reply: FastifyReply,
): Promise<Pick<CachedResponse, 'body' | 'headers'>> {
  const { record, headers } = reply.request;
  const { account } = record;
  using deadline = new Deadline(clientSignal(reply.raw), timeoutMs, TOO_LONG);
  const { signal } = deadline;
  const readNow = publicationReader(database, snapshot, () => signal);
  const entries = await changeEntries(viewOn(snapshot, today()), asked.values, asked.after, {
    read: (query) => reads.inTurn(account, () => readNow(query), signal),
    run: (work) => turns.run(work, account, () => signal),
  });
  const text = atomOf(changeFeed(snapshot, entries, asked));
  const { body, encoding } = await compress(Buffer.from(text), preferredEncoding(headers));
  const type = { 'content-type': 'application/atom+xml; charset=utf-8' };
  return {
    body,
    headers: encoding === 'identity' ? type : { ...type, 'content-encoding': encoding },
  };
}
