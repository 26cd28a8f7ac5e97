import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { GraphQLError, print } from 'graphql';
import type { Logger } from 'pino';
import { type PlainDate, parisDate, parisMidnight } from '../domain/calendar.ts';
import { ClientClosedRequestError, type ErrorCode, TimeoutError } from '../domain/errors.ts';
import type { OpenRequest } from '../graphql/context.ts';
import { REPORTS } from '../reports/catalogue.ts';
import { ReportSourceDocument, type ReportSourceQuery } from '../reports/documents.ts';
import { type LabelledTable, withLabels } from '../reports/labels.ts';
import { type Batch, readReport } from '../reports/read.ts';
import type { Report, Row } from '../reports/report.ts';
import { openSnapshot, type Snapshot } from '../reports/snapshot.ts';
import type { Answer, AnswerCache, AnswerIdentity } from './answer-cache.ts';
import { toClientError } from './client-error.ts';
import { etagOf, matchesEtag } from './etag.ts';
import type { Asked, Exchange, Route } from './exchange.ts';
import type { ExportGate } from './export-gate.ts';
import { type Encoding, encodingFor, mediaTypeFor } from './negotiation.ts';
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
import { serverTiming } from './send-answer.ts';

type Publication = Pick<Snapshot['publication'], 'id' | 'publishedAt'>;

