import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BadUserInputError } from '../domain/errors.ts';
import { type DemonstrationFile, demonstrationFiles } from './demonstration.ts';

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

async function writeWhole(path: string, file: DemonstrationFile): Promise<void> {
  const unfinished = `${path}.part`;
  try {
    await pipeline(Readable.from(joined(file.chunks())), createWriteStream(unfinished));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/**
 * Writes the demonstration register to a folder, which is created when missing, and gives the
 * paths of its files. A file appears under its name once it is whole; one that is there already
 * and is the same is left alone.
 *
 * - Throws `BadUserInputError` before writing anything when a file of that name holds something
 *   else, unless `force`.
 */
export async function writeDemonstration(
  folder: string,
  { force = false }: { readonly force?: boolean } = {},
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = demonstrationFiles().map((file) => ({ file, path: join(folder, file.name) }));
  const missing = [];
  for (const { file, path } of files) {
    if (!(await exists(path))) missing.push({ file, path });
    else if (!(await isSame(path, file))) {
      if (!force) {
        throw new BadUserInputError({
          en: `"${path}" is there and is not the demonstration register: name another folder, or --force to replace it`,
          fr: `« ${path} » existe et n’est pas le répertoire de démonstration : nommez un autre dossier, ou --force pour le remplacer`,
        });
      }
      missing.push({ file, path });
    }
  }
  for (const { file, path } of missing) await writeWhole(path, file);
  return files.map(({ path }) => path);
}
