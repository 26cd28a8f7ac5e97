import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { sql } from 'kysely';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient } from '../../clients/typescript/src/index.ts';
import type { InsertionByDimensionsQuery } from '../../clients/typescript/src/operation-types.ts';
import { InsertionByDimensions } from '../../clients/typescript/src/operations.ts';
import { writeBi } from '../../src/datasets/bi.ts';
import { insertionByLevel } from '../../src/datasets/cohorts/insertion-by-level.ts';
import type { Database } from '../../src/db/database.ts';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { schema } from '../../src/graphql/schema.ts';
import { connectMcp } from '../http/mcp/mcp-client.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { storeOf } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { programThat } from '../support/programs.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { readReportFile } from '../support/report-files.ts';

/** The publication is of this day, and so is the clock: whole files of a publication are of its day. */
const DAY = '2026-11-24';

/**
 * Level 6 of the register, by hand: RNCP100 (25 at 80 %, 12 at 66 %), RNCP101 (10 at 60 %, 20 at 70 % of
 * whom 1 by VAE, 20 at 50 % of whom 2), six of 30 each (70, 75, 80, 85, 90, 95 %).
 *
 * - rate: 20,642 / 267; those by VAE: 3 of the 40 of whom it is known
 * - mean: (2,792 / 37 + 60 + 70 + 75 + 80 + 85 + 90 + 95) / 8
 * - interval between: se = √(7/8 · Σ e²) = 4.7326, t(7) = 2.364624
 */
const TEN = {
  certifications: 8,
  cohorts: 11,
  certified: 267,
  certified_through_vae: 3,
  vae_share: 7.5,
  global_6_months: 77.31,
  global_6_months_base: 267,
  global_6_months_mean: 78.81,
  global_6_months_low_between: 66.12,
  global_6_months_high_between: 88.5,
};

type Figures = Record<string, unknown>;

/** The ten of a row that has the columns of the report. */
function tenOf(row: Figures | undefined): Figures {
  return Object.fromEntries(Object.keys(TEN).map((name) => [name, row?.[name]]));
}

/** The ten of a group as GraphQL has it. */
function tenOfSummary(summary: Summary | undefined): Figures {
  const rate = summary?.rates.find(({ indicator }) => indicator === 'GLOBAL_6_MONTHS');
  return {
    ...{ certifications: summary?.certifications, cohorts: summary?.cohorts },
    certified: summary?.certified,
    certified_through_vae: summary?.certifiedThroughVae,
    vae_share: summary?.vaeShare,
    ...{ global_6_months: rate?.value, global_6_months_base: rate?.base },
    global_6_months_mean: rate?.unweightedMean,
    global_6_months_low_between: rate?.betweenCertifications?.interval?.lower,
    global_6_months_high_between: rate?.betweenCertifications?.interval?.upper,
  };
}

type Summary = InsertionByDimensionsQuery['insertionStatistics']['groups'][number]['summary'];

const levelSix = ({ insertionStatistics: { groups } }: InsertionByDimensionsQuery) =>
  tenOfSummary(groups.find(({ key }) => key.level === 6)?.summary);

// Neither comes with the project; CI has both.
const PYTHON = programThat(['python3', '/usr/bin/python3'], '-c', 'import sys');
const RSCRIPT = programThat(['Rscript'], '-e', 'library(curl); library(jsonlite)');
const CLIENTS = fileURLToPath(new URL('../../clients/', import.meta.url));

