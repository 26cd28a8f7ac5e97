import {
  BENCHMARK_STATUS_LABELS,
  FUNNEL_LABELS,
  INDICATOR_LABELS,
  VERDICT_LABELS,
} from '../../domain/code-labels.ts';
import { reliabilityOf } from '../../domain/rate/reliability.ts';
import { certificationColumns } from '../certification-columns.ts';
import { dimension, figure, measure } from '../columns.ts';
import type { Column } from '../dataset.ts';
import { notesColumn } from '../notes/note-columns.ts';
import { pooledRateColumns, reliability } from '../rates/rate-columns.ts';
import { chanceColumns } from './chance-columns.ts';
import type { Compared } from './compared.ts';

/** What a row says of a certification and its peers. */
export function benchmarkColumns(): Column<Compared>[] {
  return [
    ...certificationColumns<Compared>(({ row }) => row),
    dimension<Compared>(
      'indicator',
      'TEXT',
      { label: 'Indicateur', description: 'Celui des trois taux qui est comparé' },
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
      {
        fr: 'Promotions. Les plus récentes, que leur taux soit publié ou non.',
        en: 'Cohorts. The most recent ones, whether or not their rate is published.',
      },
      ({ own }) => own.coverage.cohorts,
    ),
    figure<Compared>(
      'cohorts_with_rate',
      'INTEGER',
      'COHORTS',
      { fr: 'Promotions dont le taux est publié', en: 'Cohorts whose rate is published' },
      {
        fr: 'Promotions. Parmi celles qui sont réunies, celles dont le taux est publié.',
        en: 'Cohorts. Those of the pooled ones whose rate is published.',
      },
      ({ own }) => own.coverage.cohortsWithRate,
    ),
    dimension<Compared>(
      'benchmark_status',
      'TEXT',
      {
        label: 'État de la comparaison',
        description:
          'Si la comparaison a pu être faite\u00a0: à moins de cinq certifications comparées, elle n’est pas donnée',
      },
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
      {
        label: 'Effectif suffisant pour un classement',
        description:
          'Si son effectif est de 20 ou plus\u00a0: en dessous, elle reste hors des classements, quel que soit son rang centile',
      },
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
      {
        label: 'Intervalle excluant la médiane',
        description:
          'Si son propre intervalle à 95\u00a0% exclut la médiane des certifications comparées\u00a0; vide quand la comparaison n’est pas donnée',
      },
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
      {
        label: 'Position dans l’entonnoir',
        description:
          'Position dans l’entonnoir autour du taux des certifications comparées réunies\u00a0; vide quand la comparaison n’est pas donnée',
      },
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
      {
        label: 'Verdict',
        description:
          'Ce qui peut être dit\u00a0: en dessous ou au-dessus seulement là où la position dans l’entonnoir ajusté est hors de 95\u00a0% et où l’intervalle propre exclut la médiane\u00a0; insuffisant à moins de dix certifications comparées ou avec un effectif de moins de 20',
      },
      {
        label: 'Verdict',
        description:
          'What may be said: below or above only where the adjusted funnel is outside 95 % and the own interval leaves the median out; insufficient under ten peers or on a base under 20',
      },
      ({ comparison }) => comparison.verdict,
      VERDICT_LABELS,
    ),
    ...chanceColumns(),
    notesColumn<Compared>(({ notes }) => notes),
  ];
}
