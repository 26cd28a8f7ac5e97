import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import manifest from '../../../package.json' with { type: 'json' };
import type { PlainDate } from '../../domain/calendar.ts';
import { DatabaseUnavailableError } from '../../domain/errors.ts';
import type { AskedPublication } from '../../snapshot/asked-publication.ts';
import type { AnyPage, PageRequest, Sources, WithStatus } from '../../web/page.ts';
import { PAGES } from '../../web/pages.ts';
import { renderPage } from '../../web/render.ts';
import { clientSignal } from '../abort.ts';
import { compress } from '../cache/compression.ts';
import { etagOf, isKnown } from '../cache/etag.ts';
import { preferredEncoding } from '../cache/negotiation.ts';
import { type CachedResponse, type ResponseCache, responseKey } from '../cache/response-cache.ts';
import { sendDirectly, sendNotModified, serverTiming, validityOf } from '../cache/send-cached.ts';
import type { Execute } from '../graphql/execution.ts';
import { type MomentOfAsked, publicationKey } from '../publication.ts';
import { A_PAGE } from './error-page.ts';
import { type CheckParts, checkOfPage } from './gather.ts';
import { type AskOperation, operationsOf, publicationOfPage } from './page-operations.ts';
import { pageRequestOf, pathOf } from './page-request.ts';
import { PAGE_POLICY } from './theme.ts';

export interface PageRouteParts extends CheckParts {
  readonly execute: Execute;
  readonly momentOfAsked: MomentOfAsked;
  readonly cache: ResponseCache;
  /** What banners tell beside the publication: whether the database answers, how a refresh went. */
  readonly stateNow: () => string;
}

/** Serves every page. */
export function registerPages(app: FastifyInstance, parts: PageRouteParts): void {
  const { execute, momentOfAsked, cache, turns, stateNow } = parts;

  const answer = async (page: AnyPage, own: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const request = pageRequestOf(own);
    const self = pathOf(own);
    const { record, headers } = own;
    const encoding = preferredEncoding(headers);
    const publication = publicationOfPage(request, own);
    const of = momentOfAsked(publication);
    const state = stateNow();
    const keyAt = (publication: string, day: PlainDate) =>
      responseKey({
        ...{ publication, day, request: [page.name, self, canonical(request.query)] },
        form: [request.language, request.origin, encoding, state],
      });
    const signal = clientSignal(reply.raw);
    const check = checkOfPage(parts, request, publication, own, signal);
    // What is newest decides a check, and no key names it.
    const kept = of && !check && cache.get(keyAt(publicationKey(of.publication), of.today));
    record.cache = kept ? 'hit' : 'miss';
    if (kept) {
      send(own, reply, publication, kept);
      return;
    }
    const ask = operationsOf(execute, own, { publication, signal });
    const { data, texts, seen } = await answersOf(page, request, ask, check);
    const { status, text } = turns.timed(record.account, () =>
      renderPage(page, request, { self, theme: app.theme, answers: { data, texts } }),
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
    if (status === 200 && seen && !check && state === stateNow()) {
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
      await answer(page, own, reply);
      return reply;
    });
  }
}

/** What a page is made of. Without the database it has no texts, and is of no moment to keep it under. */
async function answersOf(
  page: AnyPage,
  request: PageRequest,
  ask: AskOperation,
  check: Sources['check'],
) {
  const variables = page.variables(request);
  const { data, seen } = await ask<WithStatus, unknown>(page.operation, variables);
  // Another publication that comes in between: what is shown is not of one moment, and is not kept.
  let isOne = true;
  const askMore: Sources['ask'] = async (operation, given) => {
    try {
      const answer = await ask(operation, given);
      isOne &&= answer.seen?.publication === seen?.publication;
      return answer.data;
    } catch (error) {
      isOne = false;
      throw error;
    }
  };
  const texts = await textsOf(page, request, { ask: askMore, check }, data).catch(
    (error: unknown) => {
      if (error instanceof DatabaseUnavailableError) return null;
      throw error;
    },
  );
  return { data, texts, seen: isOne ? seen : undefined };
}

function textsOf(
  page: AnyPage,
  request: PageRequest,
  sources: Sources,
  data: WithStatus,
): Promise<unknown> {
  if (page.gather) return page.gather(request, sources, data);
  if (page.texts) return sources.ask(page.texts, page.variables(request));
  return Promise.resolve(null);
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

/** Parameters in one order: two addresses that ask for the same have one answer. */
function canonical(query: URLSearchParams): string {
  const sorted = new URLSearchParams(query);
  sorted.sort();
  return sorted.toString();
}
