import { beforeAll, expect, test } from 'vitest';
import type { CohortFilter } from '../../src/db/cohorts.ts';
import type { Database } from '../../src/db/database.ts';
import {
  ANY_DAY,
  type Grouping,
  readInsertionGroups,
  readInsertionOutcomes,
} from '../../src/db/insertion-groups.ts';
import {
  readStoredGroups,
  readStoredOutcomes,
  STORED_GROUPINGS,
  storedGrouping,
} from '../../src/db/stored-groups.ts';
import type { CohortDimension } from '../../src/domain/dimension.ts';
import type { OutcomeCount } from '../../src/domain/insertion-summary.ts';
import { readServed } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishRandom, registerOfSeed } from '../support/random-register.ts';
import { comparable } from '../support/statistics-oracle.ts';

const ALL = 100_000;

const FILTERS: readonly [string, CohortFilter][] = [
  ['both registers', {}],
  ['the RNCP', { certification: { register: 'RNCP' } }],
  ['the RS', { certification: { register: 'RS' } }],
];

test('the groupings that are stored are of one and another dimension, each once', () => {
  const names = STORED_GROUPINGS.map((dimensions) => dimensions.join(' '));
  expect(new Set(names).size).toBe(names.length);
  // Four dimensions freely combined; eight by themselves, and each with the register.
  expect(names).toHaveLength(2 ** 4 + 2 * 8);
  expect(names).toEqual(expect.arrayContaining(['', 'YEAR', 'YEAR REGISTER LEVEL', 'CERTIFIER']));
});

test('a grouping is read from where it is stored in whatever order it is asked for', () => {
  const asked = (groupBy: readonly CohortDimension[], filter: CohortFilter = {}) =>
    storedGrouping({ filter, groupBy, asOf: ANY_DAY });
  const rncp = { certification: { register: 'RNCP' } } as const;
  expect(asked(['LEVEL', 'YEAR'])).toEqual({
    ...{ name: 'YEAR LEVEL', register: null, positions: [1, 0] },
  });
  expect(asked(['LEVEL', 'YEAR'], rncp)).toEqual({
    ...{ name: 'YEAR REGISTER LEVEL', register: { at: 1, only: 'RNCP' }, positions: [2, 0] },
  });
  expect(asked(['REGISTER', 'YEAR'], rncp)).toMatchObject({ name: 'YEAR REGISTER' });
});

test.each<[string, readonly CohortDimension[], CohortFilter]>([
  ['a dimension that is not stored', ['CERTIFICATION'], {}],
  ['what is active, which depends on the day', ['ACTIVE'], {}],
  ['a pair that is not stored', ['YEAR', 'ABBREVIATION'], {}],
  ['a dimension that is given twice', ['YEAR', 'YEAR'], {}],
  ['a filter of cohorts', ['YEAR'], { cohortYear: { from: 2020 } }],
  ['an empty list, which nothing is in', [], { has: [] }],
  ['a filter of certifications', ['YEAR'], { certification: { levels: [6] } }],
  ['more than a register', ['YEAR'], { certification: { register: 'RS', active: true } }],
  ['certifications that were chosen', [], { certification: { chosen: [[]] } }],
])('%s is computed', (_what, groupBy, filter) => {
  expect(storedGrouping({ filter, groupBy, asOf: ANY_DAY })).toBeNull();
});

test('a filter of nulls restricts nothing', () => {
  const filter = { has: null, certification: { register: null, levels: null } };
  expect(storedGrouping({ filter, groupBy: [], asOf: ANY_DAY })).toMatchObject({ name: '' });
});

describeEachEngine('stored groups of a random register on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishRandom(database, registerOfSeed(20));
  });

  /** How a grouping is stored, which it must be. */
  function stored(grouping: Grouping) {
    const found = storedGrouping(grouping);
    if (!found) throw new Error(`${grouping.groupBy} is not stored`);
    return found;
  }

  const inOrder = (counts: readonly OutcomeCount[]) =>
    counts.map((count) => JSON.stringify(count)).toSorted();

  test.each(FILTERS)('are what is computed, over %s, for every grouping', async (_of, filter) => {
    for (const dimensions of STORED_GROUPINGS) {
      for (const groupBy of [dimensions, dimensions.toReversed()]) {
        const grouping = { filter, groupBy, asOf: ANY_DAY };
        const groups = await readServed(database, (db) =>
          readStoredGroups(db, stored(grouping), ALL),
        );
        const computed = await readServed(database, (db) => readInsertionGroups(db, grouping, ALL));
        expect([groupBy, comparable(groups)]).toEqual([groupBy, comparable(computed)]);
        expect(groups.length).toBeGreaterThan(0);
      }
    }
  });

  test.each(FILTERS)('have the outcomes that are computed, over %s', async (_of, filter) => {
    for (const groupBy of STORED_GROUPINGS) {
      const grouping = { filter, groupBy, asOf: ANY_DAY };
      const outcomes = await readServed(database, (db) => readStoredOutcomes(db, stored(grouping)));
      const computed = await readServed(database, (db) => readInsertionOutcomes(db, grouping));
      expect([groupBy, inOrder(outcomes)]).toEqual([groupBy, inOrder(computed)]);
      expect(outcomes.length).toBeGreaterThan(0);
    }
  });

  test('are cut at the number that is asked for', async () => {
    const grouping = { filter: {}, groupBy: ['YEAR'] as const, asOf: ANY_DAY };
    const two = await readServed(database, (db) => readStoredGroups(db, stored(grouping), 2));
    expect(two).toHaveLength(2);
  });
});
