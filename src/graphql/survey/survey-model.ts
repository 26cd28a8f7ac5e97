import { SurveyErasedError } from '../../domain/errors.ts';
import type { SurveyCounts } from '../../domain/survey/counts.ts';
import type { Horizon } from '../../domain/survey/layout.ts';
import type { HolderDimension as OfHolder } from '../../domain/survey/survey-grouping.ts';
import type { SurveyRate } from '../../domain/survey/survey-rates.ts';
import type { CertificationRow } from '../../snapshot/rows/certification-row.ts';
import {
  type SeenSurvey,
  type ShownSurvey,
  SurveyReading,
} from '../../snapshot/surveys/survey-reading.ts';
import type { OperationContext } from '../core/context.ts';
import type { SurveyedRateModel } from './surveyed-rate.ts';

/** A survey of some cohorts of one certification at a horizon, as a reader sees it. */
export interface SurveyModel {
  readonly certification: number;
  readonly years: readonly number[];
  readonly horizon: Horizon;
  readonly dimension: OfHolder | 'ALL';
  readonly seen: SeenSurvey;
  readonly reading: SurveyReading;
}

/** What this reader sees of the surveys of the publication. */
export function surveyReading(context: OperationContext): SurveyReading {
  const { snapshot, services, access } = context;
  return new SurveyReading(snapshot, services.surveys, access);
}

/** The survey of a cohort, or of the last two or three. Throws `SurveyErasedError` where it was erased since. */
export function surveyOf(
  reading: SurveyReading,
  { row, code }: Pick<CertificationRow, 'row' | 'code'>,
  years: readonly number[],
  horizon: Horizon,
): SurveyModel {
  const erased = years.find((year) => reading.isErased(row, year));
  if (erased !== undefined) throw new SurveyErasedError(code, erased);
  return {
    ...{ certification: row, years, horizon, dimension: 'ALL', reading },
    seen: reading.cohorts(row, years, horizon),
  };
}

/** The figures of a survey that are shown; null of one that is not. */
export function shown({ seen }: SurveyModel): ShownSurvey | null {
  return seen.status === 'SHOWN' ? seen : null;
}

/** A rate of a survey; null of one that is not shown. */
export function rateOf(model: SurveyModel, rate: SurveyRate): SurveyedRateModel | null {
  const figures = shown(model);
  if (!figures) return null;
  const { counts, weighted, showsHolders } = figures;
  return { rate, counts, weighted, showsHolders };
}

/** A count of a survey that is shown. */
export const countField =
  (count: (counts: SurveyCounts) => number) =>
  (model: SurveyModel): number | null => {
    const figures = shown(model);
    return figures && count(figures.counts);
  };

/** Of a figure that N goes into. */
export const holdersField =
  (figure: (counts: SurveyCounts) => number | null) =>
  (model: SurveyModel): number | null => {
    const figures = shown(model);
    return figures?.showsHolders ? figure(figures.counts) : null;
  };
