import type { Suppressed } from './suppression.ts';

/** Holders of one class of a cohort, at one horizon. */
export interface ClassCounts {
  /** N: the certified. */
  readonly certified: number;
  /** n: eligible respondents; at most N. */
  readonly eligible: number;
}

/** Whether the counts of a class, or of all classes together, are shown; `EMPTY`: N = 0. */
export type Disclosure = { readonly status: 'SHOWN' } | { readonly status: 'EMPTY' } | Suppressed;

/** What is shown of a cohort, or of several together, by the classes of one attribute. */
export interface OneWayTable {
  readonly total: Disclosure;
  /** In the order of the classes. */
  readonly classes: readonly Disclosure[];
  /** `TOTAL_ONLY`: no class is shown; `NOTHING`: the total is not shown either. */
  readonly shows: 'CLASSES' | 'TOTAL_ONLY' | 'NOTHING';
}

export interface TableThresholds {
  /** n from which the total, or a class, is shown. */
  readonly smallestBase: number;
  /** n that suppressed classes have together at least. */
  readonly suppressedTogether: number;
}

export const TABLE_THRESHOLDS: TableThresholds = { smallestBase: 20, suppressedTogether: 11 };

export const SHOWN: Disclosure = { status: 'SHOWN' };
export const EMPTY: Disclosure = { status: 'EMPTY' };
const SMALL_BASE: Disclosure = { status: 'SUPPRESSED', reason: 'SMALL_BASE' };
const COMPLEMENTARY: Disclosure = { status: 'SUPPRESSED', reason: 'COMPLEMENTARY' };

/**
 * Which classes of one attribute are shown for a cohort at a horizon: those with n ≥ 20, but for
 * what subtraction from the shown total would tell. Whoever subtracts the shown classes gets the sum
 * of the suppressed ones, so the smallest shown class is suppressed too, and the next, until
 *
 * - at least two classes are suppressed;
 * - they have n ≥ 11 together;
 * - none that is suppressed for its base has all of their n, or the sum would be its own figures.
 *
 * A class without holders is no hiding place: all its counts are 0. It is `EMPTY` beside a shown
 * total. When the total is not shown, no class has n ≥ 20 and nothing is said of any, not even that
 * one is empty: else "no woman" would tell that all holders of a small cohort are men.
 *
 * - `classes` are all of the attribute, the one of unknown values included: they add up to the total.
 *   Their order decides between classes of equal n.
 * - Holds for all counts of one horizon (R, Z, n, E, M), which are shown or suppressed together. N is
 *   the same at every horizon: `certifiedDisclosure` says where it is shown.
 * - Throws `RangeError` for counts that are not whole numbers, 0 ≤ n ≤ N.
 * - Source: docs/surveys.md.
 */
export function oneWayTable(
  classes: readonly ClassCounts[],
  thresholds: TableThresholds = TABLE_THRESHOLDS,
): OneWayTable {
  for (const counts of classes) checkCounts(counts);
  const certified = classes.reduce((sum, counts) => sum + counts.certified, 0);
  const eligible = classes.reduce((sum, counts) => sum + counts.eligible, 0);
  if (certified === 0)
    return tableOf(
      EMPTY,
      classes.map(() => EMPTY),
    );
  if (!(eligible >= thresholds.smallestBase)) {
    return tableOf(
      SMALL_BASE,
      classes.map(() => SMALL_BASE),
    );
  }
  const decided = classes.map((counts) => {
    if (counts.certified === 0) return EMPTY;
    return counts.eligible >= thresholds.smallestBase ? SHOWN : SMALL_BASE;
  });
  while (!isProtected(classes, decided, thresholds)) {
    const smallest = smallestShown(classes, decided);
    if (smallest === null) break;
    decided[smallest] = COMPLEMENTARY;
  }
  return tableOf(SHOWN, decided);
}

/** A table of what was decided for its total and its classes. */
export function tableOf(total: Disclosure, classes: readonly Disclosure[]): OneWayTable {
  if (total.status !== 'SHOWN') return { total, classes, shows: 'NOTHING' };
  const some = classes.some(({ status }) => status === 'SHOWN');
  return { total, classes, shows: some ? 'CLASSES' : 'TOTAL_ONLY' };
}

/** Whether the sum of the suppressed classes tells nothing that is suppressed for its base. */
function isProtected(
  classes: readonly ClassCounts[],
  decided: readonly Disclosure[],
  { suppressedTogether }: TableThresholds,
): boolean {
  const suppressed = classes.filter((_, at) => decided[at]?.status === 'SUPPRESSED');
  if (suppressed.length === 0) return true;
  const together = suppressed.reduce((sum, { eligible }) => sum + eligible, 0);
  const alone = classes.some((c, at) => decided[at] === SMALL_BASE && c.eligible === together);
  return suppressed.length >= 2 && together >= suppressedTogether && !alone;
}

function smallestShown(
  classes: readonly ClassCounts[],
  decided: readonly Disclosure[],
): number | null {
  let smallest: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, { eligible }] of classes.entries()) {
    if (decided[at] !== SHOWN || eligible >= least) continue;
    smallest = at;
    least = eligible;
  }
  return smallest;
}

function checkCounts({ certified, eligible }: ClassCounts): void {
  const whole = Number.isSafeInteger(certified) && Number.isSafeInteger(eligible);
  if (!(whole && eligible >= 0 && eligible <= certified)) {
    throw new RangeError(
      `n = ${eligible} of N = ${certified} are no counts of a class: whole numbers, 0 ≤ n ≤ N, are`,
    );
  }
}
