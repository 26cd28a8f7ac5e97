import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  addMonths,
  type PlainDate,
  parsePlainDate,
  plainDate,
} from '../../../src/domain/calendar.ts';
import type { Fiche } from '../../../src/domain/certification/fiche.ts';
import { registerOf } from '../../../src/domain/certification/register-code.ts';
import { isFilingPassed } from '../../../src/domain/certification/renewal.ts';
import { isWithin } from '../../../src/domain/range.ts';
import type { InsertionIndicator } from '../../../src/domain/rate/indicator.ts';
import { foldText } from '../../../src/domain/search/fold-text.ts';
import { finish } from '../../../src/domain/work.ts';
import { viewOn } from '../../../src/snapshot/day-view.ts';
import {
  type CertificationFilter,
  certificationMask,
} from '../../../src/snapshot/filter/certification-filter.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { storeOf } from '../../support/client.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { ficheWith } from '../../support/factories.ts';
import {
  publishRandom,
  type RandomRegister,
  registerOfSeed,
} from '../../support/random-register.ts';
import { allCohorts, hasBegun, isActive, statusOf } from '../../support/statistics-oracle.ts';

const RANDOM = registerOfSeed(11);

/** Ends, and the last day recommended for filing, eight months before: clamped to the month's end. */
const HARD_ENDS = [
  ['2026-10-30', '2026-02-28', '2026-03-01'],
  ['2026-10-31', '2026-02-28', '2026-03-01'],
  ['2027-02-28', '2026-06-28', '2026-06-29'],
  ['2028-02-29', '2027-06-29', '2027-06-30'],
  ['2026-06-30', '2025-10-30', '2025-10-31'],
] as const;
const REGISTER: RandomRegister = {
  ...RANDOM,
  fiches: [
    ...RANDOM.fiches,
    ...HARD_ENDS.map(([end], index) =>
      ficheWith({ code: `RNCP${2000 + index}`, registrationEndsOn: parsePlainDate(end) }),
    ),
  ],
};
const COHORTS = allCohorts(REGISTER);

