import type { PlainDate } from '../calendar.ts';
import type { ActivityPeriod } from '../certification/activity.ts';
import type { Register } from '../certification/register-code.ts';
import {
  byIndicator,
  HORIZON_MONTHS,
  INSERTION_INDICATORS,
  type InsertionIndicator,
} from '../rate/indicator.ts';
import type { ChangeVerdict } from '../rate/interval.ts';
import { rateChange } from '../rate/rate-change.ts';
import { type RateOutcome, rateOutcome } from '../rate/rate-status.ts';

/** A cohort with what its facts are derived from. Counts are heads, rates percent as published. */
export interface CohortSource {
  readonly year: number;
  readonly certified: number | null;
  readonly certifiedThroughVae: number | null;
  readonly rates: Readonly<
    Record<InsertionIndicator, { readonly value: number | null; readonly seenOn: PlainDate | null }>
  >;
  readonly targetRateAt6MonthsInSource: boolean;
  /** Indicators of which a source gives a rate that could not be read; absent = none. */
  readonly unreadableRates?: readonly string[];
}

/** The certification that cohorts are of. */
export interface CohortOwner extends Pick<ActivityPeriod, 'registrationEndsOn'> {
  readonly register: Register;
}

/** What statistics sum of one cohort, and what is settled about its rates. */
export interface CohortFact {
  readonly year: number;
  /** 1 for the newest cohort of its certification. */
  readonly recency: number;
  readonly certified: number | null;
  readonly certifiedThroughVae: number | null;
  /** None on the RS, whatever was published. */
  readonly rates: Readonly<Record<InsertionIndicator, number | null>>;
  readonly outcomes: Readonly<Record<InsertionIndicator, RateOutcome>>;
}

/**
 * The facts of the cohorts of one certification, newest first.
 *
 * - Source: docs/method.md#status.
 */
export function cohortFacts(
  owner: CohortOwner,
  cohorts: readonly CohortSource[],
  graceMonths: number,
): CohortFact[] {
  return cohorts
    .toSorted((a, b) => b.year - a.year)
    .map((cohort, index) => {
      const { year, certified, certifiedThroughVae, rates } = cohort;
      return {
        ...{ year, certified, certifiedThroughVae },
        recency: index + 1,
        rates: byIndicator((each) => (owner.register === 'RS' ? null : rates[each].value)),
        outcomes: byIndicator((indicator) =>
          rateOutcome({
            ...owner,
            ...{ graceMonths, year, indicator, certified, value: rates[indicator].value },
            firstSeenOn: rates[indicator].seenOn,
            inSource: isInSource(cohort, indicator),
            unreadable: cohort.unreadableRates?.includes(indicator) ?? false,
          }),
        ),
      };
    });
}

/** Whether one of the sources of a cohort can carry an indicator at all. */
export function isInSource(
  { targetRateAt6MonthsInSource }: Pick<CohortSource, 'targetRateAt6MonthsInSource'>,
  indicator: InsertionIndicator,
): boolean {
  return indicator !== 'TARGET_OCCUPATION_6_MONTHS' || targetRateAt6MonthsInSource;
}

/** What readiness for renewal and complete rates are told by. */
export interface CohortsFact {
  readonly cohorts: number;
  /** Cohorts whose global rate at 6 months is published. */
  readonly usable: number;
  readonly newest: number | null;
  /** Year of the oldest cohort that lacks a rate at 6 months which is expected; null = none does. */
  readonly oldestMissing: number | null;
}

/** Sums up the facts of the cohorts of one certification. */
export function cohortsFact(facts: readonly CohortFact[]): CohortsFact {
  const missing = facts.filter(({ outcomes }) =>
    INSERTION_INDICATORS.some(
      (each) => HORIZON_MONTHS[each] === 6 && outcomes[each] === 'EXPECTED',
    ),
  );
  return {
    cohorts: facts.length,
    usable: facts.filter(({ rates }) => rates.GLOBAL_6_MONTHS !== null).length,
    newest: facts[0]?.year ?? null,
    oldestMissing: missing.at(-1)?.year ?? null,
  };
}

/** How one rate went from the cohort of the year before to that of a year, at 95 %. */
export interface CohortChange {
  readonly year: number;
  readonly indicator: InsertionIndicator;
  readonly verdict: ChangeVerdict;
}

/** The changes between cohorts of consecutive years that both publish the rate on certified. */
export function cohortChanges(facts: readonly CohortFact[]): CohortChange[] {
  const byYear = new Map(facts.map((fact) => [fact.year, fact]));
  return facts.flatMap((fact) => {
    const before = byYear.get(fact.year - 1);
    if (!before) return [];
    return INSERTION_INDICATORS.flatMap((indicator) => {
      const rate = ({ rates, certified }: CohortFact) => ({
        value: rates[indicator],
        base: certified,
      });
      const change = rateChange(rate(before), rate(fact));
      return change ? { year: fact.year, indicator, verdict: change.verdict } : [];
    });
  });
}
