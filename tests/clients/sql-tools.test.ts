import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { QUESTIONS } from '../../clients/sql/questions.ts';
import { BI_DATASETS, tableName, writeBi } from '../../src/datasets/bi.ts';
import type { Cell } from '../../src/datasets/dataset.ts';
import { openPostgres } from '../../src/db/engines/postgres.ts';
import { migrate } from '../../src/db/migrations.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { storeOf, TODAY } from '../support/client.ts';
import { createScratchUrl } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';

const CLIENTS = fileURLToPath(new URL('../../clients/', import.meta.url));
const SERVER = process.env['TEST_DATABASE_URL'];

/** Where psql is: CI has that of its own PostgreSQL, which is in no PATH. */
const PSQL = await findPsql();

async function findPsql(): Promise<string | null> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  const paths = ['psql', ...versions.map((each) => `/usr/lib/postgresql/${each}/bin/psql`)];
  return paths.find((path) => spawnSync(path, ['--version']).status === 0) ?? null;
}

type Member = Readonly<Record<string, unknown>>;

/** The files of a folder, read as YAML, which JSON is too. */
async function files(folder: string): Promise<ReadonlyMap<string, Member>> {
  const names = await readdir(CLIENTS + folder, { recursive: true });
  const found = names.filter((name) => /\.(yaml|json)$/.test(name)).toSorted();
  return new Map(
    await Promise.all(
      found.map(
        async (name) =>
          [name, parse(await readFile(join(CLIENTS, folder, name), 'utf8'))] as [string, Member],
      ),
    ),
  );
}

/** All members of a value that are called so, at any depth. */
function deep(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === name ? [inner] : []),
    ...deep(inner, name),
  ]);
}

const metabase = await files('metabase');
const superset = await files('superset');
const grafana = await files('grafana');
const dashboard = grafana.get('dashboards/debouches.json') ?? {};
const panels = dashboard['panels'] as readonly Member[];

/** The statement of each question, as each tool sends it. */
const statements = QUESTIONS.flatMap(({ name, title }) => {
  const card = [...metabase.values()].find((each) => each['name'] === title);
  const virtual = superset.get(`datasets/debouches/question_${name.replaceAll('-', '_')}.yaml`);
  const panel = panels.find((each) => each['title'] === title);
  return [
    ['Metabase', name, String(deep(card, 'native')[0])],
    ['Superset', name, String(virtual?.['sql'])],
    ['Grafana', name, String(deep(panel, 'rawSql')[0])],
  ] as const;
});

describe('files for Metabase, Superset and Grafana', () => {
  test('have the five models, and all eight questions in a dashboard of each', () => {
    const models = [...metabase.values()].filter((each) => each['type'] === 'model');
    expect([models.length, QUESTIONS.length, panels.length]).toEqual([5, 8, 8]);
    const cards = new Set([...metabase.values()].map((each) => each['entity_id']));
    const placed = deep(metabase.get('collections/main/debouches/dashboard.yaml'), 'card_id');
    expect(placed.length).toBe(8);
    for (const id of placed) expect(cards).toContain(id);
    const charts = [...superset].filter(([name]) => name.startsWith('charts/'));
    const position = deep(superset.get('dashboards/debouches.yaml'), 'position');
    expect(deep(position, 'uuid').toSorted()).toEqual(
      charts.map(([, chart]) => chart['uuid']).toSorted(),
    );
    const datasets = new Set([...superset.values()].map((each) => each['uuid']));
    for (const [, chart] of charts) expect(datasets).toContain(chart['dataset_uuid']);
  });

  test('have ids that are unique, in the form of each tool, and that never change', () => {
    const nano = [...metabase.values()].flatMap((each) => deep(each, 'entity_id'));
    expect(new Set(nano).size).toBe(nano.length);
    for (const id of nano) expect(id).toMatch(/^[\w-]{21}$/);
    const uuids = [...superset.values()].map((each) => each['uuid']).filter((each) => each);
    expect(new Set(uuids).size).toBe(uuids.length);
    for (const id of uuids)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
    // Files that were imported are found again by these.
    expect(metabase.get('collections/main/debouches.yaml')?.['entity_id']).toBe(
      'JGucREguj0GpfeYjfAWVb',
    );
    expect(superset.get('databases/debouches.yaml')?.['uuid']).toBe(
      '90d96473-094f-8693-aed0-cbee4ec8fcd1',
    );
    expect(dashboard['uid']).toBe('debouches-register');
  });

  test('show Superset each table of bi with all its columns', () => {
    for (const dataset of BI_DATASETS) {
      const file = superset.get(`datasets/debouches/${tableName(dataset)}.yaml`);
      expect(file).toMatchObject({ table_name: tableName(dataset), schema: 'bi', sql: null });
      expect(deep(file, 'column_name')).toEqual(dataset.columns.map(({ name }) => name));
    }
  });

  test('draw columns that the statement gives', () => {
    for (const { columns, drawing } of QUESTIONS) {
      const names = columns.map(({ name }) => name);
      const drawn = drawing.as === 'table' ? [] : [drawing.over, ...drawing.figures];
      expect(names).toEqual(expect.arrayContaining(drawn));
    }
  });

  test('ask for no password, but for the places where each tool takes one', async () => {
    const source = grafana.get('provisioning/datasources/debouches.yaml');
    expect(deep(source, 'password')).toEqual(['$DEBOUCHES_PASSWORD']);
    expect(deep(source, 'uid')).toEqual(['debouches']);
    for (const uid of deep(panels, 'uid')) expect(uid).toBe('debouches');
    expect(String(superset.get('databases/debouches.yaml')?.['sqlalchemy_uri'])).toContain(
      ':XXXXXXXXXX@',
    );
  });
});

