import type { FindingRule, FindingSeverity } from '../../domain/findings/finding.ts';
import { intOf, NONE } from '../columns.ts';
import type { DayView } from '../day-view.ts';
import type { Source } from '../snapshot.ts';
import { CertificationRow } from './certification-row.ts';

/** A finding of a publication; the day reaches its certification. */
export class FindingRow {
  readonly view: DayView;
  readonly row: number;

  constructor(view: DayView, row: number) {
    this.view = view;
    this.row = row;
  }

  get key(): string {
    return this.view.snapshot.findings.key[this.row] ?? '';
  }
  get rule(): FindingRule {
    return this.view.snapshot.findings.rule[this.row] as FindingRule;
  }
  get severity(): FindingSeverity {
    return this.view.snapshot.findings.severity[this.row] as FindingSeverity;
  }
  get certificationCode(): string | null {
    return this.view.snapshot.findings.certificationCode[this.row] ?? null;
  }
  /** null when it is not served. */
  get certification(): CertificationRow | null {
    const row = this.view.snapshot.findings.certification[this.row] ?? NONE;
    return row === NONE ? null : new CertificationRow(this.view, row);
  }
  get cohortYear(): number | null {
    return intOf(this.view.snapshot.findings.cohortYear[this.row]);
  }
  get element(): string | null {
    return this.view.snapshot.findings.element[this.row] ?? null;
  }
  get given(): string | null {
    return this.view.snapshot.findings.given[this.row] ?? null;
  }
  get message(): string {
    return this.view.snapshot.findings.message[this.row] ?? '';
  }
  /** The file it was found in; null when it is of no file. */
  get source(): Source | null {
    return (
      this.view.snapshot.sources.get(this.view.snapshot.findings.sourceId[this.row] ?? NONE) ?? null
    );
  }
}
