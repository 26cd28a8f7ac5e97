import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '../../../src/domain/calendar.ts';
import {
  COHORT_DIMENSIONS,
  type CohortDimension,
  isMultiple,
} from '../../../src/domain/insertion/dimension.ts';
import { type GroupSums, NO_SUMS } from '../../../src/domain/insertion/insertion-summary.ts';
import { INSERTION_INDICATORS } from '../../../src/domain/rate/indicator.ts';
import { finish } from '../../../src/domain/work.ts';
import { viewOn } from '../../../src/snapshot/day-view.ts';
import { type CohortFilter, cohortMask } from '../../../src/snapshot/filter/cohort-mask.ts';
import type { CohortGroup } from '../../../src/snapshot/group/cohort-group.ts';
import { cohortGroups } from '../../../src/snapshot/group/cohort-groups.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { storeOf } from '../../support/client.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { asOfDay, cohortFilter, cohortGrouping } from '../../support/random-questions.ts';
import { publishRandom, registerOfSeed } from '../../support/random-register.ts';
import {
  comparable,
  naiveGroups,
  selectedCohorts,
  statusOf,
} from '../../support/statistics-oracle.ts';

const REGISTER = registerOfSeed(35746);

interface Grouping {
  readonly filter: CohortFilter;
  readonly groupBy: readonly CohortDimension[];
  readonly asOf: PlainDate;
}

let snapshot: Snapshot;

beforeAll(async () => {
  await using database = await openMigratedPglite();
  await publishRandom(database, REGISTER);
  snapshot = await storeOf(database).refresh();
});

describe('groups of the cohorts of a random register', () => {
  function read({ filter, groupBy, asOf }: Grouping): readonly CohortGroup[] {
    const view = viewOn(snapshot, asOf);
    const mask = finish(cohortMask(view, filter));
    return finish(cohortGroups(view, { mask, groupBy, most: Number.POSITIVE_INFINITY })) ?? [];
  }

  test('are those that are worked out one by one, for any filter, dimensions and day', () => {
    let found = 0;
    fc.assert(
      fc.property(cohortFilter, cohortGrouping, asOfDay, (filter, groupBy, asOf) => {
        const groups = read({ filter, groupBy, asOf });
        const expected = naiveGroups(selectedCohorts(REGISTER, filter, asOf), groupBy, asOf);
        expect(comparable(groups)).toEqual(comparable(expected));
        if (groups.length > 0) found += 1;
      }),
      { numRuns: 150, seed: 1 },
    );
    // Most questions have an answer.
    expect(found).toBeGreaterThan(75);
  });

  test('by what a certification has one of add up to the total', () => {
    const single = COHORT_DIMENSIONS.filter((dimension) => !isMultiple(dimension));
    const grouping = fc.uniqueArray(fc.constantFrom(...single), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(cohortFilter, grouping, asOfDay, (filter, groupBy, asOf) => {
        const groups = read({ filter, groupBy, asOf });
        const [total = NO_SUMS] = read({ filter, groupBy: [], asOf });
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

  test('have the statuses of their cohorts, one by one, on any day', () => {
    fc.assert(
      fc.property(cohortFilter, asOfDay, fc.boolean(), (filter, asOf, byYear) => {
        const groups = read({ filter, groupBy: byYear ? ['YEAR'] : [], asOf });
        const cohorts = selectedCohorts(REGISTER, filter, asOf);
        for (const indicator of INSERTION_INDICATORS) {
          const counted = new Map<string, number>();
          for (const { status, cohorts: number } of groups.flatMap((g) => g.statuses(indicator))) {
            counted.set(status, (counted.get(status) ?? 0) + number);
          }
          const expected = Map.groupBy(cohorts, (known) => statusOf(known, indicator, asOf));
          expect(counted).toEqual(
            new Map([...expected].map(([status, some]) => [status, some.length])),
          );
        }
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});
