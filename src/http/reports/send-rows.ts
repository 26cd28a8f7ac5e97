import type { FastifyReply } from 'fastify';
import type { Row } from '../../datasets/dataset.ts';
import { type LabelledTable, withLabels } from '../../datasets/labels.ts';
import type { Batch } from '../../datasets/read.ts';
import type { Reader } from '../../domain/access/reader.ts';
import { parisDate } from '../../domain/calendar.ts';
import type { Run } from '../../domain/work.ts';
import type { SnapshotStore } from '../../snapshot/store.ts';
import type { ResponseCache } from '../cache/response-cache.ts';
import { checkReport } from '../citations/report-check.ts';
import { headerList } from '../common-headers.ts';
import type { FairQueue } from '../fair-queue.ts';
import { problemOf } from '../problem.ts';
import type { RequestRecord } from '../request-record.ts';
import { emptyBecause, emptyMember } from './empty-because.ts';
import { type MakingParts, makeReport } from './making.ts';
import type { OpenReport } from './open-reports.ts';
import { type Moment, momentOf, type ReportRequest } from './request.ts';
import type { OpenRows, RowSource } from './rows.ts';
import { sendBytes } from './send-bytes.ts';
import { sendFile } from './send-file.ts';
import { validityHeaders } from './validity.ts';
import type { FileWriting, WholeFiles } from './whole-files.ts';

/** What rows are read and sent with. */
export interface SendRowsParts extends MakingParts {
  readonly store: SnapshotStore;
  /** Checks of what was cited. */
  readonly checks: FairQueue;
  readonly cache: ResponseCache;
  /** Answers that are written before they are sent. */
  readonly files: WholeFiles;
}

