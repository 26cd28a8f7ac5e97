import { type PlainDate, parisDate } from '../domain/calendar.ts';

/** How a refresh is repeated. Durations in milliseconds. */
export interface Schedule {
  /** Time of day in Paris, `HH:MM`. */
  readonly at: string;
  /** Each day it is up to so much later, so that not all servers ask at one moment. */
  readonly jitterMs: number;
  /** Until a failed one is tried again the first time, twice as long after each further failure. */
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
}

const HOUR_MS = 3_600_000;

/** A schedule for a time of day, `HH:MM` in Paris. */
export function dailyAt(at: string): Schedule {
  return { at, jitterMs: HOUR_MS / 2, firstRetryMs: HOUR_MS / 12, longestRetryMs: 4 * HOUR_MS };
}

/** Whether a text is a time of day, `00:00` to `23:59`. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/**
 * When the next refresh is due.
 *
 * - failures: refreshes that failed since the last one that did not.
 * - random: from 0 to below 1, anew for each call.
 */
export function nextRefresh(
  schedule: Schedule,
  now: Date,
  { failures, random }: { readonly failures: number; readonly random: number },
): Date {
  const daily = new Date(nextTimeOfDay(now, schedule.at).getTime() + random * schedule.jitterMs);
  if (failures === 0) return daily;
  const growing = schedule.firstRetryMs * 2 ** Math.min(failures - 1, 30);
  // Half of it at least, so that many that failed together do not come back together.
  const retryMs = Math.min(growing, schedule.longestRetryMs) * (1 - random / 2);
  const retry = new Date(now.getTime() + retryMs);
  return retry < daily ? retry : daily;
}

/**
 * The first instant after `now` at which clocks in Paris show a time of day, `HH:MM`. One that a day
 * has twice counts the first time; one that it does not have is an hour later.
 */
export function nextTimeOfDay(now: Date, at: string): Date {
  const today = parisDate(now);
  const tomorrow = parisDate(new Date(Date.parse(`${today}T12:00:00Z`) + 24 * HOUR_MS));
  const first = atTimeOfDay(today, at);
  return first > now ? first : atTimeOfDay(tomorrow, at);
}

const PARIS_TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The instant at which clocks in Paris show a time on a day. */
function atTimeOfDay(day: PlainDate, at: string): Date {
  // Summer time is two hours before UTC, winter time one.
  const summer = new Date(`${day}T${at}:00+02:00`);
  return PARIS_TIME.format(summer) === at ? summer : new Date(`${day}T${at}:00+01:00`);
}
