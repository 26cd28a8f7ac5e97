import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DatabaseUnavailableError } from '../../domain/errors.ts';
import { loadCharts } from '../../web/charts/library.ts';
import type { AnyPage, PageRequest, Sources, WithStatus } from '../../web/page.ts';
import { PAGES } from '../../web/pages.ts';
import { renderPage } from '../../web/render.ts';
import { clientSignal } from '../abort.ts';
import { challengeOfPage } from '../access/caller-check.ts';
import type { Execute } from '../graphql/execution.ts';
import { A_PAGE } from './error-page.ts';
import { type CheckParts, checkOfPage } from './gather.ts';
import { answerOnce, type KeptAnswerParts } from './kept-answer.ts';
import { type AskOperation, operationsOf, publicationOfPage } from './page-operations.ts';
import { pageRequestOf, pathOf } from './page-request.ts';
import { PAGE_POLICY } from './theme.ts';

export interface PageRouteParts extends CheckParts, KeptAnswerParts {
  readonly execute: Execute;
  /** Whether callers may give keys. */
  readonly hasKeys: boolean;
  /** What banners tell beside the publication: whether the database answers, how a refresh went. */
  readonly stateNow: () => string;
}

/** Serves every page. */
export function registerPages(app: FastifyInstance, parts: PageRouteParts): void {
  const { execute, turns, stateNow } = parts;

  const answer = async (page: AnyPage, own: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const request = pageRequestOf(own);
    const self = pathOf(own);
    const publication = publicationOfPage(request, own);
    const state = stateNow();
    const signal = clientSignal(reply.raw);
    const check = checkOfPage(parts, request, publication, own, signal);
    const asked = {
      publication,
      request: [page.name, self, canonical(request.query)],
      form: [request.language, request.origin, state],
      // What is newest decides a check, and no key names it.
      isKept: !check,
    };
    await answerOnce(parts, asked, own, reply, async () => {
      const ask = operationsOf(execute, own, { publication, signal });
      const [{ data, texts, seen }] = await Promise.all([
        answersOf(page, request, ask, check),
        loadCharts(),
      ]);
      const { status, text } = turns.timed(own.record.account, () =>
        renderPage(page, request, { self, theme: app.theme, answers: { data, texts } }),
      );
      const isOfNow = state === stateNow();
      const headers = {
        ...headersOf(request),
        ...(status === 401 && { 'www-authenticate': challengeOfPage(parts.hasKeys) }),
      };
      return { text, status, headers, seen: isOfNow ? seen : undefined };
    });
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

/** Parameters in one order: two addresses that ask for the same have one answer. */
function canonical(query: URLSearchParams): string {
  const sorted = new URLSearchParams(query);
  sorted.sort();
  return sorted.toString();
}
