import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { RNCP, RS } from '../ingest/publish/small-imports.ts';
import { DATASET, DataGouv, zipName } from '../refresh/data-gouv.ts';
import { createScratchUrl } from '../support/database.ts';
import { exportFile } from './export-file.ts';
import { type Running, runCli, startCli, waitFor } from './run-cli.ts';

const DAY = '2026-01-02';
const SERVER = process.env['TEST_DATABASE_URL'];
const LISTENING = /localhost:(\d+)\/graphql/;

let site: DataGouv;
let folder = '';
/** The export of the RNCP. */
let bytes: Buffer = Buffer.alloc(0);
let drop = async () => {};
let servers: Running[] = [];
beforeAll(async () => {
  site = await DataGouv.start();
});
afterAll(() => site[Symbol.asyncDispose]());
beforeEach(async () => {
  site.reset();
  bytes = await site.publish('RNCP', DAY, RNCP);
  await site.publish('RS', DAY, RS);
  folder = await mkdtemp(join(tmpdir(), 'debouches-serve-refresh-'));
  return async () => {
    // Of a test that failed.
    for (const { process: server } of servers) server.kill('SIGKILL');
    await Promise.all(servers.map(({ ended }) => ended));
    servers = [];
    await rm(folder, { recursive: true, force: true });
    await drop();
    drop = async () => {};
  };
});

/** The settings of a new database of an engine. */
async function settings(engine: 'pglite' | 'postgres'): Promise<Record<string, string>> {
  const env = {
    ...{ DATA_DIR: join(folder, 'data'), PORT: '0', REFRESH: 'true' },
    REFRESH_URL: site.url.href,
  };
  if (engine === 'pglite') return env;
  const scratch = await createScratchUrl(SERVER ?? '');
  drop = scratch.drop;
  return { ...env, DATABASE_URL: scratch.href };
}

/** The first match in what a command says, on standard error too; null when it ends without. */
async function saidBy({ process: child, said, ended }: Running, pattern: RegExp) {
  for (;;) {
    const match = pattern.exec(said.stderr);
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    if (match || hasEnded || child.stderr === null) return match;
    await Promise.race([once(child.stderr, 'data'), ended]);
  }
}

/** Starts a server, and waits until it answers. */
async function serve(env: Record<string, string>) {
  const running = startCli(['serve'], env);
  servers.push(running);
  const url = `http://127.0.0.1:${(await waitFor(running, LISTENING))?.[1]}`;
  const json = async (path: string, init?: RequestInit) =>
    (await (await fetch(`${url}${path}`, init)).json()) as Record<string, unknown>;
  return {
    ...running,
    health: () => json('/health/ready'),
    status: async () => {
      const query =
        '{ dataStatus { demonstration publication { number } refresh { outcome failuresInARow } } }';
      const { data } = await json('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return (data as { dataStatus: Record<string, unknown> }).dataStatus;
    },
    stop: async () => {
      running.process.kill('SIGTERM');
      return running.ended;
    },
  };
}

/** What is read once it is as it should be. */
async function until<Value>(read: () => Promise<Value>, holds: (value: Value) => boolean) {
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    await setTimeout(20);
  }
}

/** Whether a process is there. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The number of the process that a server refreshes in. */
async function childOf(server: Running): Promise<number> {
  return Number((await saidBy(server, /"refresh":\{"pid":(\d+)\}/))?.[1]);
}

/** Has the next export be sent without an end, and resolves once it is asked for. */
function sendWithoutEnd(): Promise<void> {
  const asked = Promise.withResolvers<void>();
  const drip = (_request: unknown, response: ServerResponse) => {
    response.writeHead(200, { 'content-length': bytes.length });
    response.write(bytes.subarray(0, 10), () => asked.resolve());
  };
  site.misbehave(`/resources/${zipName('RNCP', DAY)}`, drip);
  return asked.promise;
}

const ENGINES = (['pglite', 'postgres'] as const).filter(
  (engine) => engine === 'pglite' || SERVER !== undefined,
);

