import type { PlainDate } from '../../domain/calendar.ts';
import { dayOf, NONE } from '../columns.ts';
import type { DayView } from '../day-view.ts';
import { BodyRow } from './body-row.ts';

/** A line of « Certificateurs » of a certification seen on a day. */
export class CertifierLineRow {
  readonly view: DayView;
  readonly row: number;

  constructor(view: DayView, row: number) {
    this.view = view;
    this.row = row;
  }

  get name(): string {
    return this.view.snapshot.certifiers.name[this.row] ?? '';
  }
  get siret(): string | null {
    return this.view.snapshot.certifiers.siret[this.row] ?? null;
  }
  get siren(): string | null {
    return (
      this.view.snapshot.bodies.siren[this.view.snapshot.certifiers.body[this.row] ?? NONE] ?? null
    );
  }
  get state(): string | null {
    return this.view.snapshot.certifiers.state[this.row] ?? null;
  }
  get active(): boolean {
    return this.view.snapshot.certifiers.active[this.row] === 1;
  }
  get stateChangedOn(): PlainDate | null {
    return dayOf(this.view.snapshot.certifiers.stateChangedOn[this.row]);
  }
  get tradeName(): string | null {
    return this.view.snapshot.certifiers.tradeName[this.row] ?? null;
  }
  get website(): string | null {
    return this.view.snapshot.certifiers.website[this.row] ?? null;
  }
  /** The legal unit; null without a SIREN. */
  get certifier(): BodyRow | null {
    const body = this.view.snapshot.certifiers.body[this.row] ?? NONE;
    return body === NONE ? null : new BodyRow(this.view, body);
  }
}
