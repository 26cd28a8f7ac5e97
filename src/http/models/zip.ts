import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { ModelFile } from '../../datasets/model/model-file.ts';

/** The time of every part, the first that a zip can tell: the same files are the same bytes. */
const TIMELESS = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

/** Files as a zip, in their order. */
export async function zipOf(files: readonly ModelFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { path, text } of files) zip.addBuffer(Buffer.from(text), path, TIMELESS);
  zip.end();
  return buffer(zip.outputStream);
}
