import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { GraphQLError, print } from 'graphql';
import type { Logger } from 'pino';
import { parisDate, parisMidnight } from '../domain/calendar.ts';
import { ClientClosedRequestError, type ErrorCode, TimeoutError } from '../domain/errors.ts';
import type { OpenRequest } from '../graphql/context.ts';
import { REPORTS } from '../reports/catalogue.ts';
import { ReportSourceDocument, type ReportSourceQuery } from '../reports/documents.ts';
import { type LabelledTable, withLabels } from '../reports/labels.ts';
import { type Batch, readReport } from '../reports/read.ts';
import type { Report, Row } from '../reports/report.ts';
import { openSnapshot, type Snapshot } from '../reports/snapshot.ts';
import { toClientError } from './client-error.ts';
import { etagOf, matchesEtag } from './etag.ts';
import type { Asked, Exchange, Route } from './exchange.ts';
import type { ExportGate } from './export-gate.ts';
import { acceptance, type Coding, codingOf } from './negotiation.ts';
import { openApi } from './open-api.ts';
import { PROBLEM_TYPE, type Problem, problemBody } from './problem.ts';
import { type ReportAddress, reportAddress } from './report-address.ts';
import { reportList, reportSchema } from './report-description.ts';
import {
  CSV_PROFILES,
  type FormatName,
  REPORT_FORMATS,
  type ReportFormat,
  type TableSource,
} from './report-format.ts';
import { type ReportOptions, reportOptions } from './report-options.ts';

/** What reports are made of. */
export interface ReportParts {
  readonly logger: Logger;
  readonly openRequest: (signal: AbortSignal) => Promise<OpenRequest>;
  /** Whether the database keeps one moment of itself for as long as a report is read. */
  readonly holdsSnapshots: boolean;
  readonly gate: ExportGate;
  /** How long a report may take to be sent, its wait included, in milliseconds. */
  readonly timeout: number;
}

/** Seconds after which a client that was sent away may come again. */
const RETRY_AFTER = '5';

/** A client that reads nothing for so long, in milliseconds, has left. */
const IDLE = 60_000;

/**
 * Makes the route of all addresses below `/reports`. An answer that breaks off ends its connection:
 * no client takes it for whole.
 */
export function createReportEndpoint(parts: ReportParts): Route {
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
  const { request, response } = asked;
  const refuse = (problem: Problem) => {
    exchange.codes = [problem.code];
    sendProblem(request, response, problem);
  };
  if ('status' in address) refuse(address);
  else if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse({
      ...{ status: 405, code: 'BAD_REQUEST', headers: { allow: 'GET, HEAD, OPTIONS' } },
      detail: `${request.method} is not accepted: reports are read by GET`,
    });
  } else if (address.kind === 'ROWS') {
    await answerRows(parts, asked, exchange, address, refuse);
  } else {
    sendText(request, response, describe(address), 'application/json; charset=utf-8');
  }
}

function describe(address: Exclude<ReportAddress, { kind: 'ROWS' }>): string {
  if (address.kind === 'LIST') return JSON.stringify(reportList(REPORTS));
  if (address.kind === 'OPEN_API') return JSON.stringify(openApi(REPORTS));
  return JSON.stringify(reportSchema(address.report));
}

type RowsAddress = Extract<ReportAddress, { kind: 'ROWS' }>;

async function answerRows(
  parts: ReportParts,
  { request, response, search }: Asked,
  exchange: Exchange,
  address: RowsAddress,
  refuse: (problem: Problem) => void,
): Promise<void> {
  const { report } = address;
  const { requestId } = exchange;
  exchange.operation = report.name;
  const name = formatFor(address, request.headers.accept);
  if (name === null) {
    const types = Object.values(REPORT_FORMATS).map(({ mediaType }) => mediaType.split(';')[0]);
    const served = address.format
      ? [REPORT_FORMATS[address.format].mediaType.split(';')[0]]
      : types;
    return refuse({
      ...{ status: 406, code: 'BAD_REQUEST' },
      detail: `an answer in ${JSON.stringify(request.headers.accept)} was asked for: ${served.join(', ')} can be given here`,
    });
  }
  exchange.format = name;
  const { options, problems } = reportOptions(report, name, new URLSearchParams(search));
  if (problems.length > 0) {
    const detail = problems.map(({ parameter, message }) => `${parameter} ${message}`).join('; ');
    return refuse({ status: 400, code: 'BAD_USER_INPUT', detail, errors: problems });
  }
  using patience = patienceOf(response, parts.timeout);
  let leave: (() => void) | null = null;
  try {
    leave = await parts.gate.enter(patience.signal);
    if (leave === null) {
      return refuse({
        ...{ status: 503, code: 'TOO_MANY_EXPORTS', headers: { 'retry-after': RETRY_AFTER } },
        detail: 'too many reports are being read: ask again',
      });
    }
    await using snapshot = await openSnapshot(
      () => parts.openRequest(patience.signal),
      parts.holdsSnapshots,
    );
    await sendRows(request, response, { address, name, options, snapshot, exchange, refuse });
  } catch (error) {
    const reason = patience.signal.aborted ? patience.signal.reason : error;
    const { problem, fault } = problemOf(reason, requestId);
    if (fault !== undefined) parts.logger.error({ err: fault, requestId }, 'unexpected error');
    exchange.codes = [problem.code];
    // What was sent so far must not pass for a whole file.
    if (response.headersSent) response.destroy();
    else refuse(problem);
  } finally {
    leave?.();
  }
}

