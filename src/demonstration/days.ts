import type { PlainDate } from '../domain/calendar.ts';

/** The day `days` later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const moved = new Date(Date.UTC(year, month - 1, day + days));
  return moved.toISOString().slice(0, 10) as PlainDate;
}

/** The first of two days. */
export function earlier(one: PlainDate, other: PlainDate): PlainDate {
  if (one < other) return one;
  return other;
}
