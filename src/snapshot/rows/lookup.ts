import type { DayView } from '../day-view.ts';
import { BodyRow } from './body-row.ts';
import { CertificationRow } from './certification-row.ts';

/** A row of a table of the snapshot, seen on a day. */
type RowClass<Row> = new (view: DayView, row: number) => Row;

/** The rows of a parent, by the offsets of a table, each seen on a day. */
export function childRows<Row>(
  { view, row }: { readonly view: DayView; readonly row: number },
  offset: Int32Array,
  Class: RowClass<Row>,
): Row[] {
  const rows: Row[] = [];
  for (let at = offset[row] ?? 0; at < (offset[row + 1] ?? 0); at++) rows.push(new Class(view, at));
  return rows;
}

/** The certification of a code on a day; null when the register lacks it. */
export function certificationOf(view: DayView, code: string | null): CertificationRow | null {
  const row = code === null ? undefined : view.snapshot.certifications.rowOf.get(code);
  return row === undefined ? null : new CertificationRow(view, row);
}

/** The certifying body of a SIREN on a day; null when no fiche names it. */
export function bodyOf(view: DayView, siren: string | null): BodyRow | null {
  const row = siren === null ? undefined : view.snapshot.bodies.rowOf.get(siren);
  return row === undefined ? null : new BodyRow(view, row);
}