interface Answer {
  readonly address: RowsAddress;
  readonly name: FormatName;
  readonly options: ReportOptions;
  readonly snapshot: Snapshot;
  readonly exchange: Exchange;
  readonly refuse: (problem: Problem) => void;
}

async function sendRows(
  request: IncomingMessage,
  response: ServerResponse,
  { address, name, options, snapshot, exchange, refuse }: Answer,
): Promise<void> {
  const { report, gzipped } = address;
  const { publication } = snapshot;
  if (options.publication !== null && options.publication !== publication.id) {
    return refuse({
      ...{ status: 410, code: 'NOT_FOUND' },
      detail: `publication ${options.publication} is not served: ${publication.id} is`,
    });
  }
  const format = name === 'csv' ? CSV_PROFILES[options.profile] : REPORT_FORMATS[name];
  const coding = format.packed || gzipped ? null : codingOf(request.headers['accept-encoding']);
  const published = parisDate(publication.publishedAt);
  const today = options.publication === null ? snapshot.today : published;
  const asOf = String(options.values['as_of'] ?? today);
  const values = { ...options.values, as_of: asOf };
  const etag = etagOf([
    ...[publication.id, publication.publishedAt.toISOString(), fingerprintOf(report), name],
    ...[String(gzipped), coding, options.profile, options.labels, options.limit],
    JSON.stringify(sorted(values)),
  ]);
  // Statuses follow the day: at midnight an answer of today is another one.
  const midnight = 'as_of' in options.values ? publication.publishedAt : parisMidnight(today);
  const modified = new Date(Math.max(publication.publishedAt.getTime(), midnight.getTime()));
  // What was asked with a key is kept by the asker alone.
  const scope = exchange.caller === null ? 'public' : 'private';
  const headers = {
    etag,
    'last-modified': modified.toUTCString(),
    'cache-control':
      options.publication === null ? `${scope}, no-cache` : `${scope}, max-age=31536000, immutable`,
    vary: address.format === null ? 'accept, accept-encoding' : 'accept-encoding',
    link: `</reports/${report.name}/schema>; rel="describedby"`,
  };
  if (isKnown(request, etag, modified)) {
    response.writeHead(304, headers).end();
    return;
  }
  const batches = readReport(report, values, snapshot, options.limit);
  // Errors of the values come with the first rows: nothing is sent before those are there.
  const first = await batches.next();
  const source = await sourceOf(snapshot, asOf, options.labels ?? 'fr');
  const day = source.exportedOn ?? published;
  const table = withLabels(report.columns, options.labels);
  response.writeHead(200, {
    ...headers,
    ...(gzipped ? { 'content-type': 'application/gzip' } : { 'content-type': format.mediaType }),
    ...(coding && { 'content-encoding': coding }),
    'content-disposition': `attachment; filename="debouches-${report.name}-${day}.${name}${gzipped ? '.gz' : ''}"`,
    ...(!first.done && first.value.last && { 'x-row-count': first.value.rows.length }),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  exchange.rows = 0;
  const count = (rows: readonly Row[]) => {
    exchange.rows = (exchange.rows ?? 0) + rows.length;
  };
  const written = format.write({
    ...{ report, source, columns: table.columns, language: options.labels ?? 'fr' },
    batches: counted(first, batches, table, count),
  });
  await sendBytes(response, written, gzipped ? 'gzip' : coding);
}

async function sendBytes(
  response: ServerResponse,
  written: ReturnType<ReportFormat['write']>,
  coding: Coding | null,
): Promise<void> {
  response.setTimeout(IDLE, () => response.destroy());
  const bytes = Readable.from(written, { objectMode: false });
  if (coding === null) await pipeline(bytes, response);
  else if (coding === 'gzip') await pipeline(bytes, createGzip(), response);
  else {
    // Quality 4 packs better than gzip in the same time; the usual 11 takes a hundred times as long.
    const params = { [constants.BROTLI_PARAM_QUALITY]: 4 };
    await pipeline(bytes, createBrotliCompress({ params }), response);
  }
}

/** The rows of all batches, the first of which was read already, as the table has them. */
async function* counted(
  first: IteratorResult<Batch>,
  rest: AsyncGenerator<Batch>,
  { rowOf }: LabelledTable,
  count: (rows: readonly Row[]) => void,
): AsyncGenerator<readonly Row[]> {
  for (let next = first; !next.done; next = await rest.next()) {
    count(next.value.rows);
    yield next.value.rows.map(rowOf);
    if (next.value.last) return;
    // The embedded database answers without leaving the processor: others are let in between pages,
    // and the client's leaving is heard.
    await setImmediate();
  }
}

async function sourceOf(
  snapshot: Snapshot,
  asOf: string,
  language: 'fr' | 'en',
): Promise<TableSource> {
  const { dataStatus } = (await snapshot.read(ReportSourceDocument, {})) as ReportSourceQuery;
  return {
    publication: snapshot.publication.id,
    publishedAt: snapshot.publication.publishedAt.toISOString(),
    exportedOn: dataStatus.exportedOn,
    asOf,
    attribution: dataStatus.attribution,
    licence: `${dataStatus.licence}, ${dataStatus.licenceUrl}`,
    notice: dataStatus.notice?.[language] ?? null,
  };
}

/** The format of the address, if the client accepts it, or else the one it accepts best. */
function formatFor(
  { format, gzipped }: RowsAddress,
  accept: string | undefined,
): FormatName | null {
  const wanted = (name: FormatName) => {
    const { mediaType } = REPORT_FORMATS[name];
    return acceptance(accept, gzipped ? 'application/gzip' : mediaType);
  };
  const names = format ? [format] : (Object.keys(REPORT_FORMATS) as FormatName[]);
  const [best] = names
    .map((name) => ({ name, weight: wanted(name) }))
    .toSorted((a, b) => b.weight - a.weight);
  return best && best.weight > 0 ? best.name : null;
}

/** A signal that is given when the client goes away, or after so many milliseconds. */
function patienceOf(response: ServerResponse, milliseconds: number) {
  const controller = new AbortController();
  const leave = () => {
    if (!response.writableFinished) controller.abort(new ClientClosedRequestError());
  };
  const timer = setTimeout(() => {
    controller.abort(
      new TimeoutError(
        `the report took longer than ${milliseconds / 1000} s and was given up: ask for fewer rows`,
      ),
    );
  }, milliseconds);
  response.once('close', leave);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      response.off('close', leave);
    },
  };
}

