import type { PlainDate } from '../../domain/calendar.ts';
import { RefusedFileError } from '../../domain/errors.ts';
import { inspectSourceFile, type SourceFile } from '../sources/source-file.ts';
import type { ImportOptions } from './import.ts';

/** A file with the day that its data are of. */
export interface DatedFile extends SourceFile {
  readonly datedOn: PlainDate;
}

/**
 * Looks at a file whose day is given, or else is in its name: one rule for every kind of file.
 *
 * - Throws `RefusedFileError` without a day or for one in the future, and as `inspectSourceFile`.
 */
export async function inspectDatedFile(path: string, options: ImportOptions): Promise<DatedFile> {
  const file = await inspectSourceFile(path);
  const datedOn = options.date ?? file.datedOn;
  if (!datedOn) {
    throw new RefusedFileError(
      `the name of ${file.name} does not tell the day that its data are of, as export-fiches-rncp-v4-1-2026-08-16.zip does: give it with --date YYYY-MM-DD`,
    );
  }
  if (datedOn > options.today && !options.demonstration) {
    throw new RefusedFileError(
      `${file.name} would be of ${datedOn}, which is in the future: today is ${options.today}; ${options.date ? 'correct' : 'give the right day with'} --date YYYY-MM-DD`,
    );
  }
  return { ...file, datedOn };
}
