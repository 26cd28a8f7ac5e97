import { arcsineOf } from './funnel.ts';
import { normalDeviate } from './normal.ts';

/** How much peers differ beyond chance: Spiegelhalter's estimates on the arcsine scale. */
export interface Overdispersion {
  /** Peers that it was estimated from. */
  readonly peers: number;
  /** Mean of the winsorised squared deviates, 1 when chance explains all. */
  readonly phi: number;
  /** Variance between certifications; 0 when chance explains all. */
  readonly tauSquared: number;
}

/** A peer on the arcsine scale. */
export interface FunnelPeers {
  readonly count: number;
  /** Arcsine of the rate of a peer, in any order. */
  readonly arcsine: (place: number) => number;
  /** Heads. */
  readonly base: (place: number) => number;
}

/** The share of the peers at either end that is drawn in, and the fewest peers that it takes. */
export interface Winsorising {
  readonly share: number;
  readonly fewest: number;
}

/**
 * Overdispersion of peers around their pooled rate, percent.
 *
 * - null under the fewest peers.
 * - Source: docs/method.md#funnel (Spiegelhalter 2005, with the second moment of a winsorised
 *   standard normal deviate [ours]).
 */
export function overdispersion(
  peers: FunnelPeers,
  centreRate: number,
  { share, fewest }: Winsorising,
): Overdispersion | null {
  const { count } = peers;
  if (count < fewest) return null;
  const centre = arcsineOf(centreRate);
  const deviates = new Float64Array(count);
  let weights = 0;
  let squares = 0;
  for (let place = 0; place < count; place++) {
    const weight = 4 * peers.base(place);
    deviates[place] = (peers.arcsine(place) - centre) * Math.sqrt(weight);
    weights += weight;
    squares += weight * weight;
  }
  const lower = quantileWithin(deviates, share);
  const upper = quantileWithin(deviates, 1 - share);
  let sum = 0;
  for (const deviate of deviates) sum += Math.min(upper, Math.max(lower, deviate)) ** 2;
  const phi = sum / (winsorisedMoment(share) * count);
  const tauSquared = Math.max(0, (count * phi - (count - 1)) / (weights - squares / weights));
  return { peers: count, phi, tauSquared };
}

/** Second moment of a standard normal deviate that is drawn in at so many of either end. */
function winsorisedMoment(share: number): number {
  // Nothing is drawn in, to bounds that are infinite.
  if (share === 0) return 1;
  const within = 1 - 2 * share;
  const bound = normalDeviate(within);
  const density = Math.exp((-bound * bound) / 2) / Math.sqrt(2 * Math.PI);
  return within - 2 * bound * density + 2 * share * bound * bound;
}

/** A quantile as `percentile_cont` gives it. Reorders the values. */
function quantileWithin(values: Float64Array, share: number): number {
  const position = share * (values.length - 1);
  const below = Math.floor(position);
  const low = select(values, below);
  if (position === below) return low;
  let high = Number.POSITIVE_INFINITY;
  for (let place = below + 1; place < values.length; place++) {
    high = Math.min(high, values[place] ?? 0);
  }
  return low + (position - below) * (high - low);
}

/**
 * The value at a place of the ascending order; smaller ones are moved before it, larger ones after.
 * Sorting them all takes four times as long, and this is done for each certification.
 */
function select(values: Float64Array, wanted: number): number {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = values[(from + to) >>> 1] ?? 0;
    let left = from;
    let right = to;
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left += 1;
      while ((values[right] ?? 0) > pivot) right -= 1;
      if (left > right) break;
      const held = values[left] ?? 0;
      values[left] = values[right] ?? 0;
      values[right] = held;
      left += 1;
      right -= 1;
    }
    if (wanted <= right) to = right;
    else if (wanted >= left) from = left;
    else break;
  }
  return values[wanted] ?? Number.NaN;
}
