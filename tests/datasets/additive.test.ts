import { afterAll, beforeAll, expect, test } from 'vitest';
import { BI_DATASETS, tableName } from '../../src/datasets/bi.ts';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import type { Dataset } from '../../src/datasets/dataset.ts';
import type { Database } from '../../src/db/database.ts';
import { openMigratedPglite } from '../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../support/factories.ts';
import { publishRandom, registerOfSeed } from '../support/random-register.ts';
import { readRows } from '../support/report-rows.ts';

const ALL = [...new Set([...DATASETS, ...BI_DATASETS])];
const named = (name: string) => ALL.find((each) => each.name === name) as Dataset;

let database: Database;
beforeAll(async () => {
  database = await openMigratedPglite();
  await publishRandom(database, registerOfSeed(2026));
});
afterAll(() => database?.[Symbol.asyncDispose]());

/** The sums of the additive columns of a dataset. */
async function sumsOf(name: string): Promise<Record<string, number>> {
  const dataset = named(name);
  const rows = await readRows(database, dataset);
  return Object.fromEntries(
    dataset.columns.flatMap(({ name: column, additive }, place) =>
      additive ? [[column, rows.reduce((sum, row) => sum + Number(row[place] ?? 0), 0)]] : [],
    ),
  );
}

test('what adds up over years adds up to the same over levels, over cohorts and in the star', async () => {
  const [byYear, byLevel] = [await sumsOf('insertion-by-year'), await sumsOf('insertion-by-level')];
  expect(Object.keys(byYear)).toHaveLength(32);
  expect(byLevel).toMatchObject(byYear);
  const { certified, certified_through_vae } = byYear;
  for (const name of ['cohorts', 'vae', 'cohort']) {
    expect(await sumsOf(name)).toMatchObject({ certified, certified_through_vae });
  }
});

test('certifications add up over levels, and not over years', async () => {
  const rows = await readRows(database, named('cohorts'));
  const withCohorts = new Set(rows.map(([code]) => code)).size;
  expect(await sumsOf('insertion-by-level')).toMatchObject({ certifications: withCohorts });
  expect(await sumsOf('insertion-by-year')).not.toHaveProperty('certifications');
});

test('nothing adds up where a certification or a cohort has several rows', () => {
  const none = ALL.filter(({ columns }) => columns.every(({ additive }) => !additive));
  const names = none.map(({ name }) => name);
  for (const name of [
    ...['insertion-rates', 'insertion-by-speciality', 'insertion-by-occupation'],
    ...['insertion-by-certifier', 'certifier-portfolio', 'overdue-rates', 'survey-rates'],
  ]) {
    expect(names).toContain(name);
  }
});

test('no rate adds up, and each rate on a base says what that of several rows is made of', () => {
  const byTable = new Map(ALL.map((dataset) => [tableName(dataset), dataset]));
  let weighed = 0;
  for (const { name, columns } of ALL) {
    for (const { name: column, additive, unit, type, weighing } of columns) {
      if (additive) {
        expect([name, column, type === 'INTEGER' || column === 'weighted']).toContain(true);
        expect([name, column, unit]).not.toContain('PERCENT');
      }
      const hasBase = columns.some((each) => each.name === `${column}_base`);
      if (hasBase && unit === 'PERCENT' && !name.startsWith('survey-')) {
        expect([name, column, weighing === undefined]).toEqual([name, column, false]);
      }
      if (!weighing) continue;
      weighed += 1;
      const of = weighing.dataset ? byTable.get(weighing.dataset)?.columns : columns;
      for (const part of [weighing.base, weighing.weighted].filter((each) => each)) {
        expect([name, column, part, of?.some((each) => each.name === part)]).toContain(true);
      }
    }
  }
  expect(weighed).toBeGreaterThan(10);
});

test('the rate of several rows is the weighted sum by the sum of the base', async () => {
  await using own = await openMigratedPglite();
  await publishFiches(own, [
    ficheWith({ code: 'RNCP1', cohorts: [cohortWith(2021, 10, { global6: 50 })] }),
    ficheWith({ code: 'RNCP2', cohorts: [cohortWith(2021, 30, { global6: 90 })] }),
    ficheWith({ code: 'RNCP3', cohorts: [cohortWith(2021, 7)] }),
  ]);
  const star = named('insertion_rate');
  const place = (column: string) => star.columns.findIndex(({ name }) => name === column);
  const rows = await readRows(own, star);
  const sum = (column: string) =>
    rows.reduce((all, row) => all + Number(row[place(column)] ?? 0), 0);
  // (10 · 50 + 30 · 90) / 40.
  expect(sum('weighted') / sum('base')).toBe(80);
});
