// Kept libraries were tried: one has Student's t to seven digits, which shows in one bound of 30,000
// once it is rounded, another needs 227 packages.

import { normalDeviate } from './normal.ts';

/** From so many degrees of freedom on, four terms of the expansion are exact to 12 digits. */
const MANY = 1000;

/**
 * Student's t at a two-sided confidence level: 2.200985 at 0.95 with 11 degrees of freedom, a whole
 * number from 1 on.
 *
 * - Source: the closed form for whole degrees of freedom and the Cornish–Fisher expansion
 *   (Abramowitz and Stegun, 26.7.3, 26.7.4 and 26.7.5).
 */
export function studentDeviate(level: number, degrees: number): number {
  if (degrees >= MANY) return expandedDeviate(normalDeviate(level), degrees);
  // The law of one degree has the heaviest tails, the normal law the lightest.
  let low = normalDeviate(level);
  let high = Math.tan((Math.PI * level) / 2);
  while (true) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (shareWithin(middle, degrees) < level) low = middle;
    else high = middle;
  }
}

/** Probability that |T| is at most t. */
function shareWithin(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const cosine = Math.cos(angle);
  const odd = degrees % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let power = odd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= (cosine * cosine * (power - 1)) / power;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

function expandedDeviate(z: number, degrees: number): number {
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, place) => sum + term / degrees ** (place + 1), z);
}

/** Probability under which nothing more is added: far below what a double tells apart. */
const NEGLIGIBLE = 1e-18;

/** Above what sums of probabilities err by: 0.1³ is less than 0.001 in binary fractions. */
const BINARY_ERROR = 1e-12;

/**
 * Quantiles of the binomial law of so many trials, a whole number, with probability p: for each
 * share, the smallest count whose cumulated probability reaches it. Shares ascend.
 */
export function binomialQuantiles(trials: number, p: number, shares: readonly number[]): number[] {
  const mode = Math.min(trials, Math.floor((trials + 1) * p));
  // Relative to the mode, whose own probability is 0 in doubles for large numbers of trials.
  const below = oneSide(mode, (count) => (count * (1 - p)) / ((trials - count + 1) * p));
  const above = oneSide(trials - mode, (left) => (left * p) / ((trials - left + 1) * (1 - p)));
  const weights = [...below.reverse(), 1, ...above];
  const first = mode - below.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let count = first;
  let cumulated = (weights[0] ?? 0) / total;
  return shares.map((share) => {
    while (cumulated < share - BINARY_ERROR && count - first < weights.length - 1) {
      count += 1;
      cumulated += (weights[count - first] ?? 0) / total;
    }
    return count;
  });
}

/** Weights away from the mode, while they matter; `ratio` is that of one to the one before. */
function oneSide(steps: number, ratio: (left: number) => number): number[] {
  const weights: number[] = [];
  let weight = 1;
  for (let left = steps; left > 0; left--) {
    weight *= ratio(left);
    if (!(weight > NEGLIGIBLE)) break;
    weights.push(weight);
  }
  return weights;
}
