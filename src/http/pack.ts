import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Coding } from './negotiation.ts';

/** Under so many bytes packing gains nothing: one packet holds them. */
const WORTH_PACKING = 1024;

/** Packed once and sent often, but somebody waits for the first. */
const BROTLI_QUALITY = 5;

/** A body in a coding, and the coding that it really has: what is short stays as it is. */
export async function pack(
  body: Buffer,
  coding: Coding | null,
): Promise<{ readonly body: Buffer; readonly coding: Coding | null }> {
  if (coding === null || body.byteLength < WORTH_PACKING) return { body, coding: null };
  if (coding === 'gzip') return { body: await promisify(gzip)(body), coding };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
  };
  return { body: await promisify(brotliCompress)(body, { params }), coding };
}
