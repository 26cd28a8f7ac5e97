import { type Disclosure, EMPTY, type OneWayTable, SHOWN, tableOf } from './one-way-table.ts';
import type { SuppressionReason } from './suppression.ts';

/** How many of the last cohorts are shown together: fixed, so that no other can be subtracted. */
export const WINDOW_LENGTHS = [1, 2, 3] as const;

/**
 * What is shown of the last cohorts together: the total if it is shown for each cohort that has
 * holders, and a class if it is shown for each cohort in which it has holders.
 *
 * Why each cohort, and not each that subtraction reaches in one publication. Subtraction reaches
 * all of them:
 *
 * - two − one gives the second cohort, three − two the third, three − one both of them;
 * - each cohort is a public table too: a window less its shown cohorts gives the sum of the others;
 * - windows move on with each year and former publications stay readable, so that two windows of
 *   different years can be subtracted: {2022, 2023} of one year, suppressed both, from {2022, 2023,
 *   2024} of the next would give 2024.
 *
 * Proof that nothing suppressed can be derived. Every shown figure of a window is the sum of figures
 * that are shown for its cohorts (or are 0, and are said to be). So windows add no equation to those
 * of single cohorts, in whatever publications they are, and single cohorts have no holder in common.
 * Of one cohort the equations are: each shown class, each empty class, and the total, of which those
 * leave the sum of the suppressed classes. One equation for at least two unknowns determines none of
 * them, and its sum has n ≥ 11 (`oneWayTable`). The rule of complements holds for the window itself:
 * its suppressed classes contain those of each cohort, which are at least two and n ≥ 11, or none.
 *
 * The price: three cohorts of 15 are not shown together. Also, versions of one cohort in different
 * publications can be subtracted, which no rule on a single publication prevents.
 *
 * - `cohorts`: tables of the cohorts of the window that were surveyed at the horizon, by the same
 *   classes; the thresholds hold for the window because they do for each.
 * - One cohort is its own table. `WINDOW` is the reason of what a cohort of several suppresses.
 * - Throws `RangeError` without a cohort, or when their classes are not as many.
 * - Source: docs/surveys.md.
 */
export function windowTable(cohorts: readonly OneWayTable[]): OneWayTable {
  const [only] = cohorts;
  if (cohorts.length === 1 && only !== undefined) return only;
  // A cohort whose total is suppressed suppresses its classes, and so those of the window.
  return tableOf(
    together(
      cohorts.map(({ total }) => total),
      'WINDOW',
    ),
    classesOf(cohorts).map((decided) => together(decided, 'WINDOW')),
  );
}

/**
 * Where N of the classes of a cohort is shown. N is the same at every horizon, while classes are
 * suppressed at each for themselves: where A and B are at 6 months and B and C at 24, the N of C, of
 * A and of the total would give that of B. So the N of a class is shown if the class is at every
 * horizon that shows anything; what is suppressed then contains what any horizon suppresses, which
 * is at least two classes. Rates and shares of N, such as coverage, follow it.
 *
 * - `horizons`: tables of one cohort, by the same classes.
 * - `OTHER_HORIZON` is the reason of what some horizons show and others do not.
 * - Throws `RangeError` without a table, or when their classes are not as many.
 * - Source: docs/surveys.md.
 */
export function certifiedDisclosure(horizons: readonly OneWayTable[]): OneWayTable {
  const showing = horizons.filter(({ shows }) => shows !== 'NOTHING');
  const [first] = showing.length > 0 ? showing : horizons;
  if (showing.length <= 1 && first !== undefined) return first;
  return tableOf(
    SHOWN,
    classesOf(showing).map((decided) => {
      const suppressed = decided.filter(({ status }) => status === 'SUPPRESSED');
      const everywhere = suppressed.length === decided.length ? suppressed[0] : undefined;
      return everywhere ?? together(decided, 'OTHER_HORIZON');
    }),
  );
}

/** Shown if nothing is suppressed; empty if all is. */
function together(decided: readonly Disclosure[], reason: SuppressionReason): Disclosure {
  if (decided.some(({ status }) => status === 'SUPPRESSED'))
    return { status: 'SUPPRESSED', reason };
  return decided.some(({ status }) => status === 'SHOWN') ? SHOWN : EMPTY;
}

/** What each table decided of a class, class by class. */
function classesOf(tables: readonly OneWayTable[]): Disclosure[][] {
  const [first] = tables;
  if (first === undefined) throw new RangeError('no table is given: give one or several');
  const lengths = tables.map(({ classes }) => classes.length);
  if (new Set(lengths).size > 1) {
    throw new RangeError(`tables of ${lengths.join(', ')} classes are not by the same classes`);
  }
  return first.classes.map((_, at) => tables.flatMap(({ classes }) => classes[at] ?? []));
}
