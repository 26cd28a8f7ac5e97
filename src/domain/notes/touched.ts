import type { PlainDate } from '../calendar.ts';
import type { Register, RegisterCode } from '../certification/register-code.ts';
import { isWithin } from '../range.ts';
import type { InsertionIndicator } from '../rate/indicator.ts';
import type { Note } from './note.ts';

/** What a figure is of: one of the three rates, or heads. */
export type FigureKind = InsertionIndicator | 'CERTIFIED';

/** A certification that figures are of. */
export interface NotedCertification {
  readonly register: Register;
  readonly code: RegisterCode;
}

/** A figure of one certification: over cohorts of some years, in any order. */
export interface NotedFigure extends NotedCertification {
  /** null = all figures of these cohorts together. */
  readonly kind: FigureKind | null;
  readonly years: readonly number[];
}

/** Whether a note is shown on a day. */
export function holdsOn({ startsOn, endsOn }: Note, day: PlainDate): boolean {
  return (startsOn === null || startsOn <= day) && (endsOn === null || day <= endsOn);
}

/** Whether a note is about figures of a certification. */
export function isAbout(
  { register, certificationCode }: Note,
  certification: NotedCertification,
): boolean {
  return (
    (register === null || register === certification.register) &&
    (certificationCode === null || certificationCode === certification.code)
  );
}

/** Whether a note is about figures of a kind; null = of any. Numbers of certified are of no rate. */
export function isOfKind({ indicator }: Note, kind: FigureKind | null): boolean {
  return indicator === null || kind === null || indicator === kind;
}

/** A cohort of the old series of a break, and one of the new; both marks touch a figure. */
const OLD = 1;
const NEW = 2;
export const TOUCHED = OLD | NEW;

/**
 * What a cohort of a year contributes to whether a note touches a figure: the marks of all its
 * cohorts, joined by `|`, are `TOUCHED` when it does. So a break in series touches figures of its own
 * year and those that reach over it, and any other note those with a cohort of its years.
 */
export function markOf({ kind, yearFrom, yearTo }: Note, year: number): number {
  if (kind === 'NOTE') return isWithin(year, { from: yearFrom, to: yearTo }) ? TOUCHED : 0;
  const first = yearFrom ?? Number.NaN;
  return (year <= first ? OLD : 0) | (year >= first ? NEW : 0);
}

/**
 * Whether a note touches a figure: by register, certification, indicator and years of cohorts. Whether
 * it is shown on a day is another question: `holdsOn`.
 *
 * - Source: docs/method.md#notes.
 */
export function touches(note: Note, { kind, years, ...certification }: NotedFigure): boolean {
  return (
    isAbout(note, certification) &&
    isOfKind(note, kind) &&
    years.reduce((marks, year) => marks | markOf(note, year), 0) === TOUCHED
  );
}

/** A change from the cohorts of one year to those of a later one. */
export interface YearsOfChange {
  readonly earlier: number;
  readonly later: number;
}

/**
 * Whether a note that is about figures of both years stops a change between them: a break in series
 * that begins after the earlier year and not after the later one.
 *
 * - Source: docs/method.md#notes.
 */
export function stopsChange({ kind, yearFrom }: Note, { earlier, later }: YearsOfChange): boolean {
  return kind === 'BREAK_IN_SERIES' && yearFrom !== null && earlier < yearFrom && yearFrom <= later;
}
