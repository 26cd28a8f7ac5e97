import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBi } from '../../../src/datasets/bi.ts';
import type { Database } from '../../../src/db/database.ts';
import { migrate } from '../../../src/db/migrations.ts';
import { roundPercentage } from '../../../src/domain/rounding.ts';
import { ask, storeOf, TODAY } from '../../support/client.ts';
import { createScratch } from '../../support/database.ts';
import { publishFiches } from '../../support/factories.ts';
import { STATISTICS_REGISTER } from '../../support/statistics-register.ts';
import { cubeSql, dbtSql, ossieSql, tableauSql, tablesOf } from './as-sql.ts';
import { MODEL } from './wider-star.ts';

const url = process.env['TEST_DATABASE_URL'];

const STATISTICS = `query ($by: [CohortDimension!]) {
  insertionStatistics(groupBy: $by) {
    total { ...Summary } groups { key { year level } summary { ...Summary } }
  }
}
fragment Summary on InsertionSummary {
  certifications cohorts certified certifiedThroughVae vaeShare vaeShareBase
  rates { indicator value base interval { lower upper } statuses { status cohorts } }
}`;

interface Summary {
  readonly certifications: number;
  readonly cohorts: number;
  readonly certified: number;
  readonly certifiedThroughVae: number;
  readonly vaeShare: number | null;
  readonly vaeShareBase: number;
  readonly rates: readonly {
    readonly indicator: string;
    readonly value: number | null;
    readonly base: number;
    readonly interval: { readonly lower: number; readonly upper: number } | null;
    readonly statuses: readonly { readonly status: string; readonly cohorts: number }[];
  }[];
}

interface Statistics {
  readonly total: Summary;
  readonly groups: readonly {
    readonly key: Readonly<Record<string, unknown>>;
    readonly summary: Summary;
  }[];
}

/** The figures of GraphQL under the names of the model. */
function figuresOf(summary: Summary): Record<string, number | null> {
  const figures: Record<string, number | null> = {
    certifications_with_cohorts: summary.certifications,
    number_of_cohorts: summary.cohorts,
    certified: summary.certified,
    certified_through_vae: summary.certifiedThroughVae,
    vae_share: summary.vaeShare,
    vae_share_base: summary.vaeShareBase,
  };
  for (const { indicator, value, base, interval, statuses } of summary.rates) {
    const stem = indicator.toLowerCase();
    const total = statuses.reduce((sum, { cohorts }) => sum + cohorts, 0);
    const published = statuses
      .filter(({ status }) => status.startsWith('PUBLISHED'))
      .reduce((sum, { cohorts }) => sum + cohorts, 0);
    figures[`${stem}_rate`] = value;
    figures[`${stem}_base`] = base;
    figures[`${stem}_low`] = interval?.lower ?? null;
    figures[`${stem}_high`] = interval?.upper ?? null;
    figures[`${stem}_cohorts`] = total;
    figures[`${stem}_published_share`] = roundPercentage((100 * published) / total);
    // GraphQL lists the statuses that there are; the others are of no cohort.
    for (const { name } of MODEL.measures) {
      if (name.startsWith(`${stem}_cohorts_`)) figures[name] = 0;
    }
    for (const { status, cohorts } of statuses) {
      figures[`${stem}_cohorts_${status.toLowerCase()}`] = cohorts;
    }
  }
  return figures;
}

describe.runIf(url)('figures of the model on PostgreSQL', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createScratch(url ?? '');
    await migrate(database);
    await publishFiches(database, STATISTICS_REGISTER);
    expect(await writeBi(database, await storeOf(database).refresh(), TODAY)).toBe('WRITTEN');
  });
  afterAll(() => database?.[Symbol.asyncDispose]());

  const statistics = async (by: readonly string[]) =>
    (await ask<{ insertionStatistics: Statistics }>(database, STATISTICS, { by }))
      .insertionStatistics;

  /** The measures of facts by a value of their certification or cohort, as `{ value: { measure } }`. */
  async function measured(measures: ReadonlyMap<string, string>, by: 'year' | 'level' | null) {
    await using session = await database.session();
    const groups = new Map<string, Record<string, number | null>>();
    for (const table of ['cohort', 'insertion_rate']) {
      const names = tablesOf(MODEL).get(table) ?? [];
      const of = `(select level from bi.certification c where c.certification_code = ${table}.certification_code)`;
      const key = by === 'level' ? of : by === 'year' ? `${table}.year` : 'null';
      const columns = names.map((name) => `(${measures.get(name)})::float8 as "${name}"`);
      const query = `select (${key})::text as "key", ${columns.join(', ')} from bi.${table} ${table} group by 1`;
      const { rows } = await sql
        .raw<Record<string, number | null> & { key: string }>(query)
        .execute(session.db);
      for (const { key: value, ...figures } of rows) {
        groups.set(String(value), { ...groups.get(String(value)), ...figures });
      }
    }
    return groups;
  }

  /** Rounded as answers are; what no row has is 0 of what adds up. */
  function alike(
    figures: Record<string, number | null> | undefined,
    expected: Record<string, number | null>,
  ) {
    return Object.fromEntries(
      Object.keys(expected).map((name) => {
        const value = figures?.[name] ?? null;
        if (value === null) return [name, expected[name] === 0 ? 0 : null];
        return [name, roundPercentage(value)];
      }),
    );
  }

  test.each([
    ['Apache Ossie', ossieSql],
    ['Cube', cubeSql],
    ['MetricFlow', dbtSql],
    ['Tableau', tableauSql],
  ])('%s: are those of GraphQL, whatever they are grouped by', async (_form, toSql) => {
    const measures = toSql(MODEL);
    expect([...measures.keys()].sort()).toEqual(MODEL.measures.map(({ name }) => name).sort());
    const { total } = await statistics([]);
    // 18200 / 230, as the register of statistics says.
    expect(total.rates[0]).toMatchObject({ value: 79.13, base: 230 });
    const whole = figuresOf(total);
    expect(Object.keys(whole).length).toBeGreaterThan(50);
    expect(alike((await measured(measures, null)).get('null'), whole)).toEqual(whole);
    for (const by of ['year', 'level'] as const) {
      const { groups } = await statistics([by.toUpperCase()]);
      const found = await measured(measures, by);
      expect(found.size).toBe(groups.length);
      for (const { key, summary } of groups) {
        const expected = figuresOf(summary);
        expect([key, alike(found.get(String(key[by])), expected)]).toEqual([key, expected]);
      }
    }
  });
});
