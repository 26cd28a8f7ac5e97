import type { FastifyReply } from 'fastify';
import { PublicationGoneError } from '../../domain/errors.ts';
import type { Run } from '../../domain/work.ts';
import { isKnown } from '../cache/etag.ts';
import type { ResponseCache } from '../cache/response-cache.ts';
import { sendNotModified, serverTiming, UNKEPT, validityOf } from '../cache/send-cached.ts';
import { headerList } from '../common-headers.ts';
import { sendProblem } from '../error-response.ts';
import { matchProblem } from '../odata-headers/precondition.ts';
import { problemOf } from '../problem.ts';
import { type Making, type MakingParts, makeReport } from '../reports/making.ts';
import type { Moment } from '../reports/request.ts';
import type { RowSource } from '../reports/rows.ts';
import { sendBytes } from '../reports/send-bytes.ts';
import type { RequestRecord } from '../request-record.ts';
import { contentType } from './form.ts';
import { momentOfRows, type RowsRequest } from './request.ts';
import { type SelectedRows, selectRows } from './select-rows.ts';
import {
  collectionHead,
  collectionTail,
  entityText,
  propertyText,
  readNames,
  rowWriter,
  type Written,
} from './write.ts';
import { writtenProperties } from './written-property.ts';

export interface SendPageParts extends MakingParts {
  readonly cache: ResponseCache;
}

/** Stands for a value that is absent: an answer without a body says so. */
const NOTHING = Symbol('nothing');

/** Rows that are made and written at a time. */
const BATCH = 250;

/** Chooses the rows of a page and sends them; keeps the answer when it is small and everybody's. */
export async function sendPage(
  parts: SendPageParts,
  reply: FastifyReply,
  request: RowsRequest,
): Promise<void> {
  await makeReport(parts, reply, request.asked, async (making) => {
    const { record } = reply.request;
    using source = await parts.openRows(making.signal, request.asked, record);
    const signal = AbortSignal.any([making.signal, source.signal]);
    checkPublication(request, source);
    const moment = momentOfRows(request, source.publication, source.today, record.reader);
    const run: Run = (work) => making.open.run(work, signal);
    const values = { ...request.query.options.values, as_of: moment.asOf };
    const { dataset } = request.address.set;
    const selection = {
      dataset,
      values,
      query: request.query,
      pageSize: request.form.page?.rows ?? null,
    };
    const chosen = await making.open.make(() => selectRows(source, selection, run), signal);
    await answer({ parts, reply, request, source, moment }, chosen, { open: making.open, signal });
  });
}

/** All pages are of one publication: another one of its number is another one. */
function checkPublication({ query: { position } }: RowsRequest, { publication }: RowSource): void {
  if (!position) return;
  const { id, publishedAt } = publication;
  if (position.publication === id && position.publishedAt === publishedAt.getTime()) return;
  throw new PublicationGoneError(position.publication, id);
}

interface Answering {
  readonly parts: SendPageParts;
  readonly reply: FastifyReply;
  readonly request: RowsRequest;
  readonly source: RowSource;
  readonly moment: Moment;
}

async function answer(
  { parts, reply, request, source, moment }: Answering,
  chosen: SelectedRows,
  { open, signal }: Making,
): Promise<void> {
  const { record, method, id } = reply.request;
  const { address, query, form } = request;
  const isOfOne =
    address.kind === 'ENTITY' || address.kind === 'PROPERTY' || address.kind === 'VALUE';
  if (isOfOne && chosen.rows.length === 0) {
    sendProblem(reply, noSuchRow(address.set.name));
    return;
  }
  const mismatch = matchProblem(reply.request.headers, moment.etag);
  if (mismatch) {
    sendProblem(reply, mismatch);
    return;
  }
  const validity = rowsValidity(request, moment, record);
  if ('etag' in validity && isKnown(reply.request.headers, moment)) {
    sendNotModified(reply, validity);
    return;
  }
  const headers = {
    'content-type': contentType(form),
    ...(form.encoding !== 'identity' && { 'content-encoding': form.encoding }),
    'x-method-version': source.source(moment.asOf, 'en').methodVersion,
  };
  const written = { ...request, properties: writtenProperties(address.set, query) };
  const chunks = chunksOf(written, { source, moment, chosen }, { open, signal }, (error) => {
    record.codes = [problemOf(error, id).problem.code];
  });
  // The first rows are made before the headers: what fails until then is an error answer.
  const first = await chunks.next();
  signal.throwIfAborted();
  const { raw } = reply.hijack();
  if (first.value === NOTHING) {
    raw.writeHead(204, headerList(id, validity)).end();
    return;
  }
  raw.writeHead(200, headerList(id, headers, validity));
  if (method === 'HEAD') {
    raw.end();
    return;
  }
  const { rows } = chosen;
  record.rows = address.kind === 'COUNT' ? 1 : rows.length;
  const largest = isKeptFor(request, record) ? parts.cache.largest : 0;
  const all = firstAnd(first.value ?? '', chunks);
  const body = await sendBytes(raw, { chunks: all, encoding: form.encoding, largest }, signal);
  if (body && largest > 0) parts.cache.put(moment.key, { body, headers, etag: moment.etag });
}

