import { intOf } from '../../snapshot/columns.ts';
import { certificationColumns } from '../certification-columns.ts';
import { dimension, measure } from '../columns.ts';
import type { Column, ValueOf } from '../dataset.ts';

/** What a row says of its cohort. */
export function cohortColumns<Item>(rowOf: ValueOf<Item, number>): Column<Item>[] {
  return [
    ...certificationColumns<Item>(
      (item, view) => view.snapshot.cohorts.certification[rowOf(item, view)] ?? 0,
    ),
    dimension<Item>(
      'year',
      'INTEGER',
      'Année d’obtention',
      'Calendar year of the cohort',
      (item, view) => view.snapshot.cohorts.year[rowOf(item, view)],
    ),
    measure<Item>('certified', 'INTEGER', 'CERTIFIED', (item, view) =>
      intOf(view.snapshot.cohorts.certified[rowOf(item, view)]),
    ),
    measure<Item>('certified_through_vae', 'INTEGER', 'CERTIFIED_THROUGH_VAE', (item, view) =>
      intOf(view.snapshot.cohorts.certifiedThroughVae[rowOf(item, view)]),
    ),
  ];
}
