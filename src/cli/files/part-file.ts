import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

/** What is being written, beside what it will be. */
const PART = '.part-';

/** Of parts that processes of this machine write, whose name has no `+`; their number comes next. */
const OWN = `${PART}${hostname()}+`;

/** A name beside a file for what is being written of it, which tells what process writes it. */
export function partBeside(path: string): string {
  return join(dirname(path), `${OWN}${process.pid}-${randomUUID()}`);
}

/** Names of the parts in a folder; none where it is no folder. */
export async function partsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.startsWith(PART));
}

/** Removes the parts in a folder whose process is no more: it was killed. */
export async function removeAbandonedParts(folder: string): Promise<void> {
  for (const name of await partsIn(folder)) {
    if (!name.startsWith(OWN)) continue;
    const id = Number.parseInt(name.slice(OWN.length), 10);
    // What cannot be removed is another's, or is removed by another at this moment.
    if (!isRunning(id)) await rm(join(folder, name), { force: true }).catch(() => {});
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // A process of another user runs, too.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
