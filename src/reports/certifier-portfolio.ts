import { INSERTION_INDICATORS } from '../domain/indicator.ts';
import { parseSiren } from '../domain/siret.ts';
import { POOLED_LABELS } from './code-labels.ts';
import { certificationColumns } from './cohort-columns.ts';
import { dimension, figure, pooledRateColumns } from './columns.ts';
import {
  ReportCertifierPortfolioDocument,
  type ReportCertifierPortfolioQuery,
} from './documents.ts';
import {
  AS_OF,
  asOf,
  CERTIFICATION_PARAMETERS,
  certificationFilter,
  LAST_COHORTS,
} from './filter-parameters.ts';
import type { ParameterValues } from './parameter.ts';
import { defineReport } from './report.ts';

type Certification = ReportCertifierPortfolioQuery['certifications']['nodes'][number];
type Certifier = NonNullable<Certification['certifiers'][number]['certifier']>;

interface Item {
  readonly certification: Certification;
  /** null: no body in force is known by SIREN. */
  readonly certifier: Certifier | null;
}

/** One item for each body in force, by SIREN: only those that are asked for. */
function itemsOf(certification: Certification, values: ParameterValues): Item[] {
  const bySiren = new Map<string, Certifier>();
  for (const { active, certifier } of certification.certifiers) {
    if (active && certifier) bySiren.set(certifier.siren, certifier);
  }
  // Who certifies together with a body that is asked for is not in the portfolio of that body.
  const asked = values['certifier'] as readonly string[] | undefined;
  const sirens = asked?.map(parseSiren) ?? [...bySiren.keys()].toSorted();
  const certifiers = sirens.flatMap((siren) => bySiren.get(siren) ?? []);
  if (certifiers.length === 0 && !asked) return [{ certification, certifier: null }];
  return certifiers.map((certifier) => ({ certification, certifier }));
}

export const certifierPortfolio = defineReport({
  name: 'certifier-portfolio',
  title: { fr: 'Portefeuille des certificateurs', en: 'Portfolios of certifying bodies' },
  description:
    'What each certifying body in force certifies: end dates, cohorts, rates and what is overdue. A certification of several bodies has a row for each: rows do not add up.',
  grain:
    'one row for each certification and SIREN of a certifying body in force, and one for a certification without any',
  key: ['certification_code', 'certifier_siren'],
  document: ReportCertifierPortfolioDocument,
  parameters: [...CERTIFICATION_PARAMETERS, LAST_COHORTS, AS_OF],
  variablesOf: (values) => ({
    filter: certificationFilter(values),
    lastCohorts: values['last_cohorts'] as number,
    asOf: asOf(values),
  }),
  listOf: ({ certifications }) => certifications,
  itemsOf: ({ certifications }, values) =>
    certifications.nodes.flatMap((certification) => itemsOf(certification, values)),
  columns: [
    dimension<Item>(
      'certifier_siren',
      'TEXT',
      'SIREN du certificateur',
      'SIREN of the certifying body; absent for certifications without one in force that is known by SIREN',
      ({ certifier }) => certifier?.siren,
    ),
    dimension<Item>(
      'certifier_name',
      'TEXT',
      'Certificateur',
      'Name of the certifying body, the one it most often has; absent with its SIREN',
      ({ certifier }) => certifier?.name,
    ),
    ...certificationColumns<Item>(({ certification }) => certification),
    dimension<Item>(
      'newest_cohort',
      'INTEGER',
      'Promotion la plus récente',
      'Year of the newest cohort; absent without cohorts',
      ({ certification }) => certification.cohorts[0]?.year,
    ),
    figure<Item>(
      'cohorts',
      'INTEGER',
      'COHORTS',
      { fr: 'Nombre de promotions', en: 'Cohorts' },
      'Cohorts. All that have a line in the statistics; 0 when there is none.',
      ({ certification }) => certification.cohorts.length,
    ),
    figure<Item>(
      'overdue_rates',
      'INTEGER',
      'COHORTS',
      { fr: 'Taux à 6 mois en retard', en: 'Overdue rates at six months' },
      'Cohorts. Those whose global rate at 6 months is overdue on the day, and those whose rate in the target occupation at 6 months is: a cohort that owes both counts twice. Never absent.',
      ({ certification }) =>
        certification.cohorts
          .flatMap(({ insertionRates }) => insertionRates)
          // A rate at two years is never that: it is OVERDUE_OPTIONAL.
          .filter(({ status }) => status === 'OVERDUE').length,
    ),
    ...INSERTION_INDICATORS.flatMap((indicator, index) =>
      pooledRateColumns<Item>(
        indicator.toLowerCase(),
        POOLED_LABELS[indicator],
        ({ certification }) => certification.insertion[index],
      ),
    ),
  ],
});
