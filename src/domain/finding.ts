/**
 * Data quality as data. The rules found while reading a source; docs/method.md#findings
 * lists each with its severity.
 */
export const FINDING_RULES = {
  REFUSED_FICHE: 'ERROR',
  REFUSED_VALUE: 'ERROR',
  DUPLICATE_FICHE: 'ERROR',
  DUPLICATE_COHORT_YEAR: 'ERROR',
  SOURCES_DISAGREE: 'WARNING',
} as const satisfies Record<string, FindingSeverity>;

export type FindingSeverity = 'ERROR' | 'WARNING' | 'INFORMATION';
export type FindingRule = keyof typeof FINDING_RULES;

/** One finding, before it is known in which publication it was first seen. */
export interface Finding {
  readonly rule: FindingRule;
  /** The fiche, as written in the source; null when it has no readable code. */
  readonly certificationCode: string | null;
  readonly cohortYear: number | null;
  /** Where in the source: the path of the element or the column. */
  readonly element: string | null;
  /** The offending value as given, cut to 200 characters. */
  readonly given: string | null;
  /** What is wrong and what would be right. */
  readonly message: string;
}
