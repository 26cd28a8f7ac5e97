import { checkedAsOf } from '../domain/as-of.ts';
import type { PlainDate } from '../domain/calendar.ts';

/** Description of an argument `asOf`. */
export const AS_OF =
  'The day the answer is for, from 1990 to 2200: it decides what is active and which rates are due. Today in Paris when absent.';

/** The day that an answer is for: the one that was asked for, else today. */
export function asOfDay(asked: PlainDate | null | undefined, today: PlainDate): PlainDate {
  return asked ? checkedAsOf(asked) : today;
}
