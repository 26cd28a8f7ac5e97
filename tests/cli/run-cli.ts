import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/cli/debouches.mjs', import.meta.url));

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command under way. */
export interface Running {
  readonly process: ChildProcess;
  /** What it has said so far. */
  readonly said: { stdout: string; stderr: string };
  readonly ended: Promise<Ended>;
}

/**
 * Starts the command line program in a process of its own, with no settings but these; it may open so
 * many files. `under` is a program that runs it, with its arguments.
 */
export function startCli(
  args: readonly string[],
  env: Record<string, string> = {},
  openFiles: number | null = null,
  under: readonly string[] = [],
): Running {
  const program = [process.execPath, '--disable-warning=ExperimentalWarning', MAIN, ...args];
  const limited = ['sh', '-c', `ulimit -n ${openFiles}; exec "$0" "$@"`, ...program];
  const [command = '', ...rest] = [...under, ...(openFiles === null ? program : limited)];
  const child = spawn(command, rest, {
    // Not in the project's folder: a .env of whoever runs the tests must not count.
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  return { process: child, said, ended };
}

/** Runs a command to its end. */
export function runCli(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return startCli(args, env).ended;
}

/** The first match in what a command says on standard output; null when it ends without. */
export async function waitFor(running: Running, pattern: RegExp): Promise<RegExpExecArray | null> {
  const { process: child, said } = running;
  for (;;) {
    const match = pattern.exec(said.stdout);
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    if (match || hasEnded || child.stdout === null) return match;
    await Promise.race([once(child.stdout, 'data'), running.ended]);
  }
}
