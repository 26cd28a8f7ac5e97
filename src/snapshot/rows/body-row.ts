import type { DayView } from '../day-view.ts';

/** A certifying body seen on a day. */
export class BodyRow {
  readonly view: DayView;
  readonly row: number;

  constructor(view: DayView, row: number) {
    this.view = view;
    this.row = row;
  }

  get siren(): string {
    return this.view.snapshot.bodies.siren[this.row] ?? '';
  }
  /** The name it most often has on the fiches. */
  get name(): string {
    return this.view.snapshot.bodies.name[this.row] ?? '';
  }
}
