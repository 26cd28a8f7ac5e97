import type { CohortChange, CohortFact, CohortsFact } from '../domain/cohort-fact.ts';
import { INSERTION_INDICATORS } from '../domain/indicator.ts';
import type { RegisterCode } from '../domain/register-code.ts';
import { RATE_COLUMNS } from './cohort-filter.ts';
import type { DB } from './tables.ts';

/** The fact of a cohort as a row. */
export function insertionFactRow(code: RegisterCode, fact: CohortFact): DB['insertion_fact'] {
  const rates = INSERTION_INDICATORS.flatMap((indicator) => [
    [RATE_COLUMNS[indicator], fact.rates[indicator]],
    [`${RATE_COLUMNS[indicator]}_outcome`, fact.outcomes[indicator]],
  ]);
  return {
    certification_code: code,
    year: fact.year,
    recency: fact.recency,
    certified: fact.certified,
    certified_through_vae: fact.certifiedThroughVae,
    ...Object.fromEntries(rates),
  };
}

/** What is derived of a certification beside its cohorts. */
export interface CertificationFact extends CohortsFact {
  /** Bodies in force, each once. */
  readonly certifiers: number;
  readonly replaced: boolean;
  readonly hasEquivalences: boolean;
  /** As `lineageNumbers` gives it; null without links. */
  readonly lineage: number | null;
}

/** The fact of a certification as a row. */
export function certificationFactRow(
  code: RegisterCode,
  fact: CertificationFact,
): DB['certification_fact'] {
  return {
    certification_code: code,
    cohorts: fact.cohorts,
    usable_cohorts: fact.usable,
    newest_cohort: fact.newest,
    oldest_missing_cohort: fact.oldestMissing,
    certifiers: fact.certifiers,
    replaced: fact.replaced,
    has_equivalences: fact.hasEquivalences,
    lineage: fact.lineage,
  };
}

/** The change of a rate as a row. */
export function cohortChangeRow(code: RegisterCode, change: CohortChange): DB['cohort_change'] {
  return { certification_code: code, ...change };
}
