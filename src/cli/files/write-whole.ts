import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { partBeside, removeAbandonedParts } from './part-file.ts';
import { WriteError, writeError } from './write-error.ts';

/** A file that a command writes. */
export interface WrittenFile {
  readonly path: string;
  /** Texts of an iterable follow each other. */
  readonly content: string | Uint8Array | Iterable<string>;
}

/**
 * Writes files beside and renames them once all are on the disk: what was there of these names stays
 * when one cannot be written, or `stop` comes before. What a process left beside that was killed is
 * removed. `given` is what messages name.
 *
 * - folders: whether those that are missing are made.
 * - Throws `WriteError`.
 */
export async function writeWhole(
  given: string,
  files: readonly WrittenFile[],
  { folders, stop }: { readonly folders: boolean; readonly stop?: AbortSignal | undefined },
): Promise<void> {
  const parts: { readonly part: string; readonly path: string }[] = [];
  const swept = new Set<string>();
  try {
    for (const { path, content } of files) {
      if (folders) await mkdir(dirname(path), { recursive: true });
      const there = await stat(path).catch(() => null);
      if (there?.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR', path });
      if (there && !there.isFile()) {
        // A device or a pipe takes the bytes itself.
        await writeFile(path, content, { signal: stop });
        continue;
      }
      const whole = there ? await realpath(path) : path;
      if (!swept.has(dirname(whole))) await removeAbandonedParts(dirname(whole));
      swept.add(dirname(whole));
      const part = partBeside(whole);
      parts.push({ part, path: whole });
      await writeFile(part, content, {
        ...{ flag: 'wx', flush: true, signal: stop },
        ...(there && { mode: there.mode }),
      });
    }
    stop?.throwIfAborted();
    for (const { part, path } of parts) await rename(part, path);
  } catch (error) {
    if (stop?.aborted) {
      throw new WriteError(`${given} was not written: it was interrupted, and nothing was changed`);
    }
    throw writeError(given, error);
  } finally {
    for (const { part } of parts) await rm(part, { force: true }).catch(() => {});
  }
}
