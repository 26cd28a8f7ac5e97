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
    total { ...Summary }
    groups {
      key {
        year level occupation { code } occupationDomain { code } speciality { code } formacode { code }
        certifier { siren } accessRoute
      }
      summary { ...Summary }
    }
  }
}
fragment Summary on InsertionSummary {
  certifications cohorts certified certifiedThroughVae vaeShare vaeShareBase
  rates { indicator value base interval { lower upper } statuses { status cohorts } }
}`;

/** What rows of facts are grouped by, in SQL. */
interface Grouping {
  readonly key: string;
  readonly join?: string;
}

/** Each value of a bridge once with each certification; none for those that have no value. */
function overBridge(bridge: string, column: string): Grouping {
  return {
    key: 'bridge.value',
    join: `left join (
      select distinct certification_code, ${column} as value from bi.certification_${bridge}
    ) bridge using (certification_code)`,
  };
}

/** Dimensions of GraphQL, and what they are in the star. */
const GROUPINGS: readonly (readonly [string, Grouping])[] = [
  ['YEAR', { key: 'year' }],
  ['LEVEL', { key: 'level', join: 'join bi.certification using (certification_code)' }],
  ['OCCUPATION', overBridge('occupation', 'occupation')],
  ['OCCUPATION_DOMAIN', overBridge('occupation', 'occupation_domain')],
  ['SPECIALITY', overBridge('speciality', 'speciality_group')],
  ['FORMACODE', overBridge('formacode', 'formacode')],
  ['CERTIFIER', overBridge('certifier', 'certifier_siren')],
  ['ACCESS_ROUTE', overBridge('access_route', 'access_route')],
];

/** The value of a group of one dimension, as text; null where there is none. */
function groupValue(key: Statistics['groups'][number]['key']): string {
  const [value = null] = Object.values(key).filter((each) => each !== null);
  if (value === null || typeof value !== 'object') return String(value);
  return String(Object.values(value)[0]);
}

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

  /**
   * The measures of facts by a value of their cohort, of their certification, or of what certifications
   * have several of, as `{ value: { measure } }`. A row counts once with each value.
   */
  async function measured(measures: ReadonlyMap<string, string>, { key, join = '' }: Grouping) {
    await using session = await database.session();
    const groups = new Map<string, Record<string, number | null>>();
    for (const table of ['cohort', 'insertion_rate']) {
      const names = tablesOf(MODEL).get(table) ?? [];
      const columns = names.map((name) => `(${measures.get(name)})::float8 as "${name}"`);
      const query = `select (${key})::text as "key", ${columns.join(', ')} from bi.${table} ${table} ${join} group by 1`;
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
    expect(alike((await measured(measures, { key: 'null' })).get('null'), whole)).toEqual(whole);
    for (const [dimension, grouping] of GROUPINGS) {
      const { groups } = await statistics([dimension]);
      const found = await measured(measures, grouping);
      expect(found.size).toBe(groups.length);
      for (const { key, summary } of groups) {
        const expected = figuresOf(summary);
        const value = groupValue(key);
        expect([dimension, value, alike(found.get(value), expected)]).toEqual([
          dimension,
          value,
          expected,
        ]);
      }
    }
  });

  test('over a bridge are of 326 what both its certifications have, each once, and no sum of groups', async () => {
    const found = await measured(ossieSql(MODEL), overBridge('speciality', 'speciality_group'));
    // RNCP900001 has two codes of the group: (8600 + 600) / 110, as the register of statistics says.
    expect(found.get('326')).toMatchObject({ global_6_months_base: 110 });
    expect(found.get('326')?.['global_6_months_rate']).toBeCloseTo(9200 / 110, 9);
    expect(found.get('314')).toMatchObject({ global_6_months_base: 100 });
    const routes = await measured(ossieSql(MODEL), overBridge('access_route', 'access_route'));
    const bases = [...routes.values()].map((figures) => figures['global_6_months_base'] ?? 0);
    // By none, through VAE and by initial training: 330, of 230 in all.
    expect(bases.sort((one, other) => one - other)).toEqual([20, 110, 200]);
  });

  test('of several values chosen of a bridge are of the certifications that have any, each once', async () => {
    await using session = await database.session();
    const chosen = `certification_code in (
      select certification_code from bi.certification_occupation where occupation in ('M1805', 'M1802'))`;
    const { rows } = await sql
      .raw<Record<string, number>>(
        `select ${ossieSql(MODEL).get('global_6_months_base')} as base from bi.insertion_rate where ${chosen}`,
      )
      .execute(session.db);
    const filtered = await ask<{ insertionStatistics: Statistics }>(
      database,
      `query { insertionStatistics(filter: { certification: { occupations: ["M1805", "M1802"] } }) {
        total { rates { indicator base } } } }`,
      {},
    );
    expect(Number(rows[0]?.['base'])).toBe(110);
    expect(filtered.insertionStatistics.total.rates[0]?.base).toBe(110);
  });
});
