import { type Finding, findingOf, type Remark } from '../findings/finding.ts';
import { INDICATOR_TAGS } from '../rate/indicator.ts';
import type { Change } from './change.ts';
import type { ChangeField } from './change-field.ts';

/** The figures that are not to change once they are published, with their tag in the export. */
const TAGS: Partial<Record<ChangeField, string>> = {
  CERTIFIED: 'NOMBRE_CERTIFIES',
  ...INDICATOR_TAGS,
};

/**
 * The findings on figures of a certification that changed: numbers of certified and rates, in the
 * order of the changes. A figure that is gone has changed, with its cohort or alone; one that is new
 * has not.
 *
 * Source: docs/method.md#findings.
 */
export function changedFigures(changes: readonly Change[]): Finding[] {
  return changes.flatMap((change) => {
    const { certificationCode, cohortYear, field, before, after } = change;
    const tag = field === null ? undefined : TAGS[field];
    if (tag === undefined || before === null) return [];
    const remark: Remark = {
      rule: 'FIGURE_CHANGED',
      element: tag,
      given: `${before} → ${after ?? 'absent'}`,
      message:
        after === null
          ? `${before} was published for the cohort of ${cohortYear} and is no longer: what was once published should stay, or be corrected`
          : `${before} was published for the cohort of ${cohortYear}, then ${after}: a cohort is closed, so only a correction should change its figures`,
    };
    return findingOf(certificationCode, cohortYear, remark);
  });
}
