import type { MethodChoices } from '../method.ts';

/** How far a rate can be relied on, by the heads it stands on: docs/method.md#reliability. */
export const RELIABILITIES = ['VERY_LOW', 'LOW', 'MODERATE', 'GOOD'] as const;

export type Reliability = (typeof RELIABILITIES)[number];

/** What a rate stands on. */
export interface Footing {
  /** Heads; null = not known. */
  readonly base: number | null;
  /** Percent of the certified whose cohort publishes the rate; null for a single cohort, or nobody. */
  readonly coverage: number | null;
}

/**
 * The reliability of a rate from its base: `VERY_LOW` under 11 heads, `LOW` 11 to 19, `MODERATE` 20
 * to 49, `GOOD` from 50 on; at most `MODERATE` when it speaks of less than half of the certified, at
 * most `LOW` under a fifth. The bounds are the method's.
 *
 * - null without a base: not known, or nobody.
 */
export function reliabilityOf(
  { base, coverage }: Footing,
  { reliabilityFrom, reliabilityCoverage }: ReliabilityBounds,
): Reliability | null {
  if (base === null || base <= 0) return null;
  const byBase = reliabilityFrom.filter((from) => base >= from).length;
  const byCoverage =
    coverage === null ? HIGHEST : 1 + reliabilityCoverage.filter((from) => coverage >= from).length;
  return RELIABILITIES[Math.min(byBase, byCoverage)] ?? null;
}

const HIGHEST = RELIABILITIES.length - 1;

/** From which bases, and which coverage, a rate is how reliable. */
export type ReliabilityBounds = Readonly<
  Record<keyof Pick<MethodChoices, 'reliabilityFrom' | 'reliabilityCoverage'>, readonly number[]>
>;
