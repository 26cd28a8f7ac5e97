import { type FunnelPosition, funnelPosition } from '../rate/funnel.ts';
import { wilsonInterval } from '../rate/interval.ts';
import { type Ascending, quartilesAt } from './quantile.ts';

/** Under this number of peers a comparison is withheld. */
export const FEWEST_PEERS = 5;

/** Under this base, in heads, a certification stays out of rankings. */
export const RANKED_FROM = 20;

/** Confidence level of the own interval that `excludesMedian` looks at. */
const LEVEL = 0.95;

export const BENCHMARK_STATUSES = [
  'COMPARED',
  'INSUFFICIENT_PEERS',
  'NO_OWN_RATE',
  'NOT_APPLICABLE',
] as const;

export type BenchmarkStatus = (typeof BENCHMARK_STATUSES)[number];

/** A pooled rate: percent 0 to 100, unrounded, null when there is none, on a base in heads. */
export interface ComparedRate {
  readonly value: number | null;
  readonly base: number;
}

/** The pooled rates of a set of peers, ascending. Percent, 0 to 100, unrounded. */
export interface PeerRates extends Ascending {
  /** How many are below a rate, and how many equal it. */
  readonly below: (rate: number) => number;
  readonly equal: (rate: number) => number;
  /** Σ N·r over all the peers' cohorts whose rate is published. */
  readonly weighted: number;
  /** Heads: Σ N of the same cohorts. */
  readonly base: number;
}

/** A rate beside those of its peers; everything but the count is null when it is withheld. */
export interface PeerComparison {
  readonly status: BenchmarkStatus;
  readonly peerCount: number;
  /** Percent, unrounded: of the peers' own pooled rates, unweighted. */
  readonly peerMedian: number | null;
  readonly peerLowerQuartile: number | null;
  readonly peerUpperQuartile: number | null;
  /** Percent, unrounded: Σ N·r / Σ N over all the peers' cohorts. */
  readonly peerPooled: number | null;
  /** Percent of the peers below, half of the equal ones added: mid-rank. */
  readonly percentile: number | null;
  /** Percentage points: own rate minus the peers' median. */
  readonly difference: number | null;
  /** Whether the own 95 % interval leaves the peers' median out. */
  readonly excludesMedian: boolean | null;
  readonly funnel: FunnelPosition | null;
  /** Whether the base is large enough for rankings. */
  readonly ranked: boolean;
}

/**
 * Compares a pooled rate with those of its peers. Under five peers only their number is given;
 * without an own rate the peers' figures are given and the comparison is not.
 *
 * - Source: docs/method.md#benchmark.
 */
export function compareWithPeers(own: ComparedRate, peers: PeerRates): PeerComparison {
  const peerCount = peers.count;
  const ranked = own.value !== null && own.base >= RANKED_FROM;
  const quartiles = quartilesAt(peers);
  if (peerCount < FEWEST_PEERS || !quartiles) {
    return { ...WITHHELD, status: 'INSUFFICIENT_PEERS', peerCount, ranked };
  }
  const peerPooled = peers.base > 0 ? peers.weighted / peers.base : null;
  const figures = {
    peerCount,
    peerMedian: quartiles.median,
    peerLowerQuartile: quartiles.lower,
    peerUpperQuartile: quartiles.upper,
    peerPooled,
    ranked,
  };
  const { value, base } = own;
  if (value === null) return { ...WITHHELD, ...figures, status: 'NO_OWN_RATE' };
  const interval = wilsonInterval(value, base, LEVEL);
  return {
    ...figures,
    status: 'COMPARED',
    percentile: midRank(value, peers),
    difference: value - quartiles.median,
    excludesMedian: interval && !contains(interval, quartiles.median),
    funnel: peerPooled === null ? null : funnelPosition(value, base, peerPooled),
  };
}

/** What is said of a certification that no rate applies to: nothing. */
export const NO_COMPARISON: PeerComparison = {
  ...{ status: 'NOT_APPLICABLE', peerCount: 0, ranked: false },
  ...{ peerMedian: null, peerLowerQuartile: null, peerUpperQuartile: null, peerPooled: null },
  ...{ percentile: null, difference: null, excludesMedian: null, funnel: null },
};

const WITHHELD = NO_COMPARISON;

function contains({ lower, upper }: { lower: number; upper: number }, value: number): boolean {
  return lower <= value && value <= upper;
}

/** `100·(L + T/2)/K`: L values below, T equal, K in all. */
function midRank(value: number, { below, equal, count }: PeerRates): number {
  return (100 * (below(value) + equal(value) / 2)) / count;
}
