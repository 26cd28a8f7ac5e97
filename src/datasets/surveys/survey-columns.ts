import { MEASURE_UNITS } from '../../domain/measures/measure.ts';
import { eligibleOf, neutralisedOf, type SurveyCounts } from '../../domain/survey/counts.ts';
import { SUPPRESSION_LABELS } from '../../domain/survey/disclosure/suppression.ts';
import { SURVEY_STATUS_LABELS } from '../../domain/survey/public-survey.ts';
import {
  neutralisedShare,
  nonResponseBounds,
  responseRate,
  type SurveyRate,
  surveyCoverage,
  surveyInterval,
  surveyRate,
} from '../../domain/survey/survey-rates.ts';
import type { SurveyedAt } from '../../snapshot/surveys/survey-classes.ts';
import type { SeenSurvey, ShownSurvey } from '../../snapshot/surveys/survey-reading.ts';
import { certificationColumns } from '../certification-columns.ts';
import { dimension, figure, measure, ofMeasure } from '../columns.ts';
import type { Column, ValueOf } from '../dataset.ts';

/** A row about a survey, as its reader sees it. */
export interface SurveyItem {
  readonly at: SurveyedAt;
  readonly seen: SeenSurvey;
}

/** The figures of a row; null when they are suppressed. */
export function shownOf({ seen }: SurveyItem): ShownSurvey | null {
  return seen.status === 'SHOWN' ? seen : null;
}

/** A figure of the counts of a row. */
export function counted<Item extends SurveyItem, Value>(
  of: (counts: SurveyCounts, item: Item) => Value,
): ValueOf<Item, Value | null> {
  return (item) => {
    const shown = shownOf(item);
    return shown && of(shown.counts, item);
  };
}

/** A figure that N goes into. */
function countedHolders<Item extends SurveyItem, Value>(
  of: (counts: SurveyCounts, item: Item) => Value,
): ValueOf<Item, Value | null> {
  return (item) => {
    const shown = shownOf(item);
    return shown?.showsHolders ? of(shown.counts, item) : null;
  };
}

/** Which certification and cohort a row about a survey is of. */
export function surveyedCohortColumns<Item>(
  of: ValueOf<Item, { readonly certification: number; readonly year: number }>,
): Column<Item>[] {
  return [
    ...certificationColumns<Item>((item, view) => of(item, view).certification),
    dimension<Item>(
      'year',
      'INTEGER',
      'Année d’obtention',
      'Calendar year of the cohort',
      (item, view) => of(item, view).year,
    ),
  ];
}

/** When holders were asked. */
export function horizonColumn<Item extends SurveyItem>(): Column<Item> {
  return dimension<Item>(
    'horizon',
    'INTEGER',
    {
      label: 'Horizon en mois',
      description: 'Mois après l’obtention où les titulaires ont été interrogés',
    },
    {
      label: 'Horizon in months',
      description: 'Months after the award at which holders were asked',
    },
    ({ at }) => at.horizon,
  );
}

/** Whether the figures of a row are shown, and to whom. */
export function statusColumns<Item extends SurveyItem>(): Column<Item>[] {
  const { SHOWN, SUPPRESSED } = SURVEY_STATUS_LABELS;
  return [
    dimension<Item>(
      'status',
      'TEXT',
      { label: 'Statut de l’enquête', description: 'Si les chiffres de la ligne sont affichés' },
      { label: 'Status of the survey', description: 'Whether the figures of the row are shown' },
      ({ seen }) => seen.status,
      { SHOWN, SUPPRESSED },
    ),
    dimension<Item>(
      'reason',
      'TEXT',
      {
        label: 'Motif du masquage',
        description:
          'Ce qui fait que les chiffres sont masqués\u00a0; vide quand ils sont affichés',
      },
      {
        label: 'Reason of the suppression',
        description: 'Why the figures are suppressed; absent when they are shown',
      },
      ({ seen }) => (seen.status === 'SUPPRESSED' ? seen.reason : null),
      SUPPRESSION_LABELS,
    ),
    dimension<Item>(
      'in_full',
      'BOOLEAN',
      {
        label: 'Lue en entier',
        description:
          'Si qui demande lit l’enquête entière, et non seulement ce que chacun peut en voir',
      },
      {
        label: 'Read in full',
        description: 'Whether who asks reads the survey in full, and not only what everybody may',
      },
      (item) => shownOf(item)?.inFull ?? false,
    ),
  ];
}

