import { BadUserInputError } from './errors.ts';

/** Inclusive at both ends; a missing end is open. */
export interface Range<T> {
  readonly from?: T | null | undefined;
  readonly to?: T | null | undefined;
}

/**
 * The range of an argument, as it was given.
 *
 * - Throws `BadUserInputError` when it ends before it begins: nothing could be in it.
 */
export function checkedRange<T extends string | number, R extends Range<T>>(
  argument: string,
  range: R,
): R {
  const { from, to } = range;
  if (from == null || to == null || from <= to) return range;
  const given = `{ from: ${JSON.stringify(from)}, to: ${JSON.stringify(to)} }`;
  throw new BadUserInputError({
    en: `${argument}: ${given} ends before it begins: give a from that is not after to`,
    fr: `${argument} : ${given} finit avant de commencer : donnez un from qui n’est pas après to`,
  });
}

/** Whether a number lies in a range; what is not known lies in an open one only. */
export function isWithin(value: number | null, range: Range<number> | null | undefined): boolean {
  if (range?.from == null && range?.to == null) return true;
  if (value === null) return false;
  return value >= (range.from ?? -Infinity) && value <= (range.to ?? Infinity);
}

/** The most months ahead that can be asked for. */
export const MAX_MONTHS = 600;

/**
 * A number of months ahead, as it was given.
 *
 * - Throws `BadUserInputError` when it is not a whole number from 1 to 600.
 */
export function checkedMonths(argument: string, months: number): number {
  if (Number.isInteger(months) && months >= 1 && months <= MAX_MONTHS) return months;
  throw new BadUserInputError({
    en: `${argument}: ${months} is not accepted: give a whole number of months from 1 to ${MAX_MONTHS}`,
    fr: `${argument} : ${months} n’est pas accepté : donnez un nombre entier de mois, de 1 à ${MAX_MONTHS}`,
  });
}
