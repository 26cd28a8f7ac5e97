import { pooledRate } from '../../domain/insertion/pooling.ts';
import { type Quartiles, quartilesOf } from '../../domain/peers/quantile.ts';
import type { Clusters } from '../../domain/rate/between.ts';
import type { InsertionIndicator } from '../../domain/rate/indicator.ts';
import type { Work } from '../../domain/work.ts';
import { NONE } from '../columns.ts';
import type { Mask } from '../day-view.ts';
import type { Cohorts } from '../snapshot.ts';
import type { Grouping } from './grouping.ts';

/** Of the pooled rates of certifications, percent. */
export interface Distribution {
  readonly mean: number | null;
  readonly quartiles: Quartiles | null;
  /** Of the certifications that have one, in no order. */
  readonly clusters: Clusters;
}

interface Distributed {
  readonly grouping: Grouping;
  readonly cohorts: Cohorts;
  readonly mask: Mask | null;
  /** How many certifications of a group have a pooled rate. */
  readonly ratedOf: (group: number) => number;
  /** Calls `visit` for each certification or cohort with its cohorts. */
  readonly visitUnits: (visit: (unit: number, from: number, to: number) => void) => Work<void>;
}

/** The distributions of an indicator over the certifications of groups. */
export class Distributions {
  /** Rates of group i are those from `#start[i]` up to `#start[i + 1]`. */
  readonly #start: Int32Array;
  readonly #clusters: Clusters;
  readonly #known = new Map<number, Distribution>();

  static *make(indicator: InsertionIndicator, of: Distributed): Work<Distributions> {
    const { grouping, cohorts, mask, ratedOf, visitUnits } = of;
    const { offset, group, count } = grouping;
    const start = new Int32Array(count + 1);
    for (let each = 0; each < count; each++) start[each + 1] = (start[each] ?? 0) + ratedOf(each);
    const inAll = start[count] ?? 0;
    const rows = new Int32Array(inAll);
    const heads = new Float64Array(inAll);
    const rates = new Float64Array(inAll);
    const next = start.slice();
    yield* visitUnits((unit, from, to) => {
      const { base, weighted } = sumsOver(indicator, { cohorts, mask, from, to });
      const pooled = pooledRate(weighted, base);
      if (pooled === null) return;
      for (let at = offset[unit] ?? 0; at < (offset[unit + 1] ?? 0); at++) {
        const of = group[at] ?? 0;
        const filled = next[of] ?? 0;
        rows[filled] = cohorts.certification[from] ?? 0;
        heads[filled] = base;
        rates[filled] = pooled;
        next[of] = filled + 1;
      }
    });
    return new Distributions(start, { rows, heads, rates });
  }

  private constructor(start: Int32Array, clusters: Clusters) {
    this.#start = start;
    this.#clusters = clusters;
  }

  /** That of a group, made when it is first asked for. */
  of(group: number): Distribution {
    const known = this.#known.get(group);
    if (known) return known;
    const from = this.#start[group];
    const to = this.#start[group + 1];
    const distribution = distributionOf({
      rows: this.#clusters.rows.subarray(from, to),
      heads: this.#clusters.heads.subarray(from, to),
      rates: this.#clusters.rates.subarray(from, to),
    });
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

/** Σ N and Σ N·r in millionths over cohorts of a certification, from one row up to another. */
function sumsOver(
  indicator: InsertionIndicator,
  { cohorts: { rates }, mask, from, to }: Pooled,
): { readonly base: number; readonly weighted: number } {
  const { millionths, base: heads, weighted: weights } = rates[indicator];
  let base = 0;
  let weighted = 0;
  for (let cohort = from; cohort < to; cohort++) {
    const rate = millionths[cohort] ?? NONE;
    const own = heads[cohort] ?? NONE;
    if (rate === NONE || own === NONE || (mask && mask[cohort] === 0)) continue;
    base += own;
    weighted += weights[cohort] ?? 0;
  }
  return { base, weighted };
}

function distributionOf(clusters: Clusters): Distribution {
  const ascending = clusters.rates.slice().sort();
  let sum = 0;
  for (const rate of ascending) sum += rate;
  const mean = ascending.length === 0 ? null : sum / ascending.length;
  return { mean, quartiles: quartilesOf(ascending), clusters };
}
