import type { SurveyDimension } from '../../domain/survey/cohort-figures.ts';
import { eligibleOf } from '../../domain/survey/counts.ts';
import {
  type Disclosure,
  type OneWayTable,
  oneWayTable,
} from '../../domain/survey/disclosure/one-way-table.ts';
import { certifiedDisclosure, windowTable } from '../../domain/survey/disclosure/windows.ts';
import { HORIZONS, type Horizon } from '../../domain/survey/layout.ts';
import { memoOf } from '../memo.ts';
import type { Snapshot } from '../snapshot.ts';
import { classRows, countsAt, type SurveyedAt, surveyedYears } from './survey-classes.ts';

/** Cohorts of one certification that are shown together, by the classes of one dimension. */
export interface PublicTable {
  /** Whether all of them together are shown. */
  readonly total: Disclosure;
  /** By value of the class. */
  readonly classes: ReadonlyMap<string | null, Disclosure>;
  /** Where N, and shares of it, are shown. */
  readonly certified: ReadonlyMap<string | null, Disclosure>;
}

/** What table is asked for. */
export interface TableOf {
  readonly certification: number;
  /** Cohorts that are taken together, newest first: one, or the last two or three. */
  readonly years: readonly number[];
  readonly horizon: Horizon;
  readonly dimension: SurveyDimension;
}

/**
 * What everybody may see of some cohorts of one certification, decided by the thresholds and complements
 * of the method over all its tables together.
 *
 * - Source: docs/surveys.md#disclosure.
 */
export function publicTable(snapshot: Snapshot, of: TableOf): PublicTable {
  const { certification, years, horizon, dimension } = of;
  const key = `public table ${certification} ${years.join()} ${horizon} ${dimension}`;
  return memoOf(snapshot).of(key, () => {
    const values = valuesOf(snapshot, of);
    const tableAt = (at: Horizon) =>
      windowTable(
        years.map((year) =>
          cohortTable(snapshot, { certification, year, horizon: at }, { dimension, values }),
        ),
      );
    const table = tableAt(horizon);
    const surveyed = HORIZONS.filter((each) =>
      years.every((year) => surveyedYears(snapshot, certification, each).includes(year)),
    );
    const certified = certifiedDisclosure(surveyed.map(tableAt));
    const byValue = ({ classes }: OneWayTable) =>
      new Map(values.map((value, place) => [value, classes[place] ?? table.total]));
    return { total: table.total, classes: byValue(table), certified: byValue(certified) };
  });
}

/** What everybody may see of all holders of one cohort at a horizon. */
export function publicTotal(snapshot: Snapshot, at: SurveyedAt): Disclosure {
  return cohortTable(snapshot, at, { dimension: 'ALL', values: [null] }).total;
}

/** All values of a dimension that holders of the certification have, in any cohort. */
function valuesOf(
  { surveys: { classes } }: Snapshot,
  { certification, dimension }: TableOf,
): (string | null)[] {
  const values = new Set<string | null>();
  const end = classes.offset[certification + 1] ?? 0;
  for (let row = classes.offset[certification] ?? 0; row < end; row++) {
    if (classes.dimension[row] === dimension) values.add(classes.value[row] ?? null);
  }
  // The order decides between classes that are equally large.
  return [...values].sort((a, b) => (a ?? '').localeCompare(b ?? ''));
}

function cohortTable(
  snapshot: Snapshot,
  at: SurveyedAt,
  by: { readonly dimension: SurveyDimension; readonly values: readonly (string | null)[] },
): OneWayTable {
  const { classes } = snapshot.surveys;
  const rows = classRows(snapshot, at, by.dimension);
  return oneWayTable(
    by.values.map((value) => {
      const row = rows.find((each) => (classes.value[each] ?? null) === value);
      if (row === undefined) return { certified: 0, eligible: 0 };
      const counts = countsAt(classes, row);
      return { certified: counts.holders, eligible: eligibleOf(counts) };
    }),
  );
}