describe.each(ENGINES)('a server with REFRESH=true on %s', (engine) => {
  test('serves the demonstration until it has refreshed, and tells where that stands', async () => {
    const env = await settings(engine);
    site.misbehave(DATASET, (_request, response) => response.end('{}'));
    let server = await serve(env);
    expect(server.said.stdout).toContain(
      'until that has succeeded once the demonstration is served',
    );
    await saidBy(server, /has no list ..resources..*; next refresh at/);
    expect(await server.status()).toEqual({
      ...{ demonstration: true, publication: { number: 2 } },
      refresh: { outcome: 'FAILED', failuresInARow: 1 },
    });
    expect(await server.health()).toEqual({
      status: 'ready',
      warning: expect.stringMatching(/^the refresh of the registers failed: the list of exports/),
    });
    const told = await until(
      async () => (await runCli(['status'], env)).stdout,
      (text) => text.includes('last refresh'),
    );
    expect(told).toMatch(
      /\nlast refresh \S+ by \S+: FAILED, 1 in a row: the catalogue .* has no list "resources"/,
    );
    expect(told).toMatch(/\nlast that did not fail: none\nnext refresh \S+Z\n$/);

    // A database of one process is refreshed when its server starts, the other by whoever does it.
    if (engine === 'pglite') {
      expect(await server.stop()).toMatchObject({ code: 0 });
      server = await serve(env);
    } else expect(await runCli(['refresh'], env)).toMatchObject({ code: 0 });
    await until(server.status, ({ demonstration }) => demonstration === false);
    expect(
      await until(server.status, ({ refresh }) => JSON.stringify(refresh).includes('IMPORTED')),
    ).toEqual({
      ...{ demonstration: false, publication: { number: 3 } },
      refresh: { outcome: 'IMPORTED', failuresInARow: 0 },
    });
    expect(await server.health()).toEqual({ status: 'ready' });
    const { stdout } = await until(
      () => runCli(['status', '--json'], env),
      ({ stdout }) => stdout.includes('IMPORTED'),
    );
    expect(JSON.parse(stdout)).toMatchObject({
      publication: { number: 3, demonstration: false },
      refresh: { outcome: 'IMPORTED', failure: null, failuresInARow: 0 },
    });
    expect(await server.stop()).toMatchObject({ code: 0 });
  }, 120_000);

  test('stops while it downloads, and leaves no process and no trace of a failure', async () => {
    const env = await settings(engine);
    expect(await runCli(['import', await exportFile(folder)], env)).toMatchObject({ code: 0 });
    const asked = sendWithoutEnd();
    const server = await serve(env);
    await asked;
    const child = engine === 'postgres' ? await childOf(server) : null;
    if (child !== null) expect(lives(child)).toBe(true);
    const { code, stderr } = await server.stop();
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/"level":[456]0/);
    if (child !== null) expect(lives(child)).toBe(false);
    expect(await runCli(['status'], env)).toMatchObject({
      code: 0,
      stdout: expect.not.stringContaining('last refresh'),
    });
  }, 120_000);
});

describe.skipIf(SERVER === undefined)('the process that a server refreshes in', () => {
  async function importedBefore() {
    const env = await settings('postgres');
    expect(await runCli(['import', await exportFile(folder)], env)).toMatchObject({ code: 0 });
    return env;
  }

  async function connect(env: Record<string, string>) {
    const client = new pg.Client({ connectionString: env['DATABASE_URL'] ?? '' });
    await client.connect();
    return client;
  }

  test('imports the newest exports, and its server serves them', async () => {
    const env = await importedBefore();
    const server = await serve(env);
    expect(await server.status()).toMatchObject({ demonstration: false });
    await until(server.status, ({ publication }) => JSON.stringify(publication).includes('2'));
    expect(await until(server.status, ({ refresh }) => refresh !== null)).toMatchObject({
      refresh: { outcome: 'IMPORTED', failuresInARow: 0 },
    });
    expect(lives(await childOf(server))).toBe(false);
    expect(await server.stop()).toMatchObject({ code: 0 });
  }, 120_000);

  test('ends when the server is killed', async () => {
    const env = await importedBefore();
    const asked = sendWithoutEnd();
    const server = await serve(env);
    await asked;
    const child = await childOf(server);
    expect(lives(child)).toBe(true);
    server.process.kill('SIGKILL');
    await server.ended;
    await until(
      async () => lives(child),
      (alive) => !alive,
    );
    // Nothing is held: the next one refreshes.
    expect(await runCli(['refresh'], env)).toMatchObject({ code: 0 });
  }, 120_000);

  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'ends with the server at %s while it imports, and the next one imports all',
    async (signal) => {
      const env = await importedBefore();
      await site.publish('RNCP', '2026-11-24', RNCP);
      await site.publish('RS', '2026-11-24', RS);
      const [holder, observer] = await Promise.all([connect(env), connect(env)]);
      try {
        // The import has to wait when it publishes.
        await holder.query('begin; lock table publication_source in share mode');
        const server = await serve(env);
        const child = await childOf(server);
        await until(
          async () => {
            const { rowCount } = await observer.query(
              "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
            );
            return rowCount;
          },
          (count) => count === 1,
        );
        server.process.kill(signal);
        expect((await server.ended).code).toBe(signal === 'SIGTERM' ? 0 : null);
        await until(
          async () => lives(child),
          (alive) => !alive,
        );
      } finally {
        await Promise.all([holder.end(), observer.end()]);
      }
      const next = await runCli(['refresh'], env);
      expect(next).toMatchObject({ code: 0 });
      expect(next.stdout).toMatch(/publication 2 is served/);
    },
    120_000,
  );

  test('that finds another at it is no failure, and its server looks again', async () => {
    const env = await importedBefore();
    const asked = sendWithoutEnd();
    const first = await serve(env);
    await asked;
    const second = await serve({ ...env, REFRESH_DIR: join(folder, 'other') });
    expect(
      await saidBy(
        second,
        /"refresh":\{"outcome":"BUSY"\},"msg":"another process .*; next refresh/,
      ),
    ).not.toBeNull();
    expect(await second.status()).toMatchObject({ refresh: null });
    expect(await second.health()).toEqual({ status: 'ready' });
    const codes = await Promise.all([first.stop(), second.stop()]);
    expect(codes.map(({ code }) => code)).toEqual([0, 0]);
  }, 120_000);
});
