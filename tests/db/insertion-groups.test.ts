import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import {
  ANY_DAY,
  type Grouping,
  readInsertionGroups,
  readInsertionOutcomes,
} from '../../src/db/insertion-groups.ts';
import { COHORT_DIMENSIONS, isMultiple } from '../../src/domain/dimension.ts';
import { INSERTION_INDICATORS } from '../../src/domain/indicator.ts';
import { countStatuses, type GroupSums, NO_SUMS } from '../../src/domain/insertion-summary.ts';
import { readServed } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { asOfDay, cohortFilter, cohortGrouping } from '../support/random-questions.ts';
import { publishRandom, registerOfSeed } from '../support/random-register.ts';
import {
  comparable,
  naiveGroups,
  selectedCohorts,
  statusOf,
} from '../support/statistics-oracle.ts';

const REGISTER = registerOfSeed(35746);
const ALL = 100_000;

describeEachEngine('groups of the cohorts of a random register on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishRandom(database, REGISTER);
  });

  async function read(grouping: Grouping): Promise<GroupSums[]> {
    return readServed(database, (db) => readInsertionGroups(db, grouping, ALL));
  }

  test('are those that are worked out one by one, for any filter, dimensions and day', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(cohortFilter, cohortGrouping, asOfDay, async (filter, groupBy, asOf) => {
        const groups = await read({ filter, groupBy, asOf });
        const expected = naiveGroups(selectedCohorts(REGISTER, filter, asOf), groupBy, asOf);
        expect(comparable(groups)).toEqual(comparable(expected));
        if (groups.length > 0) found += 1;
      }),
      { numRuns: 150, seed: 1 },
    );
    // Most questions have an answer.
    expect(found).toBeGreaterThan(75);
  });

  test('by what a certification has one of add up to the total', async () => {
    const single = COHORT_DIMENSIONS.filter((dimension) => !isMultiple(dimension));
    const grouping = fc.uniqueArray(fc.constantFrom(...single), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(cohortFilter, grouping, asOfDay, async (filter, groupBy, asOf) => {
        const groups = await read({ filter, groupBy, asOf });
        const [total = NO_SUMS] = await read({ filter, groupBy: [], asOf });
        const sum = (of: (group: GroupSums) => number) =>
          groups.reduce((added, group) => added + of(group), 0);
        expect(sum(({ cohorts }) => cohorts)).toBe(total.cohorts);
        expect(sum(({ certified }) => certified)).toBe(total.certified);
        expect(sum((group) => group.certifiedThroughVae)).toBe(total.certifiedThroughVae);
        expect(sum((group) => group.certifiedWithVaeKnown)).toBe(total.certifiedWithVaeKnown);
        expect(sum((group) => group.vaeWithCertifiedKnown)).toBe(total.vaeWithCertifiedKnown);
        expect(sum((group) => group.cohortsWithoutCertified)).toBe(total.cohortsWithoutCertified);
        for (const indicator of INSERTION_INDICATORS) {
          const rate = total.rates[indicator];
          expect(sum(({ rates }) => rates[indicator].base)).toBe(rate.base);
          expect(sum(({ rates }) => rates[indicator].weighted)).toBe(rate.weighted);
          expect(sum(({ rates }) => rates[indicator].cohortsWithRate)).toBe(rate.cohortsWithRate);
        }
        // A certification has cohorts of several years.
        if (groupBy.includes('YEAR')) return;
        expect(sum(({ certifications }) => certifications)).toBe(total.certifications);
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  test('have the statuses of their cohorts, one by one, on any day', async () => {
    await fc.assert(
      fc.asyncProperty(cohortFilter, asOfDay, fc.boolean(), async (filter, asOf, byYear) => {
        const grouping: Grouping = { filter, groupBy: byYear ? ['YEAR'] : [], asOf };
        const outcomes = await readServed(database, (db) => readInsertionOutcomes(db, grouping));
        const cohorts = selectedCohorts(REGISTER, filter, asOf);
        for (const indicator of INSERTION_INDICATORS) {
          const counted = countStatuses(outcomes, indicator, asOf);
          const expected = Map.groupBy(cohorts, (known) => statusOf(known, indicator, asOf));
          expect(new Map(counted.map(({ status, cohorts: number }) => [status, number]))).toEqual(
            new Map([...expected].map(([status, some]) => [status, some.length])),
          );
        }
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  test('are cut at the number that is asked for', async () => {
    const grouping: Grouping = { filter: {}, groupBy: ['CERTIFICATION'], asOf: ANY_DAY };
    const two = await readServed(database, (db) => readInsertionGroups(db, grouping, 2));
    expect(two).toHaveLength(2);
  });
});
