import type { RandomAnswer, RandomHolder } from './random-surveys.ts';
import { isCertified } from './random-surveys.ts';

/**
 * Rates of a cohort at a horizon from the rows as they were drawn, worded from the specification. Persons
 * are gone through one by one; nothing is counted beforehand.
 */

const NEUTRALISED = ['POURSUITE_ETUDES', 'ALTERNANCE', 'INCAPACITE'];
const WILSON_Z = 1.959_963_984_540_054;

/** A person of the roster, and what is known of them at the horizon. */
interface Person {
  readonly holder: RandomHolder;
  readonly answer: RandomAnswer | undefined;
}

export interface Cohort {
  readonly code: string;
  readonly year: number;
  readonly isInternational: boolean;
}

export function personsOf(
  holders: readonly RandomHolder[],
  { code, year }: Cohort,
  horizon: number,
): Person[] {
  return holders
    .filter((each) => isCertified(each) && each.code === code)
    .filter((each) => each.obtainedOn.startsWith(String(year)))
    .map((holder) => ({ holder, answer: holder.answers.get(horizon) }));
}

const hasAnswered = ({ answer }: Person) => answer?.status === 'REPONDU';

function isEligible(person: Person, { isInternational }: Cohort): boolean {
  const { answer } = person;
  if (!hasAnswered(person) || !answer?.situation) return false;
  if (answer.situation === 'HORS_FRANCE') return isInternational;
  return !NEUTRALISED.includes(answer.situation);
}

/** Whether a person counts in the numerator of a rate. */
function counts(person: Person, cohort: Cohort, isTarget: boolean): boolean {
  const { answer } = person;
  if (!isEligible(person, cohort)) return false;
  if (answer?.situation !== 'EMPLOI' && answer?.situation !== 'HORS_FRANCE') return false;
  return !isTarget || answer.target === 'OUI';
}

export interface Rates {
  readonly rate: number | null;
  readonly response: number | null;
  readonly neutralised: number | null;
  readonly coverage: number | null;
  readonly bounds: readonly [number, number] | null;
}

export function ratesByLoops(persons: readonly Person[], cohort: Cohort, isTarget: boolean): Rates {
  let [everybody, answered, eligible, counted] = [0, 0, 0, 0];
  for (const person of persons) {
    everybody += 1;
    if (hasAnswered(person)) answered += 1;
    if (isEligible(person, cohort)) eligible += 1;
    if (counts(person, cohort, isTarget)) counted += 1;
  }
  const share = (part: number, of: number) => (of === 0 ? null : (part / of) * 100);
  // Whoever did not answer is made eligible; first none of them is employed, then all.
  const silent = everybody - answered;
  const lowest = share(counted, eligible + silent);
  const highest = share(counted + silent, eligible + silent);
  return {
    rate: share(counted, eligible),
    response: share(answered, everybody),
    neutralised: share(answered - eligible, answered),
    coverage: share(eligible, everybody),
    bounds: lowest === null || highest === null ? null : [lowest, highest],
  };
}

/**
 * Each person with the weight N/R of their class: routes, those of fewer than ten respondents together, and
 * these, when they are still fewer, with the smallest other. Null when a class has nobody who answered.
 */
function weighted(persons: readonly Person[]): (readonly [Person, number])[] | null {
  const routes = [...new Set(persons.map(({ holder }) => holder.route))];
  const ofRoute = routes.map((route) => persons.filter(({ holder }) => holder.route === route));
  const size = (group: readonly Person[]) => group.filter(hasAnswered).length;
  let groups = ofRoute.filter((group) => size(group) >= 10);
  let rest = ofRoute.filter((group) => size(group) < 10).flat();
  if (rest.length > 0 && size(rest) < 10 && groups.length > 0) {
    const smallest = Math.min(...groups.map(size));
    const fewest = Math.min(
      ...groups.filter((group) => size(group) === smallest).map(({ length }) => length),
    );
    const joined = groups.filter((group) => size(group) === smallest && group.length === fewest);
    // Classes that are equally small may give different figures: the test looks at others.
    if (joined.length > 1) return undecided(persons);
    groups = groups.filter((group) => !joined.includes(group));
    rest = [...rest, ...joined.flat()];
  }
  const classes = rest.length > 0 ? [...groups, rest] : groups;
  if (classes.some((group) => size(group) === 0)) return null;
  return classes.flatMap((group) =>
    group.map((person) => [person, group.length / size(group)] as const),
  );
}

