import { execFileSync } from 'node:child_process';
import { mkdirSync, statfsSync } from 'node:fs';

/** Whether this machine lets real disks be mounted: Linux, as root. */
export const MAY_MOUNT = process.platform === 'linux' && process.getuid?.() === 0;

const run = (command: string, ...given: readonly string[]) =>
  execFileSync(command, given, { stdio: ['ignore', 'pipe', 'pipe'] });

/** A disk of so many KiB at a folder, until disposed of. */
export function mountDisk(folder: string, kibibytes: number) {
  mkdirSync(folder, { recursive: true });
  run('mount', '-t', 'tmpfs', '-o', `size=${kibibytes}k`, 'tmpfs', folder);
  const resize = (size: number) => run('mount', '-o', `remount,size=${size}k`, folder);
  return {
    resize,
    /** Leaves so many KiB beside what is there. */
    fill: (left: number) => {
      const { blocks, bfree, bsize } = statfsSync(folder);
      resize(((blocks - bfree) * bsize) / 1024 + left);
    },
    [Symbol.dispose]: () => run('umount', folder),
  };
}

/** Runs a program as root without the right to pass over those of files; as who it is otherwise. */
export const WITHOUT_ALL_RIGHTS: readonly string[] = MAY_MOUNT
  ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--']
  : [];
