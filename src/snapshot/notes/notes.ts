import type { PlainDate } from '../../domain/calendar.ts';
import {
  type Register,
  type RegisterCode,
  registerOf,
} from '../../domain/certification/register-code.ts';
import type { Change } from '../../domain/changes/change.ts';
import type { Note, NoteKind } from '../../domain/notes/note.ts';
import {
  type FigureKind,
  holdsOn,
  isAbout,
  isOfKind,
  markOf,
  type NotedFigure,
  stopsChange,
  TOUCHED,
  touches,
} from '../../domain/notes/touched.ts';
import type { PeerBoard } from '../../domain/peers/peer-board.ts';
import type { Range } from '../../domain/range.ts';
import { INSERTION_INDICATORS, type InsertionIndicator } from '../../domain/rate/indicator.ts';
import type { DayView } from '../day-view.ts';
import { latestCohortRows } from '../figures.ts';
import type { Snapshot } from '../snapshot.ts';

const NO_NOTES: readonly Note[] = [];

/**
 * The notes that touch a figure over some cohorts, of one certification or of several, by number.
 *
 * - `cohorts`: rows, in any order.
 * - `kind`: null = all figures of these cohorts together.
 */
export function notesOfCohorts(
  { notes, snapshot: { cohorts: all } }: DayView,
  cohorts: Iterable<number>,
  kind: FigureKind | null,
): readonly Note[] {
  if (notes.all.length === 0) return NO_NOTES;
  const marks = new Map<Note, number>();
  for (const cohort of cohorts) {
    const year = all.year[cohort] ?? 0;
    for (const note of notes.of(all.certification[cohort] ?? 0)) {
      if (!isOfKind(note, kind)) continue;
      marks.set(note, (marks.get(note) ?? 0) | markOf(note, year));
    }
  }
  return notes.all.filter((note) => marks.get(note) === TOUCHED);
}

/** The notes that touch a figure of one cohort, by number; null = of all its figures. */
export function notesOfCohort(
  view: DayView,
  cohort: number,
  kind: FigureKind | null,
): readonly Note[] {
  return view.notes.all.length === 0 ? NO_NOTES : notesOfCohorts(view, [cohort], kind);
}

/** The notes that touch a figure over all cohorts of some certifications, by number. */
export function notesOfLatest(
  view: DayView,
  certifications: Iterable<number>,
  { kind, lastCohorts }: { readonly kind: FigureKind | null; readonly lastCohorts: number | null },
): readonly Note[] {
  if (view.notes.all.length === 0) return NO_NOTES;
  return notesOfCohorts(view, rowsOf(view, certifications, lastCohorts), kind);
}

function* rowsOf(
  { snapshot }: DayView,
  certifications: Iterable<number>,
  lastCohorts: number | null,
): Generator<number> {
  for (const row of certifications) yield* latestCohortRows(snapshot, row, lastCohorts);
}

/** The notes that touch the rate of a certification, or that of one of its peers, by number. */
export function comparedNotes(
  view: DayView,
  board: PeerBoard,
  certification: number,
): readonly Note[] {
  if (view.notes.all.length === 0) return NO_NOTES;
  const { indicator: kind, lastCohorts } = board.rule;
  const compared = [certification, ...board.peersOf(certification)];
  return notesOfLatest(view, compared, { kind, lastCohorts });
}

/**
 * The break in series that stops the change of a rate to a cohort from the one of the year before; the
 * first of several, undefined when there is none.
 */
export function breakBefore(
  { notes, snapshot: { cohorts } }: DayView,
  cohort: number,
  indicator: InsertionIndicator,
): Note | undefined {
  if (notes.all.length === 0) return undefined;
  const later = cohorts.year[cohort] ?? 0;
  return notes
    .of(cohorts.certification[cohort] ?? 0)
    .find((note) => isOfKind(note, indicator) && stopsChange(note, { earlier: later - 1, later }));
}

/** Names the breaks in series that are shown on the day of a view: what depends on them is apart. */
export function breaksOf({ notes }: DayView): string {
  const breaks = notes.all.filter(({ kind }) => kind === 'BREAK_IN_SERIES');
  return breaks.map(({ id }) => id).join(' ');
}

/** Which notes are asked for. Absent = no restriction. */
export interface NoteFilter {
  readonly kinds?: readonly NoteKind[] | null | undefined;
  readonly register?: Register | null | undefined;
  readonly certification?: RegisterCode | null | undefined;
  readonly indicator?: InsertionIndicator | null | undefined;
  readonly cohortYear?: Range<number> | null | undefined;
}

/**
 * The notes that are shown on the day of a view and about what a filter names, by number: those about
 * all registers, certifications, indicators or years are about each of them.
 */
export function filteredNotes({ notes }: DayView, filter: NoteFilter): readonly Note[] {
  const { kinds, register, certification, indicator, cohortYear } = filter;
  return notes.all.filter(
    (note) =>
      (kinds == null || kinds.includes(note.kind)) &&
      (register == null || (registerOfNote(note) ?? register) === register) &&
      (certification == null ||
        isAbout(note, { code: certification, register: registerOf(certification) })) &&
      isOfKind(note, indicator ?? null) &&
      (note.yearFrom ?? -Infinity) <= (cohortYear?.to ?? Infinity) &&
      (note.yearTo ?? Infinity) >= (cohortYear?.from ?? -Infinity),
  );
}

/** The register that a note is about, by itself or by its certification; null = both. */
function registerOfNote({ register, certificationCode }: Note): Register | null {
  return register ?? (certificationCode === null ? null : registerOf(certificationCode));
}

/**
 * The notes that are shown on a day and touch the figure that changed, by number; none of a change that
 * is of no figure. The certification may have left the registers.
 */
export function notesOfChange(
  { notes }: Pick<Snapshot, 'notes'>,
  { certificationCode: code, cohortYear, field }: Change,
  day: PlainDate,
): readonly Note[] {
  if (notes.length === 0 || cohortYear === null) return NO_NOTES;
  const figure: NotedFigure = {
    ...{ register: registerOf(code), code, years: [cohortYear] },
    kind: INSERTION_INDICATORS.find((each) => each === field) ?? 'CERTIFIED',
  };
  return notes.filter((note) => holdsOn(note, day) && touches(note, figure));
}
