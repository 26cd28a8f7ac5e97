import { MEASURE_UNITS } from '../../domain/measures/measure.ts';
import { indicatorOfSurvey } from '../../domain/survey/cohort-report.ts';
import { isAsPublished } from '../../domain/survey/register-comparison.ts';
import {
  numeratorOf,
  SURVEY_RATE_LABELS,
  SURVEY_RATES,
  type SurveyRate,
  surveyRate,
} from '../../domain/survey/survey-rates.ts';
import { type WeightedRate, weightedRate } from '../../domain/survey/weighting.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { CohortRate } from '../../snapshot/figures.ts';
import { notesOfCohort } from '../../snapshot/notes/notes.ts';
import { registerCohort } from '../../snapshot/surveys/survey-quality.ts';
import { dimension, figure, measure, ofMeasure, remembered } from '../columns.ts';
import type { BatchMaking, Column } from '../dataset.ts';
import { storedDataset } from '../declared-dataset.ts';
import { AS_OF, CERTIFICATION_PARAMETERS, YEAR_PARAMETERS } from '../filter-parameters.ts';
import { notesColumn } from '../notes/note-columns.ts';
import type { ParameterValues } from '../parameter.ts';
import {
  baseColumns,
  counted,
  coverageColumns,
  horizonColumn,
  type SurveyItem,
  shownOf,
  statusColumns,
  surveyedCohortColumns,
  surveyRateColumns,
} from './survey-columns.ts';
import { HORIZON, NO_SURVEYS, surveyedAt, surveyPages, wantsHorizon } from './surveyed-rows.ts';

interface Item extends SurveyItem {
  readonly rate: SurveyRate;
  /** Row of the cohort in the register; null when it has none. */
  readonly cohort: number | null;
}

