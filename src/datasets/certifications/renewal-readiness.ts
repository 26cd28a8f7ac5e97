import type { Bilingual } from '../../domain/bilingual.ts';
import { addMonths } from '../../domain/calendar.ts';
import { USUAL_COHORTS } from '../../domain/certification/renewal.ts';
import type { StatusCount } from '../../domain/insertion/insertion-summary.ts';
import type { RateStatus } from '../../domain/rate/rate-status.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { cohortCount, latestCohortRows, statusCounts } from '../../snapshot/figures.ts';
import type { CertificationFilter } from '../../snapshot/filter/certification-filter.ts';
import { notesOfLatest } from '../../snapshot/notes/notes.ts';
import { certificationColumns } from '../certification-columns.ts';
import { certifierColumns } from '../certifier-columns.ts';
import { dimension, figure, measure, ofMeasure, remembered } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { emptyCertifications } from '../empty-rows.ts';
import { AS_OF, certificationParametersBut, MONTHS } from '../filter-parameters.ts';
import { certificationsOf } from '../filtered-rows.ts';
import { notesColumn } from '../notes/note-columns.ts';
import type { Parameter, ParameterValues } from '../parameter.ts';
import { renewalColumns, renewalOf } from './renewal-columns.ts';

/** The statuses that a global rate at 6 months of the RNCP may have. */
/** Cohorts by the status of their global rate at 6 months. */
const COHORTS = {
  PUBLISHED: { fr: 'Promotions publiées', en: 'Cohorts published' },
  PUBLISHED_EARLY: { fr: 'Promotions publiées trop tôt', en: 'Cohorts published early' },
  NO_HOLDER: { fr: 'Promotions sans certifié', en: 'Cohorts with nobody certified' },
  NOT_YET_OBSERVABLE: { fr: 'Promotions non observables', en: 'Cohorts not yet observable' },
  IN_COLLECTION: { fr: 'Promotions en collecte', en: 'Cohorts in collection' },
  CLOSED_BEFORE_DUE: { fr: 'Promotions échues avant terme', en: 'Cohorts closed before due' },
  OVERDUE: { fr: 'Promotions en retard', en: 'Cohorts overdue' },
} as const satisfies Partial<Record<RateStatus, Bilingual>>;

const STATUSES = Object.keys(COHORTS) as (keyof typeof COHORTS)[];

const ACTIVE: Parameter = {
  name: 'active',
  description: {
    fr: 'Certifications qui sont actives à la date de référence, ou celles qui ne le sont pas\u00a0; une certification dont ni la fin ni l’indicateur d’activité du répertoire ne sont connus n’est ni l’un ni l’autre.',
    en: 'Certifications that are active on the day, or those that are not; one of which neither the end nor the flag of the register is known is neither.',
  },
  kind: { type: 'BOOLEAN' },
  ...{ many: false, otherwise: true, example: 'true' },
};

const USABLE_COHORTS_TO: Parameter = {
  name: 'usable_cohorts_to',
  description: {
    fr: 'Seulement les certifications qui ont au plus ce nombre de promotions dont le taux global à 6 mois est publié.',
    en: 'Only certifications with so many cohorts, or fewer, whose global rate at 6 months is published.',
  },
  kind: { type: 'INTEGER', from: 0, to: 100 },
  ...{ many: false, example: '1' },
};

