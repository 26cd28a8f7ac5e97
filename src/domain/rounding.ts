// A decimal string is read exactly by Intl, where a number would bring its binary error along:
// 1.005 is slightly less than 1.005, and `toFixed(2)` makes it 1.00.
const TWO_DECIMALS = new Intl.NumberFormat('en-US', {
  maximumFractionDigits: 2,
  useGrouping: false,
  roundingMode: 'halfExpand',
});

/**
 * Decimals within which a figure that is half of a hundredth is taken for one: sums and differences
 * of exact figures are off by their binary error, which is a thousandth of that.
 */
const EXACT_DECIMALS = 11;

/**
 * A computed percentage at two decimals, half away from zero: the only rounding of the product,
 * done last, on the way out. What is rounded has 11 decimals, so that a half is a half however it
 * was computed: 1.005 gives 1.01, and 70 − 78.705, which is -8.704999999999998, gives -8.71. Never
 * gives -0.
 *
 * - Callers keep null: there is no rounding of a missing figure.
 * - Throws `RangeError` for NaN and the infinities, which no figure can be.
 * - Source: docs/method.md#rounding.
 */
export function roundPercentage(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a figure: give a number`);
  const hundredths = value * 100;
  const nearest = Math.round(hundredths);
  // Away from a half, where the binary error cannot tip it, arithmetic does and is much faster.
  if (Math.abs(hundredths - nearest) < 0.499 && Math.abs(nearest) < 1e9) return nearest / 100 + 0;
  return Number(TWO_DECIMALS.format(value.toFixed(EXACT_DECIMALS) as `${number}`)) + 0;
}
