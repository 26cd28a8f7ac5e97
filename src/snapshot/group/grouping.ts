import type { Dimension } from '../../domain/insertion/dimension.ts';
import { inRanges, type Work } from '../../domain/work.ts';
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
export function* groupingOf(view: DayView, request: GroupingRequest): Work<Grouping | null> {
  const { unit, dimensions, isKept, most } = request;
  const whole = yield* wholeGrouping(view, unit, dimensions);
  if (whole) return whole;
  let grouping: Grouping | null = yield* together(unitsOf(view, unit), isKept);
  for (const dimension of dimensions) {
    grouping &&= yield* dividedBy(view, grouping, { unit, dimension, most });
  }
  return grouping;
}

/** The groups of the whole register, remembered; null when they are too many for that. */
function* wholeGrouping(
  view: DayView,
  unit: Unit,
  dimensions: readonly Dimension[],
): Work<Grouping | null> {
  const last = dimensions.at(-1);
  const memo = dimensions.includes('ACTIVE') ? view.memo : view.snapshotMemo;
  const { grouping } = yield* memo.work(`${unit} by ${dimensions.join(' ')}`, function* () {
    if (last === undefined) return { grouping: yield* together(unitsOf(view, unit)) };
    const before = yield* wholeGrouping(view, unit, dimensions.slice(0, -1));
    const step = { unit, dimension: last, most: MOST_REMEMBERED };
    return { grouping: before && (yield* dividedBy(view, before, step)) };
  });
  return grouping;
}

function unitsOf({ snapshot }: DayView, unit: Unit): number {
  return (unit === 'COHORT' ? snapshot.cohorts : snapshot.certifications).count;
}

/** Groups divided by one more dimension; null when there are too many. */
function* dividedBy(
  view: DayView,
  before: Grouping,
  { unit, dimension, most }: Step,
): Work<Grouping | null> {
  const isOfCohort = unit === 'COHORT' && dimension !== 'YEAR';
  const rows = isOfCohort ? view.snapshot.cohorts.certification : null;
  const column = yield* dimensionColumn(view, dimension);
  const grouping = yield* divided(before, column, rows, most);
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
export function* together(
  units: number,
  isKept: (unit: number) => boolean = () => true,
): Work<Grouping> {
  const offset = new Int32Array(units + 1);
  yield* inRanges(units, (from, to) => {
    for (let unit = from; unit < to; unit++) {
      offset[unit + 1] = (offset[unit] ?? 0) + Number(isKept(unit));
    }
  });
  const group = new Int32Array(offset[units] ?? 0);
  return { ...{ offset, group, count: 1, columns: [], values: [] }, bytes: 8 * units };
}

/**
 * Groups divided by the values of one more dimension. `rows`: the row of the column that is looked at
 * for each unit, null when it is the unit itself. Past `most` groups units are left out.
 */
export function* divided(
  before: Grouping,
  column: DimensionColumn,
  rows: Int32Array | null,
  most = Number.POSITIVE_INFINITY,
): Work<Grouping> {
  const division = new Division(before, column, rows);
  const units = before.offset.length - 1;
  for (let unit = 0; unit < units && division.count <= most; ) {
    if (unit > 0) yield;
    unit = division.divide(unit, most);
  }
  return yield* division.grouping();
}

/** Groups that units are put into at a time. */
const PIECE = 20_000;

/** Groups that are being divided: unit by unit, in their order. */
class Division {
  readonly #before: Grouping;
  readonly #column: DimensionColumn;
  readonly #rows: Int32Array | null;
  readonly #numbers: Numbers;
  readonly #offset: Int32Array;
  #group: Int32Array;
  #length = 0;

  constructor(before: Grouping, column: DimensionColumn, rows: Int32Array | null) {
    this.#before = before;
    this.#column = column;
    this.#rows = rows;
    this.#numbers = new Numbers(before.count, column.size);
    this.#offset = new Int32Array(before.offset.length);
    this.#group = new Int32Array(before.group.length + 1);
  }

  /** Groups that were met. */
  get count(): number {
    return this.#numbers.values.length;
  }

  /** Divides some of the units from one on, up to `most` groups; gives the one to go on with. */
  divide(first: number, most: number): number {
    const { offset, group } = this.#before;
    const { values: of } = this.#column;
    const units = offset.length - 1;
    const enough = this.#length + PIECE;
    const end = Math.min(units, first + PIECE);
    let unit = first;
    while (unit < end && this.#length < enough && this.count <= most) {
      const row = this.#rows ? (this.#rows[unit] ?? 0) : unit;
      const from = of.of === 'LIST' ? (of.offset[row] ?? 0) : row;
      const to = of.of === 'LIST' ? (of.offset[row + 1] ?? 0) : row + 1;
      for (let at = offset[unit] ?? 0; at < (offset[unit + 1] ?? 0); at++) {
        for (let place = from; place < to; place++) {
          this.#add(this.#numbers.of(group[at] ?? 0, of.value[place] ?? 0));
        }
      }
      unit += 1;
      this.#offset[unit] = this.#length;
    }
    return unit;
  }

  *grouping(): Work<Grouping> {
    const { parents, values } = this.#numbers;
    const known: Int32Array[] = [];
    for (const before of this.#before.values) {
      if (values.length > PIECE) yield;
      known.push(Int32Array.from(parents, (parent) => before[parent] ?? 0));
    }
    const length = this.#length;
    return {
      ...{ offset: this.#offset, group: this.#group.slice(0, length), count: values.length },
      columns: [...this.#before.columns, this.#column],
      values: [...known, values],
      bytes: 4 * (this.#offset.length + length) + 8 * values.length * (known.length + 1),
    };
  }

  #add(group: number): void {
    if (this.#length === this.#group.length) {
      const longer = new Int32Array(2 * this.#length);
      longer.set(this.#group);
      this.#group = longer;
    }
    this.#group[this.#length] = group;
    this.#length += 1;
  }
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
