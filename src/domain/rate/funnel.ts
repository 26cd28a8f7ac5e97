import { binomialQuantiles } from './distributions.ts';
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

/**
 * How limits are drawn. `EXACT`: quantiles of the binomial law. `UNADJUSTED`: on the arcsine scale,
 * for chance alone. `ADJUSTED`: likewise, and for how much certifications differ beyond chance.
 */
export const FUNNEL_KINDS = ['ADJUSTED', 'UNADJUSTED', 'EXACT'] as const;
export type FunnelKind = (typeof FUNNEL_KINDS)[number];

/** Limits of a funnel at one level, in percent, unrounded. */
export interface FunnelLimits {
  readonly level: number;
  readonly lower: number;
  readonly upper: number;
}

/** What a funnel is drawn around: the peers' pooled rate, percent, and their overdispersion. */
export interface FunnelCentre {
  readonly rate: number;
  /** Variance between certifications on the arcsine scale, τ²; null when it cannot be told. */
  readonly tauSquared: number | null;
}

const WIDE = 0.998;
const NARROW = 0.95;

/** The arcsine of a rate in percent: its standard error on n heads is 1/(2√n), whatever the rate. */
export function arcsineOf(rate: number): number {
  return Math.asin(Math.sqrt(rate / 100));
}

/**
 * Both levels that a funnel is drawn with on so many heads, the narrow one first.
 *
 * - None when the base is not positive, and of the adjusted funnel when τ² is not known.
 * - Throws `RangeError` for a rate outside 0 to 100.
 * - Source: docs/method.md#funnel.
 */
export function funnelLimits(kind: FunnelKind, centre: FunnelCentre, base: number): FunnelLimits[] {
  if (!(centre.rate >= 0 && centre.rate <= 100)) {
    throw new RangeError(`rate ${centre.rate} is not a percentage: 0 to 100 is accepted`);
  }
  const between = kind === 'ADJUSTED' ? centre.tauSquared : 0;
  if (!(base > 0) || between === null) return [];
  if (kind === 'EXACT') return exactLimits(centre.rate / 100, base);
  const middle = arcsineOf(centre.rate);
  const error = Math.sqrt(1 / (4 * base) + between);
  return [NARROW, WIDE].map((level) => {
    const half = zOf(level) * error;
    return { level, lower: percentAt(middle - half), upper: percentAt(middle + half) };
  });
}

/**
 * How many standard errors a rate on so many heads lies from the centre, on the arcsine scale.
 * Negative = below.
 */
export function funnelDeviate(rate: number, base: number, centreRate: number, tauSquared: number) {
  const error = Math.sqrt(1 / (4 * base) + tauSquared);
  return (arcsineOf(rate) - arcsineOf(centreRate)) / error;
}

/**
 * The position of a rate on so many heads: outside the limits of 99.8 %, strictly outside those of
 * 95 %, or within.
 *
 * - null where there are no limits.
 */
export function funnelPosition(
  kind: FunnelKind,
  centre: FunnelCentre,
  { rate, base }: { readonly rate: number; readonly base: number },
): FunnelPosition | null {
  if (kind !== 'EXACT') {
    const between = kind === 'ADJUSTED' ? centre.tauSquared : 0;
    if (!(base > 0) || between === null) return null;
    return positionAt(funnelDeviate(rate, base, centre.rate, between));
  }
  const [narrow, wide] = funnelLimits(kind, centre, base);
  if (!narrow || !wide) return null;
  if (rate < wide.lower) return 'BELOW_99_8';
  if (rate > wide.upper) return 'ABOVE_99_8';
  if (rate < narrow.lower) return 'BELOW_95';
  return rate > narrow.upper ? 'ABOVE_95' : 'WITHIN';
}

const NARROW_Z = zOf(NARROW);
const WIDE_Z = zOf(WIDE);

function positionAt(deviate: number): FunnelPosition {
  const distance = Math.abs(deviate);
  if (distance <= NARROW_Z) return 'WITHIN';
  if (deviate < 0) return distance > WIDE_Z ? 'BELOW_99_8' : 'BELOW_95';
  return distance > WIDE_Z ? 'ABOVE_99_8' : 'ABOVE_95';
}

function percentAt(angle: number): number {
  return 100 * Math.sin(Math.min(Math.PI / 2, Math.max(0, angle))) ** 2;
}

/** A base is whole: it sums heads. */
function exactLimits(p: number, base: number): FunnelLimits[] {
  const shares = [(1 - WIDE) / 2, (1 - NARROW) / 2, (1 + NARROW) / 2, (1 + WIDE) / 2];
  const [wideLower = 0, lower = 0, upper = 0, wideUpper = 0] = binomialQuantiles(
    base,
    p,
    shares,
  ).map((count) => (100 * count) / base);
  return [
    { level: NARROW, lower, upper },
    { level: WIDE, lower: wideLower, upper: wideUpper },
  ];
}
