import type { DayView } from '../day-view.ts';
import { CertificationRow } from './certification-row.ts';

/** A block of a certification seen on a day. */
export class BlockRow {
  readonly view: DayView;
  readonly row: number;

  constructor(view: DayView, row: number) {
    this.view = view;
    this.row = row;
  }

  get code(): string {
    return this.view.snapshot.blocks.code[this.row] ?? '';
  }
  /** 1 for the first block of the fiche. */
  get position(): number {
    return this.view.snapshot.blocks.position[this.row] ?? 0;
  }
  get title(): string {
    return this.view.snapshot.blocks.title[this.row] ?? '';
  }
  get certification(): CertificationRow {
    return new CertificationRow(this.view, this.view.snapshot.blocks.certification[this.row] ?? 0);
  }
}
