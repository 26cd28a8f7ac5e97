import { BadUserInputError } from '../../domain/errors.ts';
import { checkedRange, type Range } from '../../domain/range.ts';
import { selectedYears } from '../../snapshot/cohort-years.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { builder } from './builder.ts';

export const DateRange = builder.inputType('DateRange', {
  description: 'Days from one to another, both included; an absent end is open.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'First day.' }),
    to: t.field({ type: 'Date', description: 'Last day.' }),
  }),
});

export const IntRange = builder.inputType('IntRange', {
  description: 'Whole numbers from one to another, both included; an absent end is open.',
  fields: (t) => ({
    from: t.int({ description: 'Smallest number.' }),
    to: t.int({ description: 'Largest number.' }),
  }),
});

/**
 * The range of an argument; none when it was not given.
 *
 * - Throws `BadUserInputError` when it ends before it begins.
 */
export function rangeOf<R extends Range<string> | Range<number>>(
  argument: string,
  range: R | null | undefined,
): R | null {
  return range ? checkedRange(argument, range as Range<string | number>) && range : null;
}

/** Years of cohorts as two arguments have them: the ends of a range, or a selection. */
export interface AskedYears {
  /** The name of the range. */
  readonly argument: string;
  readonly range: typeof IntRange.$inferInput | null | undefined;
  /** The name of the selection. */
  readonly selecting: string;
  readonly selection: string | null | undefined;
}

/**
 * The years of cohorts that are asked for on the day of a view; none when neither was given.
 *
 * - Throws `BadUserInputError` for a range that ends before it begins, and when both are given.
 */
export function yearsOf(
  { argument, range, selecting, selection }: AskedYears,
  view: DayView,
): Range<number> | null {
  if (selection == null) return rangeOf(argument, range);
  refuseBoth(argument, range, selecting);
  return selectedYears(view, selecting, selection);
}

/** Years as inputs name them: `cohortYear` or `cohortYears`. */
export function namedYears(
  input:
    | {
        readonly cohortYear?: AskedYears['range'];
        readonly cohortYears?: AskedYears['selection'];
      }
    | null
    | undefined,
): AskedYears {
  return {
    ...{ argument: 'cohortYear', range: input?.cohortYear },
    ...{ selecting: 'cohortYears', selection: input?.cohortYears },
  };
}

/** Refuses an argument that is given beside another one which stands for it. */
export function refuseBoth(argument: string, given: unknown, other: string): void {
  if (given == null) return;
  throw new BadUserInputError({
    en: `${argument} and ${other} cannot be given together: give one`,
    fr: `${argument} et ${other} ne se donnent pas ensemble : donnez l’un des deux`,
  });
}
