import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { compressor } from '../cache/compression.ts';
import type { Encoding } from '../cache/negotiation.ts';
import { inPieces } from '../pieces.ts';

/** Sends what is written, compressed; gives it back whole unless it is larger than `largest`. */
export async function sendBytes(
  response: ServerResponse,
  written: {
    readonly chunks: AsyncIterable<string | Uint8Array>;
    readonly encoding: Encoding;
    readonly largest: number;
  },
  signal: AbortSignal,
): Promise<Buffer | null> {
  const { chunks, encoding, largest } = written;
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
  const source = Readable.from(inPieces(chunks), { objectMode: false });
  if (encoding === 'identity') await pipeline(source, keeping, response, { signal });
  else await pipeline(source, compressor(encoding), keeping, response, { signal });
  return kept && Buffer.concat(kept);
}
