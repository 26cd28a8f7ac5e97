import { isOpen } from '../../snapshot/figures.ts';
import { notesOfCohort } from '../../snapshot/notes/notes.ts';
import { CohortRow } from '../../snapshot/rows/cohort-row.ts';
import { dimension, measure } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { emptyCohorts } from '../empty-rows.ts';
import { AS_OF, CERTIFICATION_PARAMETERS, YEAR_PARAMETERS } from '../filter-parameters.ts';
import { cohortsOf } from '../filtered-rows.ts';
import { notesColumn } from '../notes/note-columns.ts';
import { cohortColumns } from './cohort-columns.ts';

export const vae = dataset<number>({
  name: 'vae',
  title: { fr: 'Validation des acquis de l’expérience', en: 'Validation of experience' },
  description: {
    fr: 'Promotions avec le nombre et la part des certifiés à la suite d’un parcours de validation des acquis de l’expérience (VAE).',
    en: 'Cohorts with the number and the share of the certified who came through validation of experience (VAE).',
  },
  grain: {
    fr: 'une ligne par certification et promotion',
    en: 'one row for each certification and cohort',
  },
  key: ['certification_code', 'year'],
  additive: ['certified', 'certified_through_vae'],
  parameters: [...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  items: cohortsOf,
  whyEmpty: emptyCohorts(),
  columns: () => [
    ...cohortColumns<number>((cohort) => cohort),
    measure<number>(
      'vae_share',
      'NUMBER',
      'VAE_SHARE',
      (cohort, view) => new CohortRow(view, cohort).vaeShare,
    ),
    dimension<number>(
      'access_vae',
      'BOOLEAN',
      {
        label: 'Accès par VAE',
        description:
          'Si la certification est ouverte à la validation des acquis de l’expérience\u00a0; vide quand la source ne le dit pas',
      },
      {
        label: 'Open to VAE',
        description:
          'Whether the certification is open to validation of experience; absent when the source does not say',
      },
      (cohort, view) =>
        isOpen(view.snapshot, view.snapshot.cohorts.certification[cohort] ?? 0, 'VAE'),
    ),
    notesColumn<number>((cohort, view) => notesOfCohort(view, cohort, 'CERTIFIED')),
  ],
});
