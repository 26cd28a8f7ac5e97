import { addMonths, type PlainDate } from '../calendar.ts';

/** Where a registration stands on its way to renewal, on a day. */
export const RENEWAL_STAGES = [
  'UNKNOWN_END',
  'NOT_OPEN',
  'WATCH',
  'FILE_NOW',
  'LATE',
  'ENDED',
] as const;

export type RenewalStage = (typeof RENEWAL_STAGES)[number];

/** Cohorts with a published global rate at 6 months that a renewal request is examined on. */
export const USUAL_COHORTS = 2;

/** Months before the end from which it is watched. */
export const WATCH_MONTHS = 12;
/** Months before the end by which it is recommended to have filed, and by which at the latest. */
export const RECOMMENDED_MONTHS = 8;
const LATEST_MONTHS = 7;

/** The days of a renewal; all null when the end of the registration is not known. */
export interface RenewalDays {
  readonly watchOpensOn: PlainDate | null;
  /** Last day recommended for filing: eight months before the end. */
  readonly fileBy: PlainDate | null;
  /** Last day for filing: seven months before the end. */
  readonly fileAtLatest: PlainDate | null;
  readonly lastActiveDay: PlainDate | null;
  readonly stage: RenewalStage;
}

/**
 * The days of the renewal of a registration that ends on a day, and the stage on the as-of day.
 *
 * - Without an end date all days are null and the stage is `UNKNOWN_END`.
 * - Source: docs/method.md#renewal.
 *
 * @example renewalDays('2023-07-08', …).fileBy // '2022-11-08'
 */
export function renewalDays(endsOn: PlainDate | null, asOf: PlainDate): RenewalDays {
  if (endsOn === null) {
    const unknown = { watchOpensOn: null, fileBy: null, fileAtLatest: null, lastActiveDay: null };
    return { ...unknown, stage: 'UNKNOWN_END' };
  }
  const days = {
    watchOpensOn: addMonths(endsOn, -WATCH_MONTHS),
    fileBy: addMonths(endsOn, -RECOMMENDED_MONTHS),
    fileAtLatest: addMonths(endsOn, -LATEST_MONTHS),
    lastActiveDay: endsOn,
  };
  return { ...days, stage: stageOf(days, asOf) };
}

function stageOf(
  days: Readonly<Record<'watchOpensOn' | 'fileBy' | 'fileAtLatest' | 'lastActiveDay', PlainDate>>,
  asOf: PlainDate,
): RenewalStage {
  if (asOf > days.lastActiveDay) return 'ENDED';
  if (asOf > days.fileAtLatest) return 'LATE';
  if (asOf > days.fileBy) return 'FILE_NOW';
  return asOf >= days.watchOpensOn ? 'WATCH' : 'NOT_OPEN';
}

/** Whether the recommended last day of filing of a registration has passed on a day. */
export function isFilingPassed(endsOn: PlainDate | null, asOf: PlainDate): boolean {
  return endsOn !== null && addMonths(endsOn, -RECOMMENDED_MONTHS) < asOf;
}
