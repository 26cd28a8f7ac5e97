import type { Bilingual } from '../bilingual.ts';
import type { StatusCount } from '../insertion/insertion-summary.ts';
import type { InsertionIndicator } from '../rate/indicator.ts';
import type { EmptyReason } from './empty-reason.ts';

/** What rows of a list are. */
export type ListNoun =
  | 'CERTIFICATIONS'
  | 'COHORTS'
  | 'BLOCKS'
  | 'CERTIFIERS'
  | 'CODES'
  | 'FINDINGS'
  | 'GROUPS'
  | 'PARTNERS';

/**
 * Whether rows meet a condition alone. `VOID`: it is valid and no row does. `SOURCE_AWAY`: no row
 * does, for what would carry it was not imported. `UNKNOWN`: the register does not have the code.
 */
export type ConditionState = 'MET_BY_SOME' | 'VOID' | 'SOURCE_AWAY' | 'UNKNOWN';

/** One condition of an empty list. */
export interface EmptyCondition {
  /** Path of the argument: `certification.levels`; `report.…` for what a report always asks. */
  readonly condition: string;
  /** As it was given; long lists and texts are cut. */
  readonly given: unknown;
  readonly state: ConditionState;
  /** Rows. Those that meet it, whatever the others ask; null where that has no sense. */
  readonly alone: number | null;
  /** Rows. Those of the list asked without it; null where that was not looked at. */
  readonly remainingWithout: number | null;
  /** Codes or choices that leave something in its place, nearest first. */
  readonly nearest: readonly string[];
  /** The range that exists among what remains without it; null for what is no range. */
  readonly exists: {
    readonly from: number | string;
    readonly to: number | string;
  } | null;
}

/** Conditions which left out together leave something. */
export interface LeaveOut {
  readonly conditions: readonly string[];
  /** Rows. */
  readonly remaining: number;
}

/** Cohorts by the status of a rate that none of them has. */
export interface EmptyFigure {
  readonly indicator: InsertionIndicator;
  readonly statuses: readonly StatusCount[];
}

/** Why a list has no rows, or its rows no figure. */
export interface EmptyAnswer {
  readonly reason: EmptyReason;
  readonly message: Bilingual;
  readonly of: ListNoun;
  /** Rows. Those of the list before any condition. */
  readonly rows: number;
  readonly conditions: readonly EmptyCondition[];
  /** The fewest conditions to leave out for something to remain; those that leave most first. */
  readonly leaveOut: readonly LeaveOut[];
  /** Of `NO_FIGURE`. */
  readonly figures: readonly EmptyFigure[];
}

/** Items of a list, and characters of a text, that are repeated of what was given. */
const MOST_ITEMS = 8;
const MOST_CHARACTERS = 100;

/** What was given, bounded: long lists and texts are cut and end with an ellipsis. */
export function cutGiven(given: unknown): unknown {
  if (typeof given === 'string') {
    return given.length <= MOST_CHARACTERS
      ? given
      : `${given.slice(0, MOST_CHARACTERS).toWellFormed()}…`;
  }
  if (Array.isArray(given)) {
    const items = given.slice(0, MOST_ITEMS).map(cutGiven);
    return given.length > MOST_ITEMS ? [...items, '…'] : items;
  }
  if (typeof given !== 'object' || given === null) return given ?? null;
  return Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value != null)
      .map(([name, value]) => [name, cutGiven(value)]),
  );
}
