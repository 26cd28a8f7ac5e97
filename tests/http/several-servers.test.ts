import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { openPostgres } from '../../src/db/engines/postgres.ts';
import { openReplica } from '../../src/db/engines/replica.ts';
import { migrate } from '../../src/db/migrations.ts';
import { schema } from '../../src/graphql/schema.ts';
import { createScratchUrl } from '../support/database.ts';
import { pgbouncerProgram, startPgbouncer } from '../support/pgbouncer.ts';
import { publishVersion, readVersions, type VersionReader } from '../support/versions.ts';
import { serveQuestions } from './question-server.ts';

const SERVER = process.env['TEST_DATABASE_URL'] ?? '';
const POOLER = pgbouncerProgram();
const WITHOUT = 'lacks' in POOLER ? ` (without one behind a pooler: lacks ${POOLER.lacks})` : '';

describe.skipIf(SERVER === '')(`several servers over one database${WITHOUT}`, () => {
  let writing: Database;
  const readers: VersionReader[] = [];
  const cleanUp = new AsyncDisposableStack();

  beforeAll(async () => {
    const { href, drop } = await createScratchUrl(SERVER);
    cleanUp.defer(drop);
    writing = cleanUp.use(openPostgres(href));
    await migrate(writing);
    await publishVersion(writing, 1);
    const databases = [
      cleanUp.use(openPostgres(href, undefined, 4)),
      cleanUp.use(await openReplica(href)),
    ];
    if (!('lacks' in POOLER)) {
      const pooler = cleanUp.use(await startPgbouncer(POOLER, href, 3));
      databases.push(cleanUp.use(await openReplica(pooler.href, { readings: 6 })));
    }
    for (const database of databases) {
      const server = cleanUp.use(await serveQuestions(database, schema));
      readers.push(cleanUp.use(readVersions(server)));
    }
  }, 60_000);
  afterAll(() => cleanUp.disposeAsync(), 60_000);

  test.each([2, 3, 4])('all serve publication %i within five seconds', async (version) => {
    await publishVersion(writing, version);
    await Promise.all(readers.map((reader) => reader.until(version)));
  });

  test('none ever answered of two publications, or did not', () => {
    for (const reader of readers) {
      const { answers, mixed, refused } = reader.seen();
      expect(answers).toBeGreaterThan(20);
      expect([...mixed, ...refused]).toEqual([]);
    }
  });
});
