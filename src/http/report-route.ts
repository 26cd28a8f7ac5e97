import type { PlainDate } from '../domain/calendar.ts';
import { REPORTS } from '../reports/catalogue.ts';
import type { Answer } from './answer-cache.ts';
import { etagOf, matchesEtag } from './etag.ts';
import type { Asked, Exchange, Route } from './exchange.ts';
import { openApi } from './open-api.ts';
import { type Problem, sendProblem } from './problem.ts';
import { type ReportAddress, reportAddress } from './report-address.ts';
import { reportList, reportSchema } from './report-description.ts';
import {
  goneFrom,
  isKnown,
  momentOf,
  type Publication,
  questionOf,
  type RowsAddress,
  validityOf,
} from './report-question.ts';
import { type RowsParts, readRows } from './report-rows.ts';

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
  return (asked, exchange) => {
    const address = reportAddress(asked.path);
    return address && answer(parts, asked, exchange, address);
  };
}

async function answer(
  parts: ReportParts,
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
  if (address.kind === 'ROWS') return answerRows(parts, asked, exchange, address);
  sendText(asked, describe(address));
}

function describe(address: Exclude<ReportAddress, { kind: 'ROWS' }>): string {
  if (address.kind === 'LIST') return JSON.stringify(reportList(REPORTS));
  if (address.kind === 'OPEN_API') return JSON.stringify(openApi(REPORTS));
  return JSON.stringify(reportSchema(address.report));
}

async function answerRows(
  parts: ReportParts,
  asked: Asked,
  exchange: Exchange,
  address: RowsAddress,
): Promise<void> {
  exchange.operation = address.report.name;
  const question = questionOf(asked, address);
  if ('status' in question) return sendProblem(asked, exchange, question);
  exchange.format = question.name;
  // A database that does not answer is told when the rows are read.
  const publication = await parts.currentPublication().catch(() => null);
  if (publication) {
    const gone = goneFrom(question, publication);
    if (gone) return sendProblem(asked, exchange, gone);
    const moment = momentOf(question, publication, parts.today());
    const known = parts.cache.get(moment.identity);
    exchange.cache = known ? 'hit' : 'miss';
    if (isKnown(asked.request, moment)) {
      return void asked.response.writeHead(304, validityOf(question, moment, exchange)).end();
    }
    if (known) {
      return sendKept(asked, exchange, known, validityOf(question, moment, exchange));
    }
  }
  await readRows(parts, asked, exchange, question);
}

function sendKept(
  { request, response }: Asked,
  exchange: Exchange,
  { headers, body }: Answer,
  validity: Record<string, string>,
): void {
  const head = request.method === 'HEAD';
  if (!head && headers['x-row-count'] !== undefined) {
    exchange.rows = Number(headers['x-row-count']);
  }
  response.writeHead(200, { ...headers, ...validity, 'content-length': body.byteLength });
  response.end(head ? undefined : body);
}

/** A description, which changes with the program alone. */
function sendText({ request, response }: Asked, text: string): void {
  const etag = etagOf([text]);
  const validity = { etag, 'cache-control': 'public, max-age=0, must-revalidate' };
  if (matchesEtag(request.headers['if-none-match'], etag)) {
    response.writeHead(304, validity).end();
    return;
  }
  response.writeHead(200, {
    ...validity,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}
