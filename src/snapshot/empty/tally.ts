import { inRanges, type Work } from '../../domain/work.ts';
import type { Mask } from '../day-view.ts';

/**
 * The conditions of a list, as rows that meet each. A row may belong to a certification, which has
 * conditions of its own; those of cohorts are met by one and the same cohort of the certification.
 * At most 52 in all: filters have fewer fields.
 */
export interface Layers {
  /** Rows of the list. */
  readonly count: number;
  /** Those of them that there are before any condition; null = all. */
  readonly rows: Int32Array | null;
  readonly own: readonly Mask[];
  /** Certification of each row; null = rows are certifications. */
  readonly certificationOf: Int32Array | null;
  readonly certifications: readonly Mask[];
  readonly cohorts: readonly Mask[];
  /** Cohorts of each certification. */
  readonly cohortOffset: Int32Array;
}

/** How rows fail conditions, which are numbered: own, of certifications, of cohorts. */
export interface Tally {
  /** Rows before any condition. */
  readonly rows: number;
  /** Rows that meet all. */
  readonly met: number;
  /** Rows that meet each condition. */
  readonly alone: readonly number[];
  /** The smallest sets of conditions without which some rows remain; none when some do anyway. */
  readonly leaveOut: readonly {
    readonly conditions: readonly number[];
    readonly remaining: number;
  }[];
  /**
   * By condition, what meets all others alone fails it: rows of the list, certifications or cohorts,
   * as the condition is of. None unless leaving out that one is enough.
   */
  readonly failing: readonly ReadonlySet<number>[];
}

/** How many conditions each of some rows fails, and which: condition i is 2^i. */
interface Failures {
  readonly fails: Uint8Array;
  readonly which: Float64Array;
}

/**
 * Counts how rows fail conditions, each condition looked at once: a row that fails one alone remains
 * without it, and so on for the fewest conditions that any row fails.
 */
export function* tally(layers: Layers): Work<Tally> {
  const { count, rows, own, certificationOf, certifications, cohorts, cohortOffset } = layers;
  const firstOfCohorts = own.length + certifications.length;
  const conditions = firstOfCohorts + cohorts.length;
  const byRow = yield* failures(count, own, 0);
  const byCertification = yield* failures(cohortOffset.length - 1, certifications, own.length);
  const byCohort = cohorts.length === 0 ? null : yield* failuresOfCohorts(layers, firstOfCohorts);
  const places = rows?.length ?? count;
  const certificationAt = (row: number) => (certificationOf ? (certificationOf[row] ?? 0) : row);
  const failsOf = (row: number) => {
    const certification = certificationAt(row);
    return (
      (byRow.fails[row] ?? 0) +
      (byCertification.fails[certification] ?? 0) +
      (byCohort?.least[certification] ?? 0)
    );
  };
  let fewest = conditions;
  yield* inRanges(places, (from, to) => {
    for (let place = from; place < to; place++) {
      fewest = Math.min(fewest, failsOf(rows ? (rows[place] ?? 0) : place));
    }
  });
  const remaining = new Map<number, number>();
  const failing = Array.from({ length: conditions }, () => new Set<number>());
  let met = 0;
  const note = (row: number) => {
    if (fewest === 0) {
      met += 1;
      return;
    }
    const certification = certificationAt(row);
    const other = (byRow.which[row] ?? 0) + (byCertification.which[certification] ?? 0);
    const sets =
      byCohort && (byCohort.least[certification] ?? 0) > 0
        ? byCohort.setsOf(certification).map((set) => other + set)
        : [other];
    for (const set of sets) remaining.set(set, (remaining.get(set) ?? 0) + 1);
    if (fewest > 1) return;
    for (const set of sets) {
      const condition = Math.log2(set);
      const found = failing[condition];
      if (condition < own.length) found?.add(row);
      else if (condition < firstOfCohorts) found?.add(certification);
      else byCohort?.addCohorts(certification, set, found);
    }
  };
  yield* inRanges(places, (from, to) => {
    for (let place = from; place < to; place++) {
      const row = rows ? (rows[place] ?? 0) : place;
      if (failsOf(row) === fewest) note(row);
    }
  });
  return {
    rows: places,
    met,
    alone: yield* aloneOf(layers),
    leaveOut: [...remaining]
      .map(([set, left]) => ({ conditions: bitsOf(set, conditions), remaining: left }))
      .sort((a, b) => b.remaining - a.remaining || inOrder(a.conditions, b.conditions)),
    failing,
  };
}

