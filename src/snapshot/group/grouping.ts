import type { Dimension } from '../../domain/insertion/dimension.ts';
import type { DayView } from '../day-view.ts';
import type { Sized } from '../memo.ts';
import { type DimensionColumn, dimensionColumn } from './dimension-column.ts';

/** The groups that units are in: one for each combination of their values. */
export interface Grouping extends Sized {
  /** Groups of unit i are those from `offset[i]` up to `offset[i + 1]` of `group`. */
  readonly offset: Int32Array;
  readonly group: Int32Array;
  readonly count: number;
  readonly columns: readonly DimensionColumn[];
  /** The value of each group, dimension by dimension. */
  readonly values: readonly ArrayLike<number>[];
}

/** What is grouped: certifications, or cohorts where groups are by year. */
export type Unit = 'CERTIFICATION' | 'COHORT';

/** Groups of the whole register beyond which they are made anew, of what a mask keeps alone. */
const MOST_REMEMBERED = 50_000;

/** What is grouped by what. */
export interface GroupingRequest {
  readonly unit: Unit;
  readonly dimensions: readonly Dimension[];
  /** Whether a unit is looked at. */
  readonly isKept: (unit: number) => boolean;
  /** The most groups that it may make. */
  readonly most: number;
}

/**
 * The groups of certifications or cohorts by some dimensions: of at least those that are looked at.
 * null when these make too many groups.
 */
export function groupingOf(view: DayView, request: GroupingRequest): Grouping | null {
  const { unit, dimensions, isKept, most } = request;
  const whole = wholeGrouping(view, unit, dimensions);
  if (whole) return whole;
  let grouping: Grouping | null = together(unitsOf(view, unit), isKept);
  for (const dimension of dimensions) {
    grouping &&= dividedBy(view, grouping, { unit, dimension, most });
  }
  return grouping;
}

/** The groups of the whole register, remembered; null when they are too many for that. */
function wholeGrouping(
  view: DayView,
  unit: Unit,
  dimensions: readonly Dimension[],
): Grouping | null {
  const last = dimensions.at(-1);
  const memo = dimensions.includes('ACTIVE') ? view.memo : view.snapshotMemo;
  const { grouping } = memo.of(`${unit} by ${dimensions.join(' ')}`, () => {
    if (last === undefined) return { grouping: together(unitsOf(view, unit)) };
    const before = wholeGrouping(view, unit, dimensions.slice(0, -1));
    const step = { unit, dimension: last, most: MOST_REMEMBERED };
    return { grouping: before && dividedBy(view, before, step) };
  });
  return grouping;
}

function unitsOf({ snapshot }: DayView, unit: Unit): number {
  return (unit === 'COHORT' ? snapshot.cohorts : snapshot.certifications).count;
}

/** Groups divided by one more dimension; null when there are too many. */
function dividedBy(view: DayView, before: Grouping, { unit, dimension, most }: Step) {
  const isOfCohort = unit === 'COHORT' && dimension !== 'YEAR';
  const rows = isOfCohort ? view.snapshot.cohorts.certification : null;
  const grouping = divided(before, dimensionColumn(view, dimension), rows, most);
  return grouping.count > most ? null : grouping;
}

interface Step {
  readonly unit: Unit;
  readonly dimension: Dimension;
  readonly most: number;
}

/** The keys of a group, one for each dimension, as text; null = not known. */
export function keysOf({ columns, values }: Grouping, group: number): (string | null)[] {
  return columns.map(({ keyOf }, place) => keyOf(values[place]?.[group] ?? 0));
}

/** A number that sorts as the key of a group by one of its dimensions does; NaN = not known. */
export function keyRank({ values }: Grouping, group: number, dimension: number): number {
  // Values are in the order of their keys.
  return values[dimension]?.[group] || Number.NaN;
}

/** All units, or those that are looked at, in one group. */
export function together(units: number, isKept: (unit: number) => boolean = () => true): Grouping {
  const offset = new Int32Array(units + 1);
  for (let unit = 0; unit < units; unit++) {
    offset[unit + 1] = (offset[unit] ?? 0) + Number(isKept(unit));
  }
  const group = new Int32Array(offset[units] ?? 0);
  return { ...{ offset, group, count: 1, columns: [], values: [] }, bytes: 8 * units };
}

/**
 * Groups divided by the values of one more dimension. `rows`: the row of the column that is looked at
 * for each unit, null when it is the unit itself. Past `most` groups units are left out.
 */
export function divided(
  before: Grouping,
  column: DimensionColumn,
  rows: Int32Array | null,
  most = Number.POSITIVE_INFINITY,
): Grouping {
  const numbers = new Numbers(before.count, column.size);
  const { values: of } = column;
  const units = before.offset.length - 1;
  const offset = new Int32Array(units + 1);
  const group: number[] = [];
  for (let unit = 0; unit < units && numbers.values.length <= most; unit++) {
    const row = rows ? (rows[unit] ?? 0) : unit;
    const from = of.of === 'LIST' ? (of.offset[row] ?? 0) : row;
    const to = of.of === 'LIST' ? (of.offset[row + 1] ?? 0) : row + 1;
    for (let at = before.offset[unit] ?? 0; at < (before.offset[unit + 1] ?? 0); at++) {
      for (let place = from; place < to; place++) {
        group.push(numbers.of(before.group[at] ?? 0, of.value[place] ?? 0));
      }
    }
    offset[unit + 1] = group.length;
  }
  const { parents, values } = numbers;
  return {
    ...{ offset, group: Int32Array.from(group), count: values.length },
    columns: [...before.columns, column],
    values: [...before.values.map((known) => parents.map((parent) => known[parent] ?? 0)), values],
    bytes: 4 * (offset.length + group.length) + 8 * values.length * (before.values.length + 1),
  };
}

/** Up to so many pairs are looked up in a table, which is several times faster than a map. */
const LARGEST_TABLE = 1_000_000;

/** Numbers pairs of a group and a value in the order in which they are met. */
class Numbers {
  readonly parents: number[] = [];
  readonly values: number[] = [];
  readonly #size: number;
  readonly #table: Int32Array | null;
  readonly #map = new Map<number, number>();

  constructor(groups: number, size: number) {
    this.#size = size;
    this.#table = groups * size <= LARGEST_TABLE ? new Int32Array(groups * size) : null;
  }

  of(parent: number, value: number): number {
    const pair = parent * this.#size + value;
    // One more than the number: 0 stands for a pair that was not met.
    const known = this.#table ? this.#table[pair] : this.#map.get(pair);
    if (known) return known - 1;
    this.parents.push(parent);
    this.values.push(value);
    if (this.#table) this.#table[pair] = this.values.length;
    else this.#map.set(pair, this.values.length);
    return this.values.length - 1;
  }
}
