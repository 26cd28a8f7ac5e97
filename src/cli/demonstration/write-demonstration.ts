import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type DemonstrationFile, demonstrationFiles } from '../../demonstration/demonstration.ts';
import { demonstrationSurveys } from '../../demonstration/surveys.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import { removeAbandonedParts } from '../files/part-file.ts';
import { writeWhole } from '../files/write-whole.ts';

/** Joins chunks up to about 64 KB, so that a small fiche does not cost a system call. */
function* joined(chunks: Iterable<string>): Generator<string> {
  let waiting = '';
  for (const chunk of chunks) {
    waiting += chunk;
    if (waiting.length >= 65_536) {
      yield waiting;
      waiting = '';
    }
  }
  if (waiting !== '') yield waiting;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function isSame(path: string, file: DemonstrationFile): Promise<boolean> {
  const given = createHash('sha256');
  for await (const chunk of createReadStream(path)) given.update(chunk as Buffer);
  const made = createHash('sha256');
  for (const chunk of joined(file.chunks())) made.update(chunk);
  return given.digest('hex') === made.digest('hex');
}

/** Paths of the files of the demonstration. */
export interface WrittenDemonstration {
  /** Of the register: to be imported first. */
  readonly register: readonly string[];
  /** Of the surveys of its holders. */
  readonly surveys: readonly string[];
  /** Certifications to be imported as international. */
  readonly international: readonly RegisterCode[];
}

/**
 * Writes the demonstration, the register and its surveys, to a folder, which is created when missing,
 * and gives the paths of its files. They appear under their names once all are whole; one that is there
 * already and is the same is left alone.
 *
 * - Throws `BadUserInputError` before writing anything when a file of that name holds something
 *   else, unless `force`, and `WriteError` when they cannot be written.
 */
export async function writeDemonstration(
  folder: string,
  { force = false, stop }: { readonly force?: boolean; readonly stop?: AbortSignal } = {},
): Promise<WrittenDemonstration> {
  await removeAbandonedParts(folder);
  const register = demonstrationFiles();
  const { files: surveys, international } = demonstrationSurveys();
  const pathOf = ({ name }: DemonstrationFile) => join(folder, name);
  const missing: DemonstrationFile[] = [];
  for (const file of [...register, ...surveys]) {
    const path = pathOf(file);
    if (!(await exists(path))) missing.push(file);
    else if (!(await isSame(path, file))) {
      if (!force) {
        throw new BadUserInputError({
          en: `"${path}" is there and is not that of the demonstration: name another folder, or --force to replace it`,
          fr: `« ${path} » existe et n’est pas celui de la démonstration : nommez un autre dossier, ou --force pour le remplacer`,
        });
      }
      missing.push(file);
    }
  }
  await writeWhole(
    folder,
    missing.map((file) => ({ path: pathOf(file), content: joined(file.chunks()) })),
    { folders: true, stop },
  );
  return { register: register.map(pathOf), surveys: surveys.map(pathOf), international };
}
