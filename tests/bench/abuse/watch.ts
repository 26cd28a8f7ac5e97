import { readFileSync } from 'node:fs';
import { megabytesOf } from '../processes.ts';

/** Ticks of the processor that Linux counts in a second. */
const TICKS = 100;

/** Seconds of processor that a process took so far; null where the system does not say it. */
function processorSeconds(pid: number): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may have blanks: the 14th and 15th field of all.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return null;
  }
}

/** Watches what a process takes. */
export function watchProcess(pid: number) {
  const before = processorSeconds(pid);
  let residentMegabytes = megabytesOf(pid, 'VmRSS');
  const timer = setInterval(() => {
    const now = megabytesOf(pid, 'VmRSS');
    if (now !== null) residentMegabytes = Math.max(residentMegabytes ?? 0, now);
  }, 50);
  return {
    /** Seconds of processor since then, and its memory at the most; null when the process is gone. */
    stop: () => {
      clearInterval(timer);
      const after = processorSeconds(pid);
      return {
        processorSeconds: before === null || after === null ? null : after - before,
        residentMegabytes,
      };
    },
  };
}
