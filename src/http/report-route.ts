import type { PlainDate } from '../domain/calendar.ts';
import { REPORTS } from '../reports/catalogue.ts';
import type { Answer } from './answer-cache.ts';
import type { Publication } from './edition.ts';
import { etagOf } from './etag.ts';
import type { Asked, Exchange, Route } from './exchange.ts';
import { openApi } from './open-api.ts';
import { type Problem, sendProblem } from './problem.ts';
import { createRecall, type Recall } from './recall.ts';
import { type ReportAddress, reportAddress } from './report-address.ts';
import { reportList, reportSchema } from './report-description.ts';
import {
  goneFrom,
  isKnown,
  momentOf,
  type Question,
  questionOf,
  type RowsAddress,
  validityOf,
} from './report-question.ts';
import { type RowsParts, readRows } from './report-rows.ts';
import { beginAnswer, sendWhole } from './send.ts';
import { sendAnswer } from './send-answer.ts';

/** What reports are made of. */
export interface ReportParts extends RowsParts {
  /** Looks up the publication that is served now; nothing without one. */
  readonly currentPublication: () => Promise<Publication | null | undefined>;
  /** Today in Paris. */
  readonly today: () => PlainDate;
}

/**
 * Makes the route of all addresses below `/reports`. An answer that breaks off ends its connection:
 * no client takes it for whole. Answers that fit are kept, under the publication and the day that
 * they were really read on.
 */
export function createReportRoute(parts: ReportParts): Route {
  const means = { ...parts, recall: createRecall<Question | Problem>() };
  return (asked, exchange) => {
    const address = reportAddress(asked.path);
    return address && answer(means, asked, exchange, address);
  };
}

interface Means extends ReportParts {
  /** What was asked before is not read again. */
  readonly recall: Recall<Question | Problem>;
}

async function answer(
  means: Means,
  asked: Asked,
  exchange: Exchange,
  address: ReportAddress | Problem,
): Promise<void> {
  const { method } = asked.request;
  if ('status' in address) return sendProblem(asked, exchange, address);
  if (method !== 'GET' && method !== 'HEAD') {
    return sendProblem(asked, exchange, {
      ...{ status: 405, code: 'BAD_REQUEST', headers: { allow: 'GET, HEAD, OPTIONS' } },
      detail: `${method} is not accepted: reports are read by GET`,
    });
  }
  if (address.kind === 'ROWS') return answerRows(means, asked, exchange, address);
  const text = describe(address);
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  sendAnswer(asked, exchange, { body: Buffer.from(text), headers, etag: etagOf([text]) });
}

function describe(address: Exclude<ReportAddress, { kind: 'ROWS' }>): string {
  if (address.kind === 'LIST') return JSON.stringify(reportList(REPORTS));
  if (address.kind === 'OPEN_API') return JSON.stringify(openApi(REPORTS));
  return JSON.stringify(reportSchema(address.report));
}

async function answerRows(
  means: Means,
  asked: Asked,
  exchange: Exchange,
  address: RowsAddress,
): Promise<void> {
  exchange.operation = address.report.name;
  const question = means.recall(asked, () => questionOf(asked, address));
  if ('status' in question) return sendProblem(asked, exchange, question);
  exchange.format = question.name;
  // A database that does not answer is told when the rows are read.
  const publication = await means.currentPublication().catch(() => null);
  if (publication) {
    const gone = goneFrom(question, publication);
    if (gone) return sendProblem(asked, exchange, gone);
    const moment = momentOf(question, publication, means.today());
    const known = means.cache.get(moment.identity);
    exchange.cache = known ? 'hit' : 'miss';
    if (isKnown(asked.request, moment)) {
      const validity = validityOf(question, moment, exchange);
      return void beginAnswer(asked.response, exchange, 304, validity).end();
    }
    if (known) {
      return sendKept(asked, exchange, known, validityOf(question, moment, exchange));
    }
  }
  await readRows(means, asked, exchange, question);
}

function sendKept(
  { request, response }: Asked,
  exchange: Exchange,
  { headers, body }: Answer,
  validity: Record<string, string>,
): void {
  if (request.method !== 'HEAD' && headers['x-row-count'] !== undefined) {
    exchange.rows = Number(headers['x-row-count']);
  }
  sendWhole(response, exchange, 200, { ...headers, ...validity }, body);
}
