import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import manifest from '../../../package.json' with { type: 'json' };
import type { PlainDate } from '../../domain/calendar.ts';
import { BadUserInputError, DatabaseUnavailableError } from '../../domain/errors.ts';
import type { AskedPublication } from '../../snapshot/asked-publication.ts';
import type { AnyPage, PageRequest, WithStatus } from '../../web/page.ts';
import { PAGES } from '../../web/pages.ts';
import { languageOf, renderPage } from '../../web/render.ts';
import { clientSignal } from '../abort.ts';
import { compress } from '../cache/compression.ts';
import { etagOf, isKnown } from '../cache/etag.ts';
import { preferredEncoding, preferredLanguage } from '../cache/negotiation.ts';
import { type CachedResponse, type ResponseCache, responseKey } from '../cache/response-cache.ts';
import { sendDirectly, sendNotModified, serverTiming, validityOf } from '../cache/send-cached.ts';
import type { FairTurns } from '../fair-turns.ts';
import type { Execute, ExecutedOperation } from '../graphql/execution.ts';
import { askedBeside } from '../graphql/persisted-request.ts';
import { type MomentOfAsked, publicationKey, tokenOf } from '../publication.ts';
import type { RequestRecord } from '../request-record.ts';
import { A_PAGE } from './error-page.ts';
import { assetPath, PAGE_POLICY, registerTheme } from './theme.ts';

export interface PageRouteParts {
  readonly execute: Execute;
  readonly momentOfAsked: MomentOfAsked;
  readonly cache: ResponseCache;
  readonly turns: FairTurns;
  /** What banners tell beside the publication: whether the database answers, how a refresh went. */
  readonly stateNow: () => string;
}

/** A request for a page. */
interface Asked {
  readonly page: AnyPage;
  readonly request: PageRequest;
  /** Its path, as it was asked for. */
  readonly self: string;
}

/** Serves every page, and the files of the theme. */
export function registerPages(app: FastifyInstance, parts: PageRouteParts): void {
  registerTheme(app);
  const { execute, momentOfAsked, cache, turns, stateNow } = parts;

  const answersOf = async (
    { page, request }: Asked,
    publication: AskedPublication | null,
    { own, signal }: { readonly own: RequestRecord; readonly signal: AbortSignal },
  ) => {
    const variables = page.variables(request);
    const run = async (document: ExecutedOperation['document'], record: RequestRecord) => {
      const result = await execute({ document, variableValues: variables }, { record, signal });
      return dataOf(result);
    };
    const record = recordFor(publication, own);
    const data = (await run(page.operation, record)) as WithStatus;
    const { seen } = record;
    if (!page.texts) return { data, texts: null, seen };
    const ofTexts = recordFor(publication, own);
    const texts = await run(page.texts, ofTexts).catch((error: unknown) => {
      if (error instanceof DatabaseUnavailableError) return null;
      throw error;
    });
    // Another publication came in between: what is shown is not of one moment, and is not kept.
    const isOne = texts !== null && ofTexts.seen?.publication === seen?.publication;
    return { data, texts, seen: isOne ? seen : undefined };
  };

  const answer = async (asked: Asked, own: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { page, request, self } = asked;
    const { record, headers } = own;
    const encoding = preferredEncoding(headers);
    const publication = publicationOfPage(request, own);
    const of = momentOfAsked(publication);
    const state = stateNow();
    const keyAt = (publication: string, day: PlainDate) =>
      responseKey({
        ...{ publication, day, request: [page.name, self, canonical(request.query)] },
        form: [request.language, encoding, state],
      });
    const kept = of && cache.get(keyAt(publicationKey(of.publication), of.today));
    record.cache = kept ? 'hit' : 'miss';
    if (kept) {
      send(own, reply, publication, kept);
      return;
    }
    const { data, texts, seen } = await answersOf(asked, publication, {
      ...{ own: record, signal: clientSignal(reply.raw) },
    });
    const { status, text } = turns.timed(record.account, () =>
      renderPage(page, request, { self, asset: assetPath, answers: { data, texts } }),
    );
    const packed = await compress(Buffer.from(text), encoding);
    const made: CachedResponse = {
      body: packed.body,
      etag: etagOf([text, packed.encoding, manifest.version]),
      headers: {
        ...headersOf(request),
        ...(packed.encoding !== 'identity' && { 'content-encoding': packed.encoding }),
      },
    };
    if (status === 200 && seen && state === stateNow()) {
      cache.put(keyAt(seen.publication, seen.day), made);
      send(own, reply, publication, made);
      return;
    }
    reply
      .code(status)
      .headers({ ...made.headers, 'cache-control': 'no-store' })
      .send(made.body);
  };

  for (const page of PAGES) {
    app.get(page.path, A_PAGE, async (own, reply) => {
      own.record.operation = page.name;
      const asked = askedOf(page, own);
      await answer(asked, own, reply);
      return reply;
    });
  }
}

/** A record for one operation of a page, with the publication that its address names. */
function recordFor(publication: AskedPublication | null, record: RequestRecord): RequestRecord {
  return { ...record, ...(publication && { asked: publication }) };
}

function headersOf({ language }: PageRequest): Readonly<Record<string, string>> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'content-security-policy': PAGE_POLICY,
  };
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
    vary: 'accept-encoding, accept-language',
    'server-timing': serverTiming(record),
  };
  if (isKnown(headers, { etag })) sendNotModified(reply, validity);
  else sendDirectly(reply, response, validity);
}

/** The data of an answer; throws the error of one that has any. */
function dataOf({ data, errors }: ExecutionResult): unknown {
  const [error] = errors ?? [];
  if (!error) return data;
  throw error.originalError ?? error;
}

function askedOf(page: AnyPage, own: FastifyRequest): Asked {
  const { url, params, headers } = own;
  const [self = '/', search = ''] = url.split('?', 2);
  const query = new URLSearchParams(search);
  const preferred = preferredLanguage(headers['accept-language'], 'fr');
  const path = params as Readonly<Record<string, string>>;
  return { page, request: { path, query, language: languageOf(query, preferred) }, self };
}

/** The publication that a page is asked of; throws `BadUserInputError` for what names none. */
function publicationOfPage({ query }: PageRequest, own: FastifyRequest): AskedPublication | null {
  const beside = askedBeside(query, tokenOf(own));
  if ('en' in beside) throw new BadUserInputError(beside);
  return beside.asked;
}

/** Parameters in one order: two addresses that ask for the same have one answer. */
function canonical(query: URLSearchParams): string {
  const sorted = new URLSearchParams(query);
  sorted.sort();
  return sorted.toString();
}
