import type { CodeLabels } from '../../bilingual.ts';
import { USUAL_LEVEL, wilsonInterval, zOf } from '../../rate/interval.ts';
import { SMALLEST_PERTURBED_BASE, type Suppressed } from './suppression.ts';

/** How a rate of perturbed counts is shown. */
export const PERTURBED_RATE_STATUSES = [
  'SHOWN',
  'UNDER_5_PERCENT',
  'OVER_95_PERCENT',
  'SUPPRESSED',
] as const;

export type PerturbedRateStatus = (typeof PERTURBED_RATE_STATUSES)[number];

export const PERTURBED_RATE_STATUS_LABELS: CodeLabels<PerturbedRateStatus> = {
  SHOWN: { fr: 'Affiché', en: 'Shown' },
  UNDER_5_PERCENT: { fr: 'Moins de 5\u00a0%', en: 'Under 5%' },
  OVER_95_PERCENT: { fr: 'Plus de 95\u00a0%', en: 'Over 95%' },
  SUPPRESSED: { fr: 'Masqué', en: 'Suppressed' },
};

/** A rate of perturbed counts in whole percents. */
export interface ShownPerturbedRate {
  readonly status: 'SHOWN';
  readonly percent: number;
  /** Standard deviation that the noise adds, in percentage points, unrounded. */
  readonly noiseDeviation: number;
  /** Bounds with the noise, in whole percents rounded outwards, so that they contain the rate. */
  readonly interval: { readonly lower: number; readonly upper: number; readonly level: number };
}

export type PerturbedRate =
  | ShownPerturbedRate
  | { readonly status: 'UNDER_5_PERCENT' | 'OVER_95_PERCENT' }
  | Suppressed;

/** Perturbed base from which a rate near 0 or 100 has a bound. */
const BOUND_BASE = 50;
/** A perturbed numerator, or rest, up to this is near certain: 2 of 50 are under 5 %. */
const NEAR_CERTAIN_UP_TO = 2;

/**
 * The rate of two perturbed counts, in whole percents. Everything is decided on perturbed counts:
 * deciding on true ones would tell something of them.
 *
 * - `SUPPRESSED`, `SMALL_BASE`: the perturbed base is under 20.
 * - The perturbed numerator, or the rest of the base, is 2 or less: `UNDER_5_PERCENT` or
 *   `OVER_95_PERCENT` from a perturbed base of 50 on, else `SUPPRESSED`, `NEAR_CERTAIN`. So a
 *   numerator that the noise made larger than its base is never shown.
 * - `variance`: that of the noise of either count, from `noiseSize`.
 * - The interval is Wilson's on the perturbed base, each side widened by the noise: with a half-width
 *   w of that side and the noise's standard deviation s, √(w² + z²·s²), within 0 to 100.
 * - Throws `BadUserInputError` for a level that is not strictly between 0.5 and 1.
 * - Source: docs/surveys.md.
 */
export function perturbedRate(
  { numerator, base }: { readonly numerator: number; readonly base: number },
  variance: number,
  level = USUAL_LEVEL,
): PerturbedRate {
  const z = zOf(level);
  if (!(base >= SMALLEST_PERTURBED_BASE)) return { status: 'SUPPRESSED', reason: 'SMALL_BASE' };
  const low = numerator <= NEAR_CERTAIN_UP_TO;
  if (low || base - numerator <= NEAR_CERTAIN_UP_TO) {
    if (base < BOUND_BASE) return { status: 'SUPPRESSED', reason: 'NEAR_CERTAIN' };
    return { status: low ? 'UNDER_5_PERCENT' : 'OVER_95_PERCENT' };
  }
  const rate = (100 * numerator) / base;
  const noiseDeviation = (100 * Math.sqrt(variance * (1 + (rate / 100) ** 2))) / base;
  const wilson = wilsonInterval(rate, base, level) ?? { lower: 0, upper: 100 };
  const widened = (halfWidth: number) => Math.hypot(halfWidth, z * noiseDeviation);
  return {
    status: 'SHOWN',
    percent: Math.round(rate),
    noiseDeviation,
    interval: {
      lower: Math.max(0, Math.floor(rate - widened(rate - wilson.lower))),
      upper: Math.min(100, Math.ceil(rate + widened(wilson.upper - rate))),
      level,
    },
  };
}
