import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { upgradeDatabase } from '../../src/app.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { importFiles } from '../../src/ingest/publish.ts';
import { EXPORTED_ON, scratchDatabase, writeRegisters } from './real-size.ts';

/** Something that listens on a port of this machine until it is stopped. */
export interface Listening {
  readonly port: number;
  /** Number of its process. */
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Makes a database with a register of so many fiches, and drops it afterwards. */
export async function withRegister(
  server: string,
  count: number,
  work: (href: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'debouches-bench-'));
  const scratch = await scratchDatabase(server);
  try {
    const files = await writeRegisters(folder, count);
    await using database = openPostgres(scratch.env.DATABASE_URL);
    await upgradeDatabase(database);
    await importFiles(database, files, { today: EXPORTED_ON });
    await work(scratch.env.DATABASE_URL);
  } finally {
    await scratch.drop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Flags that a script of package.json gives Node. */
export function flagsOf(script: 'start' | 'import'): string[] {
  const file = new URL('../../package.json', import.meta.url);
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  return (scripts[script] ?? '').split(' ').filter((word) => word.startsWith('--'));
}

/** Starts the server of the product over a database, as `npm start` does. */
export function startProduct(href: string): Promise<Listening> {
  const main = fileURLToPath(new URL('../../src/cli/debouches.mjs', import.meta.url));
  return start([...flagsOf('start'), main, 'serve'], href, /answers at http:\/\/localhost:(\d+)/);
}

export function startFloor(href: string): Promise<Listening> {
  return start([fileURLToPath(new URL('floor-server.ts', import.meta.url))], href, /^(\d+)$/);
}

/** Starts a program of ours, and waits until it says which port it listens on. */
export async function start(
  args: readonly string[],
  href: string,
  says: RegExp,
): Promise<Listening> {
  const child: ChildProcess = spawn(process.execPath, [...process.execArgv, ...args], {
    env: { ...process.env, DATABASE_URL: href, PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('a child without output');
  for await (const text of createInterface({ input: child.stdout })) {
    const port = says.exec(text)?.[1];
    if (!port) continue;
    child.stdout.resume();
    return {
      port: Number(port),
      pid: child.pid ?? 0,
      stop: async () => {
        child.kill('SIGTERM');
        if (child.exitCode === null) await once(child, 'exit');
      },
    };
  }
  throw new Error(`${args.join(' ')} ended before it listened`);
}
