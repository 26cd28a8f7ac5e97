import { INSERTION_INDICATORS, type InsertionIndicator } from '../domain/indicator.ts';
import { PEER_CRITERIA, type PeerCriterion } from '../domain/peer-board.ts';
import { BENCHMARK_STATUS_LABELS, FUNNEL_LABELS, INDICATOR_LABELS } from './code-labels.ts';
import { certificationColumns } from './cohort-columns.ts';
import { dimension, figure, measure, pooledRateColumns, reliability } from './columns.ts';
import { ReportBenchmarkDocument, type ReportBenchmarkQuery } from './documents.ts';
import {
  AS_OF,
  asOf,
  CERTIFICATION_PARAMETERS,
  certificationFilter,
  LAST_COHORTS,
} from './filter-parameters.ts';
import type { Parameter, ParameterValues } from './parameter.ts';
import { defineReport } from './report.ts';

type Compared = ReportBenchmarkQuery['certifications']['nodes'][number];

const INDICATOR: Parameter = {
  name: 'indicator',
  description: 'Which of the three rates is compared.',
  kind: { type: 'CHOICE', of: INSERTION_INDICATORS },
  otherwise: 'GLOBAL_6_MONTHS',
  ...{ many: false, example: 'TARGET_OCCUPATION_2_YEARS' },
};

const PEERS_BY: Parameter = {
  name: 'peers_by',
  description:
    'What peers share: a ROME code (OCCUPATION), an NSF code, a Formacode, or nothing but the level.',
  kind: { type: 'CHOICE', of: PEER_CRITERIA },
  otherwise: 'OCCUPATION',
  ...{ many: false, example: 'SPECIALITY' },
};

const SAME_LEVEL: Parameter = {
  name: 'same_level',
  description: 'Whether peers have the same level of qualification.',
  kind: { type: 'BOOLEAN' },
  otherwise: true,
  ...{ many: false, example: 'false' },
};

// Only active certifications of the RNCP have peers that they can be compared with here.
const WHICH = CERTIFICATION_PARAMETERS.filter(
  ({ name }) => name !== 'register' && name !== 'active',
);

function variablesOf(values: ParameterValues) {
  const indicator = values['indicator'] as InsertionIndicator;
  return {
    filter: {
      ...certificationFilter(values),
      register: 'RNCP' as const,
      active: true,
      has: [indicator],
    },
    indicator,
    peersBy: values['peers_by'] as PeerCriterion,
    sameLevel: values['same_level'] as boolean,
    lastCohorts: values['last_cohorts'] as number,
    asOf: asOf(values),
  };
}

export const benchmark = defineReport({
  name: 'benchmark',
  title: { fr: 'Comparaison avec les certifications proches', en: 'Comparison with peers' },
  description:
    'Certifications of the RNCP that are active on the day and have a rate over their last cohorts, each beside its peers: others that share a code with it and are not of its lineage. A funnel, not a league table: there is no pass mark in law.',
  grain: 'one row for each active certification of the RNCP that has the rate',
  key: ['certification_code'],
  document: ReportBenchmarkDocument,
  parameters: [...WHICH, INDICATOR, PEERS_BY, SAME_LEVEL, LAST_COHORTS, AS_OF],
  variablesOf,
  listOf: ({ certifications }) => certifications,
  // A rate may be published on older cohorts than those that are pooled.
  itemsOf: ({ certifications }) =>
    certifications.nodes.filter(({ benchmark: { own } }) => own.value !== null),
  columns: [
    ...certificationColumns<Compared>((certification) => certification),
    dimension<Compared>(
      'indicator',
      'TEXT',
      'Indicateur',
      'Which of the three rates is compared',
      (row) => row.benchmark.indicator,
      INDICATOR_LABELS,
    ),
    ...pooledRateColumns<Compared>(
      'rate',
      { fr: 'Taux d’insertion, promotions réunies', en: 'Pooled insertion rate' },
      (row) => row.benchmark.own,
    ),
    reliability<Compared>(
      'rate_reliability',
      { fr: 'Fiabilité du taux', en: 'Reliability of the rate' },
      (row) => row.benchmark.own.reliability,
    ),
    figure<Compared>(
      'cohorts',
      'INTEGER',
      'COHORTS',
      { fr: 'Promotions réunies', en: 'Cohorts that are pooled' },
      'Cohorts. The most recent ones, whether or not their rate is published.',
      (row) => row.benchmark.own.coverage.cohorts,
    ),
    figure<Compared>(
      'cohorts_with_rate',
      'INTEGER',
      'COHORTS',
      { fr: 'Promotions dont le taux est publié', en: 'Cohorts whose rate is published' },
      'Cohorts. Those of the pooled ones whose rate is published.',
      (row) => row.benchmark.own.coverage.cohortsWithRate,
    ),
    dimension<Compared>(
      'benchmark_status',
      'TEXT',
      'État de la comparaison',
      'Whether the comparison could be made: under five peers it is withheld',
      (row) => row.benchmark.status,
      BENCHMARK_STATUS_LABELS,
    ),
    measure<Compared>('peer_count', 'INTEGER', 'PEER_COUNT', (row) => row.benchmark.peerCount),
    measure<Compared>('peer_median', 'NUMBER', 'PEER_MEDIAN', (row) => row.benchmark.peerMedian),
    measure<Compared>(
      'peer_lower_quartile',
      'NUMBER',
      'PEER_LOWER_QUARTILE',
      (row) => row.benchmark.peerLowerQuartile,
    ),
    measure<Compared>(
      'peer_upper_quartile',
      'NUMBER',
      'PEER_UPPER_QUARTILE',
      (row) => row.benchmark.peerUpperQuartile,
    ),
    measure<Compared>('peer_pooled', 'NUMBER', 'PEER_POOLED', (row) => row.benchmark.peerPooled),
    measure<Compared>('percentile', 'NUMBER', 'PERCENTILE', (row) => row.benchmark.percentile),
    dimension<Compared>(
      'ranked',
      'BOOLEAN',
      'Effectif suffisant pour un classement',
      'Whether its base is 20 or more: under that it stays out of rankings, whatever its percentile',
      (row) => row.benchmark.ranked,
    ),
    measure<Compared>(
      'difference_to_median',
      'NUMBER',
      'DIFFERENCE_TO_MEDIAN',
      (row) => row.benchmark.difference,
    ),
    dimension<Compared>(
      'excludes_median',
      'BOOLEAN',
      'Intervalle excluant la médiane',
      'Whether its own interval at 95 % leaves the median of the peers out; absent when the comparison is withheld',
      (row) => row.benchmark.excludesMedian,
    ),
    dimension<Compared>(
      'funnel_position',
      'TEXT',
      'Position dans l’entonnoir',
      'Position in the funnel around the pooled rate of the peers; absent when the comparison is withheld',
      (row) => row.benchmark.funnel,
      FUNNEL_LABELS,
    ),
  ],
});