/** How many holders there are, answered and are counted in the rates. */
export function baseColumns<Item extends SurveyItem>(): Column<Item>[] {
  return [
    measure<Item>(
      'holders',
      'INTEGER',
      'SURVEY_HOLDERS',
      countedHolders(({ holders }) => holders),
    ),
    measure<Item>(
      'respondents',
      'INTEGER',
      'SURVEY_RESPONDENTS',
      counted(({ respondents }) => respondents),
    ),
    measure<Item>('neutralised', 'INTEGER', 'SURVEY_NEUTRALISED', counted(neutralisedOf)),
    measure<Item>('eligible', 'INTEGER', 'SURVEY_ELIGIBLE', counted(eligibleOf)),
  ];
}

/** How much of the cohort the figures are of. */
export function coverageColumns<Item extends SurveyItem>(): Column<Item>[] {
  return [
    measure<Item>('response_rate', 'NUMBER', 'SURVEY_RESPONSE_RATE', countedHolders(responseRate)),
    measure<Item>(
      'neutralised_share',
      'NUMBER',
      'SURVEY_NEUTRALISED_SHARE',
      counted(neutralisedShare),
    ),
    measure<Item>('coverage', 'NUMBER', 'SURVEY_COVERAGE', countedHolders(surveyCoverage)),
  ];
}

/** How the columns of a rate are called. */
export interface SurveyRateName {
  /** What their names begin with, as `global_`; empty where the row has one rate. */
  readonly prefix: string;
  readonly fr: string;
  readonly en: string;
}

/**
 * A rate with its Wilson interval at 95 %, `rate_low` and `rate_high`, and what it lies between whoever
 * did not answer, `bound_low` and `bound_high`.
 */
export function surveyRateColumns<Item extends SurveyItem>(
  { prefix, fr, en }: SurveyRateName,
  rateOf: (item: Item) => SurveyRate,
): Column<Item>[] {
  const rate = `${prefix}rate`;
  const interval = counted<Item, ReturnType<typeof surveyInterval>>((counts, item) =>
    surveyInterval(counts, rateOf(item)),
  );
  const bounds = countedHolders<Item, ReturnType<typeof nonResponseBounds>>((counts, item) =>
    nonResponseBounds(counts, rateOf(item)),
  );
  const wilson = (french: 'basse' | 'haute', english: 'Lower' | 'Upper') => ({
    fr: `${MEASURE_UNITS.PERCENT.fr} Borne ${french} de l’intervalle de Wilson de ${rate} à 95\u00a0%, sur les répondants pris en compte. Vide quand le taux l’est.`,
    en: `${MEASURE_UNITS.PERCENT.en} ${english} bound of the Wilson interval of ${rate} at 95 %, on the eligible respondents. Absent when the rate is.`,
  });
  return [
    measure<Item>(
      rate,
      'NUMBER',
      'SURVEY_RATE',
      counted((counts, item) => surveyRate(counts, rateOf(item))),
      { fr, en },
    ),
    ofMeasure(
      'INTERVAL_LOWER',
      figure<Item>(
        `${rate}_low`,
        'NUMBER',
        'PERCENT',
        { fr: `${fr} : borne basse à 95 %`, en: `${en}: lower bound at 95 %` },
        wilson('basse', 'Lower'),
        (item, view) => interval(item, view)?.lower,
      ),
    ),
    ofMeasure(
      'INTERVAL_UPPER',
      figure<Item>(
        `${rate}_high`,
        'NUMBER',
        'PERCENT',
        { fr: `${fr} : borne haute à 95 %`, en: `${en}: upper bound at 95 %` },
        wilson('haute', 'Upper'),
        (item, view) => interval(item, view)?.upper,
      ),
    ),
    measure<Item>(
      `${prefix}bound_low`,
      'NUMBER',
      'SURVEY_BOUND_LOWER',
      (item, view) => bounds(item, view)?.lower,
      { fr: `${fr} : minimum possible`, en: `${en}: least possible` },
    ),
    measure<Item>(
      `${prefix}bound_high`,
      'NUMBER',
      'SURVEY_BOUND_UPPER',
      (item, view) => bounds(item, view)?.upper,
      { fr: `${fr} : maximum possible`, en: `${en}: most possible` },
    ),
  ];
}