function* failures(count: number, masks: readonly Mask[], first: number): Work<Failures> {
  const fails = new Uint8Array(count);
  const which = new Float64Array(count);
  for (const [index, mask] of masks.entries()) {
    const bit = 2 ** (first + index);
    for (let row = 0; row < count; row++) {
      if (mask[row] === 1) continue;
      fails[row] = (fails[row] ?? 0) + 1;
      which[row] = (which[row] ?? 0) + bit;
    }
    yield;
  }
  return { fails, which };
}

/** How the cohorts of certifications fail conditions. */
interface CohortFailures {
  /** Of each certification: conditions that its cohort which fails fewest fails. */
  readonly least: Uint8Array;
  /** Each set of so few conditions that a cohort of it fails, once. */
  readonly setsOf: (certification: number) => number[];
  readonly addCohorts: (certification: number, set: number, found: Set<number> | undefined) => void;
}

/** Of each certification, the fewest conditions that one of its cohorts fails, and which. */
function* failuresOfCohorts(
  { cohorts, cohortOffset }: Layers,
  first: number,
): Work<CohortFailures> {
  const certifications = cohortOffset.length - 1;
  const { fails, which } = yield* failures(cohortOffset[certifications] ?? 0, cohorts, first);
  // One without cohorts remains when all that is asked of cohorts is left out.
  const all = cohorts.reduce((sum, _, index) => sum + 2 ** (first + index), 0);
  const least = new Uint8Array(certifications).fill(cohorts.length);
  const ofEach = (certification: number, visit: (cohort: number) => void) => {
    const to = cohortOffset[certification + 1] ?? 0;
    for (let cohort = cohortOffset[certification] ?? 0; cohort < to; cohort++) visit(cohort);
  };
  yield* inRanges(certifications, (from, to) => {
    for (let certification = from; certification < to; certification++) {
      ofEach(certification, (cohort) => {
        least[certification] = Math.min(least[certification] ?? 0, fails[cohort] ?? 0);
      });
    }
  });
  return {
    least,
    setsOf: (certification) => {
      const sets = new Set<number>();
      ofEach(certification, (cohort) => {
        if (fails[cohort] === least[certification]) sets.add(which[cohort] ?? 0);
      });
      return sets.size === 0 ? [all] : [...sets];
    },
    addCohorts: (certification, set, found) =>
      ofEach(certification, (cohort) => {
        if (which[cohort] === set) found?.add(cohort);
      }),
  };
}

/** Rows that meet each condition, whatever the others. */
function* aloneOf(layers: Layers): Work<number[]> {
  const { count, rows, own, certificationOf, certifications, cohorts, cohortOffset } = layers;
  const places = rows?.length ?? count;
  const counted = (holds: (row: number) => boolean) => {
    let total = 0;
    for (let place = 0; place < places; place++) {
      if (holds(rows ? (rows[place] ?? 0) : place)) total += 1;
    }
    return total;
  };
  const ofCertification = (mask: Mask) =>
    counted((row) => mask[certificationOf ? (certificationOf[row] ?? 0) : row] === 1);
  const counts = [
    ...own.map((mask) => () => counted((row) => mask[row] === 1)),
    ...certifications.map((mask) => () => ofCertification(mask)),
    ...cohorts.map((mask) => () => ofCertification(withSome(mask, cohortOffset))),
  ];
  const alone: number[] = [];
  for (const counting of counts) {
    alone.push(counting());
    yield;
  }
  return alone;
}

/** Certifications of which some cohort is kept. */
function withSome(cohorts: Mask, offset: Int32Array): Mask {
  const mask = new Uint8Array(offset.length - 1);
  for (let row = 0; row < mask.length; row++) {
    const to = offset[row + 1] ?? 0;
    for (let cohort = offset[row] ?? 0; cohort < to && mask[row] === 0; cohort++) {
      mask[row] = cohorts[cohort] ?? 0;
    }
  }
  return mask;
}

function bitsOf(set: number, most: number): number[] {
  return Array.from({ length: most }, (_, bit) => bit).filter(
    (bit) => Math.floor(set / 2 ** bit) % 2 === 1,
  );
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, index) => each !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
