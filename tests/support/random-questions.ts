import fc from 'fast-check';
import { parseRegisterCode } from '../../src/domain/certification/register-code.ts';
import { COHORT_DIMENSIONS } from '../../src/domain/insertion/dimension.ts';
import { INSERTION_INDICATORS } from '../../src/domain/rate/indicator.ts';
import { RATE_STATUSES } from '../../src/domain/rate/rate-status.ts';
import type { CohortFilter } from '../../src/snapshot/filter/cohort-mask.ts';
import { DAYS, SIRENS } from './random-register.ts';

/** Days that questions are asked on. */
export const asOfDay = fc.constantFrom(...DAYS);

const indicator = fc.constantFrom(...INSERTION_INDICATORS);

function range<T extends number | string>(end: fc.Arbitrary<T>) {
  return fc
    .tuple(fc.option(end), fc.option(end))
    .map(([a, b]) => (a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b }));
}

/** What is asked of one cohort. */
const criteria = {
  certified: range(fc.nat(120)),
  certifiedThroughVae: range(fc.nat(20)),
  has: fc.subarray(['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_6_MONTHS'] as const, { minLength: 1 }),
  lacks: fc.constant(['TARGET_OCCUPATION_2_YEARS'] as const),
  rateStatus: fc.record({ indicator, anyOf: fc.subarray([...RATE_STATUSES], { minLength: 1 }) }),
  rateDue: fc.tuple(indicator, range(asOfDay)).map(([of, days]) => ({ indicator: of, ...days })),
};

const certification = fc.record(
  {
    register: fc.constantFrom('RNCP' as const, 'RS' as const),
    active: fc.boolean(),
    codes: fc.constant([1000, 1001, 1002, 1003, 1005, 1010].map((n) => parseRegisterCode(`${n}`))),
    levels: fc.subarray([5, 6, 7], { minLength: 1 }),
    specialities: fc.subarray(['326', '3', '22'], { minLength: 1 }),
    occupations: fc.subarray(['M18', 'M1203', 'A'], { minLength: 1 }),
    formacodes: fc.subarray(['30854', '46301'], { minLength: 1 }),
    certifiers: fc.subarray(SIRENS, { minLength: 1, maxLength: 2 }),
    registrationTypes: fc.constantFrom(['BY_LAW'] as const, ['ON_REQUEST'] as const),
    abbreviations: fc.constantFrom(['TP'], ['bts', 'tp']),
    accessRoutes: fc.subarray(['VAE', 'APPRENTICESHIP'] as const, { minLength: 1 }),
    cohortYear: range(fc.integer({ min: 2017, max: 2026 })),
    ...criteria,
  },
  { requiredKeys: [] },
);

/** Mostly few restrictions: what many hold of selects nothing. */
function sparse<T extends object>(filter: fc.Arbitrary<T>, most: number): fc.Arbitrary<Partial<T>> {
  return fc.tuple(filter, fc.nat(most), fc.nat(20)).map(([whole, keep, from]) => {
    const entries = Object.entries(whole);
    const turned = [...entries.slice(from % (entries.length || 1)), ...entries].slice(0, keep);
    return Object.fromEntries(turned) as Partial<T>;
  });
}

/** Filters of cohorts, by what they and their certifications have. */
export const cohortFilter: fc.Arbitrary<CohortFilter> = fc
  .tuple(
    sparse(
      fc.record(
        { cohortYear: range(fc.integer({ min: 2017, max: 2026 })), ...criteria },
        { requiredKeys: [] },
      ),
      2,
    ),
    fc.option(sparse(certification, 3), { freq: 2 }),
  )
  .map(([ofCohort, ofCertification]) => ({ ...ofCohort, certification: ofCertification }));

/** Groupings of up to three dimensions. */
export const cohortGrouping = fc.uniqueArray(fc.constantFrom(...COHORT_DIMENSIONS), {
  maxLength: 3,
});
