import { pooledRate } from '../../domain/insertion/pooling.ts';
import { type Quartiles, quartilesOf } from '../../domain/peers/quantile.ts';
import type { InsertionIndicator } from '../../domain/rate/indicator.ts';
import { NONE } from '../columns.ts';
import type { Mask } from '../day-view.ts';
import type { Cohorts } from '../snapshot.ts';
import type { Grouping } from './grouping.ts';

/** Of the pooled rates of certifications, percent. */
export interface Distribution {
  readonly mean: number | null;
  readonly quartiles: Quartiles | null;
}

const NO_DISTRIBUTION: Distribution = { mean: null, quartiles: null };

interface Distributed {
  readonly grouping: Grouping;
  readonly cohorts: Cohorts;
  readonly mask: Mask | null;
  /** How many certifications of a group have a pooled rate. */
  readonly ratedOf: (group: number) => number;
  /** Calls `visit` for each certification or cohort with its cohorts. */
  readonly forEachUnit: (visit: (unit: number, from: number, to: number) => void) => void;
}

/** The distributions of an indicator over the certifications of groups. */
export class Distributions {
  /** Rates of group i are those from `#start[i]` up to `#start[i + 1]`. */
  readonly #start: Int32Array;
  readonly #rates: Float64Array;
  readonly #known = new Map<number, Distribution>();

  constructor(indicator: InsertionIndicator, of: Distributed) {
    const { grouping, cohorts, mask, ratedOf, forEachUnit } = of;
    const { offset, group, count } = grouping;
    const start = new Int32Array(count + 1);
    for (let each = 0; each < count; each++) start[each + 1] = (start[each] ?? 0) + ratedOf(each);
    const rates = new Float64Array(start[count] ?? 0);
    const next = start.slice();
    forEachUnit((unit, from, to) => {
      const pooled = pooledOver(indicator, { cohorts, mask, from, to });
      if (pooled === null) return;
      for (let at = offset[unit] ?? 0; at < (offset[unit + 1] ?? 0); at++) {
        const of = group[at] ?? 0;
        const filled = next[of] ?? 0;
        rates[filled] = pooled;
        next[of] = filled + 1;
      }
    });
    this.#start = start;
    this.#rates = rates;
  }

  /** That of a group; its rates are sorted when it is first asked for. */
  of(group: number): Distribution {
    const known = this.#known.get(group);
    if (known) return known;
    const rates = this.#rates.subarray(this.#start[group], this.#start[group + 1]);
    const distribution = distributionOf(rates.sort());
    this.#known.set(group, distribution);
    return distribution;
  }
}

interface Pooled {
  readonly cohorts: Cohorts;
  readonly mask: Mask | null;
  readonly from: number;
  readonly to: number;
}

/** The pooled rate of the cohorts of a certification from one row up to another. */
function pooledOver(
  indicator: InsertionIndicator,
  { cohorts: { rates, certified: heads }, mask, from, to }: Pooled,
): number | null {
  const { millionths } = rates[indicator];
  let base = 0;
  let weighted = 0;
  for (let cohort = from; cohort < to; cohort++) {
    const rate = millionths[cohort] ?? NONE;
    const certified = heads[cohort] ?? NONE;
    if (rate === NONE || certified === NONE || (mask && mask[cohort] === 0)) continue;
    base += certified;
    weighted += certified * rate;
  }
  return pooledRate(weighted, base);
}

function distributionOf(ascending: Float64Array): Distribution {
  if (ascending.length === 0) return NO_DISTRIBUTION;
  let sum = 0;
  for (const rate of ascending) sum += rate;
  return { mean: sum / ascending.length, quartiles: quartilesOf(ascending) };
}
