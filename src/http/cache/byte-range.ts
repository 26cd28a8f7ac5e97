import type { FastifyRequest } from 'fastify';
import parseRange from 'range-parser';
import type { ErrorResponse } from '../error-response.ts';

/** Bytes of an answer, the last one included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The part of a whole answer that a request asks for: null = all of it, `UNSATISFIABLE` when it has
 * no such bytes. A request for a part of another version (`If-Range`) gets all of this one, and so does
 * one for several parts.
 */
export function byteRangeOf(
  { method, headers }: Pick<FastifyRequest, 'method' | 'headers'>,
  bytes: number,
  etag: string,
): ByteRange | 'UNSATISFIABLE' | null {
  const { range } = headers;
  const condition = headers['if-range'];
  if (method !== 'GET' || range === undefined) return null;
  if (condition !== undefined && condition !== etag) return null;
  const ranges = parseRange(bytes, withinSuffix(range, bytes), { combine: true });
  if (ranges === -1) return 'UNSATISFIABLE';
  if (ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return null;
  return ranges[0] ?? null;
}

/** A range whose last so many bytes are no more than there are: of a short answer, all of it. */
function withinSuffix(range: string, bytes: number): string {
  return range.replaceAll(
    /([=,]\s*)-(\d+)/g,
    (_range, before: string, length: string) => `${before}-${Math.min(Number(length), bytes)}`,
  );
}

/** The error of a request for bytes that an answer does not have. */
export function notSatisfiable(given: string | undefined, bytes: number): ErrorResponse {
  const range = JSON.stringify(given);
  return {
    ...{ code: 'BAD_REQUEST', status: 416 },
    message: {
      en: `Range is ${range}: the answer has ${bytes} bytes, counted from 0; without Range all are sent`,
      fr: `Range vaut ${range}\u00a0: la réponse a ${bytes} octets, comptés à partir de 0\u00a0; sans Range, tous sont envoyés`,
    },
    headers: { 'accept-ranges': 'bytes', 'content-range': `bytes */${bytes}` },
  };
}

/** Status and headers of an answer of so many bytes, or of a part of it. */
export function rangeHead(
  range: ByteRange | null,
  bytes: number,
): { readonly status: number; readonly headers: Readonly<Record<string, string>> } {
  const accepts = { 'accept-ranges': 'bytes' };
  if (range === null) {
    return { status: 200, headers: { ...accepts, 'content-length': String(bytes) } };
  }
  const { start, end } = range;
  return {
    status: 206,
    headers: {
      ...accepts,
      'content-range': `bytes ${start}-${end}/${bytes}`,
      'content-length': String(end - start + 1),
    },
  };
}
