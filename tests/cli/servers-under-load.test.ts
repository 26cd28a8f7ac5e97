import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inFull } from '../support/in-full.ts';
import {
  type PostgresServer,
  postgresPrograms,
  type Standby,
  startPrimary,
  startStandby,
} from '../support/postgres-cluster.ts';
import { type StampedClients, startClients } from '../support/stamped-clients.ts';
import { STAMPED_REQUESTS, writeStamped } from '../support/stamped-register.ts';
import { runCli, startCli, waitFor } from './run-cli.ts';

const PROGRAMS = postgresPrograms();
const LACKS = 'lacks' in PROGRAMS ? PROGRAMS.lacks : null;

/** Imports before the primary is restarted, and after it. */
const IMPORTS_BEFORE = inFull(2, 30);
const IMPORTS_AFTER = inFull(1, 30);
const CLIENTS = 3;
const LONG_MS = inFull(60_000, 600_000);

describe.skipIf(LACKS)(
  `two servers and one of a standby${LACKS ? ` (lacks ${LACKS})` : ''}`,
  () => {
    let primary: PostgresServer;
    let standby: Standby;
    let folder: string;
    let env: Record<string, string>;
    const urls: string[] = [];
    /** Clients of the two servers of the primary, and of the one of the standby. */
    let clients: StampedClients[] = [];
    let version = 0;
    const cleanUp = new AsyncDisposableStack();

    beforeAll(async () => {
      if ('lacks' in PROGRAMS) return;
      folder = await mkdtemp(join(tmpdir(), 'debouches-load-'));
      cleanUp.defer(() => rm(folder, { recursive: true, force: true }));
      primary = cleanUp.use(await startPrimary(PROGRAMS));
      // All clients are one, by their address, which asks more than a client may.
      env = { DATABASE_URL: primary.href, CLIENT_MS_PER_SECOND: '0' };
      await importNext();
      standby = cleanUp.use(await startStandby(PROGRAMS, primary));
      await standby.caughtUp();
      const replica = { DATABASE_REPLICA_URL: standby.href };
      urls.push(...(await Promise.all([{}, {}, replica].map(serve))));
      clients = urls.map((url) => cleanUp.use(startClients(url, CLIENTS)));
    }, 120_000);
    afterAll(() => cleanUp.disposeAsync(), 60_000);

    /** Starts a server, and waits until it answers; gives its address. */
    async function serve(settings: Record<string, string>): Promise<string> {
      const server = startCli(['serve'], { ...env, ...settings, PORT: '0', LOG_LEVEL: 'warn' });
      cleanUp.defer(async () => {
        server.process.kill('SIGTERM');
        await server.ended;
      });
      const [, port] = (await waitFor(server, /localhost:(\d+)\/graphql/)) ?? [];
      if (port === undefined)
        throw new Error(`a server did not start: ${(await server.ended).stderr}`);
      return `http://127.0.0.1:${port}`;
    }

    async function importNext(): Promise<void> {
      version += 1;
      const { code, stdout } = await runCli(['import', await writeStamped(folder, version)], env);
      expect(stdout).toContain(`publication ${version} is served`);
      expect(code).toBe(0);
    }

    /** All serve the last import within seconds, that of the standby once this has it. */
    async function expectServed(): Promise<void> {
      const [first, second, ofStandby] = clients;
      await Promise.all([first?.until(version), second?.until(version)]);
      await standby.caughtUp();
      await ofStandby?.until(version);
    }

    const importSome = async (most: number) => {
      for (let count = 0; count < most; count++) {
        await importNext();
        await expectServed();
      }
    };

    test('serve each publication within seconds', () => importSome(IMPORTS_BEFORE), LONG_MS);

    test('go on while the primary is restarted amid an import, which is then made again', async () => {
      const path = await writeStamped(folder, version + 1);
      const disturbed = startCli(['import', path], env);
      await new Promise((resolve) => disturbed.process.stderr?.once('data', resolve));
      await primary.stop();
      await primary.start();
      const { code } = await disturbed.ended;
      const again = await runCli(['import', path], env);
      version += 1;
      expect([code, again.code]).toEqual([expect.any(Number), 0]);
      expect(again.stdout).toMatch(new RegExp(`publication ${version} (is served|already has)`));
      await expectServed();
    }, 120_000);

    test('and after it', () => importSome(IMPORTS_AFTER), LONG_MS);

    test('never answered of two publications, of an older one, or as is not documented', () => {
      for (const each of clients) {
        const { answers, byName, faults } = each.seen();
        expect([...faults]).toEqual([]);
        expect([...byName.keys()].toSorted()).toEqual(
          STAMPED_REQUESTS.map(({ name }) => name).toSorted(),
        );
        expect(answers).toBeGreaterThan(100);
      }
    });

    test('serve the publication before a rollback again, and nothing of two', async () => {
      await Promise.all(clients.map((each) => each[Symbol.asyncDispose]()));
      const { code, stdout } = await runCli(['rollback'], env);
      expect([code, stdout]).toEqual([0, expect.stringContaining(`${version - 1} is served`)]);
      await standby.caughtUp();
      await expect
        .poll(
          async () => {
            const numbers = urls.map(async (url) => {
              const response = await fetch(`${url}/reports/cohorts.json`);
              return ((await response.json()) as { publication: number }).publication;
            });
            return Promise.all(numbers);
          },
          { timeout: 5_000 },
        )
        .toEqual(urls.map(() => version - 1));
      for (const url of urls) {
        const after = startClients(url, CLIENTS);
        await after.until(version - 1);
        await after[Symbol.asyncDispose]();
        expect([...after.seen().faults]).toEqual([]);
      }
    }, 60_000);
  },
);
