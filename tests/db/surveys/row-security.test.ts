import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { forgetSurveys, query } from '../../ingest/surveys/survey-state.ts';
import { describeEachEngine } from '../../support/database.ts';
import { certifierWith, ficheWith, publishFiches } from '../../support/factories.ts';
import { cohortFiles, EXAMPLE, importTexts } from '../../support/surveys.ts';

const SCHOOL = { siret: '11111111800011' };
const OTHER = { siret: '22222222600019' };

/** RNCP1 and RNCP4 are of the school, RNCP2 and RNCP4 of another; RNCP3 was the school's once. */
const FICHES = [
  ficheWith({ code: 'RNCP1', certifiers: [certifierWith('École', SCHOOL)] }),
  ficheWith({ code: 'RNCP2', certifiers: [certifierWith('Autre', OTHER)] }),
  ficheWith({
    code: 'RNCP3',
    certifiers: [certifierWith('École', { ...SCHOOL, state: 'Inactif' })],
  }),
  ficheWith({
    code: 'RNCP4',
    certifiers: [certifierWith('École', SCHOOL), certifierWith('Autre', OTHER)],
  }),
];

const PLURAL = ['class', 'cell', 'paired', 'finding'];
const TABLES = [
  ...['survey.holder', 'survey.answer'],
  ...PLURAL.map((name) => `versions.survey_${name}`),
  ...PLURAL.map((name) => `register.survey_${name}`),
];
const SETTINGS = ['sql_reader', 'assignment', 'access', 'secret', 'import', 'mapping'];

/** What runs statements as one login. */
type Run = (text: string) => Promise<Record<string, unknown>[]>;

