import { checkedRange, type Range } from '../../domain/range.ts';
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
