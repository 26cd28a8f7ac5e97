import type { SurveyDimension } from '../../domain/survey/cohort-figures.ts';
import type { SurveyCount } from '../../domain/survey/counts.ts';
import type { RowsFindingRule } from '../../domain/survey/survey-finding.ts';
import type { SurveyRate } from '../../domain/survey/survey-rates.ts';
import type { Ints, Texts } from '../columns.ts';

/** Surveys of holders that a publication has, in columns: counts, and nobody's row. */
export interface Surveys {
  readonly classes: SurveyClasses;
  readonly cells: SurveyCells;
  readonly paired: SurveyPairs;
  readonly findings: SurveyRowsFindings;
  /** When a survey of any publication was last erased, in milliseconds since 1970; 0 = never. */
  readonly lastErasure: number;
  /** Of the secret that record keys were made with; null before any was. */
  readonly fingerprint: string | null;
  /** Cohorts whose survey was erased since, as `cohortKey` has them. */
  readonly erased: ReadonlySet<number>;
}

/** Rows of one certification: those from `offset[i]` up to `offset[i + 1]`, newest cohort first. */
interface OfCertifications {
  readonly count: number;
  readonly offset: Int32Array;
  readonly certification: Ints;
  /** Of the cohort. */
  readonly year: Ints;
}

/** Counts of classes of holders; of a cohort by horizon, dimension and value. */
export interface SurveyClasses extends OfCertifications {
  readonly horizon: Ints;
  readonly dimension: readonly SurveyDimension[];
  readonly value: Texts;
  /** Heads. */
  readonly counts: Readonly<Record<SurveyCount, Ints>>;
  /** Values that the quartiles are of; −1 without any. */
  readonly payBase: Ints;
  /** Euros; NaN = none. */
  readonly payLower: Float64Array;
  readonly payMedian: Float64Array;
  readonly payUpper: Float64Array;
}

/** What is counted of a cell at one horizon: R, n, E, M. −1 = not surveyed. */
export interface CellCounts {
  readonly respondents: Ints;
  readonly eligible: Ints;
  readonly employed: Ints;
  readonly inTarget: Ints;
}

/** Holders of a cohort with the same attributes. */
export interface SurveyCells extends OfCertifications {
  readonly route: Texts;
  readonly sex: Texts;
  readonly ageBand: Texts;
  readonly region: Texts;
  readonly holders: Ints;
  /** Sum of record keys: exact up to two million holders. */
  readonly keys: Float64Array;
  readonly at: Readonly<Record<6 | 12 | 24, CellCounts>>;
}

/** Holders eligible at two horizons. */
export interface SurveyPairs extends OfCertifications {
  readonly rate: readonly SurveyRate[];
  readonly from: Ints;
  readonly to: Ints;
  readonly both: Ints;
  readonly firstOnly: Ints;
  readonly secondOnly: Ints;
  readonly neither: Ints;
}

/** What was remarkable about the rows of a file. */
export interface SurveyRowsFindings extends OfCertifications {
  readonly horizon: Ints;
  readonly rule: readonly RowsFindingRule[];
  readonly rows: Ints;
  readonly ofRows: Ints;
}

/** Years have four digits. */
export const YEARS = 10_000;

/** A cohort of a certification as one number. */
export function cohortKey(certification: number, year: number): number {
  return certification * YEARS + year;
}
