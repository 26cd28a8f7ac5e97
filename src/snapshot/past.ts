import { byIndicator, HORIZON_MONTHS, INSERTION_INDICATORS } from '../domain/rate/indicator.ts';
import { RATE_OUTCOMES } from '../domain/rate/rate-status.ts';
import { NONE } from './columns.ts';
import { memoOf, shareMemo } from './memo.ts';
import type { Certifications, Cohorts, Snapshot } from './snapshot.ts';

const EXPECTED = RATE_OUTCOMES.indexOf('EXPECTED');

/** What each past snapshot is cut from. */
const wholes = new WeakMap<Snapshot, Snapshot>();

/** The snapshot that a past one was cut from; itself for any other. */
export function wholeOf(snapshot: Snapshot): Snapshot {
  return wholes.get(snapshot) ?? snapshot;
}

/**
 * A snapshot without the cohorts of years after `year`, which had not begun: rows of cohorts are other
 * ones, all else is the same. Itself when there are none. Remembered, with all that is remembered of it.
 */
export function cutAfter(snapshot: Snapshot, year: number): Snapshot {
  if (newestYear(snapshot) <= year) return snapshot;
  return memoOf(snapshot).of(`up to ${year}`, () => {
    const cohorts = cohortsUpTo(snapshot.cohorts, year);
    const past = {
      ...snapshot,
      cohorts,
      certifications: { ...snapshot.certifications, ...cohortsOfEach(snapshot, cohorts) },
    };
    wholes.set(past, snapshot);
    shareMemo(past, memoOf(snapshot).part(`up to ${year}:`));
    // Six days, nine floats, a list and some numbers for each cohort; the rest is shared.
    return { past, bytes: 200 * cohorts.count };
  }).past;
}

function newestYear(snapshot: Snapshot): number {
  return memoOf(snapshot).of('newest year', () => ({
    year: snapshot.certifications.newestCohort.reduce((a, b) => Math.max(a, b), NONE),
  })).year;
}

function cohortsUpTo(cohorts: Cohorts, year: number): Cohorts {
  const kept: number[] = [];
  const offset = new Int32Array(cohorts.offset.length);
  for (let certification = 0; certification < offset.length - 1; certification++) {
    const to = cohorts.offset[certification + 1] ?? 0;
    for (let row = cohorts.offset[certification] ?? 0; row < to; row++) {
      if ((cohorts.year[row] ?? 0) <= year) kept.push(row);
    }
    offset[certification + 1] = kept.length;
  }
  const rows = Int32Array.from(kept);
  const of = <Column extends Numbers>(column: Column) => valuesOf(rows, column);
  return {
    ...{ count: rows.length, offset },
    certification: of(cohorts.certification),
    year: of(cohorts.year),
    certified: of(cohorts.certified),
    certifiedSourceId: of(cohorts.certifiedSourceId),
    certifiedThroughVae: of(cohorts.certifiedThroughVae),
    certifiedThroughVaeSourceId: of(cohorts.certifiedThroughVaeSourceId),
    sourceIds: Array.from(rows, (row) => cohorts.sourceIds[row] ?? []),
    targetRateAt6MonthsInSource: of(cohorts.targetRateAt6MonthsInSource),
    rates: byIndicator((indicator) => {
      const rates = cohorts.rates[indicator];
      return {
        published: of(rates.published),
        millionths: of(rates.millionths),
        base: of(rates.base),
        weighted: of(rates.weighted),
        fromSurvey: rates.fromSurvey && of(rates.fromSurvey),
        sourceId: of(rates.sourceId),
        seenOn: of(rates.seenOn),
        outcome: of(rates.outcome),
        change: of(rates.change),
      };
    }),
  };
}

type Numbers = Int32Array | Float64Array | Uint8Array;

/** The values of some rows. */
function valuesOf<Column extends Numbers>(rows: Int32Array, column: Column): Column {
  const values = column.slice(0, rows.length);
  for (let at = 0; at < rows.length; at++) values[at] = column[rows[at] ?? 0] ?? 0;
  return values as Column;
}

type OfCohorts = Pick<Certifications, 'usableCohorts' | 'newestCohort' | 'oldestMissingCohort'>;

/** What is known of the cohorts of each certification, over those that are left. */
function cohortsOfEach(
  { certifications: { count } }: Snapshot,
  { offset, year, rates }: Cohorts,
): OfCohorts {
  const usableCohorts = new Int32Array(count);
  const newestCohort = new Int32Array(count).fill(NONE);
  const oldestMissingCohort = new Int32Array(count).fill(NONE);
  const due = INSERTION_INDICATORS.filter((indicator) => HORIZON_MONTHS[indicator] === 6);
  for (let certification = 0; certification < count; certification++) {
    const from = offset[certification] ?? 0;
    const to = offset[certification + 1] ?? 0;
    if (from < to) newestCohort[certification] = year[from] ?? NONE;
    for (let row = from; row < to; row++) {
      if (rates.GLOBAL_6_MONTHS.millionths[row] !== NONE) {
        usableCohorts[certification] = (usableCohorts[certification] ?? 0) + 1;
      }
      // Newest first: the last one that is missing is the oldest.
      if (due.some((indicator) => rates[indicator].outcome[row] === EXPECTED)) {
        oldestMissingCohort[certification] = year[row] ?? NONE;
      }
    }
  }
  return { usableCohorts, newestCohort, oldestMissingCohort };
}
