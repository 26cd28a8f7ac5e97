import { dimension } from '../columns.ts';
import type { Column, Reference, ValueOf } from '../dataset.ts';

/** What rows that have the code of a certification are about. */
export const OF_CERTIFICATION: Reference = {
  columns: ['certification_code'],
  dataset: 'certification',
};

/** The certification of a row. */
export function codeOf<Item>(rowOf: ValueOf<Item, number>): Column<Item> {
  return dimension(
    'certification_code',
    'TEXT',
    'Numéro de fiche',
    'Code of the certification',
    (item, view) => view.snapshot.certifications.code[rowOf(item, view)],
  );
}

/** The certification of a row that is of a cohort. */
export function codeOfCohort<Item>(cohortOf: ValueOf<Item, number>): Column<Item> {
  return codeOf((item, view) => view.snapshot.cohorts.certification[cohortOf(item, view)] ?? 0);
}
