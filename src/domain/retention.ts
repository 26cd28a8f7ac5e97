import { addMonths, daysBetween, type PlainDate } from './calendar.ts';

/** What cannot be done with a publication; the message says why, and what can. */
export class RetentionError extends Error {
  override readonly name = 'RetentionError';
}

/** Which publications are kept: so many, and the last of each day, month and year of so many. */
export interface KeepRule {
  /** Publications. */
  readonly last: number;
  readonly days: number;
  readonly months: number;
  readonly years: number;
}

const UNITS = { '': 'last', d: 'days', m: 'months', y: 'years' } as const;

/**
 * Reads a rule: `10` the last ten publications, `30d` the last one of each of the last 30 days, `24m`
 * of each of the last 24 months, `10y` of each of the last ten years; several between commas.
 *
 * - Throws `RetentionError` naming what was given and what is accepted.
 */
export function parseKeepRule(text: string): KeepRule {
  const rule = { last: 0, days: 0, months: 0, years: 0 };
  for (const part of text.split(',')) {
    const [, number, unit = ''] = /^\s*(\d{1,4})([dmy]?)\s*$/.exec(part) ?? [];
    if (number === undefined) {
      throw new RetentionError(
        `--keep is ${JSON.stringify(text)}: numbers between commas are accepted, of publications (10), days (30d), months (24m) and years (10y), for example 30d,24m,10y`,
      );
    }
    rule[UNITS[unit as keyof typeof UNITS]] = Number(number);
  }
  return rule;
}

/** A publication and the day it stands for. */
export interface DatedPublication {
  readonly id: number;
  readonly datedOn: PlainDate;
}

/**
 * The numbers of the publications that a rule keeps, in any order of the list. The newest is always
 * among them.
 */
export function keptByRule(
  publications: readonly DatedPublication[],
  { last, days, months, years }: KeepRule,
  today: PlainDate,
): ReadonlySet<number> {
  const newestFirst = publications.toSorted((a, b) => b.id - a.id);
  const kept = new Set(newestFirst.slice(0, Math.max(1, last)).map(({ id }) => id));
  const keepLastOfEach = (
    periodOf: (day: PlainDate) => string,
    isRecent: (day: PlainDate) => boolean,
  ) => {
    const seen = new Set<string>();
    for (const { id, datedOn } of newestFirst) {
      const period = periodOf(datedOn);
      if (!isRecent(datedOn) || seen.has(period)) continue;
      seen.add(period);
      kept.add(id);
    }
  };
  // Months and years begin at their first day: this one counts as the first of them.
  const from = (count: number) => addMonths(firstOf(today), 1 - count);
  keepLastOfEach(
    (day) => day,
    (day) => daysBetween(day, today) < days,
  );
  keepLastOfEach(
    (day) => day.slice(0, 7),
    (day) => months > 0 && day >= from(months),
  );
  keepLastOfEach(
    (day) => day.slice(0, 4),
    (day) => Number(today.slice(0, 4)) - Number(day.slice(0, 4)) < years,
  );
  return kept;
}

function firstOf(day: PlainDate): PlainDate {
  return `${day.slice(0, 7)}-01` as PlainDate;
}
