import type { MethodChoices } from '../method.ts';
import { studentDeviate } from './distributions.ts';
import {
  type ChangeVerdict,
  changeVerdict,
  type Interval,
  wilsonInterval,
  zOf,
} from './interval.ts';

/** Why figures between certifications are withheld, if they are. */
export const BETWEEN_STATUSES = ['COMPUTED', 'TOO_FEW_CERTIFICATIONS'] as const;
export type BetweenStatus = (typeof BETWEEN_STATUSES)[number];

/**
 * What the certifications of a group add to its sums: of each Σ N of its cohorts that publish the
 * rate, above 0, and its pooled rate, percent. In no order; the two are as long as each other.
 */
export interface Clusters {
  /** Which certifications, by row, where two groups are compared. */
  readonly rows: Int32Array;
  /** Heads. */
  readonly heads: Float64Array;
  /** Percent, unrounded. */
  readonly rates: Float64Array;
}

/** How far a pooled rate is to be relied on when certifications differ more than by chance. */
export interface BetweenCertifications {
  readonly status: BetweenStatus;
  /** Certifications with a rate: the clusters. */
  readonly certifications: number;
  /** Percentage points, unrounded; null when withheld. */
  readonly standardError: number | null;
  /** How many times the variance is that of as many independent holders; null at 0 and at 100 %. */
  readonly designEffect: number | null;
  readonly interval: Interval | null;
}

/** What a change between two groups is judged by, beside Newcombe's interval. */
export interface BetweenChange {
  readonly status: BetweenStatus;
  /** Certifications that have a rate in either year. */
  readonly certifications: number;
  /** Percentage points, unrounded; null when withheld. */
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** What this interval alone would call; null when withheld. */
  readonly verdict: ChangeVerdict | null;
}

/** The change over the certifications that have a rate in both years. */
export interface LikeForLikeChange extends BetweenChange {
  /** Percent, unrounded, of those certifications; null when there are none. */
  readonly from: number | null;
  readonly to: number | null;
  /** Percentage points, unrounded. */
  readonly difference: number | null;
}

/** The fewest certifications that their differences can be told from. */
export type BetweenRule = Pick<MethodChoices, 'fewestCertifications'>;

/**
 * The interval of a pooled rate between certifications: jackknife over them, Student's t.
 *
 * - Withheld (`TOO_FEW_CERTIFICATIONS`) under the fewest, and when one certification is all of it.
 * - At 0 and at 100 % certifications do not differ: the interval is the binomial one.
 * - Throws `BadUserInputError` for a level that is not strictly between 0.5 and 1.
 * - Source: docs/method.md#between-certifications.
 */
export function betweenCertifications(
  clusters: Clusters,
  level: number,
  rule: BetweenRule,
): BetweenCertifications {
  // A level is right or wrong whatever the rates are.
  zOf(level);
  const certifications = clusters.heads.length;
  const { heads, rate } = pool(clusters);
  if (isTooFew(clusters, heads, rule)) return { ...WITHHELD, certifications };
  const variance = rate * (100 - rate);
  if (variance <= 0) {
    const interval = wilsonInterval(rate, heads, level);
    return { ...{ status: 'COMPUTED', certifications }, ...NO_VARIANCE, interval };
  }
  const errors = influences(clusters, heads, rate);
  const standardError = jackknife(errors);
  const half = studentDeviate(level, certifications - 1) * standardError;
  return {
    ...{ status: 'COMPUTED', certifications, standardError },
    designEffect: standardError ** 2 / (variance / heads),
    interval: {
      lower: Math.max(0, rate - half),
      upper: Math.min(100, rate + half),
      level,
      method: 'JACKKNIFE',
    },
  };
}

const WITHHELD = {
  status: 'TOO_FEW_CERTIFICATIONS',
  standardError: null,
  designEffect: null,
  interval: null,
} as const;

const NO_VARIANCE = { standardError: 0, designEffect: null } as const;

/**
 * The change of a pooled rate from one year to the next between certifications: jackknife over all
 * that have a rate in either.
 *
 * - Withheld when either year is, as `betweenCertifications` says.
 */
