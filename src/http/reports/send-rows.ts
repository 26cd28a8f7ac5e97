import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply } from 'fastify';
import type PQueue from 'p-queue';
import type { Logger } from 'pino';
import type { Row } from '../../datasets/dataset.ts';
import { type LabelledTable, withLabels } from '../../datasets/labels.ts';
import type { Batch } from '../../datasets/read.ts';
import { parisDate } from '../../domain/calendar.ts';
import { clientSignal, Deadline } from '../abort.ts';
import { compressor } from '../cache/compression.ts';
import type { Encoding } from '../cache/negotiation.ts';
import type { ResponseCache } from '../cache/response-cache.ts';
import { headerList } from '../common-headers.ts';
import { sendError, sendProblem } from '../error-response.ts';
import { RETRY_AFTER } from '../errors.ts';
import { problemOf } from '../problem.ts';
import { type Moment, momentOf, publicationProblem, type ReportRequest } from './request.ts';
import type { OpenRows, RowSource } from './rows.ts';
import { IDLE_MS, sendFile } from './send-file.ts';
import { validityHeaders } from './validity.ts';
import type { FileWriting, WholeFiles } from './whole-files.ts';

/** What rows are read and sent with. */
export interface SendRowsParts {
  readonly logger: Logger;
  readonly openRows: OpenRows;
  readonly cache: ResponseCache;
  /** Answers that are written before they are sent. */
  readonly files: WholeFiles;
  /** Reports that are read and sent now, and those that wait for it. */
  readonly queue: PQueue;
  /** The most reports that may wait. */
  readonly queueLimit: number;
  /** How long a report may take to be sent, its wait included, in milliseconds. */
  readonly timeoutMs: number;
}

const TOO_LONG = { what: 'report', ask: 'fewer rows' };

/** Reads the rows and sends them, in the order of the requests, some at once. */
export async function sendRows(
  parts: SendRowsParts,
  reply: FastifyReply,
  request: ReportRequest,
): Promise<void> {
  const { queue, queueLimit, timeoutMs, logger } = parts;
  const { id, record } = reply.request;
  using deadline = new Deadline(clientSignal(reply.raw), timeoutMs, TOO_LONG);
  const { signal } = deadline;
  if (queue.pending >= queue.concurrency && queue.size >= queueLimit) {
    sendError(reply, { code: 'TOO_MANY_EXPORTS', headers: { 'retry-after': RETRY_AFTER } });
    return;
  }
  try {
    await queue.add(
      async () => {
        using source = await parts.openRows(signal);
        const either = AbortSignal.any([signal, source.signal]);
        const gone = publicationProblem(request, source.publication);
        if (gone) sendProblem(reply, gone);
        else if (request.format.whole) await sendWhole(source, parts, reply, request, either);
        else await sendAsWritten(source, parts, reply, request, either);
      },
      { signal },
    );
  } catch (error) {
    const { problem, fault } = problemOf(signal.aborted ? signal.reason : error, id);
    if (fault !== undefined) logger.error({ err: fault, requestId: id }, 'unexpected error');
    record.codes = [problem.code];
    // What was sent so far must not pass for a whole file.
    if (reply.raw.headersSent) reply.raw.destroy();
    else sendProblem(reply, problem);
  }
}

/** A report whose first rows are there. */
interface Opened {
  readonly moment: Moment;
  readonly headers: Readonly<Record<string, string>>;
  readonly chunks: AsyncIterable<string | Uint8Array>;
}

/** Who hears of the rows that are written, and of the error that ends them. */
interface RowsListener {
  readonly onRows: (count: number) => void;
  readonly onError: (error: unknown) => void;
}

/** Reads the first rows, with which errors of the values come: nothing is sent before. */
async function openReport(
  source: RowSource,
  request: ReportRequest,
  listener: RowsListener,
): Promise<Opened> {
  const { report, name, format, gzipped, encoding, options } = request;
  const { publication } = source;
  const moment = momentOf(request, publication, source.today);
  const batches = source.rows(report, { ...options.values, as_of: moment.asOf }, options.limit);
  const first = await batches.next();
  const language = options.labels ?? 'fr';
  const tableSource = source.source(moment.asOf, language);
  const table = withLabels(report.columns, options.labels);
  const day = tableSource.exportedOn ?? parisDate(publication.publishedAt);
  return {
    moment,
    headers: {
      'content-type': gzipped ? 'application/gzip' : format.mediaType,
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
      'content-disposition': `attachment; filename="debouches-${report.name}-${day}.${name}${gzipped ? '.gz' : ''}"`,
      ...(!first.done && first.value.last && { 'x-row-count': String(first.value.rows.length) }),
    },
    chunks: format.write({
      ...{ report, source: tableSource, language, columns: table.columns },
      headers: options.headers,
      batches: tableRows(first, batches, table, listener),
    }),
  };
}

