import type { Transform } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import type { Encoding } from './negotiation.ts';

/** Under so many bytes compression gains nothing: one packet holds them. */
const LEAST_BYTES = 1024;

/** Compressed once and sent often, but somebody waits for the first. */
const BROTLI_QUALITY = 5;

/** Quality 4 compresses better than gzip in the same time; the usual 11 takes a hundred times as long. */
const BROTLI_STREAM_QUALITY = 4;

/** A body in a coding, and the coding that it really has: what is short stays as it is. */
export async function compress(
  body: Buffer,
  encoding: Encoding,
): Promise<{ readonly body: Buffer; readonly encoding: Encoding }> {
  if (body.byteLength < LEAST_BYTES) return { body, encoding: 'identity' };
  switch (encoding) {
    case 'identity':
      return { body, encoding };
    case 'gzip':
      return { body: await promisify(gzip)(body), encoding };
    case 'br': {
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
      };
      return { body: await promisify(brotliCompress)(body, { params }), encoding };
    }
  }
}

/** Compresses a stream. */
export function compressor(encoding: Exclude<Encoding, 'identity'>): Transform {
  if (encoding === 'gzip') return createGzip();
  return createBrotliCompress({
    params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_STREAM_QUALITY },
  });
}
