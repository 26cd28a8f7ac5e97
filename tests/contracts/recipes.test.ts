import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BI_DATASETS, tableName, writeBi } from '../../src/datasets/bi.ts';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { storeOf, TODAY } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { programThat } from '../support/programs.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';

const FOLDER = new URL('../../docs/recipes/', import.meta.url);
const pages = await Promise.all(
  (await readdir(FOLDER)).map(async (name) => ({
    name,
    text: await readFile(new URL(name, FOLDER), 'utf8'),
  })),
);

// Neither comes with the project; CI has both.
const PYTHON = programThat(['python3', '/usr/bin/python3'], '-c', 'import pandas');
const RSCRIPT = programThat(['Rscript'], '-e', 'library(readr)');

/** The snippets of a language: what the tests run. */
function snippets(language: string) {
  return pages.flatMap(({ name, text }) =>
    [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
      ([, snippet = '']) => ({ name, snippet }),
    ),
  );
}

describeEachEngine('recipes on', (openDatabase, engine) => {
  let database: Database;
  let server: QuestionServer;
  let folder: string;
  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    server = await serveQuestions(database, schema);
    folder = await mkdtemp(join(tmpdir(), 'debouches-recipes-'));
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });
  const run = (program: string, args: string[]) =>
    promisify(execFile)(program, args, { cwd: folder });
  const here = (snippet: string) => snippet.replaceAll('http://localhost:4000', server.url);

  test('the shell’s are run as they are', async () => {
    const found = snippets('sh');
    expect(found.length).toBe(4);
    for (const { snippet } of found) await run('bash', ['-euo', 'pipefail', '-c', here(snippet)]);
    // Nothing was altered since the only publication: the header alone.
    expect(await readFile(join(folder, 'altered.csv'), 'utf8')).toMatch(
      /^publication_number,.*\n$/,
    );
    expect((await stat(join(folder, 'rates.csv'))).size).toBeGreaterThan(500);
    expect(await readFile(join(folder, 'rates.etag'), 'utf8')).toMatch(/^"[\w-]+"/);
  });

  test('Node’s are run as they are', async () => {
    const found = snippets('js');
    expect(found.length).toBe(1);
    for (const { snippet } of found) {
      const args = ['--input-type=module', '-e', here(snippet)];
      const { stdout } = await run(process.execPath, args);
      // 20 cohorts in all, of which 3 are of the RS.
      expect(stdout).toBe('17 cohorts with somebody certified\n');
    }
  });

  /** The pooled rate of each year, as the report says it: what pandas and R are to find. */
  const pooledByYear = async () => {
    const response = await fetch(`${server.url}/reports/insertion-by-year.json`);
    const { rows } = (await response.json()) as { rows: Record<string, number | null>[] };
    return rows
      .filter((row) => row['global_6_months'] !== null)
      .map((row) => [row['year'], row['global_6_months']]);
  };
  /** Four columns of that report, as lines of its file: what the shortest ways print. */
  const intervalsByYear = async () => {
    const text = await (await fetch(`${server.url}/reports/insertion-by-year.csv`)).text();
    const [head = [], ...rows] = text
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const places = ['', '_low_between', '_high_between'].map((end) =>
      head.indexOf(`global_6_months${end}`),
    );
    const lines = [head, ...rows].map((row) =>
      [head.indexOf('year'), ...places].map((at) => row[at]),
    );
    return lines.join('\n');
  };
  /** Lines of a CSV of a year and a rate, without their header. */
  const yearsOf = (csv: string) =>
    [...csv.matchAll(/^"?(\d{4})"?,([\d.]+)$/gm)].map(([, year, rate]) => [
      Number(year),
      Number(rate),
    ]);

  test.skipIf(!PYTHON)('those of pandas are run as they are', async () => {
    const [shortest = '', pooled = '', packed = '', ...more] = await Promise.all(
      snippets('python').map(async ({ snippet }) => {
        const { stdout } = await run(PYTHON ?? '', ['-c', here(snippet)]);
        return stdout;
      }),
    );
    expect(more).toEqual([]);
    // pandas writes 88 as 88.0.
    expect(shortest.replaceAll('.0,', ',').trim()).toBe(await intervalsByYear());
    expect(yearsOf(pooled).length).toBeGreaterThan(2);
    expect(yearsOf(pooled)).toEqual(await pooledByYear());
    expect(packed).toMatch(/^datetime64\[ns\] bool\n\d{9}( ; \d{9})*\n$/);
  });

  test.skipIf(!RSCRIPT)('those of R are run as they are', async () => {
    const [shortest = '', pooled = '', packed = '', ...more] = await Promise.all(
      snippets('r').map(async ({ snippet }) => {
        const { stdout } = await run(RSCRIPT ?? '', ['-e', here(snippet)]);
        return stdout;
      }),
    );
    expect(more).toEqual([]);
    // R writes what is absent as NA, and names in quotes.
    expect(shortest.replace(/"|NA/g, '').trim()).toBe(await intervalsByYear());
    expect(yearsOf(pooled).length).toBeGreaterThan(2);
    expect(yearsOf(pooled)).toEqual(await pooledByYear());
    expect(packed).toBe('Date character \n');
  });

  test.runIf(engine === 'postgres')('SQL’s are run as they are', async () => {
    const found = snippets('sql');
    expect(found.length).toBe(3);
    const snapshot = await storeOf(database).refresh();
    await writeBi(database, snapshot, TODAY);
    await using session = await database.session();
    const answers = [];
    for (const { snippet } of found) {
      for (const statement of snippet.split(';').filter((text) => text.trim() !== '')) {
        answers.push((await sql.raw(statement).execute(session.db)).rows);
      }
    }
    const [status = [], byLevel = [], byDomain = [], byYear = []] = answers as Record<
      string,
      unknown
    >[][];
    expect(status).toMatchObject([{ publication: 1, as_of: TODAY }]);
    expect(byLevel.map((row) => row['level'])).toEqual([4, 6, 7, null]);
    expect(byDomain.length).toBeGreaterThan(0);
    expect(byYear.length).toBeGreaterThan(2);
  });
});

test('the recipes name no report, column or address that is not there', () => {
  const names = DATASETS.map(({ name }) => name);
  const tables = BI_DATASETS.map(tableName);
  for (const { name, text } of pages) {
    for (const [address, report] of text.matchAll(/\/?reports\/([a-z-]+)[./]/g)) {
      expect([name, address, names]).toEqual([name, address, expect.arrayContaining([report])]);
    }
    for (const [, table = ''] of text.matchAll(/\b(?:from|join) bi\.(\w+)/g)) {
      expect([...tables, 'status']).toContain(table);
    }
  }
});