describe.skipIf(!SERVER)('on PostgreSQL', () => {
  let scratch: Awaited<ReturnType<typeof createScratchUrl>>;
  let server: QuestionServer;
  let client: pg.Client;
  let database: ReturnType<typeof openPostgres>;
  beforeAll(async () => {
    scratch = await createScratchUrl(SERVER ?? '');
    database = openPostgres(scratch.href);
    await migrate(database);
    await publishFiches(database, QUESTION_REGISTER);
    await writeBi(database, await storeOf(database).refresh(), TODAY);
    server = await serveQuestions(database, schema, {
      clock: () => new Date(`${TODAY}T12:00:00Z`),
    });
    client = new pg.Client({ connectionString: scratch.href });
    await client.connect();
  });
  afterAll(async () => {
    await client?.end();
    await server?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
    await scratch?.drop();
  });

  const rowsOf = async (name: string, query = '') => {
    const response = await fetch(`${server.url}/reports/${name}.json?labels=fr${query}`);
    return ((await response.json()) as { rows: Record<string, Cell>[] }).rows;
  };
  const pick = (row: Record<string, Cell>, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
  const parts = (rate: string) => [
    rate,
    `${rate}_low_between`,
    `${rate}_high_between`,
    `${rate}_base`,
  ];
  const global = parts('global_6_months');
  const three = ['global_6_months', 'target_occupation_6_months', 'target_occupation_2_years'];

  /** What each question is to answer, from the reports that a server gives. */
  const expected: Readonly<Record<string, () => Promise<Record<string, Cell>[]>>> = {
    publication: async () => [{ publication: 1, as_of: TODAY, method: '2.0' }],
    'register-state': async () => {
      const rows = await rowsOf('certifications');
      return ['RNCP', 'RS'].map((register) => {
        const own = rows.filter((row) => row['register'] === register);
        return {
          ...{ register, certifications: own.length },
          active_certifications: own.filter((row) => row['active']).length,
        };
      });
    },
    'rates-by-level': async () =>
      (await rowsOf('insertion-by-level')).map((row) =>
        pick(row, ['level', 'level_label', ...global]),
      ),
    'rates-by-year': async () =>
      (await rowsOf('insertion-by-year')).map((row) => pick(row, ['year', ...global])),
    'three-rates-by-year': async () =>
      (await rowsOf('insertion-by-year')).map((row) => pick(row, ['year', ...three])),
    'overdue-by-rate': async () => {
      const rows = await rowsOf('overdue-rates');
      const labels = [...new Set(rows.map((row) => String(row['indicator_label'])))].toSorted();
      return labels.map((indicator) => {
        const own = rows.filter((row) => row['indicator_label'] === indicator);
        return {
          ...{ indicator, overdue_rates: own.length },
          certifications: new Set(own.map((row) => row['certification_code'])).size,
          days_late: Math.max(...own.map((row) => Number(row['days_late']))),
        };
      });
    },
    'longest-overdue': async () => {
      const names = [
        'certification_code',
        'title',
        'year',
        'rate_due_on',
        'days_late',
        'certifier_names',
      ];
      const rows = (await rowsOf('overdue-rates')).toSorted(
        (one, other) =>
          Number(other['days_late']) - Number(one['days_late']) ||
          String(one['certification_code']).localeCompare(String(other['certification_code'])) ||
          Number(one['year']) - Number(other['year']) ||
          String(one['indicator']).localeCompare(String(other['indicator'])),
      );
      return rows
        .slice(0, 50)
        .map((row) => ({ ...pick(row, names), indicator: row['indicator_label'] ?? null }));
    },
    'ends-by-month': async () => {
      const rows = await rowsOf('expiring');
      const months = [...new Set(rows.map((row) => `${row['registration_ends_on']}`.slice(0, 7)))];
      return months.toSorted().map((month) => {
        const own = rows.filter((row) => String(row['registration_ends_on']).startsWith(month));
        const replaced = own.filter((row) => row['replaced']).length;
        return { month: `${month}-01`, ends: own.length, replaced_ends: replaced };
      });
    },
  };

  test.each(statements)('%s’s %s answers what the report says', async (tool, name, statement) => {
    const { fields, rows } = await client.query<Record<string, Cell>>({
      text: statement,
      // Days as they are written.
      types: {
        getTypeParser: (oid) =>
          oid === 1082 || oid === 1114 ? String : pg.types.getTypeParser(oid),
      },
    });
    const reports = (await expected[name]?.()) ?? [];
    expect(reports.length).toBeGreaterThan(0);
    const question = QUESTIONS.find((each) => each.name === name);
    if (tool === 'Grafana' && question?.drawing.as === 'lines') {
      const { figures } = question.drawing;
      expect(rows).toEqual(
        reports.map((row) => ({ time: `${row['year']}-01-01 00:00:00`, ...pick(row, figures) })),
      );
      return;
    }
    expect(fields.map((each) => each.name)).toEqual(question?.columns.map((each) => each.name));
    expect(rows).toEqual(reports);
  });

  test('answers are those of the register, counted by hand', async () => {
    const ask = async (name: string) =>
      (await client.query(QUESTIONS.find((each) => each.name === name)?.sql ?? '')).rows;
    // RNCP100 and RS201 are not active.
    expect(await ask('register-state')).toEqual([
      { register: 'RNCP', certifications: 13, active_certifications: 12 },
      { register: 'RS', certifications: 2, active_certifications: 1 },
    ]);
    // RNCP101, 120 and 130 and RS200 end before 2027-11-24.
    expect((await ask('ends-by-month')).map(({ ends }) => ends)).toEqual([1, 1, 1, 1]);
  });

  test('what Superset says of types is what PostgreSQL has', async () => {
    for (const [name, file] of superset) {
      if (!name.startsWith('datasets/') || file['sql'] !== null) continue;
      const { rows } = await client.query(
        `select column_name, upper(data_type) as type from information_schema.columns
         where table_schema = 'bi' and table_name = $1`,
        [file['table_name']],
      );
      const types = Object.fromEntries(rows.map((each) => [each.column_name, each.type]));
      for (const column of file['columns'] as readonly Member[]) {
        expect([name, column['column_name'], column['type']]).toEqual([
          ...[name, column['column_name'], types[String(column['column_name'])]],
        ]);
      }
    }
  });

  test.skipIf(!PSQL)(
    'the user of Grafana, made by its script and again, reads bi and nothing else',
    async () => {
      const tag = randomBytes(4).toString('hex');
      const own = (text: string) =>
        text
          .replaceAll('debouches_reader', `reader_${tag}`)
          .replaceAll('grafana', `grafana_${tag}`);
      const folder = await mkdtemp(join(tmpdir(), 'debouches-grafana-'));
      const path = join(folder, 'reader.sql');
      await writeFile(path, own(await readFile(`${CLIENTS}grafana/reader.sql`, 'utf8')));
      try {
        for (let times = 0; times < 2; times++) {
          await promisify(execFile)(PSQL ?? '', [
            ...[
              scratch.href,
              '--quiet',
              '--set=ON_ERROR_STOP=1',
              '--set=password=it’s',
              `--file=${path}`,
            ],
          ]);
        }
        const url = new URL(scratch.href);
        url.username = `grafana_${tag}`;
        url.password = encodeURIComponent('it’s');
        const reader = new pg.Client({ connectionString: url.href });
        await reader.connect();
        try {
          for (const [tool, , statement] of statements)
            if (tool === 'Grafana') await reader.query(statement);
          await expect(reader.query('select * from publication')).rejects.toThrow(
            'permission denied',
          );
          await expect(reader.query('delete from bi.certifications')).rejects.toThrow();
        } finally {
          await reader.end();
        }
      } finally {
        for (const role of [`grafana_${tag}`, `reader_${tag}`]) {
          await client.query(`drop owned by ${role}`).catch(() => {});
          await client.query(`drop role if exists ${role}`);
        }
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});
