import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { RefusedFileError } from '../../domain/errors.ts';
import { surveyTemplate } from '../../http/surveys/template.ts';

/**
 * Writes the template of holders' surveys to a file, and prints its path.
 *
 * - Throws `RefusedFileError` when there is a file of that name, unless `force`, and when it cannot be
 *   written.
 */
export async function runTemplate(file: string, force: boolean): Promise<void> {
  const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
  const content = await buffer(surveyTemplate());
  try {
    await writeFile(path, content, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new RefusedFileError(
      code === 'EEXIST'
        ? `${path} exists already: name another file, or --force to replace it`
        : `${path} cannot be written (${message}): name another file`,
      { cause: error },
    );
  }
  console.log(path);
}
