import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failureOf } from '../../src/cli/failure.ts';
import { DataFolderError, holdDataFolder } from '../../src/db/engines/data-folder.ts';
import { openPglite } from '../../src/db/engines/pglite.ts';
import { migrate, pendingMigrations } from '../../src/db/migrations.ts';
import { createScratchUrl, openMigratedPglite } from '../support/database.ts';
import { exportFile } from './export-file.ts';
import { runCli, startCli, waitFor } from './run-cli.ts';

const SERVER = process.env['TEST_DATABASE_URL'];

const LISTENING = /localhost:(\d+)\/graphql/;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-folders-'));
  await writeFile(join(folder, 'file'), '');
  await symlink(join(folder, 'nowhere', 'at all'), join(folder, 'dangling'));
  await mkdir(join(folder, 'taken'));
  await writeFile(join(folder, 'taken', 'pglite'), '');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a data folder that cannot be used is told in one line:', () => {
  const cases: [string, () => string][] = [
    ['a file', () => join(folder, 'file')],
    ['a folder in a file', () => join(folder, 'file', 'data')],
    ['a link to nowhere', () => join(folder, 'dangling')],
    ['a folder in a link to nowhere', () => join(folder, 'dangling', 'data')],
    ['a name that is too long', () => join(folder, 'x'.repeat(300))],
    ...(process.platform === 'linux'
      ? ([
          ['a folder of the system', () => '/proc/nope/data'],
          ['a folder that nobody may write to', () => '/sys'],
        ] as [string, () => string][])
      : []),
  ];
  test.each(cases)('%s', (_, path) => {
    let failure: unknown;
    try {
      holdDataFolder(path());
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(DataFolderError);
    const { message, exitCode } = failureOf(failure);
    expect(message).toContain(`DATA_DIR is ${JSON.stringify(path())}, which cannot be used: `);
    expect(message).not.toContain('\n');
    expect(exitCode).toBe(2);
  });

  test('a folder that holds something else', async () => {
    const failure = await openPglite(join(folder, 'taken')).catch((error: unknown) => error);
    expect(failureOf(failure)).toMatchObject({ exitCode: 2 });
    // It is free for whoever mends it.
    await rm(join(folder, 'taken', 'pglite'));
    holdDataFolder(join(folder, 'taken')).release();
  });

  test.each(['serve', 'status', 'migrate'])('by %s', async (command) => {
    const env = { DATA_DIR: join(folder, 'dangling'), PORT: '0' };
    const { code, stderr } = await runCli([command], env);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^DATA_DIR is ".*", which cannot be used: .*\n$/);
  });
});

/** Opens more connections than a server has files for, from many addresses; those that it keeps. */
async function crowd(port: number): Promise<Socket[]> {
  const sockets = Array.from({ length: 300 }, (_, index) =>
    connect({ port, host: '127.0.0.1', localAddress: `127.0.1.${1 + (index % 100)}` }),
  );
  for (const socket of sockets) socket.on('error', () => {}).resume();
  await setTimeout(1_000);
  return sockets.filter(({ readyState }) => readyState === 'open');
}

/** Reports that read the database, some of which are written to files before they are sent. */
const FILES = ['parquet', 'csv', 'xlsx', 'json'].flatMap((format) =>
  [1, 2, 3].map((limit) => `/reports/blocks.${format}?limit=${limit}`),
);

/** The statuses of reports that are asked for at once on some connections, which are then used up. */
function statusesOf(sockets: Socket[]): Promise<(string | undefined)[]> {
  return Promise.all(
    FILES.map(async (path) => {
      const socket = sockets.pop();
      socket?.write(`GET ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`);
      const answer = socket ? await text(socket) : '';
      return /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1];
    }),
  );
}

