import type { PlainDate } from '../../domain/calendar.ts';
import type { AccessRouteKind } from '../../domain/certification/access-route.ts';
import { dayOf, flagOf } from '../columns.ts';
import type { DayView } from '../day-view.ts';

/** An access route of a certification. */
export class AccessRouteRow {
  readonly view: DayView;
  readonly row: number;

  constructor(view: DayView, row: number) {
    this.view = view;
    this.row = row;
  }

  get route(): AccessRouteKind {
    return this.view.snapshot.routes.route[this.row] as AccessRouteKind;
  }
  get open(): boolean | null {
    return flagOf(this.view.snapshot.routes.open[this.row]);
  }
  get jury(): string | null {
    return this.view.snapshot.routes.jury[this.row] ?? null;
  }
  get changedOn(): PlainDate | null {
    return dayOf(this.view.snapshot.routes.changedOn[this.row]);
  }
}
