import { cohortVaeShare } from '../../domain/insertion/insertion-summary.ts';
import { intOf } from '../columns.ts';
import type { DayView } from '../day-view.ts';
import { CertificationRow } from './certification-row.ts';

/** A cohort seen on a day. */
export class CohortRow {
  readonly view: DayView;
  readonly row: number;

  constructor(view: DayView, row: number) {
    this.view = view;
    this.row = row;
  }

  get certification(): CertificationRow {
    return new CertificationRow(this.view, this.view.snapshot.cohorts.certification[this.row] ?? 0);
  }
  get year(): number {
    return this.view.snapshot.cohorts.year[this.row] ?? 0;
  }
  /** Heads. */
  get certified(): number | null {
    return intOf(this.view.snapshot.cohorts.certified[this.row]);
  }
  /** Heads. */
  get certifiedThroughVae(): number | null {
    return intOf(this.view.snapshot.cohorts.certifiedThroughVae[this.row]);
  }
  /** Percent, unrounded. */
  get vaeShare(): number | null {
    return cohortVaeShare(this);
  }
}
