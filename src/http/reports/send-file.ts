import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply } from 'fastify';
import { clientSignal } from '../abort.ts';
import { byteRangeOf, notSatisfiable, rangeHead } from '../cache/byte-range.ts';
import { isKnown } from '../cache/etag.ts';
import { sendNotModified } from '../cache/send-cached.ts';
import { headerList } from '../common-headers.ts';
import { sendError } from '../error-response.ts';
import type { AnswerMoment } from '../publication.ts';
import { type Moment, momentOf, type ReportRequest } from './request.ts';
import { validityHeaders } from './validity.ts';
import type { WholeFile, WholeFiles } from './whole-files.ts';

/** Sends a file that is kept, whole or the part that is asked for; false when there is none. */
export async function sendKeptFile(
  files: WholeFiles,
  reply: FastifyReply,
  request: ReportRequest,
  { publication, today }: AnswerMoment,
): Promise<boolean> {
  const { record } = reply.request;
  const moment = momentOf(request, publication, today, record.reader);
  const file = files.get(moment.key);
  if (!file) return false;
  record.cache = 'hit';
  await sendFile(reply, file, request, moment, clientSignal(reply.raw));
  return true;
}

/**
 * Sends a file, or the part of it that the request names. Of one for a single reader all is sent: it is
 * made anew for each request, and parts of two need not fit.
 */
export async function sendFile(
  reply: FastifyReply,
  { path, bytes, rows, headers, etag }: WholeFile,
  request: ReportRequest,
  moment: Moment,
  signal: AbortSignal,
): Promise<void> {
  const { record, method, id } = reply.request;
  const validity = validityHeaders(request, moment, record);
  const { isForReader } = record.marks;
  if (!isForReader && isKnown(reply.request.headers, moment)) {
    sendNotModified(reply, validity);
    return;
  }
  const range = isForReader ? null : byteRangeOf(reply.request, bytes, etag);
  if (range === 'UNSATISFIABLE') {
    sendError(reply, notSatisfiable(reply.request.headers.range, bytes));
    return;
  }
  const head = isForReader
    ? { status: 200, headers: { 'content-length': String(bytes) } }
    : rangeHead(range, bytes);
  const { raw } = reply.hijack();
  raw.writeHead(head.status, headerList(id, headers, validity, head.headers));
  if (method === 'HEAD') {
    raw.end();
    return;
  }
  if (range === null) record.rows = rows;
  await pipeline(createReadStream(path, range ?? {}), raw, { signal });
}
