import type { MethodChoices } from '../method.ts';
import {
  type FunnelCentre,
  type FunnelPosition,
  funnelDeviate,
  funnelPosition,
} from '../rate/funnel.ts';
import { wilsonInterval } from '../rate/interval.ts';
import { twoSidedProbability } from '../rate/normal.ts';
import { type FunnelPeers, type Overdispersion, overdispersion } from '../rate/overdispersion.ts';
import { type MedianInterval, medianInterval } from './median-interval.ts';
import { type Ascending, quartilesAt } from './quantile.ts';

/** Confidence level of the own interval that `excludesMedian` looks at, and of the median's. */
const LEVEL = 0.95;

export const BENCHMARK_STATUSES = [
  'COMPARED',
  'INSUFFICIENT_PEERS',
  'NO_OWN_RATE',
  'NOT_APPLICABLE',
] as const;

export type BenchmarkStatus = (typeof BENCHMARK_STATUSES)[number];

/** What may be said of a rate beside those of its peers. */
export const BENCHMARK_VERDICTS = [
  'BELOW',
  'ABOVE',
  'NOT_DISTINGUISHABLE',
  'INSUFFICIENT',
] as const;
export type BenchmarkVerdict = (typeof BENCHMARK_VERDICTS)[number];

/** A pooled rate: percent 0 to 100, unrounded, null when there is none, on a base in heads. */
export interface ComparedRate {
  readonly value: number | null;
  readonly base: number;
}

/** The pooled rates of a set of peers, ascending. Percent, 0 to 100, unrounded. */
export interface PeerRates extends Ascending, FunnelPeers {
  /** How many are below a rate, and how many equal it. */
  readonly below: (rate: number) => number;
  readonly equal: (rate: number) => number;
  /** Σ N·r over all the peers' cohorts whose rate is published. */
  readonly weighted: number;
  /** Heads: Σ N of the same cohorts. */
  readonly heads: number;
}

/** A rate beside those of its peers; everything but the count is null when it is withheld. */
export interface PeerComparison {
  readonly status: BenchmarkStatus;
  /** null without a rate to judge. */
  readonly verdict: BenchmarkVerdict | null;
  readonly peerCount: number;
  /** Percent, unrounded: of the peers' own pooled rates, unweighted. */
  readonly peerMedian: number | null;
  readonly peerMedianInterval: MedianInterval | null;
  readonly peerLowerQuartile: number | null;
  readonly peerUpperQuartile: number | null;
  /** Percent, unrounded: Σ N·r / Σ N over all the peers' cohorts. */
  readonly peerPooled: number | null;
  /** null under the fewest peers of a funnel. */
  readonly overdispersion: Overdispersion | null;
  /** Percent of the peers below, half of the equal ones added: mid-rank. */
  readonly percentile: number | null;
  /** Percentage points: own rate minus the peers' median. */
  readonly difference: number | null;
  /** Whether the own 95 % interval leaves the peers' median out. */
  readonly excludesMedian: boolean | null;
  /** Position in the funnel that is adjusted for overdispersion, which decides. */
  readonly funnel: FunnelPosition | null;
  /** Standard errors from the centre of that funnel; negative = below. */
  readonly deviate: number | null;
  /** Probability of being as far from it by chance, 0 to 1. */
  readonly pValue: number | null;
  /** Whether the base is large enough for rankings and there is something to rank among. */
  readonly ranked: boolean;
}

/**
 * Compares a pooled rate with those of its peers. Under the fewest peers only their number is given;
 * without an own rate the peers' figures are given and the comparison is not.
 *
 * - Source: docs/method.md#benchmark.
 */
export function compareWithPeers(
  own: ComparedRate,
  peers: PeerRates,
  method: MethodChoices,
): PeerComparison {
  const peerCount = peers.count;
  const quartiles = quartilesAt(peers);
  if (peerCount < method.fewestPeers || !quartiles) {
    const verdict = own.value === null ? null : 'INSUFFICIENT';
    return { ...WITHHELD, status: 'INSUFFICIENT_PEERS', verdict, peerCount };
  }
  const peerPooled = peers.heads > 0 ? peers.weighted / peers.heads : null;
  const spread =
    peerPooled === null
      ? null
      : overdispersion(peers, peerPooled, {
          share: method.winsorised,
          fewest: method.fewestFunnelPeers,
        });
  const figures = {
    peerCount,
    peerMedian: quartiles.median,
    peerMedianInterval: medianInterval(peers, LEVEL),
    peerLowerQuartile: quartiles.lower,
    peerUpperQuartile: quartiles.upper,
    ...{ peerPooled, overdispersion: spread },
  };
  const { value: rate, base } = own;
  if (rate === null) return { ...WITHHELD, ...figures, status: 'NO_OWN_RATE' };
  const interval = wilsonInterval(rate, base, LEVEL);
  const excludesMedian = interval && !contains(interval, quartiles.median);
  const placed = placeInFunnel({ rate, base }, peerPooled, spread);
  const ranked = base >= method.rankedFrom;
  return {
    ...{ ...figures, ...placed, excludesMedian, ranked, status: 'COMPARED' },
    verdict: ranked ? verdictOf(placed.funnel, excludesMedian) : 'INSUFFICIENT',
    percentile: midRank(rate, peers),
    difference: rate - quartiles.median,
  };
}

/** The centre of the funnel of a comparison; null when there are no peers to draw it from. */
export function funnelCentre({ peerPooled, overdispersion }: PeerComparison): FunnelCentre | null {
  return peerPooled === null
    ? null
    : { rate: peerPooled, tauSquared: overdispersion?.tauSquared ?? null };
}

/** What is said of a certification that no rate applies to: nothing. */
export const NO_COMPARISON: PeerComparison = {
  ...{ status: 'NOT_APPLICABLE', verdict: null, peerCount: 0, ranked: false },
  ...{ peerMedian: null, peerMedianInterval: null, peerLowerQuartile: null },
  ...{ peerUpperQuartile: null, peerPooled: null, overdispersion: null, percentile: null },
  ...{ difference: null, excludesMedian: null, funnel: null, deviate: null, pValue: null },
};

const WITHHELD = NO_COMPARISON;

function placeInFunnel(
  own: { readonly rate: number; readonly base: number },
  peerPooled: number | null,
  spread: Overdispersion | null,
) {
  if (peerPooled === null || !spread || !(own.base > 0)) {
    return { funnel: null, deviate: null, pValue: null };
  }
  const { tauSquared } = spread;
  const deviate = funnelDeviate(own.rate, own.base, peerPooled, tauSquared);
  const funnel = funnelPosition('ADJUSTED', { rate: peerPooled, tauSquared }, own);
  return { funnel, deviate, pValue: twoSidedProbability(deviate) };
}

/** Below or above only where the funnel and the own interval say the same. */
function verdictOf(
  funnel: FunnelPosition | null,
  excludesMedian: boolean | null,
): BenchmarkVerdict {
  if (funnel === null) return 'INSUFFICIENT';
  if (funnel === 'WITHIN' || !excludesMedian) return 'NOT_DISTINGUISHABLE';
  return funnel.startsWith('BELOW') ? 'BELOW' : 'ABOVE';
}

function contains({ lower, upper }: { lower: number; upper: number }, value: number): boolean {
  return lower <= value && value <= upper;
}

/** `100·(L + T/2)/K`: L values below, T equal, K in all. */
function midRank(value: number, { below, equal, count }: PeerRates): number {
  return (100 * (below(value) + equal(value) / 2)) / count;
}
