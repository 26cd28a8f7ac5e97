import { addMonths, type PlainDate } from '../calendar.ts';
import type { ActivityPeriod } from '../certification/activity.ts';
import type { Remark } from './finding.ts';

/** The dates of a registration, as the rules see them. */
export interface QualityRegistration extends ActivityPeriod {
  readonly decisionOn: PlainDate | null;
  readonly registrationYears: number | null;
}

/**
 * The register's flag says something else than its end date: Oui after the last active day, or
 * Non up to and including it. Without either of them there is nothing to say.
 */
export function flagAgainstEnd(
  { activeFlag, registrationEndsOn }: QualityRegistration,
  day: PlainDate,
): Remark[] {
  if (activeFlag === null || registrationEndsOn === null) return [];
  if (activeFlag === day <= registrationEndsOn) return [];
  return [
    {
      rule: 'ACTIVE_FLAG_CONTRADICTS_END',
      element: 'ACTIF',
      given: activeFlag ? 'Oui' : 'Non',
      message: activeFlag
        ? `flagged active after the registration ended on ${registrationEndsOn}: Non is expected from the day after`
        : `flagged inactive before the registration ends on ${registrationEndsOn}: Oui is expected up to and including that day`,
    },
  ];
}

/**
 * The end date is not the day of the decision, as many years later as the registration lasts.
 * Without one of the three there is nothing to say.
 */
export function endDateMismatch({
  registrationEndsOn,
  decisionOn,
  registrationYears,
}: QualityRegistration): Remark[] {
  if (registrationEndsOn === null || decisionOn === null || registrationYears === null) return [];
  const expected = yearsLater(decisionOn, registrationYears);
  if (expected === registrationEndsOn) return [];
  return [
    {
      rule: 'END_DATE_MISMATCH',
      element: 'DATE_FIN_ENREGISTREMENT',
      given: registrationEndsOn,
      message: `the registration ends on ${registrationEndsOn}, but the decision of ${decisionOn} and a duration of ${registrationYears} ${registrationYears === 1 ? 'year' : 'years'} give ${expected ?? 'no day of the calendar'}: one of the three is wrong`,
    },
  ];
}

/** The same day and month, years later; null past the calendar. */
function yearsLater(date: PlainDate, years: number): PlainDate | null {
  return Number(date.slice(0, 4)) + years > 9999 ? null : addMonths(date, 12 * years);
}
