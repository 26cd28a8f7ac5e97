import { constants } from 'node:fs';
import {
  chmod,
  copyFile,
  mkdir,
  readlink,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { writeDescriptor } from './open-descriptor.ts';
import { partBeside, removeAbandonedParts } from './part-file.ts';
import { WriteError, writeError } from './write-error.ts';

/** A file that a command writes. */
export interface WrittenFile {
  readonly path: string;
  /** Texts of an iterable follow each other. */
  readonly content: string | Uint8Array | Iterable<string>;
}

/** A file that is whole beside what it will be. */
interface Part {
  readonly part: string;
  readonly path: string;
  /** A copy of what is there of its name; null when nothing is. */
  readonly before: string | null;
}

/** What was made until now. */
interface Made {
  readonly parts: Part[];
  readonly folders: string[];
  readonly swept: Set<string>;
}

/**
 * Writes files beside and renames them once all are on the disk: what was there of these names stays
 * when one cannot be written, or `stop` comes before. Only a process that is killed while it renames
 * leaves some of them. What a process left beside that was killed is removed. `given` is what messages
 * name.
 *
 * - folders: whether those that are missing are made.
 * - Throws `WriteError`.
 */
export async function writeWhole(
  given: string,
  files: readonly WrittenFile[],
  { folders, stop }: { readonly folders: boolean; readonly stop?: AbortSignal | undefined },
): Promise<void> {
  const made: Made = { parts: [], folders: [], swept: new Set() };
  try {
    for (const file of files) {
      if (folders) await makeFolder(dirname(file.path), made);
      await writePart(file, made, stop);
    }
    stop?.throwIfAborted();
    await renameAll(made.parts);
  } catch (error) {
    await removeParts(made.parts);
    // What somebody else has put there meanwhile keeps its folder.
    for (const folder of made.folders.toReversed()) await rmdir(folder).catch(() => {});
    if (stop?.aborted) {
      throw new WriteError(`${given} was not written: it was interrupted, and nothing was changed`);
    }
    throw writeError(given, ofWhole(error, made.parts));
  }
  await removeParts(made.parts);
}

/** Makes a folder and those it is in, and notes which. */
async function makeFolder(folder: string, { folders }: Made): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  let at = resolve(first);
  folders.push(at);
  for (const name of relative(at, resolve(folder)).split(sep).filter(Boolean)) {
    at = resolve(at, name);
    folders.push(at);
  }
}

async function writePart(
  { path, content }: WrittenFile,
  { parts, swept }: Made,
  stop: AbortSignal | undefined,
): Promise<void> {
  if (await writeDescriptor(path, content)) return;
  const there = await statOf(path);
  if (there?.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR', path });
  if (there && !there.isFile()) {
    // A device or a pipe takes the bytes itself.
    await writeFile(path, content, { signal: stop });
    return;
  }
  const whole = there ? await realpath(path) : await targetOf(path);
  const folder = dirname(whole);
  if (!swept.has(folder)) await removeAbandonedParts(folder);
  swept.add(folder);
  const part = partBeside(whole);
  const before = there ? partBeside(whole) : null;
  parts.push({ part, path: whole, before });
  await writeFile(part, content, {
    ...{ flag: 'wx', flush: true, signal: stop },
    ...(there && { mode: there.mode }),
  });
  if (!there || before === null) return;
  // What a new file may be is cut by the mask of the process.
  await chmod(part, there.mode);
  await copyFile(whole, before, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
}

/** What is at a path; null when nothing is, or a link that leads nowhere. */
async function statOf(path: string) {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
}

/** Where a link leads to that is at a path; the path itself without one. */
async function targetOf(path: string): Promise<string> {
  const target = await readlink(path).catch(() => null);
  return target === null ? path : resolve(dirname(path), target);
}

/** Renames all of them, or none: where one cannot be, the others are taken back. */
async function renameAll(parts: readonly Part[]): Promise<void> {
  const renamed: Part[] = [];
  try {
    for (const each of parts) {
      await rename(each.part, each.path);
      renamed.push(each);
    }
  } catch (error) {
    for (const { path, before } of renamed.toReversed()) {
      await (before === null ? rm(path, { force: true }) : rename(before, path));
    }
    throw error;
  }
}

async function removeParts(parts: readonly Part[]): Promise<void> {
  for (const { part, before } of parts) {
    await rm(part, { force: true }).catch(() => {});
    if (before !== null) await rm(before, { force: true }).catch(() => {});
  }
}

/** An error that names what is beside, with the name of what was to be written. */
function ofWhole(error: unknown, parts: readonly Part[]): unknown {
  if (!(error instanceof Error) || !('path' in error)) return error;
  const of = parts.find(({ part, before }) => error.path === part || error.path === before);
  return of ? Object.assign(error, { path: of.path }) : error;
}
