import {
  BENCHMARK_STATUS_LABELS,
  FUNNEL_LABELS,
  INDICATOR_LABELS,
  VERDICT_LABELS,
} from '../../domain/code-labels.ts';
import type { PooledFigure } from '../../domain/insertion/pooling.ts';
import type { Note } from '../../domain/notes/note.ts';
import type { PeerComparison } from '../../domain/peers/benchmark.ts';
import { PEER_CRITERIA, type PeerCriterion } from '../../domain/peers/peer-rule.ts';
import { INSERTION_INDICATORS, type InsertionIndicator } from '../../domain/rate/indicator.ts';
import { reliabilityOf } from '../../domain/rate/reliability.ts';
import { finish, type Work } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { latestPooledFigure } from '../../snapshot/figures.ts';
import type { CertificationFilter } from '../../snapshot/filter/certification-filter.ts';
import { comparedNotes } from '../../snapshot/notes/notes.ts';
import { peerBoard, peerQValue } from '../../snapshot/peers/boards.ts';
import { pooledColumns } from '../../snapshot/peers/pooled.ts';
import { certificationColumns } from '../certification-columns.ts';
import {
  dimension,
  figure,
  measure,
  ofMeasure,
  pooledRateColumns,
  probability,
  reliability,
} from '../columns.ts';
import { dataset } from '../dataset.ts';
import { emptyCertifications } from '../empty-rows.ts';
import {
  AS_OF,
  CERTIFICATION_PARAMETERS,
  LAST_COHORTS,
  lastCohorts,
} from '../filter-parameters.ts';
import { certificationsOf } from '../filtered-rows.ts';
import { notesColumn } from '../notes/note-columns.ts';
import type { Parameter, ParameterValues } from '../parameter.ts';

/** A certification that has the rate, beside its peers. */
interface Compared {
  readonly row: number;
  readonly indicator: InsertionIndicator;
  readonly own: PooledFigure;
  readonly comparison: PeerComparison;
  /** Among all certifications that were tested; null for one that was not. */
  readonly qValue: number | null;
  readonly peersTooSmall: number;
  /** Those that touch its rate or one of its peers'. */
  readonly notes: readonly Note[];
}

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

const MINIMUM_BASE: Parameter = {
  name: 'minimum_base',
  description:
    'Heads. Certifications on a smaller base are no peers; that of the method (20 unless it was chosen otherwise) when it is not given.',
  kind: { type: 'INTEGER', from: 0, to: 1_000_000 },
  ...{ many: false, example: '50' },
};

// Only active certifications of the RNCP have peers that they can be compared with here.
const WHICH = CERTIFICATION_PARAMETERS.filter(
  ({ name }) => name !== 'register' && name !== 'active',
);

