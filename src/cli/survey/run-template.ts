import { lstat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { RefusedFileError } from '../../domain/errors.ts';
import { surveyTemplate } from '../../http/surveys/template.ts';
import { givenPath } from '../files/given-path.ts';
import { writeWhole } from '../files/write-whole.ts';

/**
 * Writes the template of holders' surveys to a file, and prints its path.
 *
 * - Throws `RefusedFileError` when there is a file of that name, unless `force`, and `WriteError` when
 *   it cannot be written.
 */
export async function runTemplate(
  file: string,
  { force, stop }: { readonly force: boolean; readonly stop: AbortSignal },
): Promise<void> {
  const path = givenPath(file);
  if (!force && (await lstat(path).catch(() => null))) {
    throw new RefusedFileError(
      `${path} exists already: name another file, or --force to replace it`,
    );
  }
  const content = await buffer(surveyTemplate());
  await writeWhole(path, [{ path, content }], { folders: false, stop });
  console.log(path);
}
