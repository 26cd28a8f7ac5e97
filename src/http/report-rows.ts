import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { Logger } from 'pino';
import { parisDate } from '../domain/calendar.ts';
import type { OpenRequest } from '../graphql/context.ts';
import { ReportSourceDocument, type ReportSourceQuery } from '../reports/documents.ts';
import { type LabelledTable, withLabels } from '../reports/labels.ts';
import { type Batch, readReport } from '../reports/read.ts';
import type { Row } from '../reports/report.ts';
import { openSnapshot, type Snapshot } from '../reports/snapshot.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { Asked, Exchange } from './exchange.ts';
import type { Gate } from './gate.ts';
import type { Encoding } from './negotiation.ts';
import { leavingOf, patienceOf } from './patience.ts';
import { problemOf, RETRY_AFTER, sendProblem } from './problem.ts';
import type { ReportFormat, TableSource } from './report-format.ts';
import { goneFrom, momentOf, type Question, validityOf } from './report-question.ts';
import { beginAnswer } from './send.ts';

/** What rows are read and sent with. */
export interface RowsParts {
  readonly logger: Logger;
  readonly openRequest: (signal: AbortSignal) => Promise<OpenRequest>;
  readonly cache: AnswerCache;
  /** Whether the database keeps one moment of itself for as long as a report is read. */
  readonly holdsSnapshots: boolean;
  /** Lets in reports, each until it is sent. */
  readonly gate: Gate;
  /** Lets in pages of those reports: fewer at once than reports, of which some wait for clients. */
  readonly pages: Gate;
  /** How long a report may take to be sent, its wait included, in milliseconds. */
  readonly timeout: number;
}

const TOO_LONG = { what: 'report', ask: 'fewer rows' };

/** A client that reads nothing for so long, in milliseconds, has left. */
const IDLE = 60_000;

/** Reads the rows and sends them, once it is their turn. */
export async function readRows(
  parts: RowsParts,
  asked: Asked,
  exchange: Exchange,
  question: Question,
): Promise<void> {
  const { response } = asked;
  using leaving = leavingOf(response);
  using patience = patienceOf(leaving.signal, parts.timeout, TOO_LONG);
  if (parts.gate.isFull) {
    return sendProblem(asked, exchange, {
      ...{ status: 503, code: 'TOO_MANY_EXPORTS', headers: { 'retry-after': RETRY_AFTER } },
      detail: 'too many reports are being read: ask again',
    });
  }
  try {
    using _turn = await parts.gate.enter(patience.signal);
    await using snapshot = await openSnapshot(
      () => parts.openRequest(patience.signal),
      parts.holdsSnapshots,
    );
    const paged = inTurns(snapshot, parts.pages, patience.signal);
    await sendRows(parts, asked, exchange, question, paged);
  } catch (error) {
    const reason = patience.signal.aborted ? patience.signal.reason : error;
    const { problem, fault } = problemOf(reason, exchange.requestId);
    if (fault !== undefined) {
      parts.logger.error({ err: fault, requestId: exchange.requestId }, 'unexpected error');
    }
    exchange.codes = [problem.code];
    // What was sent so far must not pass for a whole file.
    if (response.headersSent) response.destroy();
    else sendProblem(asked, exchange, problem);
  }
}

async function sendRows(
  parts: RowsParts,
  asked: Asked,
  exchange: Exchange,
  question: Question,
  snapshot: Snapshot,
): Promise<void> {
  const { report, name, format, gzipped, encoding, options } = question;
  const { publication } = snapshot;
  const gone = goneFrom(question, publication);
  if (gone) return sendProblem(asked, exchange, gone);
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
  const validity = validityOf(question, moment, exchange);
  beginAnswer(response, exchange, 200, { ...headers, ...validity });
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

/** A snapshot whose documents are executed when the gate lets them in. */
function inTurns(snapshot: Snapshot, gate: Gate, signal: AbortSignal): Snapshot {
  return {
    ...snapshot,
    read: async (document, variables) => {
      using _turn = await gate.enter(signal);
      return await snapshot.read(document, variables);
    },
  };
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
