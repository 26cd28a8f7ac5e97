import { addMonths, type PlainDate } from '../../domain/calendar.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import { checkedMonths, checkedRange, type Range } from '../../domain/range.ts';
import type { InsertionIndicator } from '../../domain/rate/indicator.ts';
import type { ChangeVerdict as Verdict } from '../../domain/rate/interval.ts';
import { checkedMaximumQ } from '../../domain/rate/q-values.ts';
import type { DisplayedRateStatus } from '../../domain/rate/rate-status.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import type { CohortCriteria } from '../../snapshot/filter/cohort-filter.ts';
import { builder } from '../core/builder.ts';
import { type AskedYears, IntRange, rangeOf, yearsOf } from '../core/ranges.ts';
import { ChangeVerdict } from '../insertion/change-verdict.ts';
import { Indicator } from '../insertion/insertion-indicator.ts';
import { RateStatus } from '../insertion/rate-status.ts';

const RateStatusCriterion = builder.inputType('RateStatusCriterion', {
  description: 'A rate and the statuses it may have on the as-of day.',
  fields: (t) => ({
    indicator: t.field({ type: Indicator, required: true, description: 'Which rate.' }),
    anyOf: t.field({ type: [RateStatus], required: true, description: 'Any of these statuses.' }),
  }),
});

const RateDueCriterion = builder.inputType('RateDueCriterion', {
  description: 'A rate and the days between which it is due, both included.',
  fields: (t) => ({
    indicator: t.field({ type: Indicator, required: true, description: 'Which rate.' }),
    from: t.field({ type: 'Date', description: 'First day.' }),
    to: t.field({ type: 'Date', description: 'Last day.' }),
    withinMonths: t.int({
      description:
        'Months, 1 to 600. From the as-of day to so many months later; instead of the two days.',
    }),
  }),
});

const RateChangeCriterion = builder.inputType('RateChangeCriterion', {
  description:
    'A rate and how it went from the cohort of the year before, at 95 %: both cohorts publish it, and no break in series is between them.',
  fields: (t) => ({
    indicator: t.field({ type: Indicator, required: true, description: 'Which rate.' }),
    anyOf: t.field({
      type: [ChangeVerdict],
      required: true,
      description: 'Any of these verdicts.',
    }),
    maximumQ: t.float({
      description:
        'Share, 0 to 1. Only changes with this q-value or less, among all changes of the rate in the register.',
    }),
  }),
});

type InputFields = PothosSchemaTypes.InputFieldBuilder<
  typeof builder.$inferSchemaTypes,
  'InputObject'
>;

/** Fields of an input: what is asked of one cohort, but for its year. */
export function rateCriteria(t: InputFields) {
  return {
    certified: t.field({ type: IntRange, description: 'Heads. Number of certified.' }),
    certifiedThroughVae: t.field({
      type: IntRange,
      description: 'Heads. Number of certified through validation of experience.',
    }),
    has: t.field({ type: [Indicator], description: 'Publishes all these rates.' }),
    lacks: t.field({ type: [Indicator], description: 'Publishes none of these rates.' }),
    rateStatus: t.field({
      type: RateStatusCriterion,
      description: 'Has a rate of one of these statuses on the as-of day.',
    }),
    rateDue: t.field({ type: RateDueCriterion, description: 'Has a rate that is due then.' }),
    rateChange: t.field({ type: RateChangeCriterion, description: 'Has a rate that went so.' }),
  };
}

/** What an input asks of one cohort. */
interface CriteriaInput {
  readonly certified?: typeof IntRange.$inferInput | null | undefined;
  readonly certifiedThroughVae?: typeof IntRange.$inferInput | null | undefined;
  readonly has?: readonly InsertionIndicator[] | null | undefined;
  readonly lacks?: readonly InsertionIndicator[] | null | undefined;
  readonly rateStatus?: RateIn<DisplayedRateStatus> | null | undefined;
  readonly rateDue?: typeof RateDueCriterion.$inferInput | null | undefined;
  readonly rateChange?:
    | (RateIn<Verdict> & { readonly maximumQ?: number | null | undefined })
    | null
    | undefined;
}

interface RateIn<Value> {
  readonly indicator: InsertionIndicator;
  readonly anyOf: readonly Value[];
}

/**
 * What an input asks of one cohort, its ranges checked.
 *
 * - Throws `BadUserInputError` for a range that ends before it begins, and for a rate that is to be
 *   published and not to be.
 */
export function cohortCriteria(
  input: CriteriaInput,
  years: AskedYears,
  view: DayView,
): Required<CohortCriteria> {
  const { has, lacks, rateStatus, rateDue, rateChange } = input;
  const both = has?.find((indicator) => lacks?.includes(indicator));
  if (both) {
    throw new BadUserInputError({
      en: `has and lacks: both name ${both}, and no cohort publishes a rate and does not: name it in one of them`,
      fr: `has et lacks nomment tous deux ${both}, et aucune cohorte ne publie un taux sans le publier : nommez-le dans l’un des deux`,
    });
  }
  return {
    cohortYear: yearsOf(years, view),
    certified: rangeOf('certified', input.certified),
    certifiedThroughVae: rangeOf('certifiedThroughVae', input.certifiedThroughVae),
    ...{ has, lacks },
    rateChange: rateChange && { ...rateChange, maximumQ: checkedMaximumQ(rateChange.maximumQ) },
    // A suppressed figure is not shown, and never stored as such: nothing has that status.
    rateStatus: rateStatus && {
      ...rateStatus,
      anyOf: rateStatus.anyOf.filter((status) => status !== 'SUPPRESSED'),
    },
    rateDue: rateDue && { indicator: rateDue.indicator, ...dueOf(rateDue, view.day) },
  };
}

/** The days between which a rate is due: named, or counted in months from the as-of day. */
function dueOf(
  { from, to, withinMonths: months }: typeof RateDueCriterion.$inferInput,
  asOf: PlainDate,
): Range<PlainDate> {
  if (months == null) return checkedRange<PlainDate, Range<PlainDate>>('rateDue', { from, to });
  if (from != null || to != null) {
    throw new BadUserInputError({
      en: 'rateDue: withinMonths stands instead of from and to: give one',
      fr: 'rateDue : withinMonths remplace from et to : donnez l’un ou les autres',
    });
  }
  return { from: asOf, to: addMonths(asOf, checkedMonths('rateDue.withinMonths', months)) };
}
