import { specialityDigits } from '../../domain/nomenclature/nomenclature.ts';
import type { PeerComparison } from '../../domain/peers/benchmark.ts';
import { PeerBoard } from '../../domain/peers/peer-board.ts';
import type { PeerCriterion, PeerRule } from '../../domain/peers/peer-rule.ts';
import { type ManyComparisons, manyComparisons, qValues } from '../../domain/rate/q-values.ts';
import { inRanges, type Work } from '../../domain/work.ts';
import type { DayView, Mask } from '../day-view.ts';
import { type Memo, memoWithin } from '../memo.ts';
import { wholeOf } from '../past.ts';
import type { Nomenclature, Snapshot } from '../snapshot.ts';
import { pooledColumns } from './pooled.ts';

/** Boards of a snapshot that are kept: a megabyte or two each once every certification was compared. */
const MOST_BOARDS = 16;

/** What is kept of a board: masks and percentiles, which take a byte or eight a certification. */
const MOST_RESULTS = 8;

const boards = new WeakMap<Snapshot, Memo>();
const results = new WeakMap<PeerBoard, Memo>();

/** A rule as it is asked for: on the day of the view, and without a smallest base by the method's. */
export type AskedRule = Omit<PeerRule, 'asOf' | 'minimumBase'> & {
  readonly minimumBase?: number | null | undefined;
};

/** The board of a rule on its day; those that were used last are kept. */
export function peerBoard(view: DayView, rule: AskedRule): Work<PeerBoard> {
  const { snapshot, day } = view;
  const { indicator, peersBy, sameLevel, lastCohorts } = rule;
  const minimumBase = rule.minimumBase ?? snapshot.method.minimumBase;
  const name = `${day} ${indicator} ${peersBy} ${sameLevel} ${lastCohorts} ${minimumBase}`;
  return memoWithin(boards, wholeOf(snapshot), MOST_BOARDS).work(name, function* () {
    yield* view.ready('active');
    const { certifications, lineage } = snapshot;
    return yield* PeerBoard.make(
      {
        count: certifications.count,
        candidate: certifications.register.map((register) => Number(register === 0)),
        active: view.active,
        level: certifications.level,
        lineage: lineage.number,
        ...(yield* pooledColumns(snapshot, indicator, lastCohorts)),
        codesOf: sharedCodes(snapshot, peersBy),
      },
      { indicator, peersBy, sameLevel, lastCohorts, minimumBase, asOf: day },
      snapshot.method,
    );
  });
}

const NO_CODES = new Int32Array(0);

function codesOf({ ofCertification: { offset, value } }: Nomenclature, row: number): Int32Array {
  return value.subarray(offset[row], offset[row + 1]);
}

function nomenclatureOf(snapshot: Snapshot, criterion: PeerCriterion): Nomenclature | null {
  switch (criterion) {
    case 'OCCUPATION':
      return snapshot.occupations;
    case 'SPECIALITY':
      return snapshot.specialities;
    case 'FORMACODE':
      return snapshot.formacodes;
    case 'LEVEL':
      return null;
  }
}

/** What certifications share a code of, by row, as numbers. NSF codes are compared by their digits. */
function sharedCodes(snapshot: Snapshot, criterion: PeerCriterion): (row: number) => Int32Array {
  const noun = nomenclatureOf(snapshot, criterion);
  if (!noun) return () => NO_CODES;
  if (criterion !== 'SPECIALITY') return (row) => codesOf(noun, row);
  const digits = Int32Array.from(noun.code, (code) => Number(specialityDigits(code)));
  return (row) => Int32Array.from(new Set(codesOf(noun, row).map((code) => digits[code] ?? 0)));
}

/** Codes of a certification that peers share one of, each once; none for `LEVEL`. */
export function criterionCodes(
  snapshot: Snapshot,
  criterion: PeerCriterion,
  row: number,
): readonly string[] {
  const noun = nomenclatureOf(snapshot, criterion);
  const codes = noun ? Array.from(codesOf(noun, row), (code) => noun.code[code] ?? '') : [];
  return criterion === 'SPECIALITY' ? [...new Set(codes.map(specialityDigits))] : codes;
}

/** Comparisons that are made at a time: each looks at all peers. */
const COMPARED = 5;

/** Boards of which every rated certification was compared. */
const complete = new WeakSet<PeerBoard>();

/** Compares every rated certification; at once when all were. */
export function* compareAll(board: PeerBoard): Work<void> {
  if (complete.has(board)) return;
  const compareSome = (from: number, to: number) => {
    for (const row of board.rated.subarray(from, to)) board.compare(row);
  };
  yield* inRanges(board.rated.length, compareSome, COMPARED);
  complete.add(board);
}

/**
 * Certifications whose comparison is so, among those that are active and have a rate. Remembered by
 * the name of what is so.
 */
export function comparedMask(
  view: DayView,
  board: PeerBoard,
  name: string,
  isSo: (comparison: PeerComparison, row: number) => boolean,
): Work<Mask> {
  return memoWithin(results, board, MOST_RESULTS).work(name, function* () {
    yield* compareAll(board);
    const mask = new Uint8Array(view.snapshot.certifications.count);
    for (const row of board.rated) mask[row] = Number(isSo(board.compare(row), row));
    return mask;
  });
}

/** α of what is called different when it is looked at alone. */
const ALONE = 0.05;

/** The q-value of each certification that was compared in a funnel, by row; NaN for others. */
export function peerQValues(
  view: DayView,
  board: PeerBoard,
): Work<{ readonly q: Float64Array; readonly comparisons: ManyComparisons }> {
  return memoWithin(results, board, MOST_RESULTS).work('q-values', function* () {
    yield* compareAll(board);
    const p = new Float64Array(view.snapshot.certifications.count).fill(Number.NaN);
    let tested = 0;
    for (const row of board.rated) {
      const { pValue } = board.compare(row);
      if (pValue === null) continue;
      p[row] = pValue;
      tested += 1;
    }
    return { q: yield* qValues(p), comparisons: manyComparisons(tested, ALONE) };
  });
}

/** The q-value of a comparison among all of its board; null for what was not tested. */
export function* peerQValue(view: DayView, board: PeerBoard, row: number): Work<number | null> {
  const value = (yield* peerQValues(view, board)).q[row] ?? Number.NaN;
  return Number.isNaN(value) ? null : value;
}

/** The percentile of each certification that is ranked, by row; NaN for others. Remembered. */
export function peerPercentiles(view: DayView, board: PeerBoard): Work<Float64Array> {
  return memoWithin(results, board, MOST_RESULTS).work('percentiles', function* () {
    yield* compareAll(board);
    const percentiles = new Float64Array(view.snapshot.certifications.count).fill(Number.NaN);
    for (const row of board.rated) {
      const { ranked, percentile } = board.compare(row);
      if (ranked && percentile !== null) percentiles[row] = percentile;
    }
    return percentiles;
  });
}
