import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { upgradeDatabase } from '../../src/app.ts';
import { writeBi } from '../../src/datasets/bi.ts';
import { openPostgres } from '../../src/db/engines/postgres.ts';
import { SnapshotStore } from '../../src/snapshot/store.ts';
import { publishSmallRegister } from '../http/question-server.ts';
import { TODAY } from '../support/client.ts';

const SERVER = process.env['TEST_DATABASE_URL'];
const OPERATIONS = new URL('../../docs/operations.md', import.meta.url);
const RECIPE = new URL('../../docs/recipes/sql.md', import.meta.url);

/** The snippet of a page that begins so. */
async function snippet(page: URL, beginning: string): Promise<string> {
  const text = await readFile(page, 'utf8');
  const found = [...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].find(([, each]) =>
    each?.startsWith(beginning),
  );
  return found?.[1] ?? '';
}

async function connect(href: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: href });
  await client.connect();
  return client;
}

/** Runs statements one by one, as psql does: a database is made outside of any transaction. */
async function run(client: pg.Client, statements: string): Promise<void> {
  for (const statement of statements.split(';')) {
    if (statement.trim() !== '') await client.query(statement);
  }
}

test.skipIf(!SERVER)(
  'the set-up of PostgreSQL, as it is written, makes an owner that is no superuser and a reader of bi',
  async () => {
    // Names of roles are those of the whole server, on which other tests run.
    const tag = randomBytes(4).toString('hex');
    const own = (text: string) =>
      text
        .replaceAll('debouches_reader', 'READER')
        .replaceAll('debouches', `debouches_${tag}`)
        .replaceAll('metabase', `metabase_${tag}`)
        .replaceAll('READER', 'debouches_reader')
        .replaceAll("'…'", "'secret'");
    const admin = await connect(SERVER ?? '');
    const as = (user: string) => {
      const url = new URL(SERVER ?? '');
      url.username = user;
      url.password = 'secret';
      url.pathname = `/debouches_${tag}`;
      return url.href;
    };
    const { rows } = await admin.query("select from pg_roles where rolname = 'debouches_reader'");
    const isThere = rows.length > 0;
    const setUp = await snippet(OPERATIONS, 'create role debouches ');
    expect(setUp).toContain('create role debouches_reader nologin;');
    try {
      await run(
        admin,
        own(setUp).replace('create role debouches_reader nologin;', (line) =>
          isThere ? '' : line,
        ),
      );
      {
        await using database = openPostgres(as(`debouches_${tag}`));
        await upgradeDatabase(database);
        await publishSmallRegister(database);
        const snapshot = await new SnapshotStore(database).refresh();
        await writeBi(database, snapshot, TODAY);
      }
      await run(admin, own(await snippet(RECIPE, 'create user metabase')));
      const reader = await connect(as(`metabase_${tag}`));
      try {
        const read = await reader.query('select count(*)::int as count from bi.certifications');
        expect(read.rows).toEqual([{ count: 12 }]);
        await expect(reader.query('select * from publication')).rejects.toThrow(
          'permission denied',
        );
        await expect(reader.query('delete from bi.certifications')).rejects.toThrow();
      } finally {
        await reader.end();
      }
    } finally {
      await admin.query(`drop database if exists debouches_${tag} with (force)`);
      await admin.query(`drop role if exists metabase_${tag}`);
      await admin.query(`drop role if exists debouches_${tag}`);
      await admin.end();
    }
  },
  60_000,
);
