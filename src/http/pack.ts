import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './negotiation.ts';

/** Under so many bytes packing gains nothing: one packet holds them. */
const WORTH_PACKING = 1024;

/** Packed once and sent often, but somebody waits for the first. */
const BROTLI_QUALITY = 5;

/** A body in a coding, and the coding that it really has: what is short stays as it is. */
export async function pack(
  body: Buffer,
  encoding: Encoding,
): Promise<{ readonly body: Buffer; readonly encoding: Encoding }> {
  if (body.byteLength < WORTH_PACKING) return { body, encoding: 'identity' };
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
