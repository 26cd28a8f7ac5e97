import { SURVEY_DIMENSIONS, type SurveyDimension } from '../../domain/survey/cohort-figures.ts';
import { holderClassLabel, SURVEY_DIMENSION_LABELS } from '../../domain/survey/survey-grouping.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { notesOfCohort } from '../../snapshot/notes/notes.ts';
import { registerCohort } from '../../snapshot/surveys/survey-quality.ts';
import { dimension, measure } from '../columns.ts';
import type { BatchMaking } from '../dataset.ts';
import { storedDataset } from '../declared-dataset.ts';
import { AS_OF, CERTIFICATION_PARAMETERS, YEAR_PARAMETERS } from '../filter-parameters.ts';
import { notesColumn } from '../notes/note-columns.ts';
import type { Parameter, ParameterValues } from '../parameter.ts';
import { outcomeDetails } from './outcome-details.ts';
import {
  baseColumns,
  counted,
  coverageColumns,
  horizonColumn,
  type SurveyItem,
  statusColumns,
  surveyedCohortColumns,
  surveyRateColumns,
} from './survey-columns.ts';
import { HORIZON, NO_SURVEYS, surveyedAt, surveyPages, wantsHorizon } from './surveyed-rows.ts';

interface Item extends SurveyItem {
  readonly dimension: SurveyDimension;
  /** Row of the cohort in the register; null when it has none. */
  readonly cohort: number | null;
}

const DIMENSION: Parameter = {
  name: 'dimension',
  description: {
    fr: 'Seulement les lignes de tous les titulaires (ALL), ou selon ces attributs.',
    en: 'Only rows of all holders (ALL), or by these attributes.',
  },
  kind: { type: 'CHOICE', of: SURVEY_DIMENSIONS },
  ...{ many: true, example: 'ROUTE' },
};

export const surveyOutcomes = storedDataset<Item>({
  name: 'survey-outcomes',
  title: { fr: 'Réponses aux enquêtes', en: 'Outcomes of surveys' },
  description: {
    fr: 'Ce que les titulaires des promotions enquêtées sont devenus, tous et selon leur voie d’accès, leur sexe, leur âge ou la région de leur formation\u00a0: en entier pour qui lit l’enquête entière, sinon ce qui ne trahit la réponse de personne.',
    en: 'What became of the holders of surveyed cohorts, all and by their access route, sex, age or region of training: in full for who reads the survey in full, else what tells nobody’s answer.',
  },
  grain: {
    fr: 'une ligne par promotion enquêtée, horizon, attribut et classe de titulaires',
    en: 'one row for each surveyed cohort, horizon, attribute and class of holders',
  },
  key: ['certification_code', 'year', 'horizon', 'dimension', 'class_code'],
  nullableKey: ['class_code'],
  dependsOnReader: true,
  parameters: [HORIZON, DIMENSION, ...CERTIFICATION_PARAMETERS, ...YEAR_PARAMETERS, AS_OF],
  pages: pagesOf,
  whyEmpty: NO_SURVEYS,
  columns: () => [
    ...surveyedCohortColumns<Item>(({ at }) => at),
    horizonColumn(),
    dimension<Item>(
      'dimension',
      'TEXT',
      { label: 'Attribut', description: 'Ce qui distingue les titulaires de la ligne' },
      { label: 'Attribute', description: 'What tells the holders of the row apart' },
      ({ dimension: own }) => own,
      SURVEY_DIMENSION_LABELS,
    ),
    dimension<Item>(
      'class_code',
      'TEXT',
      {
        label: 'Code de la classe',
        description:
          'Code de la classe de titulaires\u00a0; vide pour l’ensemble, et quand l’attribut n’est pas connu',
      },
      {
        label: 'Code of the class',
        description:
          'Code of the class of holders; absent of all holders, and when the attribute is not known',
      },
      ({ seen }) => seen.value,
    ),
    dimension<Item>(
      'class_fr',
      'TEXT',
      { label: 'Classe', description: 'Libellé de la classe, en français' },
      { label: 'Class in French', description: 'Label of the class, in French' },
      ({ dimension: own, seen }) => holderClassLabel(own, seen.value).fr,
    ),
    dimension<Item>(
      'class_en',
      'TEXT',
      { label: 'Classe en anglais', description: 'Libellé de la classe, en anglais' },
      { label: 'Class', description: 'Label of the class, in English' },
      ({ dimension: own, seen }) => holderClassLabel(own, seen.value).en,
    ),
    ...statusColumns<Item>(),
    ...baseColumns<Item>(),
    measure<Item>(
      'employed',
      'INTEGER',
      'SURVEY_EMPLOYED',
      counted(({ employed }) => employed),
    ),
    measure<Item>(
      'in_target',
      'INTEGER',
      'SURVEY_IN_TARGET',
      counted(({ inTarget }) => inTarget),
      { fr: 'En emploi dans le métier visé', en: 'Employed in the target occupation' },
    ),
    ...coverageColumns<Item>(),
    ...surveyRateColumns<Item>(
      { prefix: 'global_', fr: 'Taux global', en: 'Global rate' },
      () => 'GLOBAL',
    ),
    ...surveyRateColumns<Item>(
      { prefix: 'target_', fr: 'Taux métier visé', en: 'Target rate' },
      () => 'TARGET_OCCUPATION',
    ),
    ...outcomeDetails<Item>(),
    notesColumn<Item>(({ cohort }, view) =>
      cohort === null ? [] : notesOfCohort(view, cohort, null),
    ),
  ],
});

function pagesOf(view: DayView, values: ParameterValues, by: BatchMaking) {
  const { snapshot } = view;
  const isWanted = wantsHorizon(values);
  const asked = values[DIMENSION.name] as readonly string[] | undefined;
  const dimensions = SURVEY_DIMENSIONS.filter((each) => !asked || asked.includes(each));
  return surveyPages(view, values, by, function* (reading, of): Generator<Item> {
    const cohort = registerCohort(snapshot, of.certification, of.year);
    for (const at of surveyedAt(snapshot, of, isWanted)) {
      for (const own of dimensions) {
        const asOne = { certification: at.certification, years: [at.year], horizon: at.horizon };
        for (const seen of reading.classes({ ...asOne, dimension: own })) {
          yield { at, seen, dimension: own, cohort };
        }
      }
    }
  });
}
