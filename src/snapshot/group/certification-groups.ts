import { USUAL_COHORTS } from '../../domain/certification/renewal.ts';
import type { CertificationDimension } from '../../domain/insertion/dimension.ts';
import { inRanges, type Work } from '../../domain/work.ts';
import { NONE } from '../columns.ts';
import type { DayView, Mask } from '../day-view.ts';
import { nameOf } from '../filter/mask-names.ts';
import { type Grouping, groupingOf, keyRank, keysOf } from './grouping.ts';

/** Counts of the certifications of one group. */
export interface CertificationCounts {
  readonly certifications: number;
  readonly active: number;
  readonly withCohorts: number;
  /** Those that have the two cohorts with a global rate at 6 months that are usually looked at. */
  readonly withUsualCohorts: number;
  readonly withCompleteSixMonthRates: number;
  readonly replaced: number;
  /** Of those that are active on the day. */
  readonly filingPassed: number;
}

/** Which certifications are counted, by what. */
export interface CertificationGrouping {
  /** null = all. */
  readonly mask: Mask | null;
  readonly groupBy: readonly CertificationDimension[];
  /** The most groups that it may make. */
  readonly most: number;
}

const COUNTS = 7;

/**
 * The groups of certifications, counted, in no order; those of none are left out. Remembered. null
 * when there are too many.
 */
export function* certificationGroups(
  view: DayView,
  { mask, groupBy, most }: CertificationGrouping,
): Work<readonly CertificationGroup[] | null> {
  const name = `certifications of ${nameOf(mask)} by ${groupBy.join(' ')} up to ${most}`;
  const { groups } = yield* view.memo.work(name, function* () {
    const grouping = yield* groupingOf(view, {
      ...{ unit: 'CERTIFICATION', dimensions: groupBy, most },
      isKept: (row) => mask?.[row] !== 0,
    });
    return { groups: grouping && (yield* countGroups(view, mask, grouping)) };
  });
  return groups === null || groups.length > most ? null : groups;
}

/** Certifications that are counted at a time: each may be in many groups. */
const COUNTED = 1_000;

function* countGroups(
  view: DayView,
  mask: Mask | null,
  grouping: Grouping,
): Work<CertificationGroup[]> {
  const { offset, group } = grouping;
  const counts = new Int32Array(COUNTS * grouping.count);
  const count = yield* certificationCounter(view);
  const countSome = (first: number, end: number) => {
    for (let row = first; row < end; row++) {
      if (mask && mask[row] === 0) continue;
      for (let at = offset[row] ?? 0; at < (offset[row + 1] ?? 0); at++) {
        count(counts, COUNTS * (group[at] ?? 0), row);
      }
    }
  };
  yield* inRanges(offset.length - 1, countSome, COUNTED);
  const groups: CertificationGroup[] = [];
  yield* inRanges(grouping.count, (from, to) => {
    for (let each = from; each < to; each++) {
      const made = new CertificationGroup(grouping, each, counts);
      if (made.certifications > 0) groups.push(made);
    }
  });
  return groups;
}

/** Counts some certifications, all together. */
export function* countCertifications(view: DayView, rows: Int32Array): Work<CertificationCounts> {
  const counts = new Int32Array(COUNTS);
  const count = yield* certificationCounter(view);
  for (const row of rows) count(counts, 0, row);
  return new Counts(counts, 0);
}

type Counter = (counts: Int32Array, first: number, row: number) => void;

/** Makes what adds a certification to the counts from a place on. */
function* certificationCounter(view: DayView): Work<Counter> {
  yield* view.ready('active', 'filingPassed', 'completeSixMonthRates');
  const { usableCohorts, newestCohort, replaced } = view.snapshot.certifications;
  const { active, filingPassed, completeSixMonthRates } = view;
  return (counts, first, row) => {
    const isActive = active[row] ?? 0;
    counts[first] = (counts[first] ?? 0) + 1;
    counts[first + 1] = (counts[first + 1] ?? 0) + isActive;
    if (newestCohort[row] !== NONE) counts[first + 2] = (counts[first + 2] ?? 0) + 1;
    if ((usableCohorts[row] ?? 0) >= USUAL_COHORTS) {
      counts[first + 3] = (counts[first + 3] ?? 0) + 1;
    }
    counts[first + 4] = (counts[first + 4] ?? 0) + (completeSixMonthRates[row] ?? 0);
    counts[first + 5] = (counts[first + 5] ?? 0) + (replaced[row] ?? 0);
    counts[first + 6] = (counts[first + 6] ?? 0) + (isActive & (filingPassed[row] ?? 0));
  };
}

class Counts implements CertificationCounts {
  readonly #counts: Int32Array;
  readonly #first: number;

  constructor(counts: Int32Array, first: number) {
    this.#counts = counts;
    this.#first = first;
  }

  get certifications(): number {
    return this.#at(0);
  }
  get active(): number {
    return this.#at(1);
  }
  get withCohorts(): number {
    return this.#at(2);
  }
  get withUsualCohorts(): number {
    return this.#at(3);
  }
  get withCompleteSixMonthRates(): number {
    return this.#at(4);
  }
  get replaced(): number {
    return this.#at(5);
  }
  get filingPassed(): number {
    return this.#at(6);
  }

  #at(place: number): number {
    return this.#counts[this.#first + place] ?? 0;
  }
}

/** One group of certifications, counted. */
export class CertificationGroup extends Counts {
  readonly #grouping: Grouping;
  readonly #group: number;

  constructor(grouping: Grouping, group: number, counts: Int32Array) {
    super(counts, COUNTS * group);
    this.#grouping = grouping;
    this.#group = group;
  }

  /** One key for each dimension of the grouping, as text; null = not known. */
  get keys(): readonly (string | null)[] {
    return keysOf(this.#grouping, this.#group);
  }

  /** A number that sorts as its key of a dimension does; NaN = not known. */
  keyRank(dimension: number): number {
    return keyRank(this.#grouping, this.#group, dimension);
  }
}
