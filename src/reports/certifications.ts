import { ACCESS_ROUTES, type AccessRouteKind } from '../domain/access-route.ts';
import { INSERTION_INDICATORS } from '../domain/indicator.ts';
import { certifierColumns } from './certifier-columns.ts';
import { POOLED_LABELS } from './code-labels.ts';
import { certificationColumns } from './cohort-columns.ts';
import { dimension, figure, joined, measure, pooledRateColumns } from './columns.ts';
import { ReportCertificationsDocument, type ReportCertificationsQuery } from './documents.ts';
import {
  AS_OF,
  asOf,
  CERTIFICATION_PARAMETERS,
  certificationFilter,
  LAST_COHORTS,
} from './filter-parameters.ts';
import { type Bilingual, defineReport } from './report.ts';

type Certification = ReportCertificationsQuery['certifications']['nodes'][number];

const ROUTE_LABELS: Readonly<Record<AccessRouteKind, Bilingual>> = {
  INITIAL_TRAINING: { fr: 'Accès par formation initiale', en: 'Open to initial training' },
  APPRENTICESHIP: { fr: 'Accès par apprentissage', en: 'Open to apprenticeship' },
  CONTINUING_TRAINING: { fr: 'Accès par formation continue', en: 'Open to continuing training' },
  PROFESSIONALISATION_CONTRACT: {
    fr: 'Accès par contrat de professionnalisation',
    en: 'Open to professionalisation contracts',
  },
  INDIVIDUAL_APPLICATION: {
    fr: 'Accès par candidature individuelle',
    en: 'Open to individual application',
  },
  VAE: { fr: 'Accès par VAE', en: 'Open to validation of experience' },
};

/** A nomenclature that the fiche is classified by. */
function codes(
  name: string,
  fr: string,
  en: string,
  of: (certification: Certification) => readonly { readonly code: string }[],
) {
  return dimension<Certification>(
    name,
    'TEXT',
    fr,
    `${en}, each once, in the order of the fiche, between « ; »; absent when it has none`,
    (certification) => joined(of(certification).map(({ code }) => code)),
  );
}

export const certifications = defineReport({
  name: 'certifications',
  title: { fr: 'Certifications', en: 'Certifications' },
  description:
    'The registers, wide: what each certification is, who certifies it, by which ways, and the rates of its last cohorts pooled.',
  grain: 'one row for each certification',
  key: ['certification_code'],
  document: ReportCertificationsDocument,
  parameters: [...CERTIFICATION_PARAMETERS, LAST_COHORTS, AS_OF],
  variablesOf: (values) => ({
    filter: certificationFilter(values),
    lastCohorts: values['last_cohorts'] as number,
    asOf: asOf(values),
  }),
  listOf: (data) => data.certifications,
  itemsOf: (data) => data.certifications.nodes,
  columns: [
    ...certificationColumns<Certification>((certification) => certification),
    dimension<Certification>(
      'abbreviation',
      'TEXT',
      'Abrégé',
      'Kind of certification, as typed: TP, BTS, MASTER…; absent when the fiche has none',
      ({ abbreviation }) => abbreviation,
    ),
    dimension<Certification>(
      'abbreviation_label',
      'TEXT',
      'Libellé de l’abrégé',
      'What the abbreviation stands for; absent with it',
      ({ abbreviationLabel }) => abbreviationLabel,
    ),
    dimension<Certification>(
      'decision_on',
      'DATE',
      'Date de décision',
      'Day of the decision; absent when not published',
      ({ decisionOn }) => decisionOn,
    ),
    dimension<Certification>(
      'effective_on',
      'DATE',
      'Date d’effet',
      'Day from which it holds; absent when not published',
      ({ effectiveOn }) => effectiveOn,
    ),
    figure<Certification>(
      'registration_years',
      'INTEGER',
      null,
      { fr: 'Durée d’enregistrement', en: 'Duration of the registration' },
      'Years. As decided; absent when not published.',
      ({ registrationYears }) => registrationYears,
    ),
    codes('nsf_codes', 'Codes NSF', 'NSF codes (spécialités)', (each) => each.specialities),
    codes('rome_codes', 'Codes ROME', 'ROME codes (métiers)', (each) => each.occupations),
    codes('formacodes', 'Formacodes', 'Formacodes', (each) => each.formacodes),
    ...certifierColumns<Certification>(({ certifiers }) => certifiers),
    ...ACCESS_ROUTES.map((route) =>
      dimension<Certification>(
        `access_${route.toLowerCase()}`,
        'BOOLEAN',
        ROUTE_LABELS[route].fr,
        `${ROUTE_LABELS[route].en}; absent when the source does not say`,
        ({ accessRoutes }) => accessRoutes.find((each) => each.route === route)?.open,
      ),
    ),
    figure<Certification>(
      'blocks',
      'INTEGER',
      null,
      { fr: 'Nombre de blocs de compétences', en: 'Competency blocks' },
      'Blocks. All that the fiche lists; 0 when it lists none.',
      ({ blockCount }) => blockCount,
    ),
    figure<Certification>(
      'cohorts',
      'INTEGER',
      'COHORTS',
      { fr: 'Nombre de promotions', en: 'Cohorts' },
      'Cohorts. All that have a line in the statistics; 0 when none has.',
      ({ renewal }) => renewal.readiness.cohorts,
    ),
    measure<Certification>(
      'usable_cohorts',
      'INTEGER',
      'USABLE_COHORTS',
      ({ renewal }) => renewal.readiness.usableCohorts,
    ),
    dimension<Certification>(
      'newest_cohort',
      'INTEGER',
      'Dernière promotion',
      'Year of the newest cohort; absent without cohorts',
      ({ newestCohort }) => newestCohort[0]?.year,
    ),
    ...INSERTION_INDICATORS.flatMap((indicator, index) =>
      pooledRateColumns<Certification>(
        `pooled_${indicator.toLowerCase()}`,
        POOLED_LABELS[indicator],
        ({ insertion }) => insertion[index],
      ),
    ),
  ],
});
