import { readFile } from 'node:fs/promises';
import type { Dataset } from '../../src/datasets/dataset.ts';
import type { Database } from '../../src/db/database.ts';
import { foldBlanks } from '../../src/domain/fold-blanks.ts';
import { ask } from '../support/client.ts';
import {
  at,
  COHORT,
  certification,
  certifiers,
  codesOf,
  countOf,
  eachIndicator,
  groups,
  list,
  type Node,
  openRoute,
  pooled,
  portfolio,
  published,
  RENEWAL,
  type ReportDocument,
  start,
} from './report-columns.ts';

const OPERATIONS = new URL('../../schema/operations/deprecated/', import.meta.url);

/**
 * The reports as their persisted documents answer them, which clients of 0.1.0 made rows of. Columns
 * that no document selects are left out.
 */
export const REPORT_DOCUMENTS: Readonly<Record<string, ReportDocument>> = {
  certifications: {
    document: 'certifications',
    columns: {
      ...certification(),
      abbreviation: 'abbreviation',
      abbreviation_label: 'abbreviationLabel',
      decision_on: 'decisionOn',
      effective_on: 'effectiveOn',
      registration_years: 'registrationYears',
      nsf_codes: codesOf('specialities'),
      rome_codes: codesOf('occupations'),
      formacodes: codesOf('formacodes'),
      ...certifiers('certifiers'),
      access_initial_training: (item) => openRoute(item, 'accessRoutes', 'INITIAL_TRAINING'),
      access_apprenticeship: (item) => openRoute(item, 'accessRoutes', 'APPRENTICESHIP'),
      access_continuing_training: (item) => openRoute(item, 'accessRoutes', 'CONTINUING_TRAINING'),
      access_professionalisation_contract: (item) =>
        openRoute(item, 'accessRoutes', 'PROFESSIONALISATION_CONTRACT'),
      access_individual_application: (item) =>
        openRoute(item, 'accessRoutes', 'INDIVIDUAL_APPLICATION'),
      access_vae: (item) => openRoute(item, 'accessRoutes', 'VAE'),
      blocks: 'blockCount',
      cohorts: 'renewal.readiness.cohorts',
      usable_cohorts: 'renewal.readiness.usableCohorts',
      newest_cohort: 'newestCohort.0.year',
      ...eachIndicator((name, index) => pooled(`pooled_${name}`, `insertion.${index}`)),
    },
  },
  blocks: {
    document: 'blocks',
    columns: {
      ...certification('certification'),
      position: 'position',
      block_code: 'code',
      block_title: 'title',
      skills: 'skills',
      assessment_modes: 'assessmentModes',
      entry_prerequisites: 'entryPrerequisites',
      validation_prerequisites: 'validationPrerequisites',
    },
  },
  cohorts: {
    document: 'cohorts',
    columns: {
      ...COHORT,
      ...eachIndicator((name, index) => ({
        ...published(name, `insertionRates.${index}`),
        [`${name}_due_on`]: `insertionRates.${index}.dueOn`,
      })),
      gap_6_months: 'gapAt6Months',
    },
  },
  'insertion-rates': {
    document: 'insertion-rates',
    itemsOf: (cohort) => list(cohort, 'insertionRates').map((each) => ({ ...cohort, rate: each })),
    columns: {
      ...COHORT,
      indicator: 'rate.indicator',
      ...published('rate', 'rate'),
      rate_due_on: 'rate.dueOn',
      days_late: 'rate.daysLate',
      rate_basis: 'rate.basis',
      rate_reliability: 'rate.reliability',
    },
  },
  'insertion-by-year': groups('insertion-by-year', { year: 'key.year' }),
  'insertion-by-level': groups('insertion-by-level', {
    level: 'key.level',
    level_label: 'key.label',
  }),
  'insertion-by-speciality': groups('insertion-by-speciality', {
    speciality_domain: start('key.speciality.code', 1),
    speciality: 'key.speciality.code',
    speciality_label: 'key.label',
  }),
  'insertion-by-occupation': groups('insertion-by-occupation', {
    occupation_domain: start('key.occupation.code', 3),
    occupation: 'key.occupation.code',
    occupation_label: 'key.label',
  }),
  'insertion-by-certifier': groups('insertion-by-certifier', {
    certifier_siren: 'key.certifier.siren',
    certifier_name: 'key.label',
  }),
  expiring: {
    document: 'expiring',
    variables: { filter: { active: true, registrationEndsWithinMonths: 12 } },
    columns: {
      ...certification(),
      ...certifiers('certifiers'),
      ...RENEWAL,
      filing_passed: (item) => ['FILE_NOW', 'LATE'].includes(at(item, 'renewal.stage') as string),
      replaced: 'renewal.replaced',
    },
  },
  'renewal-readiness': {
    document: 'renewal-readiness',
    variables: { filter: { active: true, register: 'RNCP' } },
    columns: {
      ...certification(),
      ...certifiers('certifiers'),
      ...RENEWAL,
      watch_opens_on: 'renewal.watchOpensOn',
      cohorts: 'renewal.readiness.cohorts',
      usable_cohorts: 'renewal.readiness.usableCohorts',
      usual_cohorts: 'renewal.readiness.usualCohorts',
      ...Object.fromEntries(
        ['PUBLISHED', 'PUBLISHED_EARLY', 'NO_HOLDER', 'NOT_YET_OBSERVABLE', 'IN_COLLECTION']
          .concat('CLOSED_BEFORE_DUE', 'OVERDUE')
          .map((status) => [
            `cohorts_${status.toLowerCase()}`,
            (item: Node) => countOf(list(item, 'renewal.readiness.statuses'), [status]),
          ]),
      ),
    },
  },
  'overdue-rates': {
    document: 'overdue-rates',
    variables: {
      filter: { rateStatus: { indicator: 'GLOBAL_6_MONTHS', anyOf: ['OVERDUE'] } },
      indicator: 'GLOBAL_6_MONTHS',
    },
    columns: {
      ...COHORT,
      ...certifiers('certification.certifiers'),
      indicator: 'insertionRate.indicator',
      rate_status: 'insertionRate.status',
      rate_due_on: 'insertionRate.dueOn',
      days_late: 'insertionRate.daysLate',
    },
  },
  benchmark: {
    document: 'benchmark',
    variables: { filter: { register: 'RNCP', active: true, has: ['GLOBAL_6_MONTHS'] } },
    itemsOf: (node) => (at(node, 'benchmark.own.value') === null ? [] : [node]),
    columns: {
      ...certification(),
      indicator: 'benchmark.indicator',
      ...pooled('rate', 'benchmark.own'),
      rate_reliability: 'benchmark.own.reliability',
      cohorts: 'benchmark.own.coverage.cohorts',
      cohorts_with_rate: 'benchmark.own.coverage.cohortsWithRate',
      benchmark_status: 'benchmark.status',
      peer_count: 'benchmark.peerCount',
      peer_median: 'benchmark.peerMedian',
      peer_lower_quartile: 'benchmark.peerLowerQuartile',
      peer_upper_quartile: 'benchmark.peerUpperQuartile',
      peer_pooled: 'benchmark.peerPooled',
      percentile: 'benchmark.percentile',
      ranked: 'benchmark.ranked',
      difference_to_median: 'benchmark.difference',
      excludes_median: 'benchmark.excludesMedian',
      funnel_position: 'benchmark.funnel',
    },
  },
  'certifier-portfolio': {
    document: 'certifier-portfolio',
    itemsOf: portfolio,
    columns: {
      certifier_siren: 'certifier.siren',
      certifier_name: 'certifier.name',
      ...certification(),
      newest_cohort: 'cohorts.0.year',
      cohorts: (item) => list(item, 'cohorts').length,
      overdue_rates: (item) =>
        list(item, 'cohorts')
          .flatMap((cohort) => list(cohort, 'insertionRates'))
          .filter(({ status }) => status === 'OVERDUE').length,
      ...eachIndicator((name, index) => pooled(name, `insertion.${index}`)),
    },
  },
  partners: {
    document: 'partners',
    itemsOf: (node) => list(node, 'partnerCounts').map((counts) => ({ ...node, counts })),
    columns: {
      ...certification(),
      partner_role: 'counts.role',
      partner_state: 'counts.state',
      partner_active: 'counts.active',
      rows: 'counts.rows',
      establishments: 'counts.establishments',
      legal_units: 'counts.legalUnits',
    },
  },
  findings: {
    document: 'findings',
    columns: {
      finding_id: 'id',
      rule: 'rule',
      severity: 'severity',
      certification_code: 'certificationCode',
      register: 'certification.register',
      title: 'certification.title',
      active: 'certification.active',
      ...certifiers('certification.certifiers'),
      year: 'cohortYear',
      element: 'element',
      given_value: 'given',
      message: 'message',
      first_seen_publication: 'firstSeenPublication.number',
      first_seen_at: 'firstSeenPublication.publishedAt',
    },
  },
  vae: {
    document: 'vae',
    columns: {
      ...COHORT,
      vae_share: 'vaeShare',
      access_vae: (item) => openRoute(item, 'certification.accessRoutes', 'VAE'),
    },
  },
};