/** Thrown where the specification leaves open which class is the smallest. */
export class UndecidedError extends Error {
  override readonly name = 'UndecidedError';
}

function undecided(persons: readonly Person[]): never {
  throw new UndecidedError(`two classes of ${persons.length} persons are the smallest`);
}

export interface Weighted {
  readonly rate: number;
  readonly effectiveBase: number;
  readonly interval: readonly [number, number];
}

/** The weighted rate of several cohorts together; null when it is refused, or nobody is eligible. */
export function weightedByLoops(
  cohorts: readonly { readonly persons: readonly Person[]; readonly cohort: Cohort }[],
  isTarget: boolean,
): Weighted | null {
  let [counted, all, squares] = [0, 0, 0];
  for (const { persons, cohort } of cohorts) {
    const pairs = weighted(persons);
    if (pairs === null) return null;
    for (const [person, weight] of pairs) {
      if (!isEligible(person, cohort)) continue;
      all += weight;
      squares += weight ** 2;
      if (counts(person, cohort, isTarget)) counted += weight;
    }
  }
  if (all === 0) return null;
  const effectiveBase = all ** 2 / squares;
  const rate = (100 * counted) / all;
  return { rate, effectiveBase, interval: wilson(rate / 100, effectiveBase) };
}

/** The two roots of (p − π)² = z² π (1 − π) / n, in percent. */
function wilson(share: number, base: number): readonly [number, number] {
  const z2 = WILSON_Z ** 2;
  const [a, b, c] = [1 + z2 / base, -(2 * share + z2 / base), share ** 2];
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  return [(100 * (-b - root)) / (2 * a), (100 * (-b + root)) / (2 * a)];
}

/**
 * The change on the same holders, as in R. G. Newcombe, Improved confidence intervals for the difference
 * between binomial proportions based on paired data, Statistics in Medicine 17 (1998), method 10: Wilson's
 * limits of both shares, joined by φ with its correction for continuity. Points; null of nobody.
 */
export function changeByLoops(
  holders: readonly RandomHolder[],
  cohort: Cohort,
  given: { readonly from: number; readonly to: number; readonly isTarget: boolean },
): { readonly change: number; readonly lower: number; readonly upper: number } | null {
  const before = personsOf(holders, cohort, given.from);
  const later = personsOf(holders, cohort, given.to);
  // e, f, g, h of the paper: yes-yes, yes-no, no-yes, no-no.
  let [e, f, g, h] = [0, 0, 0, 0];
  for (const [place, first] of before.entries()) {
    const second = later[place];
    if (second === undefined) throw new Error('the roster is the same at both horizons');
    if (!isEligible(first, cohort) || !isEligible(second, cohort)) continue;
    const wasIn = counts(first, cohort, given.isTarget);
    const isIn = counts(second, cohort, given.isTarget);
    if (wasIn && isIn) e += 1;
    else if (wasIn) f += 1;
    else if (isIn) g += 1;
    else h += 1;
  }
  const n = e + f + g + h;
  if (n === 0) return null;
  const p2 = (e + g) / n;
  const p3 = (e + f) / n;
  const [l2, u2] = wilson(p2, n);
  const [l3, u3] = wilson(p3, n);
  const A = (e + f) * (g + h) * (e + g) * (f + h);
  const B = e * h - f * g;
  const C = B > n / 2 ? B - n / 2 : B >= 0 ? 0 : B;
  const phi = A === 0 ? 0 : C / Math.sqrt(A);
  const [dl2, du2, dl3, du3] = [100 * p2 - l2, u2 - 100 * p2, 100 * p3 - l3, u3 - 100 * p3];
  const change = 100 * (p2 - p3);
  return {
    change,
    lower: change - Math.sqrt(Math.max(0, dl2 ** 2 - 2 * phi * dl2 * du3 + du3 ** 2)),
    upper: change + Math.sqrt(Math.max(0, du2 ** 2 - 2 * phi * du2 * dl3 + dl3 ** 2)),
  };
}
