/** As many as the readers of the sources accept; more are not looked at. */
const MOST_DECIMALS = 6;

/** The fewest and the most persons that a rate may stand for, ends included. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Whether whole numbers of persons can stand behind the published rates of one cohort at one
 * horizon: n respondents, 1 ≤ n ≤ certified, and for each rate x of them, the rate being 100·x/n
 * rounded to the decimals it is published with. A half may have been rounded either way. Rates
 * are in percent and from the widest down, each counting some of those whom the one before it
 * counts: the global one, then the one in the target occupation.
 *
 * - False when nobody was certified; else true when no rate is published.
 * - Exact up to 45 million certified. Takes at most `certified` steps, and 200 for whole rates.
 *
 * Source: docs/method.md#findings.
 */
export function hasPossibleCounts(certified: number, rates: readonly number[]): boolean {
  const decimals = Math.max(0, ...rates.map(decimalsOf));
  // Of so many respondents, half a unit of the last decimal is one person.
  const whole = 200 * 10 ** decimals;
  const ranges = rates.map((rate) => rangeOf(rate, decimals));
  // If any n has counts, `whole` has: move each rate up to the end of its range, or to the one
  // before it where that is lower, and all are whole numbers of persons. So without counts here
  // there are none at all, and with counts here none need be sought from `whole` certified on.
  if (!descends(ranges, whole)) return false;
  if (certified >= whole) return true;
  for (let n = 1; n <= certified; n++) {
    const counts = ranges.map(({ low, high }) => ({
      low: Math.ceil((low * n) / whole),
      high: Math.floor((high * n) / whole),
    }));
    if (descends(counts, n)) return true;
  }
  return false;
}

/** Decimals that a rate is written with, 6 at most: 86.5 has one. */
function decimalsOf(rate: number): number {
  let decimals = 0;
  while (decimals < MOST_DECIMALS && scaled(rate, decimals) / 10 ** decimals !== rate) decimals++;
  return decimals;
}

/** A rate in units of a decimal: 865 for 86.5 and 1. */
function scaled(rate: number, decimals: number): number {
  return Math.round(rate * 10 ** decimals);
}

/** Of 200·10^decimals respondents, the persons whose share is rounded to this rate. */
function rangeOf(rate: number, decimals: number): Bounds {
  const own = decimalsOf(rate);
  const unit = 10 ** (decimals - own);
  const centre = 2 * scaled(rate, own);
  return { low: (centre - 1) * unit, high: (centre + 1) * unit };
}

/** Whether each can have a number within its bounds, none above `most` or the one before it. */
function descends(bounds: readonly Bounds[], most: number): boolean {
  let before = most;
  return bounds.every(({ low, high }) => {
    before = Math.min(before, high);
    return before >= low;
  });
}
