import { zOf } from './interval.ts';

/** Where a rate stands among the limits of a funnel plot around the peers' pooled rate. */
export const FUNNEL_POSITIONS = [
  'BELOW_99_8',
  'BELOW_95',
  'WITHIN',
  'ABOVE_95',
  'ABOVE_99_8',
] as const;

export type FunnelPosition = (typeof FUNNEL_POSITIONS)[number];

/** Limits of a funnel at one level, in percent, unrounded. */
export interface FunnelLimits {
  readonly level: number;
  readonly lower: number;
  readonly upper: number;
}

/** Under this base, in heads, the normal law is too coarse and the binomial law is used. */
const EXACT_UNDER = 30;

/** Above what sums of probabilities err by: 0.1³ is less than 0.001 in binary fractions. */
const BINARY_ERROR = 1e-12;

const WIDE = 0.998;
const NARROW = 0.95;

/**
 * Limits between which a rate on `base` heads lies by chance alone, when the true rate is that of
 * the peers (percent): p0 ± z·√(p0(1−p0)/base), cut at 0 and 100. Under a base of 30 the limits are
 * the exact binomial quantiles: the smallest counts whose cumulated probability reaches
 * (1 − level)/2 and (1 + level)/2.
 *
 * - null when the base is not positive.
 * - Throws `RangeError` for a rate outside 0 to 100.
 * - Source: docs/method.md#benchmark.
 */
export function funnelLimits(peerRate: number, base: number, level: number): FunnelLimits | null {
  if (!(peerRate >= 0 && peerRate <= 100)) {
    throw new RangeError(`rate ${peerRate} is not a percentage: 0 to 100 is accepted`);
  }
  if (!(base > 0)) return null;
  const p = peerRate / 100;
  if (base < EXACT_UNDER) return { level, ...exactLimits(p, base, level) };
  const half = 100 * zOf(level) * Math.sqrt((p * (1 - p)) / base);
  return { level, lower: Math.max(0, peerRate - half), upper: Math.min(100, peerRate + half) };
}

/**
 * The position of a rate on `base` heads in the funnel around the peers' pooled rate: outside the
 * limits of 99.8 %, outside those of 95 %, or within.
 *
 * - null when the base is not positive.
 * - Throws as `funnelLimits` does.
 */
export function funnelPosition(
  rate: number,
  base: number,
  peerRate: number,
): FunnelPosition | null {
  const wide = funnelLimits(peerRate, base, WIDE);
  const narrow = funnelLimits(peerRate, base, NARROW);
  if (!wide || !narrow) return null;
  if (rate < wide.lower) return 'BELOW_99_8';
  if (rate > wide.upper) return 'ABOVE_99_8';
  if (rate < narrow.lower) return 'BELOW_95';
  return rate > narrow.upper ? 'ABOVE_95' : 'WITHIN';
}

/** Both levels that a funnel is drawn with, the narrow one first. */
export function funnelOf(peerRate: number, base: number): FunnelLimits[] {
  return [NARROW, WIDE].flatMap((level) => funnelLimits(peerRate, base, level) ?? []);
}

function exactLimits(p: number, base: number, level: number) {
  // A base is whole: it sums heads.
  const quantile = (share: number) => {
    let cumulated = 0;
    for (let count = 0; count < base; count++) {
      cumulated += binomial(base, count, p);
      if (cumulated >= share - BINARY_ERROR) return (100 * count) / base;
    }
    return 100;
  };
  return { lower: quantile((1 - level) / 2), upper: quantile((1 + level) / 2) };
}

function binomial(trials: number, count: number, p: number): number {
  let ways = 1;
  for (let i = 1; i <= count; i++) ways *= (trials - count + i) / i;
  return ways * p ** count * (1 - p) ** (trials - count);
}