export const benchmark = dataset<Compared>({
  name: 'benchmark',
  title: { fr: 'Comparaison avec les certifications proches', en: 'Comparison with peers' },
  description:
    'Certifications of the RNCP that are active on the day and have a rate over their last cohorts, each beside its peers: others that share a code with it and are not of its lineage. A funnel, not a league table: there is no pass mark in law.',
  grain: 'one row for each active certification of the RNCP that has the rate',
  key: ['certification_code'],
  parameters: [...WHICH, INDICATOR, PEERS_BY, SAME_LEVEL, LAST_COHORTS, MINIMUM_BASE, AS_OF],
  items: compared,
  whyEmpty: emptyCertifications(rated),
  columns: () => [
    ...certificationColumns<Compared>(({ row }) => row),
    dimension<Compared>(
      'indicator',
      'TEXT',
      'Indicateur',
      { label: 'Indicator', description: 'Which of the three rates is compared' },
      ({ indicator }) => indicator,
      INDICATOR_LABELS,
    ),
    ...pooledRateColumns<Compared>(
      'rate',
      {
        whole: { fr: 'Taux d’insertion, promotions réunies', en: 'Pooled insertion rate' },
        part: { fr: 'Taux, promotions réunies', en: 'Pooled rate' },
      },
      ({ own }) => own,
    ),
    reliability<Compared>(
      'rate_reliability',
      { fr: 'Fiabilité du taux', en: 'Reliability of the rate' },
      ({ own }, { snapshot }) =>
        own.value === null
          ? null
          : reliabilityOf({ base: own.base, coverage: own.coverage.ratio }, snapshot.method),
    ),
    figure<Compared>(
      'cohorts',
      'INTEGER',
      'COHORTS',
      { fr: 'Promotions réunies', en: 'Cohorts that are pooled' },
      'Cohorts. The most recent ones, whether or not their rate is published.',
      ({ own }) => own.coverage.cohorts,
    ),
    figure<Compared>(
      'cohorts_with_rate',
      'INTEGER',
      'COHORTS',
      { fr: 'Promotions dont le taux est publié', en: 'Cohorts whose rate is published' },
      'Cohorts. Those of the pooled ones whose rate is published.',
      ({ own }) => own.coverage.cohortsWithRate,
    ),
    dimension<Compared>(
      'benchmark_status',
      'TEXT',
      'État de la comparaison',
      {
        label: 'Status of the comparison',
        description: 'Whether the comparison could be made: under five peers it is withheld',
      },
      ({ comparison }) => comparison.status,
      BENCHMARK_STATUS_LABELS,
    ),
    measure<Compared>(
      'peer_count',
      'INTEGER',
      'PEER_COUNT',
      ({ comparison }) => comparison.peerCount,
    ),
    measure<Compared>(
      'peer_median',
      'NUMBER',
      'PEER_MEDIAN',
      ({ comparison }) => comparison.peerMedian,
    ),
    measure<Compared>(
      'peer_lower_quartile',
      'NUMBER',
      'PEER_LOWER_QUARTILE',
      ({ comparison }) => comparison.peerLowerQuartile,
    ),
    measure<Compared>(
      'peer_upper_quartile',
      'NUMBER',
      'PEER_UPPER_QUARTILE',
      ({ comparison }) => comparison.peerUpperQuartile,
    ),
    measure<Compared>(
      'peer_pooled',
      'NUMBER',
      'PEER_POOLED',
      ({ comparison }) => comparison.peerPooled,
    ),
    measure<Compared>(
      'percentile',
      'NUMBER',
      'PERCENTILE',
      ({ comparison }) => comparison.percentile,
    ),
    dimension<Compared>(
      'ranked',
      'BOOLEAN',
      'Effectif suffisant pour un classement',
      {
        label: 'Base large enough to be ranked',
        description:
          'Whether its base is 20 or more: under that it stays out of rankings, whatever its percentile',
      },
      ({ comparison }) => comparison.ranked,
    ),
    measure<Compared>(
      'difference_to_median',
      'NUMBER',
      'DIFFERENCE_TO_MEDIAN',
      ({ comparison }) => comparison.difference,
    ),
    dimension<Compared>(
      'excludes_median',
      'BOOLEAN',
      'Intervalle excluant la médiane',
      {
        label: 'Interval leaves the median out',
        description:
          'Whether its own interval at 95 % leaves the median of the peers out; absent when the comparison is withheld',
      },
      ({ comparison }) => comparison.excludesMedian,
    ),
    dimension<Compared>(
      'funnel_position',
      'TEXT',
      'Position dans l’entonnoir',
      {
        label: 'Position in the funnel',
        description:
          'Position in the funnel around the pooled rate of the peers; absent when the comparison is withheld',
      },
      ({ comparison }) => comparison.funnel,
      FUNNEL_LABELS,
    ),
    dimension<Compared>(
      'verdict',
      'TEXT',
      'Verdict',
      {
        label: 'Verdict',
        description:
          'What may be said: below or above only where the adjusted funnel is outside 95 % and the own interval leaves the median out; insufficient under ten peers or on a base under 20',
      },
      ({ comparison }) => comparison.verdict,
      VERDICT_LABELS,
    ),
    ofMeasure(
      'COMPARISON_P_VALUE',
      probability<Compared>(
        'p_value',
        { fr: 'Valeur p', en: 'p-value' },
        'Probability, 0 to 1. Of being as far from the centre of the adjusted funnel by chance. Absent under ten peers.',
        ({ comparison }) => comparison.pValue,
      ),
    ),
    ofMeasure(
      'COMPARISON_Q_VALUE',
      probability<Compared>(
        'q_value',
        { fr: 'Valeur q', en: 'q-value' },
        'Share, 0 to 1. Of false calls, by chance, among all certifications that are as far from their peers. Absent under ten peers.',
        ({ qValue }) => qValue,
      ),
    ),
    ofMeasure(
      'PEERS_TOO_SMALL',
      figure<Compared>(
        'peers_too_small',
        'INTEGER',
        'CERTIFICATIONS',
        { fr: 'Certifications proches trop petites', en: 'Peers on too small a base' },
        'Certifications. Those that share as much and whose base is under the smallest of peers: they are left out.',
        ({ peersTooSmall }) => peersTooSmall,
      ),
    ),
    ofMeasure(
      'OVERDISPERSION_PHI',
      probability<Compared>(
        'phi',
        { fr: 'Surdispersion φ', en: 'Overdispersion φ' },
        'Times. Variance of the peers beside that of chance. Absent under ten peers.',
        ({ comparison }) => comparison.overdispersion?.phi,
      ),
    ),
    ofMeasure(
      'OVERDISPERSION_TAU_SQUARED',
      probability<Compared>(
        'tau_squared',
        { fr: 'Variance entre certifications τ²', en: 'Variance between certifications τ²' },
        'Squared radians. Variance between the peers on the arcsine scale. Absent under ten peers.',
        ({ comparison }) => comparison.overdispersion?.tauSquared,
      ),
    ),
    notesColumn<Compared>(({ notes }) => notes),
  ],
});

