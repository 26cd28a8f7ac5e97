import type { PlainDate } from '../calendar.ts';
import { type ActivityPeriod, isActiveOn } from '../certification/activity.ts';
import { type RegisterCode, registerOf } from '../certification/register-code.ts';
import { lastOverdueYear } from '../rate/rate-status.ts';
import { givesRate, isPlausible, type QualityCohort } from './cohort-quality.ts';
import type { Remark } from './finding.ts';
import type { RefusedParts } from './refused-parts.ts';

/** A certification with its statistics, as the rules see them. */
export interface QualityStatistics extends ActivityPeriod {
  readonly code: RegisterCode;
  readonly registrationType: 'BY_LAW' | 'ON_REQUEST' | null;
  /** One for each year, in any order. */
  readonly cohorts: readonly QualityCohort[];
  /** What was given and could not be read, each a finding of its own: it is not missing. */
  readonly refused: RefusedParts;
  /**
   * Whether a figure of it changed in a publication of the last 24 months, or it came to the register in
   * them; null = the history of publications does not reach back so far.
   */
  readonly figuresChanged: boolean | null;
}

/** Months within which statistics are to be sent (art. R. 6113-15). */
export const DUTY_MONTHS = 24;

/** Years after which the newest cohort with a rate is likely stale: two of the duty, two of delay. */
const STALE_YEARS = 4;

/** Whether the body sends statistics every two years (art. R. 6113-15). */
function owesStatistics(record: QualityStatistics, day: PlainDate): boolean {
  const { code, registrationType } = record;
  return (
    registerOf(code) === 'RNCP' && registrationType === 'ON_REQUEST' && isActiveOn(record, day)
  );
}

/** No figure changed in any publication of the last 24 months. */
export function statisticsNotUpdated(record: QualityStatistics, day: PlainDate): Remark[] {
  if (!owesStatistics(record, day) || record.refused.cohort) return [];
  if (record.figuresChanged !== false) return [];
  return [
    {
      rule: 'STATISTICS_NOT_UPDATED',
      element: 'STATISTIQUES_PROMOTIONS',
      given: null,
      message: `no figure changed in any publication of the last ${DUTY_MONTHS} months: for a certification registered on request, statistics are to be sent at least every two years`,
    },
  ];
}

/**
 * The newest published global rate is of a cohort of more than four years before. Where history reaches
 * back far enough, `statisticsNotUpdated` tells instead.
 */
export function statisticsLikelyStale(record: QualityStatistics, day: PlainDate): Remark[] {
  if (!owesStatistics(record, day) || record.refused.cohort) return [];
  if (record.figuresChanged !== null) return [];
  const years = record.cohorts
    .filter((cohort) => givesRate(cohort, 'GLOBAL_6_MONTHS'))
    .map(({ year }) => year);
  if (years.length === 0) return [];
  const newest = Math.max(...years);
  if (newest >= Number(day.slice(0, 4)) - STALE_YEARS) return [];
  return [
    {
      rule: 'STATISTICS_LIKELY_STALE',
      element: 'STATISTIQUES_PROMOTIONS',
      given: newest,
      message: `the newest cohort with a global rate at 6 months is that of ${newest}: for a certification registered on request, statistics are to be sent at least every two years`,
    },
  ];
}

/** Years without a line, between two cohorts or since the newest, whose rate would be overdue. */
export function missingCohortYears(
  record: QualityStatistics,
  day: PlainDate,
  graceMonths: number,
): Remark[] {
  // One whose year could not be read may be of any of them.
  if (!owesStatistics(record, day) || record.refused.cohort) return [];
  const years = new Set(
    record.cohorts.map(({ year }) => year).filter((year) => isPlausible(year, day)),
  );
  const last = lastOverdueYear('GLOBAL_6_MONTHS', day, graceMonths);
  const missing: number[] = [];
  for (let year = Math.min(...years); year <= last; year++) {
    if (!years.has(year)) missing.push(year);
  }
  if (missing.length === 0) return [];
  const list = missing.join(', ');
  return [
    {
      rule: 'MISSING_COHORT_YEARS',
      element: 'STATISTIQUES_PROMOTIONS',
      given: list,
      message: `there is no cohort of ${list}, whose rate at 6 months would be overdue: a line is expected for each year, with 0 certified if nobody was`,
    },
  ];
}