export const renewalReadiness = dataset<number>({
  name: 'renewal-readiness',
  title: { fr: 'Éléments des demandes de renouvellement', en: 'Readiness for renewal' },
  description: {
    fr: 'Certifications actives du RNCP, avec ce sur quoi une demande de renouvellement peut s’appuyer pour les critères 1 et 2, et pourquoi des taux manquent. Montré, non jugé\u00a0: il existe des régimes à une promotion ou sans aucune.',
    en: 'Active certifications of the RNCP with what a renewal request could rest on for criteria 1 and 2, and why rates are missing. Shown, not judged: regimes with one cohort or none exist.',
  },
  grain: { fr: 'une ligne par certification', en: 'one row for each certification' },
  key: ['certification_code'],
  additive: [
    ...['cohorts', 'usable_cohorts'],
    ...STATUSES.map((status) => `cohorts_${status.toLowerCase()}`),
  ],
  parameters: [
    MONTHS,
    USABLE_COHORTS_TO,
    ACTIVE,
    ...certificationParametersBut('active', 'register'),
    AS_OF,
  ],
  items: (view, values) =>
    certificationsOf(view, values, examined(view, values), [
      { field: 'REGISTRATION_ENDS_ON', direction: 'ASC' },
    ]),
  whyEmpty: emptyCertifications(examined),
  columns: () => {
    const renewal = remembered(renewalOf);
    const statuses = remembered(statusesOf);
    return [
      ...certificationColumns<number>((row) => row),
      ...certifierColumns<number>((row) => row),
      ...renewalColumns<number>(renewal),
      dimension<number>(
        'watch_opens_on',
        'DATE',
        {
          label: 'Début de la veille',
          description: 'Douze mois avant la fin\u00a0; vide quand la fin n’est pas connue',
        },
        {
          label: 'Start of the watch',
          description: 'Twelve months before the end; absent when the end is not known',
        },
        (row, view) => renewal(row, view).watchOpensOn,
      ),
      figure<number>(
        'cohorts',
        'INTEGER',
        'COHORTS',
        { fr: 'Nombre de promotions', en: 'Cohorts' },
        {
          fr: 'Promotions. Toutes celles qui ont une ligne dans les statistiques\u00a0; 0 quand aucune n’en a.',
          en: 'Cohorts. All that have a line in the statistics; 0 when none has.',
        },
        (row, { snapshot }) => cohortCount(snapshot, row),
      ),
      measure<number>(
        'usable_cohorts',
        'INTEGER',
        'USABLE_COHORTS',
        (row, { snapshot }) => snapshot.certifications.usableCohorts[row],
      ),
      figure<number>(
        'usual_cohorts',
        'INTEGER',
        'COHORTS',
        {
          fr: 'Nombre de promotions usuellement examinées',
          en: 'Cohorts that are usually looked at',
        },
        {
          fr: 'Promotions. On en examine d’ordinaire autant\u00a0; aucun nombre ne décide à lui seul.',
          en: 'Cohorts. So many are usually looked at; none decides by itself.',
        },
        () => USUAL_COHORTS,
      ),
      ...STATUSES.map((status) =>
        ofMeasure(
          'COHORTS_WITH_STATUS',
          figure<number>(
            `cohorts_${status.toLowerCase()}`,
            'INTEGER',
            'COHORTS',
            COHORTS[status],
            {
              fr: `Promotions. Celles dont le taux global à 6 mois a le statut ${status} à la date de référence\u00a0; 0 quand il n’y en a pas.`,
              en: `Cohorts. Those whose global rate at 6 months is ${status} on the day; 0 when none is.`,
            },
            (row, view) => statuses(row, view).find((each) => each.status === status)?.cohorts ?? 0,
          ),
        ),
      ),
      notesColumn<number>((row, view) =>
        notesOfLatest(view, [row], { kind: 'GLOBAL_6_MONTHS', lastCohorts: null }),
      ),
    ];
  },
});

/** How many cohorts have each status of the global rate at 6 months. */
function statusesOf(row: number, view: DayView): readonly StatusCount[] {
  return statusCounts(view, latestCohortRows(view.snapshot, row, null), 'GLOBAL_6_MONTHS');
}

function examined({ day }: DayView, values: ParameterValues): CertificationFilter {
  const months = values['months'] as number | undefined;
  return {
    register: 'RNCP',
    registrationEnds: months === undefined ? null : { from: day, to: addMonths(day, months) },
    usableCohorts: { to: values['usable_cohorts_to'] as number | undefined },
  };
}
