import { sql } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import { connectionSettings } from '../../../src/db/engines/connection-settings.ts';
import { openPostgres } from '../../../src/db/engines/postgres.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { publishSmallRegister, serveQuestions } from '../../http/question-server.ts';
import { createScratchUrl } from '../../support/database.ts';

const SERVER = process.env['TEST_DATABASE_URL'];

/** What a database may be set to that changes how values are written or where tables are. */
const ODD = {
  datestyle: "'SQL, DMY'",
  intervalstyle: 'iso_8601',
  timezone: "'Asia/Tokyo'",
  search_path: 'elsewhere, public',
  standard_conforming_strings: 'off',
  extra_float_digits: '-10',
  array_nulls: 'off',
  bytea_output: 'escape',
};

test.skipIf(!SERVER)(
  'a database is migrated, filled and answered from whatever its sessions are set to',
  async () => {
    const { href, drop } = await createScratchUrl(SERVER ?? '');
    try {
      const name = new URL(href).pathname.slice(1);
      const client = new pg.Client({ connectionString: href });
      await client.connect();
      await client.query('create schema elsewhere');
      for (const [setting, value] of Object.entries(ODD)) {
        await client.query(`alter database ${name} set ${setting} to ${value}`);
      }
      await client.end();
      await using database = openPostgres(href);
      await publishSmallRegister(database);
      await using server = await serveQuestions(database, schema);
      const ready = await fetch(`${server.url}/health/ready`);
      expect(await ready.json()).toEqual({ status: 'ready' });
      const query = `{
      dataStatus { publication { publishedAt } }
      certifications(first: 12) { nodes { registrationEndsOn activities cohorts { year } } }
    }`;
      const answer = (await (await server.ask({ query })).json()) as {
        errors?: unknown;
        data: {
          dataStatus: { publication: { publishedAt: string } };
          certifications: { nodes: { registrationEndsOn: string | null }[] };
        };
      };
      expect(answer.errors).toBeUndefined();
      const { dataStatus, certifications } = answer.data;
      // Now, and not nine hours later.
      const age = Date.now() - Date.parse(dataStatus.publication.publishedAt);
      expect(Math.abs(age)).toBeLessThan(600_000);
      const days = certifications.nodes.flatMap(
        ({ registrationEndsOn }) => registrationEndsOn ?? [],
      );
      expect(days.length).toBeGreaterThan(0);
      for (const day of days) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
      await using session = await database.session();
      const { rows } = await sql<{ schema: string }>`
      select table_schema as schema from information_schema.tables where table_name = 'source'`.execute(
        session.db,
      );
      expect(rows).toEqual([{ schema: 'public' }]);
    } finally {
      await drop();
    }
  },
  60_000,
);

test('settings that an address gives itself are kept', () => {
  const { connectionString = '' } = connectionSettings(
    'postgres://u:p%2B+@h/d?options=-c%20statement_timeout%3D500&sslmode=disable',
  );
  const url = new URL(connectionString);
  expect(url.password).toBe('p%2B+');
  expect(url.searchParams.get('sslmode')).toBe('disable');
  expect(url.searchParams.get('options')).toMatch(/^-c statement_timeout=500 -c datestyle=ISO /);
});
