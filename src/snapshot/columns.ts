import type { PlainDate } from '../domain/calendar.ts';

/** A whole number or a day that is not known. */
export const NONE = -1;

/** Whole numbers by row, −1 = not known. */
export type Ints = Int32Array;

/** Days by row as yyyymmdd, −1 = not known: they compare as numbers. */
export type Days = Int32Array;

/** Yes, no, or −1 = not known. */
export type Flags = Int8Array;

/** Texts by row; equal ones are one text in memory. */
export type Texts<Text extends string = string> = readonly (Text | null)[];

/** A day as a number, yyyymmdd; −1 for an unknown one. */
export function dayNumber(day: PlainDate | null): number {
  if (day === null) return NONE;
  return (
    Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10))
  );
}

const knownDays = new Map<number, PlainDate>();

/** The day of a number, null for −1. */
export function dayOf(number: number | undefined): PlainDate | null {
  if (number === undefined || number === NONE) return null;
  const known = knownDays.get(number);
  if (known !== undefined) return known;
  const digits = String(number).padStart(8, '0');
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` as PlainDate;
  knownDays.set(number, day);
  return day;
}

/** A whole number as the world has it: null for −1. */
export function intOf(number: number | undefined): number | null {
  return number === undefined || number === NONE ? null : number;
}

/** A flag as the world has it: null for −1. */
export function flagOf(flag: number | undefined): boolean | null {
  return flag === undefined || flag === NONE ? null : flag === 1;
}

/** A rate as the world has it: null for NaN. */
export function rateOf(rate: number | undefined): number | null {
  return rate === undefined || Number.isNaN(rate) ? null : rate;
}

/** Several numbers for each row (compressed rows): those of row i are `value[offset[i] … offset[i + 1]]`. */
export interface Lists {
  readonly offset: Int32Array;
  readonly value: Int32Array;
}

/** What orders appended rows by their parent and keeps their order otherwise. */
export interface Grouped {
  /** Rows of parent i are those from `offset[i]` up to `offset[i + 1]`. */
  readonly offset: Int32Array;
  /** Row i of the result was appended as number `order[i]`. */
  readonly order: Int32Array;
}

/** Orders rows by parent, 0 … parents − 1, by counting: rows of one parent stay in their order. */
export function groupByParent(parent: ArrayLike<number>, parents: number): Grouped {
  const offset = new Int32Array(parents + 1);
  for (let row = 0; row < parent.length; row++) {
    const at = (parent[row] ?? 0) + 1;
    offset[at] = (offset[at] ?? 0) + 1;
  }
  for (let at = 0; at < parents; at++) offset[at + 1] = (offset[at + 1] ?? 0) + (offset[at] ?? 0);
  const next = offset.slice();
  const order = new Int32Array(parent.length);
  for (let row = 0; row < parent.length; row++) {
    const of = parent[row] ?? 0;
    const place = next[of] ?? 0;
    order[place] = row;
    next[of] = place + 1;
  }
  return { offset, order };
}

/** The rows that hold each value: `lists` turned round. */
export function inverse({ offset, value }: Lists, values: number): Lists {
  const rowOf = new Int32Array(value.length);
  for (let row = 0; row + 1 < offset.length; row++) {
    rowOf.fill(row, offset[row], offset[row + 1]);
  }
  const { offset: byValue, order } = groupByParent(value, values);
  return { offset: byValue, value: order.map((at) => rowOf[at] ?? 0) };
}