/** Sends a report while it is written, and keeps it when it is small. */
async function sendAsWritten(
  source: RowSource,
  { cache }: SendRowsParts,
  reply: FastifyReply,
  request: ReportRequest,
  signal: AbortSignal,
): Promise<void> {
  const { record, method, id } = reply.request;
  let rows = 0;
  const { moment, headers, chunks } = await openReport(source, request, {
    onRows: (count) => {
      rows += count;
      record.rows = rows;
    },
    onError: (error) => {
      record.codes = [problemOf(error, id).problem.code];
    },
  });
  signal.throwIfAborted();
  // Past Fastify's reply: an answer that breaks off has to end its connection.
  const { raw } = reply.hijack();
  const validity = validityHeaders(request, moment, record);
  raw.writeHead(200, headerList(id, headers, validity));
  if (method === 'HEAD') {
    raw.end();
    return;
  }
  const encoding = request.gzipped ? 'gzip' : request.encoding;
  const counted = { chunks, encoding, largest: cache.largest };
  record.rows = rows;
  const body = await sendBytes(raw, counted, signal);
  if (body) {
    const kept = { ...headers, 'x-row-count': String(rows) };
    cache.put(moment.key, { body, headers: kept, etag: moment.etag });
  }
}

/** Sends a report of which readers want parts: it is written to a file first, once. */
async function sendWhole(
  { publication, today }: RowSource,
  { files, openRows }: SendRowsParts,
  reply: FastifyReply,
  request: ReportRequest,
  signal: AbortSignal,
): Promise<void> {
  const moment = momentOf(request, publication, today);
  // Others may wait for the file when this client has left: it has a source of its own.
  const begin = async (shared: AbortSignal): Promise<FileWriting> => {
    const source = await openRows(shared);
    let rows = 0;
    const onRows = (count: number) => {
      rows += count;
    };
    const { headers, chunks } = await openReport(source, request, { onRows, onError: () => {} });
    return {
      chunks: disposing(chunks, source),
      describe: () => ({
        rows,
        headers: { ...headers, 'x-row-count': String(rows) },
        etag: moment.etag,
      }),
    };
  };
  const file = await files.write(moment.key, signal, begin);
  await sendFile(reply, file, request, moment, signal);
}

/** Chunks, after the last of which something is let go. */
async function* disposing<Chunk>(
  chunks: AsyncIterable<Chunk>,
  resource: Disposable,
): AsyncGenerator<Chunk> {
  using _held = resource;
  yield* chunks;
}

/** Sends what is written, compressed; gives it back whole unless it is larger than `largest`. */
async function sendBytes(
  response: ServerResponse,
  written: {
    readonly chunks: AsyncIterable<string | Uint8Array>;
    readonly encoding: Encoding;
    readonly largest: number;
  },
  signal: AbortSignal,
): Promise<Buffer | null> {
  const { chunks, encoding, largest } = written;
  response.setTimeout(IDLE_MS, () => response.destroy());
  let kept: Buffer[] | null = [];
  let bytes = 0;
  const keeping = async function* (parts: AsyncIterable<Buffer>) {
    for await (const chunk of parts) {
      bytes += chunk.byteLength;
      if (bytes > largest) kept = null;
      kept?.push(chunk);
      yield chunk;
    }
  };
  const source = Readable.from(chunks, { objectMode: false });
  if (encoding === 'identity') await pipeline(source, keeping, response, { signal });
  else await pipeline(source, compressor(encoding), keeping, response, { signal });
  return kept && Buffer.concat(kept);
}

/** The rows of all batches, the first of which was read already, as the table has them. */
async function* tableRows(
  first: IteratorResult<Batch>,
  rest: AsyncGenerator<Batch>,
  { rowOf }: LabelledTable,
  { onRows, onError }: RowsListener,
): AsyncGenerator<readonly Row[]> {
  for (let next = first; !next.done; ) {
    onRows(next.value.rows.length);
    yield next.value.rows.map(rowOf);
    if (next.value.last) return;
    try {
      next = await rest.next();
    } catch (error) {
      // Noted at once: the connection ends before the error comes back to who sends.
      onError(error);
      throw error;
    }
  }
}
