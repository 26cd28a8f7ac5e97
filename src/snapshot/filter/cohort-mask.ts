import { inRanges, type Work } from '../../domain/work.ts';
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
export function cohortMask(view: DayView, filter: CohortFilter): Work<Mask | null> {
  return rememberedMask(view, 'cohorts', filter, () => makeMask(view, filter));
}

function* makeMask(view: DayView, filter: CohortFilter): Work<Mask | null> {
  const ofCertification = yield* certificationMask(view, filter.certification ?? {});
  const tests = yield* cohortTests(view, filter);
  if (!ofCertification && tests.length === 0) return null;
  const { count, certification } = view.snapshot.cohorts;
  const mask = new Uint8Array(count);
  yield* inRanges(count, (from, to) => {
    for (let row = from; row < to; row++) {
      if (ofCertification && ofCertification[certification[row] ?? 0] === 0) continue;
      mask[row] = Number(tests.every((holds) => holds(row)));
    }
  });
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
