import { Readable } from 'node:stream';

/** Bytes of a piece: so many are written to a socket at a time, and it is seen when they are taken. */
const PIECE = 65_536;

/** Bytes from which an answer is sent in pieces. */
const LONG = 131_072;

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.byteLength; from += PIECE) {
    yield bytes.subarray(from, from + PIECE);
  }
}

/** Chunks of which none is long. */
export async function* inPieces(
  chunks: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    if (bytes.byteLength <= PIECE) yield bytes;
    else yield* piecesOf(bytes);
  }
}

/** Whether a body is to be sent in pieces. */
export function isLong(body: unknown): body is string | Buffer {
  return (typeof body === 'string' || Buffer.isBuffer(body)) && body.length > LONG;
}

/** The bytes of a body as a stream, a piece at a time. */
export function streamOf(bytes: Buffer): Readable {
  return Readable.from(piecesOf(bytes), { objectMode: false });
}
