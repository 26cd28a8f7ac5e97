import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type PlainDate, parsePlainDate, plainDate } from '../../../src/domain/calendar.ts';
import { registerOf } from '../../../src/domain/certification/register-code.ts';
import {
  INSERTION_INDICATORS,
  type InsertionIndicator,
} from '../../../src/domain/rate/indicator.ts';
import { CHANGE_VERDICTS } from '../../../src/domain/rate/interval.ts';
import { rateChange } from '../../../src/domain/rate/rate-change.ts';
import { RATE_STATUSES, rateDueOn } from '../../../src/domain/rate/rate-status.ts';
import { finish } from '../../../src/domain/work.ts';
import { viewOn } from '../../../src/snapshot/day-view.ts';
import type { CohortCriteria } from '../../../src/snapshot/filter/cohort-filter.ts';
import { cohortMask } from '../../../src/snapshot/filter/cohort-mask.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { storeOf } from '../../support/client.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { publishRandom, registerOfSeed } from '../../support/random-register.ts';
import {
  allCohorts,
  hasBegun,
  type KnownCohort,
  statusOf,
} from '../../support/statistics-oracle.ts';

const REGISTER = registerOfSeed(7);
const COHORTS = allCohorts(REGISTER);

const indicator = fc.constantFrom(...INSERTION_INDICATORS);

/** Any day of the years that statuses change in, month's ends more often. */
const anyDay: fc.Arbitrary<PlainDate> = fc.oneof(
  fc.constantFrom(
    ...['2020-06-29', '2020-06-30', '2020-07-01', '2022-12-30', '2022-12-31', '2023-01-01'].map(
      parsePlainDate,
    ),
  ),
  fc
    .tuple(
      fc.integer({ min: 1995, max: 2035 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    )
    .map(([year, month, day]) => plainDate(year, month, day) ?? parsePlainDate('2024-02-29')),
);

let snapshot: Snapshot;

beforeAll(async () => {
  await using database = await openMigratedPglite();
  await publishRandom(database, REGISTER);
  snapshot = await storeOf(database).refresh();
});

describe('conditions on cohorts of a random register', () => {
  const nameOf = ({ fiche, cohort }: KnownCohort) => `${fiche.code} ${cohort.year}`;

  function select(criteria: CohortCriteria, asOf: PlainDate): string[] {
    const view = viewOn(snapshot, asOf);
    const { cohorts, certifications } = view.snapshot;
    const mask = finish(cohortMask(view, criteria));
    const rows = Array.from(cohorts.year, (_, row) => row);
    return rows
      .filter((row) => !mask || mask[row] === 1)
      .map((row) => `${certifications.code[cohorts.certification[row] ?? 0]} ${cohorts.year[row]}`)
      .toSorted();
  }

  function names(asOf: PlainDate, holds: (known: KnownCohort) => boolean): string[] {
    return COHORTS.filter((known) => hasBegun(known.cohort, asOf) && holds(known))
      .map(nameOf)
      .toSorted();
  }

  test('a status is the one that the rules of the domain give, on any day', () => {
    fc.assert(
      fc.property(indicator, anyDay, (of, asOf) => {
        for (const status of RATE_STATUSES) {
          const rateStatus = { indicator: of, anyOf: [status] };
          const found = select({ rateStatus }, asOf);
          expect([status, found]).toEqual([
            status,
            names(asOf, (known) => statusOf(known, of, asOf) === status),
          ]);
        }
      }),
      { numRuns: 40, seed: 4 },
    );
  });

  test('every status occurs, so that none is held to nothing', () => {
    const days = ['2018-01-01', '2021-01-01', '2026-11-24'].map(parsePlainDate);
    const seen = new Set(
      days.flatMap((asOf) =>
        INSERTION_INDICATORS.flatMap((of) => COHORTS.map((known) => statusOf(known, of, asOf))),
      ),
    );
    expect([...seen].toSorted()).toEqual([...RATE_STATUSES].toSorted());
  });

  test('several statuses are any of them', () => {
    const some = fc.subarray([...RATE_STATUSES]);
    fc.assert(
      fc.property(indicator, some, anyDay, (of, anyOf, asOf) => {
        const found = select({ rateStatus: { indicator: of, anyOf } }, asOf);
        expect(found).toEqual(names(asOf, (known) => anyOf.includes(statusOf(known, of, asOf))));
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  test('a rate that is due between two days is one whose due date is', () => {
    fc.assert(
      fc.property(indicator, fc.option(anyDay), fc.option(anyDay), anyDay, (of, from, to, asOf) => {
        const isDue = ({ fiche, cohort }: KnownCohort) => {
          const dueOn = rateDueOn(cohort.year, of);
          const within = (!from || dueOn >= from) && (!to || dueOn <= to);
          return registerOf(fiche.code) === 'RNCP' && within;
        };
        const rateDue = { indicator: of, from, to };
        expect(select({ rateDue }, asOf)).toEqual(names(asOf, isDue));
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  /** How a rate went from the cohort of the year before, on the RNCP; null when that cannot be told. */
  function verdictOf({ fiche, cohort }: KnownCohort, of: InsertionIndicator) {
    const before = fiche.cohorts.find(({ year }) => year === cohort.year - 1);
    if (!before || registerOf(fiche.code) === 'RS') return null;
    const rate = ({ rates, certified }: typeof before) => ({ value: rates[of], base: certified });
    return rateChange(rate(before), rate(cohort))?.verdict ?? null;
  }

  test('a change is the one that the rules of the domain give', () => {
    const asOf = parsePlainDate('2026-11-24');
    for (const of of INSERTION_INDICATORS) {
      for (const verdict of CHANGE_VERDICTS) {
        const rateChange = { indicator: of, anyOf: [verdict] };
        const found = select({ rateChange }, asOf);
        expect([of, verdict, found]).toEqual([
          ...[of, verdict, names(asOf, (known) => verdictOf(known, of) === verdict)],
        ]);
      }
    }
    const verdicts = COHORTS.map((known) => verdictOf(known, 'GLOBAL_6_MONTHS'));
    expect(new Set(verdicts)).toEqual(new Set([null, ...CHANGE_VERDICTS]));
  });
});
