import type { InsertionIndicator } from '../../domain/rate/indicator.ts';
import { inRanges, type Work } from '../../domain/work.ts';
import { NONE } from '../columns.ts';
import { memoOf } from '../memo.ts';
import type { Snapshot } from '../snapshot.ts';

/** What the pooled rate of each certification over its last cohorts is made of, by row. */
export interface PooledColumns {
  /** Σ N·r in millionths. */
  readonly millionths: Float64Array;
  /** Heads: Σ N of the same cohorts. */
  readonly base: Float64Array;
}

/** One indicator pooled over the last cohorts of every certification. */
export function pooledColumns(
  snapshot: Snapshot,
  indicator: InsertionIndicator,
  lastCohorts: number,
): Work<PooledColumns> {
  return memoOf(snapshot).work(`pooled ${indicator} ${lastCohorts}`, function* () {
    const { cohorts, certifications } = snapshot;
    const { millionths: rates, base: heads, weighted } = cohorts.rates[indicator];
    const millionths = new Float64Array(certifications.count);
    const base = new Float64Array(certifications.count);
    yield* inRanges(certifications.count, (first, end) => {
      for (let row = first; row < end; row++) {
        const from = cohorts.offset[row] ?? 0;
        const to = Math.min(cohorts.offset[row + 1] ?? 0, from + lastCohorts);
        for (let cohort = from; cohort < to; cohort++) {
          const rate = rates[cohort] ?? NONE;
          const own = heads[cohort] ?? NONE;
          if (rate === NONE || own === NONE) continue;
          millionths[row] = (millionths[row] ?? 0) + (weighted[cohort] ?? 0);
          base[row] = (base[row] ?? 0) + own;
        }
      }
    });
    return { millionths, base };
  });
}
