import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../support/factories.ts';

/** What is listed of each cohort: number of the fiche and year. */
const FICHES = [
  ficheWith({
    code: 'RNCP1',
    level: { code: 'NIV6', label: null },
    cohorts: [
      cohortWith(2020, 20, { global6: 80, target6: 60, target24: 70 }),
      cohortWith(2021, null, { global6: 90 }),
    ],
  }),
  ficheWith({
    code: 'RNCP2',
    cohorts: [cohortWith(2021, 5, { target24: 100 }, 2), cohortWith(2019, 20)],
  }),
  ficheWith({ code: 'RS1', cohorts: [cohortWith(2021, 0, { global6: 0 })] }),
];

const LIST = `query ($filter: CohortFilter, $orderBy: [CohortOrder!], $first: Int, $after: String) {
  cohorts(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    pageInfo { endCursor hasNextPage }
    nodes { year certification { code } }
  }
}`;

interface List {
  readonly cohorts: {
    readonly totalCount: number;
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
    readonly nodes: { readonly year: number; readonly certification: { readonly code: string } }[];
  };
}

describeEachEngine('cohorts on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES);
  });

  const namesOf = ({ cohorts }: List) =>
    cohorts.nodes.map(({ year, certification }) => `${certification.code} ${year}`);

  test.each([
    ['nothing', null, ['RNCP1 2021', 'RNCP1 2020', 'RNCP2 2021', 'RNCP2 2019', 'RS1 2021']],
    ['years', { year: { from: 2019, to: 2020 } }, ['RNCP1 2020', 'RNCP2 2019']],
    ['an open range of years', { year: { to: 2019 } }, ['RNCP2 2019']],
    [
      'certified, of whom the unknown are none',
      { certified: { from: 5 } },
      ['RNCP1 2020', 'RNCP2 2021', 'RNCP2 2019'],
    ],
    [
      'certified through VAE, of whom the unknown are none',
      { certifiedThroughVae: { from: 0 } },
      ['RNCP2 2021'],
    ],
    [
      'a rate that they publish',
      { has: ['TARGET_OCCUPATION_2_YEARS'] },
      ['RNCP1 2020', 'RNCP2 2021'],
    ],
    [
      'a rate of 0, which is published',
      { has: ['GLOBAL_6_MONTHS'], certified: { to: 0 } },
      ['RS1 2021'],
    ],
    [
      'rates that they lack',
      { lacks: ['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_2_YEARS'] },
      ['RNCP2 2019'],
    ],
    [
      'both',
      { has: ['GLOBAL_6_MONTHS'], lacks: ['TARGET_OCCUPATION_6_MONTHS'] },
      ['RNCP1 2021', 'RS1 2021'],
    ],
    ['their certifications', { certification: { levels: [6] } }, ['RNCP1 2021', 'RNCP1 2020']],
    [
      'their certifications, by a cohort that need not be the one listed',
      { year: { from: 2021 }, certification: { cohortYear: { to: 2019 } } },
      ['RNCP2 2021'],
    ],
  ])('are selected by %s', async (_what, filter, expected) => {
    const list = await ask<List>(database, LIST, { filter });
    expect(namesOf(list)).toEqual(expected);
    expect(list.cohorts.totalCount).toBe(expected.length);
  });

  test.each([
    ['CERTIFICATION', 'DESC', ['RS1 2021', 'RNCP2 2021', 'RNCP2 2019', 'RNCP1 2021', 'RNCP1 2020']],
    ['YEAR', 'ASC', ['RNCP2 2019', 'RNCP1 2020', 'RNCP1 2021', 'RNCP2 2021', 'RS1 2021']],
    ['CERTIFIED', 'ASC', ['RS1 2021', 'RNCP2 2021', 'RNCP1 2020', 'RNCP2 2019', 'RNCP1 2021']],
    ['CERTIFIED', 'DESC', ['RNCP1 2020', 'RNCP2 2019', 'RNCP2 2021', 'RS1 2021', 'RNCP1 2021']],
    [
      'GLOBAL_6_MONTHS',
      'DESC',
      ['RNCP1 2021', 'RNCP1 2020', 'RS1 2021', 'RNCP2 2021', 'RNCP2 2019'],
    ],
    [
      'TARGET_OCCUPATION_6_MONTHS',
      'ASC',
      ['RNCP1 2020', 'RNCP1 2021', 'RNCP2 2021', 'RNCP2 2019', 'RS1 2021'],
    ],
    [
      'TARGET_OCCUPATION_2_YEARS',
      'DESC',
      ['RNCP2 2021', 'RNCP1 2020', 'RNCP1 2021', 'RNCP2 2019', 'RS1 2021'],
    ],
  ])(
    'are ordered by %s %s, nulls last, whatever the size of the page',
    async (field, direction, expected) => {
      const orderBy = [{ field, direction }];
      expect(namesOf(await ask<List>(database, LIST, { orderBy }))).toEqual(expected);
      const found: string[] = [];
      for (let after: string | null = null; found.length < expected.length; ) {
        const list: List = await ask<List>(database, LIST, { orderBy, first: 2, after });
        found.push(...namesOf(list));
        after = list.cohorts.pageInfo.endCursor;
        expect(list.cohorts.pageInfo.hasNextPage).toBe(found.length < expected.length);
      }
      expect(found).toEqual(expected);
    },
  );

  test('tell an unknown number from zero', async () => {
    const { cohorts } = await ask<{ cohorts: object }>(
      database,
      `{ cohorts(filter: { year: { from: 2021 } }) { nodes { certified certifiedThroughVae vaeShare } } }`,
    );
    expect(cohorts).toEqual({
      nodes: [
        { certified: null, certifiedThroughVae: null, vaeShare: null },
        { certified: 5, certifiedThroughVae: 2, vaeShare: 40 },
        { certified: 0, certifiedThroughVae: null, vaeShare: null },
      ],
    });
  });
});