/** Whether an answer may be kept and sent to others who send the same request. */
export function isKeptFor({ query, hasSecret }: RowsRequest, record: RequestRecord): boolean {
  return !record.marks.isForReader && !query.isOfNow && !hasSecret;
}

/** Headers that say for how long an answer is good. */
export function rowsValidity(
  request: RowsRequest,
  { headers }: Moment,
  record: RequestRecord,
): Readonly<Record<string, string>> {
  const { etag = '', 'last-modified': modified, ...others } = headers;
  const isOfMoment = record.marks.isForReader || request.query.isOfNow;
  return {
    ...others,
    ...(!isOfMoment && { etag, ...(modified !== undefined && { 'last-modified': modified }) }),
    'cache-control': isOfMoment ? UNKEPT : validityOf(request.asked, record),
    'server-timing': serverTiming(record),
  };
}

async function* firstAnd(
  first: string,
  rest: AsyncIterable<string | typeof NOTHING>,
): AsyncGenerator<string> {
  yield first;
  for await (const chunk of rest) if (chunk !== NOTHING) yield chunk;
}

interface Chosen {
  readonly source: RowSource;
  readonly moment: Moment;
  readonly chosen: SelectedRows;
}

async function* chunksOf(
  written: Written & Pick<RowsRequest, 'nextLink'>,
  { source, moment, chosen }: Chosen,
  { open, signal }: Making,
  onError: (error: unknown) => void,
): AsyncGenerator<string | typeof NOTHING> {
  const { address, query, properties } = written;
  if (address.kind === 'COUNT') {
    yield String(chosen.total);
    return;
  }
  const names = readNames(written);
  const write = rowWriter(written, names);
  const { frame, rows } = chosen;
  const read = async (from: number) => {
    try {
      const some = rows.subarray(from, from + BATCH);
      return await open.make(() => frame.rows(some, names), signal);
    } catch (error) {
      onError(error);
      throw error;
    }
  };
  if (address.kind !== 'ROWS') {
    const [row = []] = await read(0);
    const [property] = properties;
    const cell = property?.cellFor(row[names.indexOf(property.column)] ?? null) ?? null;
    if (address.kind === 'ENTITY' || !property) yield entityText(written, write(row));
    else if (cell === null) yield NOTHING;
    else if (address.kind === 'PROPERTY') yield propertyText(written, property, cell);
    else yield String(cell);
    return;
  }
  let before = collectionHead(written, chosen.total);
  for (let from = 0; from < rows.length; from += BATCH) {
    yield before + (await read(from)).map(write).join(',\n');
    before = ',\n';
  }
  const { id, publishedAt } = source.publication;
  const offset = (query.position?.offset ?? 0) + rows.length;
  const next = {
    ...{ publication: id, publishedAt: publishedAt.getTime(), offset },
    day: moment.asOf as NonNullable<typeof query.position>['day'],
  };
  const tail = collectionTail(written, chosen.hasMore ? written.nextLink(next) : null);
  yield rows.length === 0 ? before + tail : tail;
}

function noSuchRow(set: string) {
  return {
    ...{ status: 404, code: 'NOT_FOUND' as const },
    detail: {
      en: `no row of ${set} has this key, with these parameters`,
      fr: `aucune ligne de ${set} n’a cette clé, avec ces paramètres`,
    },
  };
}
