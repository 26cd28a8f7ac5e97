import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openReadyReplica } from '../../src/db/ready-replica.ts';
import { pgbouncerProgram, startPgbouncer } from '../support/pgbouncer.ts';
import {
  freePort,
  type PostgresServer,
  postgresPrograms,
  type Standby,
  startPrimary,
  startStandby,
} from '../support/postgres-cluster.ts';
import { exportFile } from './export-file.ts';
import { runCli, startCli, waitFor } from './run-cli.ts';

const PROGRAMS = postgresPrograms();
const LACKS = 'lacks' in PROGRAMS ? PROGRAMS.lacks : null;
const LISTENING = /localhost:(\d+)\/graphql/;

describe.skipIf(LACKS)(`with a replica${LACKS ? ` (lacks ${LACKS})` : ''}`, () => {
  let primary: PostgresServer;
  let standby: Standby;
  let env: Record<string, string>;
  let folder: string;
  const cleanUp = new AsyncDisposableStack();

  beforeAll(async () => {
    if ('lacks' in PROGRAMS) return;
    folder = await mkdtemp(join(tmpdir(), 'debouches-cli-'));
    primary = cleanUp.use(await startPrimary(PROGRAMS));
    standby = cleanUp.use(await startStandby(PROGRAMS, primary));
    env = { DATABASE_URL: primary.href, DATABASE_REPLICA_URL: standby.href };
    Object.assign(env, { PORT: '0', LOG_LEVEL: 'warn', DATA_DIR: folder });
  }, 120_000);
  afterAll(async () => {
    await cleanUp.disposeAsync();
    if (folder) await rm(folder, { recursive: true, force: true });
  }, 60_000);

  const status = async () => JSON.parse((await runCli(['status', '--json'], env)).stdout);
  const published = async () => {
    const [row] = await primary.query('select max(publication) as number from bi_rows.status');
    return row?.['number'];
  };

  test('a server waits until what it wrote to the database has come to the replica', async () => {
    await standby.pause();
    const server = startCli(['serve'], env);
    const [waiting] = (await waitFor(server, /^Waiting for the replica, .*$/m)) ?? [];
    expect(waiting).toMatch(/: it lacks \d+ migrations, the last of them \d{12}_\w+ …$/);
    expect(waiting).toContain(`, PostgreSQL at 127.0.0.1:${standby.port}/postgres: `);
    await standby.resume();
    const [, port] = (await waitFor(server, LISTENING)) ?? [];
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`);
    expect(await ready.json()).toEqual({ status: 'ready' });
    // The server alone writes them, and to the primary.
    while ((await published()) !== 2);
    server.process.kill('SIGTERM');
    expect(await server.ended).toMatchObject({
      code: 0,
      stderr: expect.not.stringMatching('rror'),
    });
  }, 120_000);

  test('an import reads and writes the database alone, and status tells what servers read', async () => {
    await standby.pause();
    const { code, stdout } = await runCli(['import', await exportFile(folder)], env);
    expect(stdout).toContain('the tables of bi are up to date');
    expect(code).toBe(0);
    expect(await published()).toBe(3);
    const label = `PostgreSQL at 127.0.0.1:${standby.port}/postgres (replica)`;
    expect(await status()).toMatchObject({ database: label, publication: { number: 2 } });
    await standby.resume();
    await standby.caughtUp();
    expect(await status()).toMatchObject({ publication: { number: 3 } });
  }, 120_000);

  test('a server that is told to stop while it waits does', async () => {
    const away = `postgres://debouches@127.0.0.1:${await freePort()}/postgres`;
    const server = startCli(['serve'], { ...env, DATABASE_REPLICA_URL: away });
    expect((await waitFor(server, /it does not answer \((.*)\)/))?.[1]).toContain('ECONNREFUSED');
    server.process.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
  }, 60_000);

  test('a server does not wait for ever, and says what it waited for', async () => {
    const url = `postgres://debouches@127.0.0.1:${await freePort()}/postgres`;
    const settings = { databaseReplicaUrl: url, maxConcurrentQueries: 4 };
    const options = { report: () => {}, stop: new AbortController().signal, waitMs: 0 };
    await expect(openReadyReplica(settings, options)).rejects.toThrow(
      /^the replica, PostgreSQL at 127\.0\.0\.1:\d+\/postgres, could not be read within 0 s: it does not answer \(.*ECONNREFUSED.*\)\. Mend the replication or DATABASE_REPLICA_URL/,
    );
    const failed = await runCli(['status'], { ...env, DATABASE_REPLICA_URL: url });
    expect(failed).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^the replica, .*start it or mend DATABASE_REPLICA_URL\n$/),
    });
  }, 60_000);
});

const SERVER = process.env['TEST_DATABASE_URL'] ?? '';
const POOLER = pgbouncerProgram();
const NO_POOLER = SERVER === '' ? 'TEST_DATABASE_URL' : 'lacks' in POOLER ? POOLER.lacks : null;

test.skipIf(NO_POOLER)(
  `a pooler before the database itself is refused, and said where it may be${NO_POOLER ? ` (lacks ${NO_POOLER})` : ''}`,
  async () => {
    if ('lacks' in POOLER) return;
    await using pooler = await startPgbouncer(POOLER, SERVER, 2);
    const { code, stderr } = await runCli(['status'], { DATABASE_URL: pooler.href });
    expect(stderr).toMatch(
      /^the database server cannot be used: it refuses the settings of a session, as a connection pooler does: let DATABASE_URL lead to PostgreSQL itself/,
    );
    expect(code).toBe(1);
  },
);

test('a replica of no database is refused', async () => {
  const { code, stderr } = await runCli(['status'], {
    DATABASE_REPLICA_URL: 'postgres://u:s3cret@h/d',
  });
  expect(code).toBe(2);
  expect(stderr).toContain('DATABASE_REPLICA_URL is set without DATABASE_URL');
  expect(stderr).not.toContain('s3cret');
});