/** Reads the rows and sends them. Nothing that is shared is held while the reader is waited for. */
export async function sendRows(
  parts: SendRowsParts,
  reply: FastifyReply,
  request: ReportRequest,
): Promise<void> {
  const { asked, checked } = request.options;
  await makeReport(parts, reply, asked, async ({ open, signal }) => {
    if (checked) await checkReport(parts, reply, request, checked, { open, signal });
    else if (request.format.whole) await sendWhole(parts, open, reply, request, signal);
    else await sendAsWritten(parts, open, reply, request, signal);
  });
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

/** How a report is made: in parts. */
interface RowsMaking extends RowsListener {
  readonly open: OpenReport;
  /** Who reads it. */
  readonly reader: Reader;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** Reads the first rows, with which errors of the values come: nothing is sent before. */
async function openReport(
  source: RowSource,
  request: ReportRequest,
  making: RowsMaking,
): Promise<Opened> {
  const { report, name, format, gzipped, encoding, options } = request;
  const { publication } = source;
  const { open, signal, reader } = making;
  const moment = momentOf(request, publication, source.today, reader);
  const values = { ...options.values, as_of: moment.asOf };
  const run: Run = (work) => open.run(work, signal);
  const batches = source.rows(report, values, options.limit, run);
  const next = () => open.make(() => batches.next(), signal);
  const first = await next();
  const language = options.labels ?? 'fr';
  const tableSource = source.source(moment.asOf, language);
  const table = withLabels(report.columns, options.labels);
  // Those of one batch: of several there is always a row.
  const all = !first.done && first.value.last ? first.value.rows : null;
  const dayGiven = options.values['as_of'] !== undefined;
  const empty = all && (await run(source.whyEmpty(report, { values, dayGiven }, all)));
  const day = tableSource.exportedOn ?? parisDate(publication.publishedAt);
  return {
    moment,
    headers: {
      'content-type': gzipped ? 'application/gzip' : format.mediaType,
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
      'x-method-version': tableSource.methodVersion,
      'content-disposition': `attachment; filename="debouches-${report.name}-${day}.${name}${gzipped ? '.gz' : ''}"`,
      ...(all && { 'x-row-count': String(all.length) }),
      ...emptyBecause(empty, language),
    },
    chunks: format.write({
      ...{ report, source: tableSource, language, columns: table.columns },
      empty: empty && emptyMember(empty, language),
      headers: options.headers,
      pause: open.pause,
      batches: tableRows(first, next, table, making),
    }),
  };
}

/** Sends a report while it is written, and keeps it when it is small, unless it is for one reader. */
async function sendAsWritten(
  { openRows, cache }: SendRowsParts,
  open: OpenReport,
  reply: FastifyReply,
  request: ReportRequest,
  client: AbortSignal,
): Promise<void> {
  const { record, method, id } = reply.request;
  using source = await openRows(client, request.options.asked, record);
  const signal = AbortSignal.any([client, source.signal]);
  let rows = 0;
  const { moment, headers, chunks } = await openReport(source, request, {
    ...{ open, signal, reader: record.reader },
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
  const largest = record.marks.isForReader ? 0 : cache.largest;
  const counted = { chunks, encoding, largest };
  record.rows = rows;
  const body = await sendBytes(raw, counted, signal);
  if (body && largest > 0) {
    const kept = { ...headers, 'x-row-count': String(rows) };
    cache.put(moment.key, { body, headers: kept, etag: moment.etag });
  }
}

/**
 * Sends a report of which readers want parts: it is written to a file first, once for everybody and once
 * for each request of a reader with a role.
 */
async function sendWhole(
  { files, openRows }: SendRowsParts,
  open: OpenReport,
  reply: FastifyReply,
  request: ReportRequest,
  signal: AbortSignal,
): Promise<void> {
  const { asked } = request.options;
  const { record } = reply.request;
  const { publication, today } = await momentIn(openRows, signal, asked, record);
  const { reader, marks } = record;
  const moment = momentOf(request, publication, today, reader);
  // Others may wait for the file when this client has left: it has a source of its own.
  const begin = async (shared: AbortSignal): Promise<FileWriting> => {
    const source = await openRows(shared, asked, record);
    const either = AbortSignal.any([shared, source.signal]);
    let rows = 0;
    const onRows = (count: number) => {
      rows += count;
    };
    const making = { open, signal: either, reader, onRows, onError: () => {} };
    const { headers, chunks } = await openReport(source, request, making);
    return {
      chunks: disposing(chunks, source),
      describe: () => ({
        rows,
        headers: { ...headers, 'x-row-count': String(rows) },
        etag: moment.etag,
      }),
    };
  };
  if (reader.role === 'PUBLIC') {
    const file = await files.write(moment.key, signal, begin);
    await sendFile(reply, file, request, moment, signal);
    return;
  }
  await using file = await files.writeAlone(moment.key, signal, begin, () => !marks.isForReader);
  await sendFile(reply, file, request, moment, signal);
}

/** What a report is of when it is asked for. The publication is not held for it. */
async function momentIn(
  openRows: OpenRows,
  signal: AbortSignal,
  asked: ReportRequest['options']['asked'],
  record: RequestRecord,
) {
  using source = await openRows(signal, asked, record);
  return { publication: source.publication, today: source.today };
}

/** Chunks, after the last of which something is let go. */
async function* disposing<Chunk>(
  chunks: AsyncIterable<Chunk>,
  resource: Disposable,
): AsyncGenerator<Chunk> {
  using _held = resource;
  yield* chunks;
}

/** The rows of all batches, the first of which was read already, as the table has them. */
async function* tableRows(
  first: IteratorResult<Batch>,
  read: () => Promise<IteratorResult<Batch>>,
  { rowOf }: LabelledTable,
  { onRows, onError }: RowsListener,
): AsyncGenerator<readonly Row[]> {
  for (let next = first; !next.done; ) {
    onRows(next.value.rows.length);
    yield next.value.rows.map(rowOf);
    if (next.value.last) return;
    try {
      next = await read();
    } catch (error) {
      // Noted at once: the connection ends before the error comes back to who sends.
      onError(error);
      throw error;
    }
  }
}