/** What reports are made of. */
export interface ReportParts {
  readonly logger: Logger;
  readonly openRequest: (signal: AbortSignal) => Promise<OpenRequest>;
  /** Looks up the publication that is served now; nothing without one. */
  readonly currentPublication: () => Promise<Publication | null | undefined>;
  /** Today in Paris. */
  readonly today: () => PlainDate;
  readonly cache: AnswerCache;
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
  if ('status' in address) return refuse(asked, exchange, address);
  if (method !== 'GET' && method !== 'HEAD') {
    return refuse(asked, exchange, {
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

type RowsAddress = Extract<ReportAddress, { kind: 'ROWS' }>;

/** One form of one report, as it was asked for. */
interface Question {
  readonly report: Report;
  readonly name: FormatName;
  readonly format: ReportFormat;
  /** Whether the file itself is packed. */
  readonly gzipped: boolean;
  /** Whether the format was left to what the client accepts. */
  readonly negotiated: boolean;
  readonly encoding: Encoding;
  readonly options: ReportOptions;
}

async function answerRows(
  parts: ReportParts,
  asked: Asked,
  exchange: Exchange,
  address: RowsAddress,
): Promise<void> {
  exchange.operation = address.report.name;
  const question = questionOf(asked, address);
  if ('status' in question) return refuse(asked, exchange, question);
  exchange.format = question.name;
  // A database that does not answer is told when the rows are read.
  const publication = await parts.currentPublication().catch(() => null);
  if (publication) {
    const gone = goneFrom(question, publication);
    if (gone) return refuse(asked, exchange, gone);
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

/** What is asked for; a problem when it cannot be. */
function questionOf(
  { request: { headers }, search }: Asked,
  { report, format, gzipped }: RowsAddress,
): Question | Problem {
  const names = format ? [format] : (Object.keys(REPORT_FORMATS) as FormatName[]);
  const typeOf = (each: FormatName) =>
    gzipped ? 'application/gzip' : (REPORT_FORMATS[each].mediaType.split(';')[0] ?? '');
  const types = new Map(names.map((each) => [typeOf(each), each]));
  const type = mediaTypeFor(headers.accept, [...types.keys()]);
  const name = type === null ? undefined : types.get(type);
  if (name === undefined) {
    return {
      ...{ status: 406, code: 'BAD_REQUEST' },
      detail: `an answer in ${JSON.stringify(headers.accept)} was asked for: ${[...types.keys()].join(', ')} can be given here`,
    };
  }
  const { options, problems } = reportOptions(report, name, new URLSearchParams(search));
  if (problems.length > 0) {
    const detail = problems.map(({ parameter, message }) => `${parameter} ${message}`).join('; ');
    return { status: 400, code: 'BAD_USER_INPUT', detail, errors: problems };
  }
  const written = name === 'csv' ? CSV_PROFILES[options.profile] : REPORT_FORMATS[name];
  const encoding = written.packed || gzipped ? 'identity' : encodingFor(headers['accept-encoding']);
  return { report, name, format: written, gzipped, negotiated: !format, encoding, options };
}

function goneFrom({ options: { publication } }: Question, { id }: Publication): Problem | null {
  if (publication === null || publication === id) return null;
  return {
    ...{ status: 410, code: 'NOT_FOUND' },
    detail: `publication ${publication} is not served: ${id} is`,
  };
}

/** What an answer depends on beside the question: the publication, and the day it is looked at. */
interface Moment {
  readonly asOf: string;
  readonly identity: AnswerIdentity;
  readonly etag: string;
  readonly modified: Date;
}

function momentOf(question: Question, publication: Publication, today: PlainDate): Moment {
  const { report, name, gzipped, encoding, options } = question;
  // The address of a publication means the same for good: its own day stands in for today.
  const day = options.publication === null ? today : parisDate(publication.publishedAt);
  const given = options.values['as_of'];
  const values = Object.entries({ ...options.values, as_of: given ?? day });
  const identity = {
    publication: publication.id,
    day,
    asked: [
      fingerprintOf(report),
      publication.publishedAt.toISOString(),
      JSON.stringify(values.toSorted(([a], [b]) => (a < b ? -1 : 1))),
      String(options.limit),
    ],
    form: [name, String(gzipped), encoding, options.profile, String(options.labels)],
  };
  // Statuses follow the day: at midnight an answer of today is another one.
  const begun = given === undefined ? parisMidnight(day).getTime() : 0;
  return {
    asOf: String(given ?? day),
    identity,
    etag: etagOf([
      identity.publication,
      given === undefined ? day : null,
      ...identity.asked,
      ...identity.form,
    ]),
    modified: new Date(Math.max(publication.publishedAt.getTime(), begun)),
  };
}

/** Headers that say for how long an answer is good, and of what. */
function validityOf(
  { report, negotiated, options }: Question,
  { etag, modified }: Moment,
  exchange: Exchange,
): Record<string, string> {
  // What was asked with a key is kept by the asker alone.
  const scope = exchange.caller === null ? 'public' : 'private';
  return {
    etag,
    'last-modified': modified.toUTCString(),
    'cache-control':
      options.publication === null
        ? `${scope}, max-age=0, must-revalidate`
        : `${scope}, max-age=31536000, immutable`,
    vary: negotiated ? 'accept, accept-encoding' : 'accept-encoding',
    link: `</reports/${report.name}/schema>; rel="describedby"`,
    'server-timing': serverTiming(exchange),
  };
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

/** Reads the rows and sends them, once it is their turn. */
async function readRows(
  parts: ReportParts,
  asked: Asked,
  exchange: Exchange,
  question: Question,
): Promise<void> {
  const { response } = asked;
  using patience = patienceOf(response, parts.timeout);
  let leave: (() => void) | null = null;
  try {
    leave = await parts.gate.enter(patience.signal);
    if (leave === null) {
      return refuse(asked, exchange, {
        ...{ status: 503, code: 'TOO_MANY_EXPORTS', headers: { 'retry-after': RETRY_AFTER } },
        detail: 'too many reports are being read: ask again',
      });
    }
    await using snapshot = await openSnapshot(
      () => parts.openRequest(patience.signal),
      parts.holdsSnapshots,
    );
    await sendRows(parts, asked, exchange, question, snapshot);
  } catch (error) {
    const reason = patience.signal.aborted ? patience.signal.reason : error;
    const { problem, fault } = problemOf(reason, exchange.requestId);
    if (fault !== undefined) {
      parts.logger.error({ err: fault, requestId: exchange.requestId }, 'unexpected error');
    }
    exchange.codes = [problem.code];
    // What was sent so far must not pass for a whole file.
    if (response.headersSent) response.destroy();
    else refuse(asked, exchange, problem);
  } finally {
    leave?.();
  }
}

async function sendRows(
  parts: ReportParts,
  asked: Asked,
  exchange: Exchange,
  question: Question,
  snapshot: Snapshot,
): Promise<void> {
  const { report, name, format, gzipped, encoding, options } = question;
  const { publication } = snapshot;
  const gone = goneFrom(question, publication);
  if (gone) return refuse(asked, exchange, gone);
  const moment = momentOf(question, publication, snapshot.today);
  const values = { ...options.values, as_of: moment.asOf };
  const batches = readReport(report, values, snapshot, options.limit);
  // Errors of the values come with the first rows: nothing is sent before those are there.
  const first = await batches.next();
  const language = options.labels ?? 'fr';
  const source = await sourceOf(snapshot, moment.asOf, language);
  const table = withLabels(report.columns, options.labels);
  const day = source.exportedOn ?? parisDate(publication.publishedAt);
  const headers = {
    'content-type': gzipped ? 'application/gzip' : format.mediaType,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    'content-disposition': `attachment; filename="debouches-${report.name}-${day}.${name}${gzipped ? '.gz' : ''}"`,
    ...(!first.done && first.value.last && { 'x-row-count': String(first.value.rows.length) }),
  };
  const { request, response } = asked;
  response.writeHead(200, { ...headers, ...validityOf(question, moment, exchange) });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  exchange.rows = 0;
  const count = (rows: readonly Row[]) => {
    exchange.rows = (exchange.rows ?? 0) + rows.length;
  };
  const written = format.write({
    ...{ report, source, language, columns: table.columns },
    batches: counted(first, batches, table, count, (error) => {
      exchange.codes = [problemOf(error, exchange.requestId).problem.code];
    }),
  });
  const body = await sendBytes(response, written, gzipped ? 'gzip' : encoding, parts.cache.largest);
  if (body) {
    const kept = { ...headers, 'x-row-count': String(exchange.rows) };
    parts.cache.put(moment.identity, { body, headers: kept, etag: moment.etag });
  }
}

/** Sends what is written, packed; gives it back whole unless it is larger than is kept. */
async function sendBytes(
  response: ServerResponse,
  written: ReturnType<ReportFormat['write']>,
  encoding: Encoding,
  largest: number,
): Promise<Buffer | null> {
  response.setTimeout(IDLE, () => response.destroy());
  let kept: Buffer[] | null = [];
  let bytes = 0;
  const keeping = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength;
      if (bytes > largest) kept = null;
      kept?.push(chunk);
      yield chunk;
    }
  };
  const source = Readable.from(written, { objectMode: false });
  if (encoding === 'identity') await pipeline(source, keeping, response);
  else await pipeline(source, packer(encoding), keeping, response);
  return kept && Buffer.concat(kept);
}

function packer(encoding: Exclude<Encoding, 'identity'>) {
  if (encoding === 'gzip') return createGzip();
  // Quality 4 packs better than gzip in the same time; the usual 11 takes a hundred times as long.
  return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
}

/** The rows of all batches, the first of which was read already, as the table has them. */
async function* counted(
  first: IteratorResult<Batch>,
  rest: AsyncGenerator<Batch>,
  { rowOf }: LabelledTable,
  count: (rows: readonly Row[]) => void,
  onBreak: (error: unknown) => void,
): AsyncGenerator<readonly Row[]> {
  for (let next = first; !next.done; ) {
    count(next.value.rows);
    yield next.value.rows.map(rowOf);
    if (next.value.last) return;
    try {
      next = await rest.next();
    } catch (error) {
      // Said at once: the connection ends before the error comes back to who sends.
      onBreak(error);
      throw error;
    }
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

/** Whether the client has this answer already. */
function isKnown({ headers }: IncomingMessage, { etag, modified }: Moment): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return matchesEtag(tags, etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return since >= Math.floor(modified.getTime() / 1000) * 1000;
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

function refuse({ request, response }: Asked, exchange: Exchange, problem: Problem): void {
  exchange.codes = [problem.code];
  const body = problemBody(problem);
  response.writeHead(problem.status, {
    'cache-control': 'no-store',
    ...problem.headers,
    'content-type': PROBLEM_TYPE,
    'content-length': Buffer.byteLength(body),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
