import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATASETS } from '../../../src/datasets/catalogue.ts';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { publishSmallRegister, type QuestionServer, serveQuestions } from '../question-server.ts';

let database: Database;
let server: QuestionServer;

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishSmallRegister(database, 1, 200);
  server = await serveQuestions(database, schema);
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

type Row = Readonly<Record<string, unknown>>;

async function rowsOf(report: string, asOf: string): Promise<readonly Row[]> {
  const address = `${server.url}/reports/${report}.json?as_of=${asOf}`;
  return ((await (await fetch(address)).json()) as { rows: Row[] }).rows;
}

/** Columns that have the year of a cohort. */
const YEARS = ['year', 'cohort_year', 'newest_cohort_year', 'last_cohort_year'];

/** Years of cohorts that a report tells. */
function yearsIn(rows: readonly Row[]): number[] {
  return rows.flatMap((row) =>
    Object.entries(row).flatMap(([name, value]) =>
      YEARS.includes(name) && typeof value === 'number' ? [value] : [],
    ),
  );
}

describe('on a day that is past', () => {
  const reports = DATASETS.filter(({ parameters }) =>
    parameters.some(({ name }) => name === 'as_of'),
  )
    .map(({ name }) => name)
    // Those are of the publication, whatever the day.
    .filter((name) => name !== 'findings');

  test('some reports have cohorts of years that have since begun', async () => {
    expect(Math.max(...yearsIn(await rowsOf('cohorts', '2026-11-02')))).toBeGreaterThan(2021);
  });

  test.each(reports)('%s tells no cohort of a year that had not begun', async (report) => {
    const rows = await rowsOf(report, '2021-06-30');
    expect(yearsIn(rows).filter((year) => year > 2021)).toEqual([]);
    // Before any cohort, no figure of one is left.
    const early = await rowsOf(report, '1995-06-30');
    expect(yearsIn(early)).toEqual([]);
    for (const row of early) {
      for (const [name, value] of Object.entries(row)) {
        if (/^(global|target)_\w+_(months|years)$|^rate$|^certified$/.test(name)) {
          expect([0, null], `${report}.${name}`).toContain(value);
        }
      }
    }
  });

  test('nothing is active before its registration began', async () => {
    const certifications = await rowsOf('certifications', '1995-06-30');
    expect(certifications.length).toBe(200);
    // Of some no start is known.
    const later = certifications.filter(
      ({ effective_on, decision_on }) => String(effective_on ?? decision_on ?? '') > '1995-06-30',
    );
    expect(later.length).toBeGreaterThan(50);
    expect(later.filter(({ active }) => active)).toEqual([]);
    expect((await rowsOf('certifications', '2026-11-02')).some(({ active }) => active)).toBe(true);
  });

  test('GraphQL says the same, by each way to a cohort', async () => {
    const { data, errors } = (await (
      await server.ask({
        query: `{
          certifications(first: 200, asOf: "2021-06-30") { nodes {
            active cohorts { year } insertionRate(indicator: GLOBAL_6_MONTHS) { years }
            benchmark(indicator: GLOBAL_6_MONTHS) { own { years } }
          } }
          cohorts(first: 500, asOf: "2021-06-30") { nodes { year } }
          insertionStatistics(groupBy: [YEAR], asOf: "2021-06-30") { groups { key { year } } }
        }`,
      })
    ).json()) as { data: object; errors?: unknown };
    expect(errors).toBeUndefined();
    const years: number[] = [];
    JSON.stringify(data, (name, value) => {
      if (name === 'year' && typeof value === 'number') years.push(value);
      if (name === 'years' && Array.isArray(value)) years.push(...value);
      return value;
    });
    expect(years.length).toBeGreaterThan(100);
    expect(Math.max(...years)).toBe(2021);
  });
});
