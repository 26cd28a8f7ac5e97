import { sql } from 'kysely';
import pino from 'pino';
import { expect, test } from 'vitest';
import { keepBi } from '../../src/cli/keep-bi.ts';
import { prepareBi, writeBi } from '../../src/datasets/bi.ts';
import { migrate } from '../../src/db/migrations.ts';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { SnapshotStore } from '../../src/snapshot/store.ts';
import { createScratch } from '../support/database.ts';
import { publishVersion } from '../support/versions.ts';

const SERVER = process.env['TEST_DATABASE_URL'] ?? '';

test.skipIf(SERVER === '')(
  'a server that is behind leaves the tables of bi as they are, and writes them once it is not',
  async () => {
    await using database = await createScratch(SERVER);
    await migrate(database);
    await prepareBi(database);
    const published = async () => {
      await using session = await database.session();
      const { rows } = await sql<{ publication: number }>`
        select publication from bi_rows.status`.execute(session.db);
      return rows[0]?.publication;
    };
    const lines: unknown[] = [];
    const logger = pino({}, { write: (line) => lines.push(JSON.parse(line)) });
    await publishVersion(database, 1);
    const store = new SnapshotStore(database);
    await store.refresh();
    await publishVersion(database, 2);
    const newest = await new SnapshotStore(database).refresh();
    await writeBi(database, newest, parsePlainDate('2026-11-24'));
    const parts = { database, store, logger, clock: () => new Date('2026-11-24T12:00:00Z') };
    await keepBi(parts)[Symbol.asyncDispose]();
    expect([await published(), lines]).toEqual([2, []]);

    await publishVersion(database, 3);
    await store.refresh();
    await using _keeping = keepBi(parts);
    while ((await published()) !== 3);
    expect(lines).toEqual([]);
  },
  60_000,
);
