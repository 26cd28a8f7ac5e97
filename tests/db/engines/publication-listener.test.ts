import pg from 'pg';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { openPostgres } from '../../../src/db/engines/postgres.ts';
import { followPublications } from '../../../src/db/engines/publication-listener.ts';
import type { PublicationRecord, ServedPublication } from '../../../src/db/publications.ts';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { publishSmallRegister } from '../../http/question-server.ts';
import { createScratchUrl, describeEachEngine } from '../../support/database.ts';

const SERVER = process.env['TEST_DATABASE_URL'];

/** Waits until something holds; the milliseconds that it took. */
async function until(holds: () => boolean): Promise<number> {
  const began = performance.now();
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
  return performance.now() - began;
}

/** Follows what is served, and tells what was seen last. */
async function follow(database: Parameters<typeof followPublications>[0]) {
  let current: PublicationRecord | null = null;
  const watch = await followPublications(database, async (publication) => {
    current = publication;
  });
  return {
    current: (): PublicationRecord | null => current,
    [Symbol.asyncDispose]: () => watch[Symbol.asyncDispose](),
  };
}

describeEachEngine('the watch on', (openDatabase) => {
  test('knows what is served, then what this process publishes, once it did', async () => {
    const database = await openDatabase();
    await using watch = await follow(database);
    expect(watch.current()).toBeNull();
    await publishSmallRegister(database);
    await until(() => watch.current()?.id === 1);
    await using later = await follow(database);
    expect(later.current()).toMatchObject({ id: 1, demonstration: true });
    await publishSmallRegister(database, 2);
    await until(() => watch.current()?.id === 2 && later.current()?.id === 2);
  });
});

describe.skipIf(!SERVER)('on PostgreSQL the watch', () => {
  test('sees what another process publishes at once, and 5 s later where it cannot listen', async () => {
    const { href, drop } = await createScratchUrl(SERVER ?? '');
    try {
      await using other = openPostgres(href);
      await publishSmallRegister(other);
      await using database = openPostgres(href);
      await using watch = await follow(database);
      // As a standby, which takes no LISTEN.
      await using deaf = await follow({
        servedPublication: database.servedPublication,
        onPublish: () => ({ [Symbol.asyncDispose]: async () => {} }),
      });
      await publishSmallRegister(other, 2);
      expect(await until(() => watch.current()?.id === 2)).toBeLessThan(1_500);
      expect(await until(() => deaf.current()?.id === 2)).toBeLessThan(5_000);
    } finally {
      await drop();
    }
  });

  test('listens again when its connection was cut', async () => {
    const { href, drop } = await createScratchUrl(SERVER ?? '');
    try {
      await using other = openPostgres(href);
      await publishSmallRegister(other);
      await using database = openPostgres(href);
      await using watch = await follow(database);
      const client = new pg.Client({ connectionString: href });
      await client.connect();
      const listening = async () => {
        const { rows } = await client.query(
          `select pid from pg_stat_activity
           where datname = current_database() and query ilike 'listen %'`,
        );
        return rows as { pid: number }[];
      };
      while ((await listening()).length === 0);
      const [{ pid = 0 } = {}] = await listening();
      await client.query('select pg_terminate_backend($1)', [pid]);
      await publishSmallRegister(other, 2);
      expect(await until(() => watch.current()?.id === 2)).toBeLessThan(5_000);
      while (!(await listening()).some((each) => each.pid !== pid));
      await client.end();
    } finally {
      await drop();
    }
  }, 60_000);
});

/** A database whose looks are answered by hand. */
function byHand() {
  const looks: PromiseWithResolvers<ServedPublication | undefined>[] = [];
  let listener = () => {};
  const database: Pick<Database, 'servedPublication' | 'onPublish'> = {
    servedPublication: () => {
      const look = Promise.withResolvers<ServedPublication | undefined>();
      looks.push(look);
      return look.promise;
    },
    onPublish: (given) => {
      listener = given;
      return { [Symbol.asyncDispose]: async () => {} };
    },
  };
  const lookNumber = async (number: number) => {
    await until(() => looks[number] !== undefined);
    return looks[number] ?? Promise.withResolvers();
  };
  return { database, lookNumber, looks, publish: () => listener() };
}

const publication = (id: number): ServedPublication => ({
  ...{
    id,
    datedOn: parsePlainDate('2026-12-01'),
    state: 'PUBLISHED' as const,
    withdrawnBecause: null,
    unreadable: 0,
    publishedAt: new Date(id),
    demonstration: false,
  },
});

describe('who follows publications', () => {
  test('looks again when something is published while it looks', async () => {
    const { database, lookNumber, publish } = byHand();
    const opening = follow(database);
    const first = await lookNumber(0);
    publish();
    publish();
    first.resolve(publication(1));
    (await lookNumber(1)).resolve(publication(2));
    const watch = await opening;
    expect(watch.current()).toMatchObject({ id: 2 });
    await watch[Symbol.asyncDispose]();
  });

  test('keeps what it knew while the database does not answer', async () => {
    const { database, lookNumber, publish } = byHand();
    const opening = follow(database);
    (await lookNumber(0)).resolve(publication(1));
    const watch = await opening;
    publish();
    (await lookNumber(1)).reject(new Error('the database is gone'));
    await new Promise(setImmediate);
    expect(watch.current()).toMatchObject({ id: 1 });
    publish();
    (await lookNumber(2)).resolve(publication(3));
    await until(() => watch.current()?.id === 3);
    await watch[Symbol.asyncDispose]();
  });

  test('starts with nothing where the database cannot be reached', async () => {
    await using database = openPostgres('postgres://nobody@127.0.0.1:1/none');
    await using watch = await follow(database);
    expect(watch.current()).toBeNull();
  });
});
