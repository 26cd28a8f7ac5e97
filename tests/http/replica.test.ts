import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { openPostgres } from '../../src/db/engines/postgres.ts';
import { openReplica } from '../../src/db/engines/replica.ts';
import { migrate } from '../../src/db/migrations.ts';
import { schema } from '../../src/graphql/schema.ts';
import { publicationReader } from '../../src/snapshot/publication-reader.ts';
import { SnapshotStore } from '../../src/snapshot/store.ts';
import {
  type PostgresServer,
  postgresPrograms,
  type Standby,
  startPrimary,
  startStandby,
} from '../support/postgres-cluster.ts';
import { publishVersion, readVersions, type VersionReader } from '../support/versions.ts';
import { type QuestionServer, serveQuestions, untilAnswer } from './question-server.ts';

const PROGRAMS = postgresPrograms();
const LACKS = 'lacks' in PROGRAMS ? PROGRAMS.lacks : null;

describe.skipIf(LACKS)(`over a hot standby${LACKS ? ` (lacks ${LACKS})` : ''}`, () => {
  let primary: PostgresServer;
  let standby: Standby;
  let writing: Database;
  let server: QuestionServer;
  let reader: VersionReader;
  let readerOfPrimary: VersionReader;
  const cleanUp = new AsyncDisposableStack();

  beforeAll(async () => {
    if ('lacks' in PROGRAMS) return;
    primary = cleanUp.use(await startPrimary(PROGRAMS));
    writing = cleanUp.use(openPostgres(primary.href));
    await migrate(writing);
    await publishVersion(writing, 1);
    standby = cleanUp.use(await startStandby(PROGRAMS, primary));
    await standby.caughtUp();
    const replica = cleanUp.use(await openReplica(standby.href, { readings: 4 }));
    server = cleanUp.use(await serveQuestions(replica, schema, { requestTimeout: 5_000 }));
    reader = cleanUp.use(readVersions(server));
    const beside = cleanUp.use(openPostgres(primary.href, undefined, 4));
    const onPrimary = await serveQuestions(beside, schema, { requestTimeout: 5_000 });
    readerOfPrimary = cleanUp.use(readVersions(cleanUp.use(onPrimary)));
  }, 120_000);
  afterAll(() => cleanUp.disposeAsync(), 60_000);

  const ready = () => fetch(`${server.url}/health/ready`);
  const readiness = async () => (await ready()).json();

  test('what the primary publishes is served once the standby shows it, and not before', async () => {
    expect(await reader.next()).toBe(1);
    await standby.pause();
    await publishVersion(writing, 2);
    // Behind, it is old and whole: readers of figures and of texts have the same publication.
    await readerOfPrimary.until(2);
    expect(await reader.next()).toBe(1);
    expect(await readiness()).toEqual({ status: 'ready' });
    await standby.resume();
    await standby.caughtUp();
    await reader.until(2);
  }, 60_000);

  /** Publishes twice, as imports do that follow each other at once. */
  const publishTwice = async (version: number) => {
    await publishVersion(writing, version + 1);
    await publishVersion(writing, version + 2);
    await standby.caughtUpOrHeld();
  };

  test('texts that are read while others are published are those of their publication', async () => {
    await using replica = await openReplica(standby.href);
    const snapshot = await new SnapshotStore(replica).refresh();
    const read = publicationReader(replica, snapshot);
    const titles = read(async (db) => {
      await db.selectFrom('current_publication').selectAll().execute();
      await publishTwice(2);
      return db.selectFrom('certification').select('title').execute();
    });
    expect(new Set((await titles).map(({ title }) => title))).toEqual(new Set(['Version 2']));
    await reader.until(4);
  }, 60_000);

  test('a publication that is loaded while others are published is whole, and the next one follows', async () => {
    await using replica = await openReplica(standby.href);
    let publishing: Promise<void> | null = null;
    // Between the first statement, which finds the publication, and those that read it.
    const pause: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        publishing ??= publishTwice(4);
        await publishing;
        return result;
      },
    };
    const store = new SnapshotStore({
      ...replica,
      startReading: async (signal) => {
        const reading = await replica.startReading(signal);
        return { ...reading, db: reading.db.withPlugin(pause) };
      },
    });
    for (const version of [4, 6]) {
      const { publication, certifications } = await store.refresh();
      const titles = new Set(certifications.title);
      expect([publication.id, titles]).toEqual([version, new Set([`Version ${version}`])]);
    }
    await reader.until(6);
  }, 60_000);

  test('while it is stopped figures are answered from memory, texts are 503, and readiness says so', async () => {
    await standby.stop();
    const unready = await untilAnswer(ready, ({ status }) => status === 503);
    expect(await unready.json()).toEqual({
      status: 'unavailable',
      reason: 'the replica of the database does not answer',
    });
    expect(await reader.figures()).toBe(6);
    expect(await reader.texts()).toBe('DATABASE_UNAVAILABLE');
    // Nobody falls back to the primary, which is newer.
    await publishVersion(writing, 7);
    expect(await reader.figures()).toBe(6);
    await standby.start();
    await standby.caughtUp();
    await reader.until(7);
    expect(await readiness()).toEqual({ status: 'ready' });
  }, 60_000);

  test('the primary may be away: all is answered, and it is followed again once it is back', async () => {
    await primary.stop();
    expect(await reader.next()).toBe(7);
    expect(await readiness()).toEqual({ status: 'ready' });
    expect(await readerOfPrimary.figures()).toBe(7);
    await primary.start();
    await publishVersion(writing, 8);
    await readerOfPrimary.until(8);
    await standby.caughtUp();
    await reader.until(8);
  }, 60_000);

  test('promoted, it is written to, and read without a pause', async () => {
    await primary.stop();
    await standby.promote();
    expect(await reader.next()).toBe(8);
    await using promoted = openPostgres(standby.href);
    await publishVersion(promoted, 9);
    await reader.until(9);
  }, 60_000);

  test('all along, no answer had two publications, and figures were never refused', () => {
    for (const { answers, mixed, refused } of [reader.seen(), readerOfPrimary.seen()]) {
      expect(answers).toBeGreaterThan(50);
      expect(mixed).toEqual([]);
      expect(refused).toEqual([]);
    }
  });
});
