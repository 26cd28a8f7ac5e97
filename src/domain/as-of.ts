import { type PlainDate, parsePlainDate } from './calendar.ts';
import { BadUserInputError } from './errors.ts';

/** Before this day there was no register, and no cohort can be spoken of. */
const FIRST = parsePlainDate('1990-01-01');
/** The end of the next century. */
const LAST = parsePlainDate('2200-12-31');

/**
 * An as-of day, as it was given.
 *
 * - Throws `BadUserInputError` for a day before 1990 or after 2200.
 */
export function checkedAsOf(day: PlainDate): PlainDate {
  if (day >= FIRST && day <= LAST) return day;
  throw new BadUserInputError({
    en: `asOf: ${day} is not accepted: give a day from ${FIRST} to ${LAST}, or none for today`,
    fr: `asOf : ${day} n’est pas accepté : donnez un jour du ${FIRST} au ${LAST}, ou aucun pour aujourd’hui`,
  });
}
