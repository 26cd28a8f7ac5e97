import { intOf } from '../../snapshot/columns.ts';
import { notesOfCohort } from '../../snapshot/notes/notes.ts';
import { dimension, measure } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { AS_OF } from '../filter-parameters.ts';
import { cohortsOf } from '../filtered-rows.ts';
import { notesColumn } from '../notes/note-columns.ts';
import { codeOfCohort, OF_CERTIFICATION } from './keys.ts';

export const cohort = dataset<number>({
  name: 'cohort',
  title: { fr: 'Promotions (étoile)', en: 'Cohorts (star)' },
  description: {
    fr: 'Nombres de certifiés, qui s’additionnent quel que soit le groupement des promotions.',
    en: 'Numbers of certified, which add up over whatever cohorts are grouped by.',
  },
  grain: {
    fr: 'une ligne par certification et promotion',
    en: 'one row for each certification and cohort',
  },
  key: ['certification_code', 'year'],
  additive: ['certified', 'certified_through_vae'],
  references: [OF_CERTIFICATION],
  parameters: [AS_OF],
  items: cohortsOf,
  columns: () => [
    codeOfCohort<number>((row) => row),
    dimension<number>(
      'year',
      'INTEGER',
      'Année d’obtention',
      'Calendar year of the cohort',
      (row, { snapshot }) => snapshot.cohorts.year[row],
    ),
    measure<number>('certified', 'INTEGER', 'CERTIFIED', (row, { snapshot }) =>
      intOf(snapshot.cohorts.certified[row]),
    ),
    measure<number>('certified_through_vae', 'INTEGER', 'CERTIFIED_THROUGH_VAE', (row, view) =>
      intOf(view.snapshot.cohorts.certifiedThroughVae[row]),
    ),
    notesColumn<number>((row, view) => notesOfCohort(view, row, 'CERTIFIED')),
  ],
});
