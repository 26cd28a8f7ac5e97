import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { WatchedAttempt } from '../../refresh/watch.ts';
import { readChildMessage } from './child-message.ts';

/** What one refresh in a process of its own is started with. */
export interface RefreshProcess {
  /** Ends the process. */
  readonly signal: AbortSignal;
  /** Called with the number of the process once it is there. */
  readonly onStart: (pid: number) => void;
  readonly say: (sentence: string) => void;
  readonly warn: (sentence: string) => void;
  /** A module and its arguments; the command `refresh` when absent. */
  readonly program?: readonly [module: string, ...args: string[]];
  readonly limits?: ProcessLimits;
}

/** Milliseconds. */
export interface ProcessLimits {
  /** From the polite end of a process to its end by force. */
  readonly termMs: number;
  /** For which a refresh may run: a database that went silent would be waited for without an end. */
  readonly longestMs: number;
}

const LIMITS: ProcessLimits = { termMs: 3_000, longestMs: 12 * 3_600_000 };

const MAIN = fileURLToPath(new URL('../debouches.mjs', import.meta.url));
const PROGRAM = [MAIN, 'refresh', '--report-to-parent'] as const;

/** Characters kept of what a process says on standard error: of one that crashed, why. */
const KEPT = 1_000;

/**
 * Refreshes once in a process of its own, with the settings of this one. It ends with this process,
 * for it is told by a channel that closes then.
 *
 * - Throws the reason of the signal when it is given, once the process has ended.
 */
export async function refreshInProcess(parts: RefreshProcess): Promise<WatchedAttempt> {
  const { signal, onStart, program: [module, ...args] = PROGRAM, limits = LIMITS } = parts;
  signal.throwIfAborted();
  const child = fork(module, args, {
    // Not those of this process, which may be a debugger's.
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  if (child.pid !== undefined) onStart(child.pid);
  const end = ending(child, limits.termMs);
  const timer = setTimeout(end, limits.longestMs).unref();
  signal.addEventListener('abort', end);
  const attempt = await attemptOf(child, parts);
  clearTimeout(timer);
  signal.removeEventListener('abort', end);
  signal.throwIfAborted();
  return attempt;
}

/** Makes what ends a process: politely, and by force when that does not help. */
function ending(child: ChildProcess, termMs: number): () => void {
  return () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), termMs);
    child.once('close', () => clearTimeout(timer));
  };
}

/** What a process told of its refresh, once it has ended. */
async function attemptOf(
  child: ChildProcess,
  { say, warn }: Pick<RefreshProcess, 'say' | 'warn'>,
): Promise<WatchedAttempt> {
  let attempt: WatchedAttempt | null = null;
  let saidLast = '';
  child.on('message', (value) => {
    const message = readChildMessage(value);
    if (message?.kind === 'ENDED') attempt = message.attempt;
    else if (message?.kind === 'WARNED') warn(message.sentence);
    else if (message) say(message.sentence);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    saidLast = (saidLast + text).slice(-KEPT);
  });
  const { promise, resolve } = Promise.withResolvers<string>();
  // One that could not be started gives an error and may not be closed.
  child.on('error', ({ message }) => resolve(message));
  child.on('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
  const how = await promise;
  const why = saidLast.trim() === '' ? '' : `: ${saidLast.trim()}`;
  return (
    attempt ?? {
      ...{ outcome: 'FAILED', failure: 'UNEXPECTED' },
      detail: `the process of the refresh ended before it was done (${how})${why}`,
    }
  );
}
