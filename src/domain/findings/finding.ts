import type { RegisterCode } from '../certification/register-code.ts';

/** Found while a source is read: they are of one file. */
const READING = {
  REFUSED_FICHE: 'ERROR',
  REFUSED_VALUE: 'ERROR',
  INVALID_RATE: 'ERROR',
  DUPLICATE_FICHE: 'ERROR',
  DUPLICATE_COHORT_YEAR: 'ERROR',
  INVALID_SIRET: 'WARNING',
  MISSING_ACCESS_ROUTE: 'WARNING',
  SOURCES_DISAGREE: 'WARNING',
} as const satisfies Record<string, FindingSeverity>;

/** Derived at publication from the merged data, whatever source they came from, and their history. */
const MERGED = {
  RATE_ON_RS: 'WARNING',
  TARGET_ABOVE_GLOBAL: 'WARNING',
  RATE_WITHOUT_HOLDER: 'WARNING',
  VAE_ABOVE_CERTIFIED: 'WARNING',
  IMPLAUSIBLE_COHORT_YEAR: 'WARNING',
  PUBLISHED_BEFORE_OBSERVABLE: 'WARNING',
  ACTIVE_FLAG_CONTRADICTS_END: 'WARNING',
  UNKNOWN_LEVEL: 'WARNING',
  DUPLICATE_BLOCK_CODE: 'WARNING',
  MISSING_CERTIFIER: 'WARNING',
  IMPOSSIBLE_RATES: 'INFORMATION',
  PERFECT_RATE_ON_LARGE_COHORT: 'INFORMATION',
  REPEATED_RATES: 'INFORMATION',
  END_DATE_MISMATCH: 'INFORMATION',
  TOO_FEW_USABLE_COHORTS: 'INFORMATION',
  STATISTICS_NOT_UPDATED: 'INFORMATION',
  STATISTICS_LIKELY_STALE: 'INFORMATION',
  MISSING_COHORT_YEARS: 'INFORMATION',
  MALFORMED_BLOCK_CODE: 'INFORMATION',
  MISSING_SIRET: 'INFORMATION',
  DANGLING_LINEAGE: 'INFORMATION',
  ONE_SIDED_LINEAGE: 'INFORMATION',
  LINK_NOT_URL: 'INFORMATION',
} as const satisfies Record<string, FindingSeverity>;

/** Derived from what the publication before had: they are of one publication. */
const COMPARED = { FIGURE_CHANGED: 'INFORMATION' } as const satisfies Record<
  string,
  FindingSeverity
>;

/** Data quality as data: every rule with its severity; docs/method.md#findings explains each. */
export const FINDING_RULES = { ...READING, ...MERGED, ...COMPARED } as const;

/** Gravest first. */
export const FINDING_SEVERITIES = ['ERROR', 'WARNING', 'INFORMATION'] as const;

export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];
export type FindingRule = keyof typeof FINDING_RULES;
export type ReadingRule = keyof typeof READING;
export type DerivedRule = keyof typeof MERGED | keyof typeof COMPARED;

/** The rules that are derived anew at each publication, from the merged data alone. */
export const MERGED_RULES = Object.keys(MERGED) as readonly DerivedRule[];

/** The rules that are derived at publication; all others are found while a source is read. */
export const DERIVED_RULES: readonly DerivedRule[] = [...MERGED_RULES, 'FIGURE_CHANGED'];

/** Whether a finding says that a value was left out. */
export function isRefusedValue({ rule }: Pick<Finding, 'rule'>): boolean {
  return rule === 'REFUSED_VALUE' || rule === 'INVALID_RATE';
}

/** One finding, before it is known in which publication it was first seen. */
export interface Finding {
  readonly rule: FindingRule;
  /** The fiche, as written in the source; null when it has no readable code. */
  readonly certificationCode: string | null;
  readonly cohortYear: number | null;
  /** Where in the source: the path of the element or the column; its tag for a derived rule. */
  readonly element: string | null;
  /** The offending value as given, cut to 200 characters. */
  readonly given: string | null;
  /** What is wrong and what would be right. */
  readonly message: string;
}

/**
 * What a derived rule has to say, before it is said of a fiche or a cohort. It holds nothing that
 * changes from day to day: a finding is recognised by what it says.
 */
export interface Remark {
  readonly rule: DerivedRule;
  /** The tag of the XML export. */
  readonly element: string;
  /** The doubtful value; null when it is its absence that is doubtful. */
  readonly given: string | number | null;
  readonly message: string;
}

const LONGEST_GIVEN = 200;

/** A given value as a finding shows it: 200 characters at most. */
export function cutGiven(text: string): string {
  return text.length > LONGEST_GIVEN ? `${text.slice(0, LONGEST_GIVEN - 1)}…` : text;
}

/** A remark as a finding on a fiche, or on one of its cohorts; null = on the whole fiche. */
export function findingOf(
  certificationCode: RegisterCode,
  cohortYear: number | null,
  { rule, element, given, message }: Remark,
): Finding {
  return {
    rule,
    certificationCode,
    cohortYear,
    element,
    given: given === null ? null : cutGiven(String(given)),
    message,
  };
}

/** What findings are counted by. A fiche has several certifying bodies, or none. */
export const FINDING_DIMENSIONS = ['RULE', 'SEVERITY', 'REGISTER', 'CERTIFIER'] as const;
export type FindingDimension = (typeof FINDING_DIMENSIONS)[number];
