import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { ModelFile } from '../../datasets/model/model-file.ts';
import { TIMELESS } from '../formats/timeless.ts';

/** Files as a zip, in their order. */
export async function zipOf(files: readonly ModelFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { path, text } of files) zip.addBuffer(Buffer.from(text), path, TIMELESS);
  zip.end();
  return buffer(zip.outputStream);
}