describe.skipIf(process.platform === 'win32')('a process that may open', () => {
  const TOO_FEW =
    'this process may not open as many files as it needs: raise the limit (ulimit -n 1024)\n';

  test.each([
    ['serve', 64],
    ['serve', 255],
    ['migrate', 64],
    ['import', 64],
  ])('too few files is told so before anything is written: %s with %i', async (command, files) => {
    const data = join(folder, `few-${command}-${files}`);
    const args = command === 'import' ? [command, await exportFile(folder)] : [command];
    const { ended } = startCli(args, { DATA_DIR: data, PORT: '0' }, files);
    expect(await ended).toMatchObject({ code: 1, stderr: TOO_FEW });
    expect(existsSync(data)).toBe(false);
  });

  test('too few files is told so by serve on PostgreSQL', async ({ skip }) => {
    if (!SERVER) skip();
    const { href, drop } = await createScratchUrl(SERVER ?? '');
    try {
      const { ended } = startCli(['serve'], { DATABASE_URL: href, PORT: '0' }, 40);
      expect(await ended).toMatchObject({ code: 1, stderr: TOO_FEW });
    } finally {
      await drop();
    }
  });

  test('few files serves on PostgreSQL whatever clients take of them', async ({ skip }) => {
    if (!SERVER) skip();
    const { href, drop } = await createScratchUrl(SERVER ?? '');
    try {
      const env = { DATABASE_URL: href, PORT: '0', LOG_LEVEL: 'warn' };
      // Of the demonstration, whose blocks are read from the database.
      const server = startCli(['serve'], env, 96);
      const port = Number((await waitFor(server, LISTENING))?.[1]);
      const sockets = await crowd(port);
      expect(await statusesOf(sockets)).toEqual(FILES.map(() => '200'));
      for (const socket of sockets) socket.destroy();
      server.process.kill('SIGTERM');
      expect(await server.ended).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('Stopping'),
      });
    } finally {
      await drop();
    }
  }, 120_000);

  test('as few as are needed imports, and serves whatever clients take of the rest', async () => {
    const env = { DATA_DIR: join(folder, 'enough'), PORT: '0', LOG_LEVEL: 'warn' };
    expect(await startCli(['import', await exportFile(folder)], env, 256).ended).toMatchObject({
      code: 0,
    });
    const server = startCli(['serve'], env, 256);
    const port = Number((await waitFor(server, LISTENING))?.[1]);
    const sockets = await crowd(port);
    expect(await statusesOf(sockets)).toEqual(FILES.map(() => '200'));
    for (const socket of sockets) socket.destroy();
    server.process.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
  });
});

test('status of a folder that is not there says so and makes nothing', async () => {
  const path = join(folder, 'mistyped');
  const { code, stdout } = await runCli(['status'], { DATA_DIR: path });
  expect(code).toBe(0);
  expect(stdout).toContain(`embedded database in ${path}, which is not there yet`);
  expect(existsSync(path)).toBe(false);
});

test('status while a server has the embedded database is that of the server', async () => {
  const env = { DATA_DIR: join(folder, 'served'), PORT: '0', LOG_LEVEL: 'warn' };
  await runCli(['import', await exportFile(folder)], env);
  const before = JSON.parse((await runCli(['status', '--json'], env)).stdout);
  const server = startCli(['serve'], env);
  const [, url] = (await waitFor(server, /answers at (\S+)\/ /)) ?? [];
  expect(
    await waitFor(server, /Publication 1 \(RNCP of 2026-01-01\): 1 certifications, 0 cohorts\./),
  ).not.toBeNull();
  const tried = /"query":"(.*?)"\}'/.exec(
    (await waitFor(server, /"query"[^\n]*\n/))?.[0] ?? '',
  )?.[1];
  const answer = await fetch(
    `${url}/graphql?query=${encodeURIComponent(tried?.replaceAll('\\"', '"') ?? '')}`,
  );
  expect(await answer.json()).toMatchObject({ data: { certification: { title: 'Un titre' } } });

  await waitFor(server, /Stop with/);
  const during = await runCli(['status', '--json'], env);
  expect(JSON.parse(during.stdout)).toEqual({
    ...before,
    server: { process: server.process.pid, url },
  });
  const words = await runCli(['status'], env);
  expect(words.stdout).toContain(`served by process ${server.process.pid} at ${url}`);
  server.process.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse((await runCli(['status', '--json'], env)).stdout)).toEqual(before);
}, 60_000);

test('a migration of another version is told the same, with the way out, by status and at start', async () => {
  await using database = await openMigratedPglite();
  {
    await using session = await database.session();
    await sql`insert into kysely_migration (name, timestamp)
      values ('202611250940_of_another_version', '2026-11-25T09:40:00.000Z')`.execute(session.db);
  }
  const told = await Promise.all(
    [migrate, pendingMigrations].map(async (run) => {
      const failure = await run(database).catch((error: unknown) => error);
      return failureOf(failure).message;
    }),
  );
  expect(told[0]).toContain('202611250940_of_another_version is missing');
  expect(told[0]).toContain('use that version, or another database');
  expect(told[1]).toBe(told[0]);
});