const anyDay: fc.Arbitrary<PlainDate> = fc.oneof(
  // Around the days that ends of registrations and filing turn on.
  fc
    .tuple(
      fc.constantFrom(...REGISTER.fiches.flatMap((fiche) => fiche.registrationEndsOn ?? [])),
      fc.constantFrom(0, -8, -7),
      fc.constantFrom(0, 1),
    )
    .map(([end, months, later]) => nextDay(addMonths(end, months), later)),
  fc
    .tuple(fc.integer({ min: 2018, max: 2031 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => plainDate(year, month, 15) ?? parsePlainDate('2026-11-24')),
);

function nextDay(day: PlainDate, days: number): PlainDate {
  const instant = Date.parse(day) + days * 86_400_000;
  return parsePlainDate(new Date(instant).toISOString().slice(0, 10));
}

const range = fc
  .tuple(fc.option(fc.nat(4)), fc.option(fc.nat(4)))
  .map(([a, b]) => (a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b }));

/** Cohorts whose global rate at 6 months is published; on the RS none counts. */
function usableCohorts({ code, cohorts }: Fiche): number {
  if (registerOf(code) === 'RS') return 0;
  return cohorts.filter(({ rates }) => rates.GLOBAL_6_MONTHS !== null).length;
}

/** A global rate at 6 months is published, and none at 6 months is overdue. */
function isComplete(fiche: Fiche, asOf: PlainDate): boolean {
  const indicators: InsertionIndicator[] = ['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_6_MONTHS'];
  const overdue = COHORTS.filter(
    ({ fiche: { code }, cohort }) => code === fiche.code && hasBegun(cohort, asOf),
  ).some((known) => indicators.some((indicator) => statusOf(known, indicator, asOf) === 'OVERDUE'));
  return usableCohorts(fiche) > 0 && !overdue;
}

/** Bodies in force: one for each SIREN, and for each name without one. */
function certifierCount({ certifiers }: Fiche): number {
  const inForce = certifiers.filter(({ state }) => state === null || state === 'Actif');
  return new Set(inForce.map(({ siret, name }) => siret?.slice(0, 9) ?? foldText(name))).size;
}

function isReplaced({ code, successors }: Fiche): boolean {
  const others = REGISTER.fiches.filter((other) =>
    other.predecessors.some((link) => link.code === code),
  );
  return successors.length > 0 || others.length > 0;
}

function newestCohort({ cohorts }: Fiche): number | null {
  return cohorts.length === 0 ? null : Math.max(...cohorts.map(({ year }) => year));
}

let snapshot: Snapshot;

beforeAll(async () => {
  await using database = await openMigratedPglite();
  await publishRandom(database, REGISTER);
  snapshot = await storeOf(database).refresh();
});

/** Codes of the certifications of a filter. */
function select(filter: CertificationFilter, asOf: PlainDate): string[] {
  const mask = finish(certificationMask(viewOn(snapshot, asOf), filter));
  return snapshot.certifications.code.filter((_, row) => !mask || mask[row] === 1);
}

describe('conditions on certifications of a random register', () => {
  /** The certifications of a filter are those of which something holds; some do and some do not. */
  function expectHolds(
    filter: CertificationFilter,
    asOf: PlainDate,
    holds: (fiche: Fiche) => boolean,
  ) {
    expect(select(filter, asOf).toSorted()).toEqual(
      REGISTER.fiches
        // Of years that had not begun there are no cohorts.
        .filter((fiche) =>
          holds({ ...fiche, cohorts: fiche.cohorts.filter((each) => hasBegun(each, asOf)) }),
        )
        .map(({ code }) => code)
        .toSorted(),
    );
  }

  test('active, and inactive, is what the rules of the domain know to be so, on any day', () => {
    fc.assert(
      fc.property(anyDay, fc.boolean(), (asOf, active) => {
        expectHolds({ active }, asOf, (fiche) => isActive(fiche, asOf) === active);
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  test('filing has passed, or has not, when the rules of the domain say so, on any day', () => {
    fc.assert(
      fc.property(anyDay, fc.boolean(), (asOf, filingPassed) => {
        expectHolds(
          { filingPassed },
          asOf,
          ({ registrationEndsOn }) =>
            registrationEndsOn !== null &&
            isFilingPassed(registrationEndsOn, asOf) === filingPassed,
        );
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  test.each(HARD_ENDS)('filing for the end %s passes after %s', (end, lastDay, dayAfter) => {
    const passed = (asOf: string) => {
      const registrationEnds = { from: parsePlainDate(end), to: parsePlainDate(end) };
      return select({ filingPassed: true, registrationEnds }, parsePlainDate(asOf)).some(
        (code) => Number(code.slice(4)) >= 2000,
      );
    };
    expect(passed(lastDay)).toBe(false);
    expect(passed(dayAfter)).toBe(true);
  });

  test('rates at 6 months are complete when none is overdue, on any day', () => {
    fc.assert(
      fc.property(anyDay, fc.boolean(), (asOf, complete) => {
        expectHolds(
          { hasCompleteSixMonthRates: complete },
          asOf,
          (fiche) => isComplete(fiche, asOf) === complete,
        );
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  test.each([
    ['usableCohorts', usableCohorts],
    ['certifierCount', certifierCount],
  ] as const)('%s is counted from the fiche', (name, count) => {
    fc.assert(
      fc.property(range, anyDay, (within, asOf) => {
        expectHolds({ [name]: within }, asOf, (fiche) => isWithin(count(fiche), within));
      }),
      { numRuns: 25, seed: 4 },
    );
    expect(new Set(REGISTER.fiches.map(count)).size).toBeGreaterThan(2);
  });

  test('newestCohort is the year of the newest, and that of none is in no range', () => {
    const years = range.map(({ from, to }) => ({
      from: from === null ? null : from + 2022,
      to: to === null ? null : to + 2022,
    }));
    fc.assert(
      fc.property(years, anyDay, (within, asOf) => {
        expectHolds({ newestCohort: within }, asOf, (fiche) =>
          isWithin(newestCohort(fiche), within),
        );
      }),
      { numRuns: 25, seed: 5 },
    );
  });

  test.each([true, false])(
    'replaced, hasEquivalences and hasCohorts are what fiches say: %s',
    (is) => {
      const asOf = parsePlainDate('2026-11-24');
      expectHolds({ replaced: is }, asOf, (fiche) => isReplaced(fiche) === is);
      expectHolds(
        { hasEquivalences: is },
        asOf,
        ({ equivalences }) => equivalences.length > 0 === is,
      );
      expectHolds({ hasCohorts: is }, asOf, ({ cohorts }) => cohorts.length > 0 === is);
      const replaced = REGISTER.fiches.filter(isReplaced).length;
      expect(replaced).toBeGreaterThan(3);
      expect(replaced).toBeLessThan(REGISTER.fiches.length);
    },
  );

  test('all that facts tell holds of one certification at once', () => {
    const asOf = parsePlainDate('2026-11-24');
    const filter = {
      ...{ usableCohorts: { from: 1 }, certifierCount: { to: 1 }, newestCohort: { from: 2023 } },
      ...{ replaced: false, hasCohorts: true, active: true },
    };
    expectHolds(
      filter,
      asOf,
      (fiche) =>
        usableCohorts(fiche) >= 1 &&
        certifierCount(fiche) <= 1 &&
        (newestCohort(fiche) ?? 0) >= 2023 &&
        !isReplaced(fiche) &&
        isActive(fiche, asOf) === true,
    );
  });
});
