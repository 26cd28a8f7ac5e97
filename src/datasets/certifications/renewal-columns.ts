import { type RenewalDays, renewalDays } from '../../domain/certification/renewal.ts';
import { STAGE_LABELS } from '../../domain/code-labels.ts';
import { dayOf } from '../../snapshot/columns.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { dimension, measure } from '../columns.ts';
import type { Column, ValueOf } from '../dataset.ts';

/** Days and stage of the renewal of a certification. */
export function renewalOf(row: number, view: DayView): RenewalDays {
  return renewalDays(dayOf(view.snapshot.certifications.registrationEndsOn[row]), view.day);
}

/** Where the registration of a certification stands on its way to renewal. */
export function renewalColumns<Item>(of: ValueOf<Item, RenewalDays>): Column<Item>[] {
  return [
    dimension<Item>(
      'renewal_stage',
      'TEXT',
      {
        label: 'Étape du renouvellement',
        description: 'Où elle en est de son renouvellement, à la date de référence',
      },
      {
        label: 'Stage of renewal',
        description: 'Where it stands on its way to renewal, on the day',
      },
      (item, view) => of(item, view).stage,
      STAGE_LABELS,
    ),
    measure<Item>('file_by', 'DATE', 'FILE_BY', (item, view) => of(item, view).fileBy),
    measure<Item>(
      'file_at_latest',
      'DATE',
      'FILE_AT_LATEST',
      (item, view) => of(item, view).fileAtLatest,
    ),
  ];
}
