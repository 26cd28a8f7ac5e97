/** What a law of whole numbers with mean 0 is held to. */
export interface EntropyConstraints {
  /** An upper bound; above the least variance that a law of mean 0 on the values can have. */
  readonly variance: number;
  /** Whether probabilities may not fall from the smallest value up to 0; needs 0 among the values. */
  readonly monotone: boolean;
}

/**
 * The law of mean 0 with the largest entropy on some whole numbers: the probability of each, in
 * their order. It needs no optimiser: p(v) ∝ exp(a·v + b·v²) with b ≤ 0, where values whose
 * probabilities would fall on the way up to 0 share one, by the averages of v and v² among them.
 *
 * For a given b, the mean rises with a; with that a, the variance rises with b: both are the
 * gradient of a convex function, the dual of the problem. Pooling inside that function, instead of
 * pooling a solution and solving again, keeps it convex, so that two bisections find the optimum.
 *
 * - `values` ascend, with one below 0 and one above it, or are 0 alone.
 * - The variance of b = 0 is the widest; a larger bound is not reached.
 * - Source: docs/surveys.md, and the closed form of T. Cover and J. Thomas, « Elements of
 *   Information Theory », chapter 12.
 */
export function maximumEntropy(
  values: readonly number[],
  { variance, monotone }: EntropyConstraints,
): number[] {
  const ascending = monotone ? values.indexOf(0) : -1;
  const law = (b: number) => centredLaw(values, b, ascending);
  const excess = (b: number) => momentOf(values, law(b), 2) - variance;
  if (excess(0) <= 0) return law(0);
  let low = -1;
  while (excess(low) > 0) low *= 2;
  return law(rootOf(excess, low, 0));
}

/** The law of mean 0 for a given b. */
function centredLaw(values: readonly number[], b: number, ascending: number): number[] {
  const mean = (a: number) => momentOf(values, tiltedLaw(values, { a, b }, ascending), 1);
  let [low, high] = [-1, 1];
  while (mean(low) > 0) low *= 2;
  while (mean(high) < 0) high *= 2;
  return tiltedLaw(values, { a: rootOf(mean, low, high), b }, ascending);
}

/** p(v) ∝ exp(a·v + b·v²), not falling up to the place `ascending`; -1 leaves all as they are. */
function tiltedLaw(
  values: readonly number[],
  { a, b }: { readonly a: number; readonly b: number },
  ascending: number,
): number[] {
  const weights = values.map((v) => a * v + b * v * v);
  if (ascending >= 0) pool(weights, ascending);
  const largest = Math.max(...weights);
  let total = 0;
  for (const [place, exponent] of weights.entries()) {
    const weight = Math.exp(exponent - largest);
    weights[place] = weight;
    total += weight;
  }
  return weights.map((weight) => weight / total);
}

/**
 * Averages the exponents that end at `last` until none before is larger. They are concave (b ≤ 0),
 * so that those that fall are the last ones: one pool is enough.
 */
function pool(exponents: number[], last: number): void {
  let average = exponents[last] ?? 0;
  let first = last;
  for (let before = exponents[first - 1]; before !== undefined; before = exponents[first - 1]) {
    if (before <= average) break;
    average += (before - average) / (last - first + 2);
    first -= 1;
  }
  exponents.fill(average, first, last + 1);
}

/** Σ p·v^power. */
function momentOf(values: readonly number[], law: readonly number[], power: 1 | 2): number {
  let sum = 0;
  for (const [place, value] of values.entries()) sum += (law[place] ?? 0) * value ** power;
  return sum;
}

/** To here bisection narrows a root; cumulated probabilities are kept to 2.3·10⁻¹⁰. */
const PRECISION = 1e-15;

/** The root of a function that rises, between two places with a root between them. */
function rootOf(rising: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (high - low > PRECISION * Math.max(1, Math.abs(low), Math.abs(high))) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
