import { BadUserInputError } from './errors.ts';

/** A day without a time, `YYYY-MM-DD`, in Paris. Compares as text. */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const FRENCH = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/;
const DAY_IN_MILLISECONDS = 86_400_000;

const PARIS = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Europe/Paris',
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Days in a month of the Gregorian calendar; month 1 to 12. */
function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * The day of a year, month (1 to 12) and day, or null when there is no such day
 * (2023-02-29, month 13, year 0 or past 9999, half a day).
 */
export function plainDate(year: number, month: number, day: number): PlainDate | null {
  if (![year, month, day].every(Number.isInteger)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate;
}

/**
 * Reads an ISO day.
 *
 * - Throws `BadUserInputError` for anything that is not a real day written `YYYY-MM-DD`.
 */
export function parsePlainDate(text: string): PlainDate {
  const match = ISO.exec(text.trim());
  const date = match && plainDate(Number(match[1]), Number(match[2]), Number(match[3]));
  if (!date) {
    throw new BadUserInputError({
      en: `"${text}" is not a day: write YYYY-MM-DD, for example 2023-01-15`,
      fr: `« ${text} » n’est pas un jour : écrivez AAAA-MM-JJ, par exemple 2023-01-15`,
    });
  }
  return date;
}

/** Reads a French day, `dd/mm/yyyy` or `dd-mm-yyyy`; null when it is not one. */
export function parseFrenchDate(text: string): PlainDate | null {
  const match = FRENCH.exec(text.trim());
  return match ? plainDate(Number(match[4]), Number(match[3]), Number(match[1])) : null;
}

/**
 * The day `months` later (earlier when negative): one step, then clamped to the month's end.
 *
 * - Throws `BadUserInputError` past the years 1 to 9999, and for a fraction of a month.
 *
 * @example addMonths('2020-12-31', 6) // '2021-06-30'
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  const result = plainDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
  if (!result) {
    throw new BadUserInputError({
      en: `${months} months from ${date} is not a day: whole months within the years 1 to 9999 are accepted`,
      fr: `à ${months} mois du ${date} il n’y a pas de jour : des mois entiers sont acceptés, entre les années 1 et 9999`,
    });
  }
  return result;
}

/** The day so many days later; earlier when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  const later = new Date(Date.parse(date) + days * DAY_IN_MILLISECONDS);
  return later.toISOString().slice(0, 10) as PlainDate;
}

/** Days from one day to another: 1 from a day to the next one, negative backwards. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_IN_MILLISECONDS;
}

/**
 * The day in Paris at an instant. The instant is given: the domain has no clock.
 *
 * - Throws `RangeError` for an invalid instant and past the year 9999.
 */
export function parisDate(instant: Date): PlainDate {
  const hour = Math.floor(instant.getTime() / 3_600_000);
  const known = dayOfHour.get(hour);
  if (known) return known;
  const parts = PARIS.formatToParts(instant);
  const part = (type: 'year' | 'month' | 'day') =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  const date = plainDate(part('year'), part('month'), part('day'));
  if (!date) throw new RangeError(`${instant.toISOString()} is past the year 9999`);
  // Until 1911 Paris had a time of its own, whose days began within an hour.
  if (hour > HOURS_SINCE_1911) {
    if (dayOfHour.size >= MOST_HOURS) dayOfHour.clear();
    dayOfHour.set(hour, date);
  }
  return date;
}

/** Hours from 1970 to 1912, from when on days begin in Paris with an hour. */
const HOURS_SINCE_1911 = -508_000;

/**
 * Hours that were asked, of which there are few: every request asks for today and for the days of
 * what is served, and formatting takes longer than most else.
 */
const dayOfHour = new Map<number, PlainDate>();
const MOST_HOURS = 100;

/** The instant at which a day begins in Paris. */
export function parisMidnight(day: PlainDate): Date {
  // Summer time is two hours before UTC's midnight, winter time one.
  const summer = new Date(`${day}T00:00:00+02:00`);
  return parisDate(summer) === day ? summer : new Date(`${day}T00:00:00+01:00`);
}

/** `DD/MM/YYYY`, as in the attribution that the licence asks for. */
export function frenchDate(date: PlainDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}