export function betweenChange(
  earlier: Clusters,
  later: Clusters,
  level: number,
  rule: BetweenRule,
): BetweenChange {
  const from = pool(earlier);
  const to = pool(later);
  const changes = new Map<number, number>();
  const errors = influences(earlier, from.heads, from.rate);
  for (const [place, row] of earlier.rows.entries()) changes.set(row, -(errors[place] ?? 0));
  const laterErrors = influences(later, to.heads, to.rate);
  for (const [place, row] of later.rows.entries()) {
    changes.set(row, (changes.get(row) ?? 0) + (laterErrors[place] ?? 0));
  }
  const certifications = changes.size;
  if (isTooFew(earlier, from.heads, rule) || isTooFew(later, to.heads, rule)) {
    return { ...NO_CHANGE, certifications };
  }
  const difference = to.rate - from.rate;
  const standardError = jackknife([...changes.values()]);
  const half = studentDeviate(level, certifications - 1) * standardError;
  return {
    ...{ status: 'COMPUTED', certifications, standardError },
    lower: difference - half,
    upper: difference + half,
    // Certifications that all moved by as much say nothing about how much others would.
    verdict:
      standardError === 0
        ? 'NOT_SIGNIFICANT'
        : changeVerdict({ difference, lower: difference - half, upper: difference + half }),
  };
}

const NO_CHANGE = {
  status: 'TOO_FEW_CERTIFICATIONS',
  ...{ standardError: null, lower: null, upper: null, verdict: null },
} as const;

/** The same over the certifications that have a rate in both years. */
export function likeForLikeChange(
  earlier: Clusters,
  later: Clusters,
  level: number,
  rule: BetweenRule,
): LikeForLikeChange {
  const kept = inBoth(earlier, later);
  if (kept[0].rows.length === 0) {
    return { ...NO_CHANGE, certifications: 0, ...{ from: null, to: null, difference: null } };
  }
  const from = pool(kept[0]).rate;
  const to = pool(kept[1]).rate;
  return { ...betweenChange(...kept, level, rule), from, to, difference: to - from };
}

/** The certifications that two years share, as each of them has them. */
function inBoth(earlier: Clusters, later: Clusters): readonly [Clusters, Clusters] {
  const placeLater = new Map<number, number>();
  for (const [place, row] of later.rows.entries()) placeLater.set(row, place);
  const places: [number[], number[]] = [[], []];
  for (const [place, row] of earlier.rows.entries()) {
    const other = placeLater.get(row);
    if (other === undefined) continue;
    places[0].push(place);
    places[1].push(other);
  }
  return [at(earlier, places[0]), at(later, places[1])];
}

function at({ rows, heads, rates }: Clusters, places: readonly number[]): Clusters {
  return {
    rows: Int32Array.from(places, (place) => rows[place] ?? -1),
    heads: Float64Array.from(places, (place) => heads[place] ?? 0),
    rates: Float64Array.from(places, (place) => rates[place] ?? 0),
  };
}

/** Σ N, and Σ N·r / Σ N in percent; NaN without heads. */
function pool({ heads, rates }: Clusters): { readonly heads: number; readonly rate: number } {
  let sum = 0;
  let weighted = 0;
  for (const [place, each] of heads.entries()) {
    sum += each;
    weighted += each * (rates[place] ?? 0);
  }
  return { heads: sum, rate: weighted / sum };
}

function isTooFew(
  { heads }: Clusters,
  sum: number,
  { fewestCertifications }: BetweenRule,
): boolean {
  return heads.length < Math.max(2, fewestCertifications) || heads.some((each) => each === sum);
}

/** How much each certification moves the pooled rate, percentage points. */
function influences({ heads, rates }: Clusters, sum: number, rate: number): Float64Array {
  return heads.map((each, place) => {
    const left = 1 - each / sum;
    return left === 0 ? 0 : (each * ((rates[place] ?? 0) - rate)) / (sum * left);
  });
}

/** √((C − 1)/C · Σ e²). */
function jackknife(errors: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < errors.length; place++) sum += (errors[place] ?? 0) ** 2;
  return Math.sqrt(((errors.length - 1) / errors.length) * sum);
}