/** Rows that are made at a time: each has peers. */
const MADE = 50;
function candidates(indicator: InsertionIndicator) {
  return { register: 'RNCP', active: true, has: [indicator] } as const;
}

/** Conditions that the certifications with a row meet. */
function rated({ snapshot }: DayView, values: ParameterValues): CertificationFilter {
  const indicator = values['indicator'] as InsertionIndicator;
  const { base } = finish(pooledColumns(snapshot, indicator, lastCohorts(values)));
  const mask = new Uint8Array(base.length);
  for (const [row, heads] of base.entries()) mask[row] = Number(heads > 0);
  return { ...candidates(indicator), chosen: [mask] };
}

/** Active certifications of the RNCP that have a rate over the cohorts that are pooled. */
function* compared(view: DayView, values: ParameterValues): Work<Iterable<Compared>> {
  const indicator = values['indicator'] as InsertionIndicator;
  const rule = {
    indicator,
    peersBy: values['peers_by'] as PeerCriterion,
    sameLevel: values['same_level'] as boolean,
    lastCohorts: lastCohorts(values),
    minimumBase: (values['minimum_base'] as number | undefined) ?? null,
  };
  const board = yield* peerBoard(view, rule);
  const items: Compared[] = [];
  for (const row of yield* certificationsOf(view, values, candidates(indicator))) {
    const own = latestPooledFigure(view.snapshot, row, indicator, rule.lastCohorts);
    // A rate may be published on older cohorts than those that are pooled.
    if (own.value === null) continue;
    items.push({
      ...{ row, indicator, own },
      comparison: board.compare(row),
      qValue: yield* peerQValue(view, board, row),
      peersTooSmall: yield* board.tooSmallFor(row),
      notes: comparedNotes(view, board, row),
    });
    if (items.length % MADE === 0) yield;
  }
  return items;
}
