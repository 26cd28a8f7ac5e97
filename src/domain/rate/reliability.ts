/** How far a rate can be relied on, by the heads it stands on: docs/method.md#reliability. */
export const RELIABILITIES = ['VERY_LOW', 'LOW', 'MODERATE', 'GOOD'] as const;

export type Reliability = (typeof RELIABILITIES)[number];

/**
 * The reliability of a rate from its base, in heads: `VERY_LOW` under 11, `LOW` 11 to 19,
 * `MODERATE` 20 to 49, `GOOD` from 50 on.
 *
 * - null without a base: not known, or nobody.
 */
export function reliabilityOf(base: number | null): Reliability | null {
  if (base === null || base <= 0) return null;
  if (base < 11) return 'VERY_LOW';
  if (base < 20) return 'LOW';
  return base < 50 ? 'MODERATE' : 'GOOD';
}