export const surveyRates = storedDataset<Item>({
  name: 'survey-rates',
  title: { fr: 'Taux calculés d’après les enquêtes', en: 'Rates computed from surveys' },
  description: {
    fr: 'Taux d’insertion que donnent les réponses des titulaires, avec leur vraie base, à côté des taux publiés\u00a0: en entier pour qui lit l’enquête entière, sinon ce qui ne trahit la réponse de personne.',
    en: 'Insertion rates that the answers of holders give, on their true base, beside the published ones: in full for who reads the survey in full, else what tells nobody’s answer.',
  },
  grain: {
    fr: 'une ligne par promotion enquêtée, horizon et taux',
    en: 'one row for each surveyed cohort, horizon and rate',
  },
  key: ['certification_code', 'year', 'horizon', 'rate_kind'],
  dependsOnReader: true,
  parameters: [HORIZON, ...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  pages: pagesOf,
  whyEmpty: NO_SURVEYS,
  columns: () => [
    ...surveyedCohortColumns<Item>(({ at }) => at),
    horizonColumn(),
    dimension<Item>(
      'rate_kind',
      'TEXT',
      { label: 'Nature du taux', description: 'Dans tout emploi, ou dans le métier visé' },
      { label: 'Kind of rate', description: 'In any employment, or in the target occupation' },
      ({ rate }) => rate,
      SURVEY_RATE_LABELS,
    ),
    ...statusColumns<Item>(),
    ...baseColumns<Item>(),
    figure<Item>(
      'numerator',
      'INTEGER',
      'HEADS',
      { fr: 'Numérateur', en: 'Numerator' },
      {
        fr: `${MEASURE_UNITS.HEADS.fr} E, les répondants en emploi, ou M, ceux qui le sont dans le métier visé, selon rate_kind. Vide quand le chiffre est masqué.`,
        en: `${MEASURE_UNITS.HEADS.en} E, the employed respondents, or M, those in the target occupation, as rate_kind says. Absent when the figure is suppressed.`,
      },
      counted((counts, { rate }) => numeratorOf(counts, rate)),
    ),
    ...surveyRateColumns<Item>(
      { prefix: '', fr: 'Taux calculé', en: 'Computed rate' },
      ({ rate }) => rate,
    ),
    ...weightedColumns(),
    ...coverageColumns<Item>(),
    ...publishedColumns(),
    notesColumn<Item>(({ at, rate, cohort }, view) =>
      cohort === null ? [] : notesOfCohort(view, cohort, indicatorOfSurvey(at.horizon, rate)),
    ),
  ],
});

function pagesOf(view: DayView, values: ParameterValues, by: BatchMaking) {
  const { snapshot } = view;
  const isWanted = wantsHorizon(values);
  return surveyPages(view, values, by, function* (reading, of): Generator<Item> {
    const cohort = registerCohort(snapshot, of.certification, of.year);
    for (const at of surveyedAt(snapshot, of, isWanted)) {
      const seen = reading.cohorts(at.certification, [at.year], at.horizon);
      for (const rate of SURVEY_RATES) yield { at, seen, rate, cohort };
    }
  });
}

function weightedColumns(): Column<Item>[] {
  const weighted = remembered((item: Item): WeightedRate | null => {
    const sums = shownOf(item)?.weighted ?? null;
    return sums && weightedRate(sums, item.rate);
  });
  const bound = (french: 'basse' | 'haute', english: 'Lower' | 'Upper') => ({
    fr: `${MEASURE_UNITS.PERCENT.fr} Borne ${french} de l’intervalle de Wilson de weighted_rate à 95\u00a0%, sur effective_base. Vide quand le taux pondéré l’est.`,
    en: `${MEASURE_UNITS.PERCENT.en} ${english} bound of the Wilson interval of weighted_rate at 95 %, on effective_base. Absent when the weighted rate is.`,
  });
  return [
    measure<Item>(
      'weighted_rate',
      'NUMBER',
      'SURVEY_WEIGHTED_RATE',
      (item, view) => weighted(item, view)?.value,
      { fr: 'Taux pondéré par voie d’accès', en: 'Rate weighted by access route' },
    ),
    ofMeasure(
      'INTERVAL_LOWER',
      figure<Item>(
        'weighted_rate_low',
        'NUMBER',
        'PERCENT',
        { fr: 'Taux pondéré : borne basse à 95 %', en: 'Weighted rate: lower bound at 95 %' },
        bound('basse', 'Lower'),
        (item, view) => weighted(item, view)?.interval?.lower,
      ),
    ),
    ofMeasure(
      'INTERVAL_UPPER',
      figure<Item>(
        'weighted_rate_high',
        'NUMBER',
        'PERCENT',
        { fr: 'Taux pondéré : borne haute à 95 %', en: 'Weighted rate: upper bound at 95 %' },
        bound('haute', 'Upper'),
        (item, view) => weighted(item, view)?.interval?.upper,
      ),
    ),
    measure<Item>(
      'effective_base',
      'NUMBER',
      'SURVEY_EFFECTIVE_BASE',
      (item, view) => weighted(item, view)?.effectiveBase,
    ),
  ];
}

function publishedColumns(): Column<Item>[] {
  const published = ({ at, rate, cohort }: Item, view: DayView): number | null => {
    const indicator = indicatorOfSurvey(at.horizon, rate);
    if (indicator === null || cohort === null) return null;
    return new CohortRate(view, cohort, indicator).value;
  };
  return [
    figure<Item>(
      'published_rate',
      'NUMBER',
      'PERCENT',
      { fr: 'Taux publié', en: 'Published rate' },
      {
        fr: `${MEASURE_UNITS.PERCENT.fr} Taux que le répertoire publie de la même promotion, au même horizon. Vide quand il n’en publie pas.`,
        en: `${MEASURE_UNITS.PERCENT.en} Rate that the register publishes of the same cohort, at the same horizon. Absent when it publishes none.`,
      },
      published,
    ),
    dimension<Item>(
      'differs',
      'BOOLEAN',
      {
        label: 'Écart avec le taux publié',
        description:
          'Si le taux calculé, arrondi, s’écarte de plus d’un point du taux publié\u00a0; vide quand l’un des deux manque',
      },
      {
        label: 'Differs from the published rate',
        description:
          'Whether the computed rate, rounded, differs by more than one point from the published one; absent when one of them is',
      },
      (item, view) => {
        const shown = shownOf(item);
        const computed = shown && surveyRate(shown.counts, item.rate);
        const given = published(item, view);
        return computed === null || given === null ? null : !isAsPublished(computed, given);
      },
    ),
  ];
}
