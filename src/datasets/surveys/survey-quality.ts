import { INDICATOR_LABELS } from '../../domain/code-labels.ts';
import { MEASURE_UNITS } from '../../domain/measures/measure.ts';
import type { InsertionIndicator } from '../../domain/rate/indicator.ts';
import { INDICATOR_SURVEYS } from '../../domain/survey/register-comparison.ts';
import {
  SURVEY_FINDING_LABELS,
  type SurveyFindingRule,
} from '../../domain/survey/survey-finding.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { surveyQuality as qualityOf } from '../../snapshot/surveys/survey-quality.ts';
import { dimension, figure, ofMeasure } from '../columns.ts';
import type { BatchMaking, Column } from '../dataset.ts';
import { storedDataset } from '../declared-dataset.ts';
import { AS_OF, CERTIFICATION_PARAMETERS, YEAR_PARAMETERS } from '../filter-parameters.ts';
import type { ParameterValues } from '../parameter.ts';
import { surveyedCohortColumns } from './survey-columns.ts';
import {
  HORIZON,
  NO_SURVEYS,
  type RosterCohort,
  surveyPages,
  wantsHorizon,
} from './surveyed-rows.ts';

interface Item extends RosterCohort {
  /** 0 = of the roster. */
  readonly horizon: number;
  readonly rule: SurveyFindingRule;
  readonly indicator: InsertionIndicator | null;
  readonly rows: number | null;
  readonly ofRows: number | null;
  readonly computed: number | null;
  readonly published: number | null;
}

export const surveyQuality = storedDataset<Item>({
  name: 'survey-quality',
  title: { fr: 'Qualité des enquêtes', en: 'Quality of surveys' },
  description: {
    fr: 'Ce qui est remarquable dans les enquêtes et ne les a pas fait refuser, écarts avec le répertoire compris. Seulement les enquêtes que qui demande lit en entier\u00a0: sans rôle, aucune ligne.',
    en: 'What is remarkable about surveys and did not have them refused, differences from the register included. Only surveys that who asks reads in full: without a role, no rows.',
  },
  grain: {
    fr: 'une ligne par promotion enquêtée, horizon et remarque',
    en: 'one row for each surveyed cohort, horizon and remark',
  },
  key: ['certification_code', 'year', 'horizon', 'rule', 'indicator'],
  nullableKey: ['horizon', 'indicator'],
  dependsOnReader: true,
  parameters: [HORIZON, ...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  pages: pagesOf,
  whyEmpty: NO_SURVEYS,
  columns: () => [
    ...surveyedCohortColumns<Item>((item) => item),
    dimension<Item>(
      'horizon',
      'INTEGER',
      {
        label: 'Horizon en mois',
        description:
          'Mois après l’obtention où les titulaires ont été interrogés\u00a0; vide quand il s’agit de la liste des titulaires',
      },
      {
        label: 'Horizon in months',
        description:
          'Months after the award at which holders were asked; absent when it is about the roster',
      },
      ({ horizon }) => (horizon === 0 ? null : horizon),
    ),
    dimension<Item>(
      'rule',
      'TEXT',
      { label: 'Règle', description: 'Ce qui est remarquable' },
      { label: 'Rule', description: 'What is remarkable' },
      ({ rule }) => rule,
      SURVEY_FINDING_LABELS,
    ),
    dimension<Item>(
      'indicator',
      'TEXT',
      {
        label: 'Indicateur',
        description:
          'Celui des trois taux du répertoire qui diffère\u00a0; vide quand il ne s’agit pas d’un taux',
      },
      {
        label: 'Indicator',
        description: 'Which of the three rates of the register differs; absent when it is no rate',
      },
      ({ indicator }) => indicator,
      INDICATOR_LABELS,
    ),
    dimension<Item>(
      'message',
      'TEXT',
      { label: 'Explication en anglais', description: 'Ce qui est remarquable, en anglais' },
      { label: 'Explanation', description: 'What is remarkable, in English' },
      ({ rule }) => SURVEY_FINDING_LABELS[rule].en,
    ),
    dimension<Item>(
      'message_fr',
      'TEXT',
      { label: 'Explication en français', description: 'La même chose que message, en français' },
      { label: 'Explanation in French', description: 'The same as message, in French' },
      ({ rule }) => SURVEY_FINDING_LABELS[rule].fr,
    ),
    ...rowColumns(),
    ...comparedColumns(),
  ],
});

async function* pagesOf(view: DayView, values: ParameterValues, by: BatchMaking) {
  const isWanted = wantsHorizon(values);
  yield* surveyPages(view, values, by, function* (reading, cohort): Generator<Item> {
    const quality = qualityOf(view, reading, cohort);
    if (quality === null) return;
    const none = { indicator: null, rows: null, ofRows: null, computed: null, published: null };
    const register = quality.register.map((found): Item => {
      const { indicator } = found;
      const horizon = indicator === null ? 0 : INDICATOR_SURVEYS[indicator].horizon;
      return { ...none, ...cohort, ...found, horizon };
    });
    const rows = quality.rows.map((found): Item => ({ ...none, ...cohort, ...found }));
    // The roster is of all horizons.
    yield* [...register, ...rows]
      .filter(({ horizon }) => horizon === 0 || isWanted(horizon))
      .sort((a, b) => a.horizon - b.horizon);
  });
}

function rowColumns(): Column<Item>[] {
  return [
    ofMeasure(
      'SURVEY_FINDING_ROWS',
      figure<Item>(
        'rows',
        'INTEGER',
        'HEADS',
        { fr: 'Lignes concernées', en: 'Rows that it is about' },
        {
          fr: `${MEASURE_UNITS.HEADS.fr} Titulaires dont la ligne est concernée. Vide pour un écart avec le répertoire.`,
          en: `${MEASURE_UNITS.HEADS.en} Holders whose row it is about. Absent of a difference from the register.`,
        },
        ({ rows }) => rows,
      ),
    ),
    ofMeasure(
      'SURVEY_FINDING_OF',
      figure<Item>(
        'of_rows',
        'INTEGER',
        'HEADS',
        { fr: 'Lignes examinées', en: 'Rows that were looked at' },
        {
          fr: `${MEASURE_UNITS.HEADS.fr} Titulaires dont la ligne a été examinée. Vide pour un écart avec le répertoire.`,
          en: `${MEASURE_UNITS.HEADS.en} Holders whose row was looked at. Absent of a difference from the register.`,
        },
        ({ ofRows }) => ofRows,
      ),
    ),
  ];
}

function comparedColumns(): Column<Item>[] {
  return [
    figure<Item>(
      'computed',
      'NUMBER',
      null,
      { fr: 'Chiffre de l’enquête', en: 'Figure of the survey' },
      {
        fr: 'Ce que donne l’enquête, en personnes, ou en pour cent pour un taux. Vide quand il ne s’agit pas d’un écart avec le répertoire.',
        en: 'What the survey gives, in heads, or in percent of a rate. Absent when it is no difference from the register.',
      },
      ({ computed }) => computed,
    ),
    figure<Item>(
      'published',
      'NUMBER',
      null,
      { fr: 'Chiffre du répertoire', en: 'Figure of the register' },
      {
        fr: 'Ce que publie le répertoire, de même. Vide quand il ne s’agit pas d’un écart avec lui.',
        en: 'What the register publishes, likewise. Absent when it is no difference from it.',
      },
      ({ published }) => published,
    ),
  ];
}
