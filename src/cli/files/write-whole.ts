import { randomUUID } from 'node:crypto';
import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeError } from './write-error.ts';

/** A file that a command writes. */
export interface WrittenFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes files beside and renames them once all are on the disk: what was there of these names stays
 * when one cannot be written. `given` is what messages name.
 *
 * - folders: whether those that are missing are made.
 * - Throws `WriteError`.
 */
export async function writeWhole(
  given: string,
  files: readonly WrittenFile[],
  { folders }: { readonly folders: boolean },
): Promise<void> {
  const parts: { readonly part: string; readonly path: string }[] = [];
  try {
    for (const { path, content } of files) {
      if (folders) await mkdir(dirname(path), { recursive: true });
      const there = await stat(path).catch(() => null);
      if (there?.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR', path });
      if (there && !there.isFile()) {
        // A device or a pipe takes the bytes itself.
        await writeFile(path, content);
        continue;
      }
      const whole = there ? await realpath(path) : path;
      const part = join(dirname(whole), `.part-${randomUUID()}`);
      parts.push({ part, path: whole });
      await writeFile(part, content, {
        ...{ flag: 'wx', flush: true },
        ...(there && { mode: there.mode }),
      });
    }
    for (const { part, path } of parts) await rename(part, path);
  } catch (error) {
    throw writeError(given, error);
  } finally {
    for (const { part } of parts) await rm(part, { force: true }).catch(() => {});
  }
}
