import { STAGE_LABELS } from './code-labels.ts';
import { dimension, measure } from './columns.ts';
import type { Column } from './report.ts';

interface RenewalCells {
  readonly stage: string;
  readonly fileBy: string | null;
  readonly fileAtLatest: string | null;
}

/** Where the registration of a certification stands on its way to renewal. */
export function renewalColumns<Item>(of: (item: Item) => RenewalCells): Column<Item>[] {
  return [
    dimension<Item>(
      'renewal_stage',
      'TEXT',
      'Étape du renouvellement',
      'Where it stands on its way to renewal, on the day',
      (item) => of(item).stage,
      STAGE_LABELS,
    ),
    measure<Item>('file_by', 'DATE', 'FILE_BY', (item) => of(item).fileBy),
    measure<Item>('file_at_latest', 'DATE', 'FILE_AT_LATEST', (item) => of(item).fileAtLatest),
  ];
}
