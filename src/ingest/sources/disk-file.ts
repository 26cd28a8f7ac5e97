import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { RefusedFileError } from '../../domain/errors.ts';

const CHUNK = 256 * 1024;

/** A file on the disk. Size in bytes. */
export interface DiskFile {
  readonly path: string;
  /** As messages call it. */
  readonly name: string;
  readonly bytes: number;
}

/**
 * The size of a file in bytes.
 *
 * - accepted: said after what is wrong.
 * - Throws `RefusedFileError` when it is missing, no regular file, or empty.
 */
export async function fileSize(path: string, name: string, accepted: string): Promise<number> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'does not exist' : `cannot be read (${error.message})`;
    throw new RefusedFileError(`${path} ${reason}: ${accepted}`, { cause: error });
  });
  if (info.isDirectory()) {
    throw new RefusedFileError(`${path} is a folder: ${accepted}`);
  }
  if (!info.isFile()) throw new RefusedFileError(`${path} is not a regular file: ${accepted}`);
  if (info.size === 0) throw new RefusedFileError(`${name} is empty: ${accepted}`);
  return info.size;
}

/**
 * The bytes of a file.
 *
 * - Throws `RefusedFileError` when it cannot be read, or is not of this size any more.
 */
export async function* diskBytes(path: string, name: string, size: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
      bytes += chunk.length;
      yield chunk;
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RefusedFileError(`${name} cannot be read (${reason})`, { cause: error });
  }
  if (bytes !== size) {
    throw new RefusedFileError(
      `${name} changed while it was read: ${bytes} bytes instead of ${size}; import it again when it is complete`,
    );
  }
}

/** The SHA-256 of some bytes, hexadecimal. */
export async function sha256Of(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}