const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  BAD_USER_INPUT: 400,
  QUERY_TOO_COMPLEX: 400,
  NO_PUBLICATION: 503,
  PUBLICATION_REPLACED: 503,
  TIMEOUT: 503,
  CLIENT_CLOSED_REQUEST: 499,
};

/** What to tell a client of an error, and the fault to write in the log. */
function problemOf(error: unknown, requestId: string): { problem: Problem; fault?: unknown } {
  const originalError = error instanceof Error ? error : new Error(String(error));
  const given =
    originalError.name === 'GraphQLError'
      ? (originalError as GraphQLError)
      : new GraphQLError(originalError.message, { originalError });
  const { error: told, fault } = toClientError(given, requestId);
  const code = told.extensions['code'] as ErrorCode;
  const status = STATUS[code] ?? 500;
  return {
    problem: {
      ...{ status, code, detail: told.message },
      ...(status === 500 && { requestId }),
      ...(status === 503 && { headers: { 'retry-after': RETRY_AFTER } }),
    },
    ...(fault !== undefined && { fault }),
  };
}

const fingerprints = new WeakMap<Report, string>();

/** Tells a report of one version of the product from that of another. */
function fingerprintOf(report: Report): string {
  const known = fingerprints.get(report);
  if (known) return known;
  const text = print(report.document) + JSON.stringify(report.columns);
  const made = createHash('sha256').update(text).digest('base64url');
  fingerprints.set(report, made);
  return made;
}

function sorted(values: Readonly<Record<string, unknown>>) {
  return Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Whether the client has this answer already. */
function isKnown({ headers }: IncomingMessage, etag: string, modified: Date): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return matchesEtag(tags, etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return since >= Math.floor(modified.getTime() / 1000) * 1000;
}

function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  text: string,
  contentType: string,
): void {
  const etag = etagOf([text]);
  const headers = { etag, 'cache-control': 'public, no-cache', 'content-type': contentType };
  if (isKnown(request, etag, new Date(8.64e15))) response.writeHead(304, headers).end();
  else {
    response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(text) });
    response.end(request.method === 'HEAD' ? undefined : text);
  }
}

function sendProblem(request: IncomingMessage, response: ServerResponse, problem: Problem): void {
  const body = problemBody(problem);
  response.writeHead(problem.status, {
    'cache-control': 'no-store',
    ...problem.headers,
    'content-type': PROBLEM_TYPE,
    'content-length': Buffer.byteLength(body),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
