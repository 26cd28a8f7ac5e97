import { readdir, readFile } from 'node:fs/promises';
import { parse, validate } from 'graphql';
import { CompiledQuery, sql } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import type { Database, Session } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { ATTACKS } from '../bench/abuse/attacks.ts';
import { QUESTION_ATTACKS } from '../bench/abuse/questions.ts';
import { floorStatement, OPERATIONS } from '../bench/floors.ts';
import { questionsOf } from '../bench/history-questions.ts';
import { PEER_QUESTIONS } from '../bench/peer-questions.ts';
import type { Register } from '../bench/register.ts';
import { startStatementCounter } from '../bench/statement-counter.ts';
import { TODAY } from '../support/client.ts';
import { createScratchUrl, describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { readRecords } from '../support/report-rows.ts';

const BENCH = new URL('../bench/', import.meta.url);
const SAVED = new URL('../../schema/operations/', import.meta.url);

const CODES = QUESTION_REGISTER.map(({ code }) => code);
const REGISTER: Pick<Register, 'codes' | 'bodies'> = {
  codes: async () => CODES,
  bodies: async () => ['111111118'],
};

/** A session in which the tables of what is served have their plain names, those of a schema first. */
async function servedSession(database: Database, first = 'pg_temp'): Promise<Session> {
  const session = await database.session();
  await sql`select set_config('search_path', ${`${first},register,public`}, false),
    set_config('debouches.publication', publication_id::text, false)
    from current_publication`.execute(session.db);
  return session;
}

/** Runs the statements of a file of the benchmarks, one by one. */
async function runFile({ db }: Session, file: string): Promise<void> {
  const text = await readFile(new URL(file, BENCH), 'utf8');
  for (const statement of text.split(/;\n/)) {
    if (statement.trim()) await sql.raw(statement).execute(db);
  }
}

test('every saved operation is measured once, beside a floor', async () => {
  const files = (await readdir(SAVED)).filter((file) => file.endsWith('.graphql'));
  const measured = OPERATIONS.flatMap(({ name, document }) => (document ? [] : `${name}.graphql`));
  expect(measured.toSorted()).toEqual(files.toSorted());
});

test('documents of the benchmarks are valid', () => {
  const documents = [
    ...OPERATIONS.flatMap(({ document }) => document ?? []),
    ...PEER_QUESTIONS.map(({ ours }) => ours),
    ...[null, 3].flatMap((publication) => questionsOf(publication).map(([, query]) => query)),
  ];
  const attacks = QUESTION_ATTACKS.flatMap(({ requestAt }) =>
    [0, 1, 2].flatMap((index) => {
      const { body } = requestAt(index, { codes: CODES });
      return body === undefined ? [] : (JSON.parse(body) as { query: string }).query;
    }),
  );
  expect(attacks.length).toBeGreaterThan(20);
  documents.push(...attacks);
  expect(documents.flatMap((document) => validate(schema, parse(document)))).toEqual([]);
});

test('attacks have names of their own, of words for --only', () => {
  const names = ATTACKS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z]+(?:-[a-z]+)*$/.test(name))).toEqual([]);
});

describeEachEngine('floors', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    await using session = await servedSession(database);
    await runFile(session, 'floor-schema.sql');
  });

  test.each(OPERATIONS.map((operation) => [operation.name, operation] as const))(
    '%s is one statement that runs',
    async (_name, operation) => {
      await using session = await servedSession(database, 'tuned');
      const text = floorStatement(operation);
      const [value] = (await operation.varies?.values(REGISTER as Register)) ?? [];
      const given = text.includes('$1') ? [value] : [];
      const { rows } = await session.db.executeQuery<{ json: string }>(
        CompiledQuery.raw(text, given),
      );
      expect(rows).toHaveLength(1);
      expect(JSON.parse(rows[0]?.json ?? '')).toBeInstanceOf(Array);
    },
  );

  test('the select of 0.1.0 has the rows of the report insertion-rates', async () => {
    const report = DATASETS.find(({ name }) => name === 'insertion-rates');
    if (!report) throw new Error('no such report');
    // Read before the session, which is the one connection of the embedded database.
    const reported = await readRecords(database, report);
    await using session = await servedSession(database);
    await sql`select set_config('debouches.as_of', ${TODAY}, false)`.execute(session.db);
    await runFile(session, 'insertion-rates-0.1.0.sql');
    const { rows } = await sql<Record<string, unknown>>`
      select r.*, registration_ends_on::text, rate_due_on::text
      from floor.insertion_rates r`.execute(session.db);
    await sql`drop schema floor cascade`.execute(session.db);
    const columns = Object.keys(rows[0] ?? {});
    const lines = (some: readonly Readonly<Record<string, unknown>>[]) =>
      some.map((row) => JSON.stringify(columns.map((name) => row[name]))).sort();
    expect(rows.length).toBeGreaterThan(10);
    expect(lines(rows)).toEqual(lines(reported));
  });

  test('the tables for PostGraphile have the register’s rows, and keys', async () => {
    await using session = await servedSession(database);
    await runFile(session, 'peer-schema.sql');
    const { rows } = await sql<Record<string, number>>`
      select (select count(*)::int from peer.certification) as certifications,
        (select count(*)::int from peer.cohort) - (select count(*)::int from cohort) as cohorts,
        (select count(*)::int from pg_constraint
          where contype = 'f' and connamespace = 'peer'::regnamespace) as references`.execute(
      session.db,
    );
    await sql`drop schema peer cascade`.execute(session.db);
    expect(rows).toEqual([{ certifications: CODES.length, cohorts: 0, references: 9 }]);
  });
});

describe.skipIf(!process.env['TEST_DATABASE_URL'])('the counter of statements', () => {
  test('counts what is run, prepared or not, however long it is', async () => {
    const { href, drop } = await createScratchUrl(process.env['TEST_DATABASE_URL'] ?? '');
    const counter = await startStatementCounter(href);
    const client = new pg.Client({ connectionString: counter.href });
    await client.connect();
    expect(counter.count()).toBe(0);
    await client.query('select 1');
    await client.query('select $1::int', [1]);
    for (const value of [1, 2]) {
      await client.query({ name: 'named', text: 'select $1::int', values: [value] });
    }
    expect(counter.count()).toBe(4);
    const long = 'é'.repeat(1_000_000);
    const { rows } = await client.query('select length($1::text) as length', [long]);
    expect(rows).toEqual([{ length: 1_000_000 }]);
    expect(counter.count()).toBe(5);
    await client.end();
    await counter.stop();
    await drop();
  });
});