/** The rows of a report as its persisted document answers them, column by column. */
export async function documentRows(database: Database, { name }: Dataset, asOf: string) {
  const report = REPORT_DOCUMENTS[name];
  if (!report) throw new Error(`no document of ${name}`);
  const { document, variables, itemsOf, columns } = report;
  const source = await readFile(new URL(`${document}.graphql`, OPERATIONS), 'utf8');
  const rows: Record<string, unknown>[] = [];
  for (let after: unknown = null, more = true; more; ) {
    const data = await ask<Node>(database, source, { ...variables, asOf, after, first: 50 });
    const [list] = Object.values(data) as { nodes?: Node[]; pageInfo?: Node }[];
    const nodes = list?.nodes ?? [data];
    for (const item of itemsOf ? nodes.flatMap(itemsOf) : nodes) {
      const cells = Object.entries(columns).map(([column, of]) => [
        column,
        onOneLine((typeof of === 'string' ? at(item, of) : of(item)) ?? null),
      ]);
      rows.push(Object.fromEntries(cells));
    }
    more = list?.pageInfo?.['hasNextPage'] === true;
    after = list?.pageInfo?.['endCursor'];
  }
  return rows;
}

/** Texts of rows are on one line. */
function onOneLine(cell: unknown): unknown {
  return typeof cell === 'string' ? foldBlanks(cell) : cell;
}
