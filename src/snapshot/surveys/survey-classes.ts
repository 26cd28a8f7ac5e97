import type { PayFigures, SurveyDimension } from '../../domain/survey/cohort-figures.ts';
import { SURVEY_COUNTS, type SurveyCounts } from '../../domain/survey/counts.ts';
import { HORIZONS, type Horizon } from '../../domain/survey/layout.ts';
import type { Snapshot } from '../snapshot.ts';
import type { SurveyClasses } from './surveys.ts';

/** A cohort of a certification at a horizon. */
export interface SurveyedAt {
  /** Row of the certification. */
  readonly certification: number;
  readonly year: number;
  readonly horizon: Horizon;
}

/** The rows of the classes of one dimension; none when the cohort was not surveyed at the horizon. */
export function classRows(
  { surveys: { classes } }: Snapshot,
  { certification, year, horizon }: SurveyedAt,
  dimension: SurveyDimension,
): number[] {
  const rows: number[] = [];
  const end = classes.offset[certification + 1] ?? 0;
  for (let row = classes.offset[certification] ?? 0; row < end; row++) {
    if (classes.year[row] !== year || classes.horizon[row] !== horizon) continue;
    if (classes.dimension[row] === dimension) rows.push(row);
  }
  return rows;
}

/** Years of the cohorts of a certification that were surveyed at a horizon, newest first. */
export function surveyedYears(
  { surveys: { classes } }: Snapshot,
  certification: number,
  horizon: Horizon,
): number[] {
  const years: number[] = [];
  const end = classes.offset[certification + 1] ?? 0;
  for (let row = classes.offset[certification] ?? 0; row < end; row++) {
    if (classes.horizon[row] !== horizon || classes.dimension[row] !== 'ALL') continue;
    years.push(classes.year[row] ?? 0);
  }
  return years;
}

/** Horizons at which a cohort was surveyed, ascending. */
export function surveyedHorizons(
  snapshot: Snapshot,
  certification: number,
  year: number,
): readonly Horizon[] {
  return HORIZONS.filter(
    (horizon) => classRows(snapshot, { certification, year, horizon }, 'ALL').length > 0,
  );
}

/** The counts of one class. */
export function countsAt({ counts }: SurveyClasses, row: number): SurveyCounts {
  return Object.fromEntries(
    SURVEY_COUNTS.map((name) => [name, counts[name][row] ?? 0]),
  ) as SurveyCounts;
}

/** The pay of one class, in euros; null when none is known. */
export function payAt(
  { payBase, payLower, payMedian, payUpper }: SurveyClasses,
  row: number,
): PayFigures | null {
  const base = payBase[row] ?? -1;
  if (base <= 0) return null;
  return {
    base,
    lower: payLower[row] ?? Number.NaN,
    median: payMedian[row] ?? Number.NaN,
    upper: payUpper[row] ?? Number.NaN,
  };
}