describeEachEngine('by SQL on', (openDatabase, engine) => {
  let database: Database;
  const suffix = randomBytes(4).toString('hex');
  const role = (name: string) => `reader_${name}_${suffix}`;
  const LOGINS = ['school', 'examiner', 'operator', 'stranger', 'nobody'];
  const publication = async () =>
    (
      await query<{ id: number }>(database, 'select publication_id as id from current_publication')
    )[0]?.id ?? 0;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES);
    const files: Record<string, string> = {};
    for (const { code } of FICHES) {
      for (const horizon of [6, 24] as const) {
        const { roster, situations } = cohortFiles(code, EXAMPLE, { horizon });
        files[`${code}-r.csv`] = roster;
        files[`${code}-${horizon}.csv`] = situations;
      }
    }
    await importTexts(database, files);
    for (const login of LOGINS) {
      await query(database, `create role ${role(login)} login password 'x'`);
      for (const schema of ['survey', 'versions', 'register']) {
        await query(database, `grant usage on schema ${schema} to ${role(login)}`);
      }
      await query(database, `grant select on ${TABLES.join(', ')} to ${role(login)}`);
    }
  });
  beforeEach(async () => {
    await query(database, 'truncate survey.sql_reader, survey.assignment');
    await query(
      database,
      `insert into survey.sql_reader (role_name, reads, name) values
      ('${role('school')}', 'BODY', '111111118'), ('${role('examiner')}', 'EXAMINER', 'dominique'),
      ('${role('operator')}', 'OPERATOR', null), ('${role('stranger')}', 'BODY', '999999999')`,
    );
    await query(
      database,
      `insert into survey.assignment values ('dominique', 'RNCP2', now()),
      ('dominique', 'RNCP3', now()), ('camille', 'RNCP1', now())`,
    );
  });
  afterAll(async () => {
    await forgetSurveys(database);
    for (const login of LOGINS) {
      await query(database, `drop owned by ${role(login)}`);
      await query(database, `drop role ${role(login)}`);
    }
  });

  /** Runs something as a login: a connection of its own, or, embedded, its session for a while. */
  async function as<Result>(login: string, run: (run: Run) => Promise<Result>): Promise<Result> {
    if (engine === 'postgres') {
      const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
      const [own] = await query<{ name: string }>(database, 'select current_database() as name');
      Object.assign(url, { pathname: `/${own?.name}`, username: role(login), password: 'x' });
      const client = new pg.Client({ connectionString: url.href });
      await client.connect();
      try {
        return await run(async (text) => (await client.query(text)).rows);
      } finally {
        await client.end();
      }
    }
    const [owner] = await query<{ name: string }>(database, 'select session_user as name');
    await using session = await database.session();
    const send = async (text: string) => (await sql.raw(text).execute(session.db)).rows;
    await send(`set session authorization ${role(login)}`);
    try {
      return await run(send as Run);
    } finally {
      // Embedded, nobody logged in: there is no default to go back to.
      await send(`set session authorization ${owner?.name}`);
    }
  }

  /** Certifications that a login reads rows of, by table. */
  async function readBy(login: string, before: string | null = null) {
    const served = await publication();
    return as(login, async (run) => {
      if (before !== null) await run(before);
      await run(`select set_config('debouches.publication', '${served}', false)`);
      const found: Record<string, string> = {};
      for (const table of TABLES) {
        const rows = await run(
          `select distinct certification_code as code from ${table} order by code`,
        );
        found[table] = rows.map(({ code }) => code).join(' ');
      }
      return found;
    });
  }

  const everywhere = (codes: string) => Object.fromEntries(TABLES.map((table) => [table, codes]));

  test('each login reads the surveys of the certifications that it may, and of no other', async () => {
    expect(await readBy('school')).toEqual(everywhere('RNCP1 RNCP4'));
    expect(await readBy('examiner')).toEqual(everywhere('RNCP2 RNCP3'));
    expect(await readBy('operator')).toEqual(everywhere('RNCP1 RNCP2 RNCP3 RNCP4'));
    expect(await readBy('stranger')).toEqual(everywhere(''));
    expect(await readBy('nobody')).toEqual(everywhere(''));
  });

  test('all rows of a certification are read, not some', async () => {
    const [own] = await as('school', (run) =>
      run("select count(*)::int as holders from survey.holder where certification_code = 'RNCP1'"),
    );
    expect(own).toEqual({ holders: 60 });
  });

  test('an assignment that has ended, or a login that is listed no more, reads nothing', async () => {
    await query(database, "delete from survey.assignment where certification_code = 'RNCP2'");
    expect(await readBy('examiner')).toEqual(everywhere('RNCP3'));
    await query(database, `delete from survey.sql_reader where role_name = '${role('examiner')}'`);
    expect(await readBy('examiner')).toEqual(everywhere(''));
  });

  test('nobody reads who reads what, nor the secret, nor settings', async () => {
    for (const login of LOGINS) {
      for (const table of SETTINGS) {
        await expect(as(login, (run) => run(`select * from survey.${table}`))).rejects.toThrow(
          `permission denied for table ${table}`,
        );
      }
    }
  });

  test('not even where all tables of the schema are granted at once', async () => {
    await query(database, `grant select on all tables in schema survey to ${role('operator')}`);
    const counts = await as('operator', async (run) => {
      const found: Record<string, unknown> = {};
      for (const table of SETTINGS) {
        found[table] = (await run(`select * from survey.${table}`)).length;
      }
      return found;
    });
    expect(counts).toEqual(Object.fromEntries(SETTINGS.map((table) => [table, 0])));
    const [owner] = await query(database, 'select count(*)::int as count from survey.sql_reader');
    expect(owner).toEqual({ count: 4 });
  });

  describe('nothing widens what a login reads:', () => {
    test('to be a member of another role, and to take it', async () => {
      await query(database, `grant ${role('operator')} to ${role('school')}`);
      const found = await readBy('school', `set role ${role('operator')}`);
      expect(found).toEqual(everywhere('RNCP1 RNCP4'));
      await query(database, `revoke ${role('operator')} from ${role('school')}`);
      expect(await readBy('school', `select set_config('role', 'none', false)`)).toEqual(
        everywhere('RNCP1 RNCP4'),
      );
    });

    test.runIf(engine === 'postgres')('to say that the session is of another', async () => {
      // The embedded database has one session, which is the owner's and may go back to it.
      for (const text of [
        `set session authorization ${role('operator')}`,
        `select set_config('session_authorization', '${role('operator')}', false)`,
      ]) {
        await expect(as('school', (run) => run(text))).rejects.toThrow(/permission denied/);
      }
    });

    test('to turn the rules off', async () => {
      await expect(
        as('school', async (run) => {
          await run('set row_security = off');
          try {
            return await run('select * from survey.holder');
          } finally {
            await run('reset row_security');
          }
        }),
      ).rejects.toThrow(/would be affected by row-level security policy/);
    });

    test('to read another publication, or tables of the same name first', async () => {
      const served = await publication();
      const found = await as('school', async (run) => {
        await run('create temp table current_publication (publication_id int)');
        await run('create temp table sql_reader (role_name text, reads text, name text)');
        await run(`insert into sql_reader values ('${role('school')}', 'OPERATOR', null)`);
        await run("select set_config('search_path', 'pg_temp, survey, versions, public', false)");
        const rows: unknown[] = [];
        for (const id of [served, served + 1, 2_147_483_646]) {
          await run(`select set_config('debouches.publication', '${id}', false)`);
          rows.push(
            ...(await run(
              'select distinct certification_code as code from register.survey_class order by code',
            )),
          );
        }
        await run('drop table pg_temp.current_publication, pg_temp.sql_reader');
        await run('reset all');
        return [...new Set(rows.map((row) => (row as { code: string }).code))];
      });
      expect(found.toSorted()).toEqual(['RNCP1', 'RNCP4']);
    });

    test('to look at rows with a function before the rules do', async () => {
      const seen = await as('school', async (run) => {
        await run('create temp table seen (code text)');
        await run(`create function pg_temp.peek(code text) returns boolean language plpgsql
          cost 0.000001 as $$ begin insert into pg_temp.seen values (code); return true; end $$`);
        await run('select count(*) from survey.holder where pg_temp.peek(certification_code)');
        const rows = await run('select distinct code from pg_temp.seen order by code');
        await run('drop table pg_temp.seen');
        await run('drop function pg_temp.peek(text)');
        return rows.map(({ code }) => code);
      });
      expect(seen).toEqual(['RNCP1', 'RNCP4']);
    });

    test('to write: nobody but the owner changes rows or readers', async () => {
      for (const text of [
        'delete from survey.holder',
        "update versions.survey_class set certification_code = 'RNCP1'",
        `insert into survey.sql_reader values ('${role('school')}', 'OPERATOR', null)`,
        'alter table survey.holder disable row level security',
        'drop policy readers on survey.holder',
      ]) {
        await expect(as('school', (run) => run(text))).rejects.toThrow(
          /permission denied|must be owner/,
        );
      }
    });
  });

  test('a body that is no certifier any more reads nothing of it, from the publication on that says so', async () => {
    const before = await publication();
    await publishFiches(database, [
      ficheWith({
        code: 'RNCP1',
        certifiers: [certifierWith('École', { ...SCHOOL, state: 'Inactif' })],
      }),
      ficheWith({ code: 'RNCP2', certifiers: [certifierWith('École', SCHOOL)] }),
    ]);
    const after = await publication();
    const serve = (id: number) =>
      query(database, `update current_publication set publication_id = ${id}`);
    // It is held: written, and not served yet.
    await serve(before);
    expect(await readBy('school')).toEqual(everywhere('RNCP1 RNCP4'));
    await serve(after);
    expect(await readBy('school')).toEqual(everywhere('RNCP2'));
  });
});
