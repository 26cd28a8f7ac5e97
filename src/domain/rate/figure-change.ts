import type { RegisterCode } from '../certification/register-code.ts';
import type { QualityCohort } from '../findings/cohort-quality.ts';
import { type Finding, findingOf, type Remark } from '../findings/finding.ts';
import { INDICATOR_TAGS, INSERTION_INDICATORS } from './indicator.ts';

/** The figures that are compared: their tag, and where a cohort holds them. */
const FIGURES = [
  { tag: 'NOMBRE_CERTIFIES', of: (cohort: QualityCohort) => cohort.certified },
  ...INSERTION_INDICATORS.map((indicator) => ({
    tag: INDICATOR_TAGS[indicator],
    of: (cohort: QualityCohort) => cohort.rates[indicator].value,
  })),
];

/**
 * The figures of one certification that changed from one publication to the next: numbers of
 * certified and rates, newest cohort first. A figure that is gone has changed, with its cohort or
 * alone; one that is new has not.
 *
 * Source: docs/method.md#findings.
 */
export function figureChanges(
  code: RegisterCode,
  before: readonly QualityCohort[],
  after: readonly QualityCohort[],
): Finding[] {
  const cohortsAfter = new Map(after.map((cohort) => [cohort.year, cohort]));
  return before
    .toSorted((a, b) => b.year - a.year)
    .flatMap((cohort) =>
      changes(cohort, cohortsAfter.get(cohort.year)).map((remark) =>
        findingOf(code, cohort.year, remark),
      ),
    );
}

function changes(before: QualityCohort, after: QualityCohort | undefined): Remark[] {
  return FIGURES.flatMap(({ tag, of }) => {
    const old = of(before);
    const now = after ? of(after) : null;
    if (old === null || old === now) return [];
    return {
      rule: 'FIGURE_CHANGED' as const,
      element: tag,
      given: `${old} → ${now ?? 'absent'}`,
      message:
        now === null
          ? `${old} was published for the cohort of ${before.year} and is no longer: what was once published should stay, or be corrected`
          : `${old} was published for the cohort of ${before.year}, then ${now}: a cohort is closed, so only a correction should change its figures`,
    };
  });
}