describeEachEngine('the same ten figures are read on', (openDatabase, engine) => {
  let database: Database;
  let server: QuestionServer;
  let folder: string;
  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER, { datedOn: parsePlainDate(DAY) });
    // The embedded database is for nobody else to read.
    if (engine === 'postgres') {
      await writeBi(database, await storeOf(database).refresh(), parsePlainDate(DAY));
    }
    server = await serveQuestions(database, schema, {
      clock: () => new Date(`${DAY}T12:00:00Z`),
    });
    folder = await mkdtemp(join(tmpdir(), 'debouches-doors-'));
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  const bytesAt = async (path: string) => {
    const response = await fetch(`${server.url}${path}`);
    expect([path, response.status]).toEqual([path, 200]);
    return Buffer.from(await response.arrayBuffer());
  };
  const jsonAt = async (path: string) => JSON.parse((await bytesAt(path)).toString());
  /** The ten of level 6 in a file of the report. */
  const tenInFile = async (ending: string, path: string) => {
    const { columns } = insertionByLevel;
    const { rows } = await readReportFile(ending, await bytesAt(path), columns);
    const named = rows.map((row) =>
      Object.fromEntries(columns.map(({ name }, at): [string, unknown] => [name, row[at]])),
    );
    return tenOf(named.find((row) => row['level'] === 6));
  };
  const run = async (program: string | undefined, args: readonly string[]) => {
    const env = { ...process.env, PYTHONPATH: `${CLIENTS}python`, PYTHONDONTWRITEBYTECODE: '1' };
    const { stdout } = await promisify(execFile)(program ?? '', args, { cwd: folder, env });
    return JSON.parse(stdout);
  };

  test('by GraphQL, as statistics and as a report', async () => {
    const response = await server.ask({
      query: `{
        insertionStatistics(groupBy: [LEVEL]) { groups { key { level } summary {
          certifications cohorts certified certifiedThroughVae vaeShare
          rates { indicator value base unweightedMean
            betweenCertifications { interval { lower upper } } }
        } } }
        report(name: "insertion-by-level", parameters: [{ name: "level", values: ["6"] }]) {
          rows
        }
      }`,
    });
    const { data } = (await response.json()) as {
      data: InsertionByDimensionsQuery & { report: { rows: Figures[] } };
    };
    expect(levelSix(data)).toEqual(TEN);
    expect(data.report.rows.map(tenOf)).toEqual([TEN]);
  });

  test.each(['csv', 'csv.gz', 'csv?profile=fr-excel', 'json', 'jsonl', 'parquet', 'arrow', 'xlsx'])(
    'in a report’s .%s',
    async (ending) => {
      expect(await tenInFile(ending, `/reports/insertion-by-level.${ending}`)).toEqual(TEN);
    },
  );

  test('by OData', async () => {
    const columns = Object.keys(TEN).join(',');
    const filter = encodeURIComponent('level eq 6');
    const path = `/odata/insertion_by_level?$filter=${filter}&$select=${columns}`;
    const { value } = await jsonAt(path);
    expect(value).toEqual([TEN]);
  });

  test('by the tool of agents, in what is structured and in what is told', async () => {
    await using agent = await connectMcp(server.url);
    const { structured, text } = await agent.call('insertion_by_dimensions', {
      groupBy: ['LEVEL'],
    });
    expect(levelSix(structured.data)).toEqual(TEN);
    const told = text.slice(text.lastIndexOf('\n{') + 1);
    expect(levelSix(JSON.parse(told))).toEqual(TEN);
  });

  test('in the whole files of the publication', async () => {
    const { files } = await jsonAt('/publications/latest/manifest.json');
    const own = files.filter(({ table }: Figures) => table === 'insertion_by_level');
    expect(own.map(({ format }: Figures) => format)).toEqual(['csv', 'jsonl', 'parquet']);
    for (const { path, format } of own) {
      const ten = await tenInFile(format, `/publications/1/${path}`);
      expect([format, ten]).toEqual([format, TEN]);
    }
  });

  test.skipIf(engine === 'pglite')('in SQL, in the tables for BI', async () => {
    await using session = await database.session();
    const { rows } = await sql
      .raw<Figures>('select * from bi.insertion_by_level where level = 6')
      .execute(session.db);
    expect(rows.map(tenOf)).toEqual([TEN]);
  });

  test('in SQL, in the Parquet file by DuckDB', async () => {
    const path = join(folder, 'levels.parquet');
    await writeFile(path, await bytesAt('/reports/insertion-by-level.parquet'));
    const connection = await (await DuckDBInstance.create()).connect();
    try {
      const read = await connection.runAndReadAll(`select * from '${path}' where level = 6`);
      expect(read.getRowObjectsJson().map(tenOf)).toEqual([TEN]);
    } finally {
      connection.closeSync();
    }
  });

  test('on the page of statistics', async () => {
    const measures = ['certifications', 'promotions', 'certifies', 'vae', 'taux', 'moyenne'];
    const query = measures.map((each) => `&mesures=${each}`).join('');
    const page = (await bytesAt(`/statistiques?par=LEVEL&lang=fr${query}`)).toString();
    const rows = [...parseHTML(page).document.querySelectorAll('tbody tr')];
    const row = rows.find((each) => each.querySelector('th')?.textContent === 'Niveau 6');
    const cells = [...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent);
    const numbersOf = (at: number) =>
      [...(cells[at] ?? '').replace(/[\u00a0\u202f]/g, '').matchAll(/\d+(?:,\d+)?/g)].map(
        ([text]) => Number(text.replace(',', '.')),
      );
    const [rate, low, high, base] = numbersOf(5);
    expect({
      certifications: numbersOf(0)[0],
      cohorts: numbersOf(1)[0],
      certified: numbersOf(2)[0],
      certified_through_vae: numbersOf(3)[0],
      vae_share: numbersOf(4)[0],
      ...{ global_6_months: rate, global_6_months_base: base },
      global_6_months_mean: numbersOf(8)[0],
      ...{ global_6_months_low_between: low, global_6_months_high_between: high },
    }).toEqual(TEN);
  });

  test('by the client for TypeScript, as an operation and as a report', async () => {
    const client = createClient(server.url);
    expect(levelSix(await client.query(InsertionByDimensions, { groupBy: ['LEVEL'] }))).toEqual(
      TEN,
    );
    const rows: Figures[] = [];
    for await (const row of client.report('insertion-by-level', { level: 6 })) {
      rows.push(tenOf({ ...row }));
    }
    expect(rows).toEqual([TEN]);
  });

  test.skipIf(!PYTHON)('by the client for Python', async () => {
    const program = `import json, debouches
rows = debouches.Server("${server.url}").read("insertion-by-level", frame=False, level=6)
print(json.dumps(rows))`;
    expect((await run(PYTHON, ['-c', program])).map(tenOf)).toEqual([TEN]);
  });

  test.skipIf(!RSCRIPT)('by the client for R', async () => {
    const program = `source("${CLIENTS}r/debouches.R")
rows <- debouches_read(debouches_server("${server.url}"), "insertion-by-level", level = 6)
cat(jsonlite::toJSON(rows, digits = NA))`;
    expect((await run(RSCRIPT, ['-e', program])).map(tenOf)).toEqual([TEN]);
  });
});
