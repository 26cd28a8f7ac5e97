import type { DayView, Mask } from '../day-view.ts';
import type { Snapshot } from '../snapshot.ts';
import { type CertificationFilter, certificationMask } from './certification-filter.ts';
import { type CohortCriteria, cohortTests } from './cohort-filter.ts';
import { rememberedMask } from './mask-names.ts';

/** Which cohorts. */
export interface CohortFilter extends CohortCriteria {
  readonly certification?: CertificationFilter | null | undefined;
}

/** Cohorts of a filter, by row; null = all. Remembered. */
export function cohortMask(view: DayView, filter: CohortFilter): Mask | null {
  return rememberedMask(view, 'cohorts', filter, () => makeMask(view, filter));
}

function makeMask(view: DayView, filter: CohortFilter): Mask | null {
  const ofCertification = certificationMask(view, filter.certification ?? {});
  const tests = cohortTests(view, filter);
  if (!ofCertification && tests.length === 0) return null;
  const { count, certification } = view.snapshot.cohorts;
  const mask = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    if (ofCertification && ofCertification[certification[row] ?? 0] === 0) continue;
    mask[row] = Number(tests.every((holds) => holds(row)));
  }
  return mask;
}

/** Rows of the cohorts of some certifications. */
export function cohortsOfCertifications(
  { cohorts: { offset } }: Snapshot,
  certifications: Int32Array,
): Int32Array {
  const rows: number[] = [];
  for (const certification of certifications) {
    const to = offset[certification + 1] ?? 0;
    for (let row = offset[certification] ?? 0; row < to; row++) rows.push(row);
  }
  return Int32Array.from(rows);
}
