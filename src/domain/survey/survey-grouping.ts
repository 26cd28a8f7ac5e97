import type { CodeLabels } from '../bilingual.ts';
import { BadUserInputError } from '../errors.ts';

/** Attributes of certifications and cohorts that surveys are grouped by: closed, so that no sets can be asked for. */
export const SURVEYED_DIMENSIONS = [
  'YEAR',
  'REGISTER',
  'LEVEL',
  'SPECIALITY_DOMAIN',
  'OCCUPATION_DOMAIN',
] as const;
export type SurveyedDimension = (typeof SURVEYED_DIMENSIONS)[number];

/** Attributes of holders that surveys are grouped by. */
export const HOLDER_DIMENSIONS = ['ROUTE', 'SEX', 'AGE_BAND', 'REGION'] as const;
export type HolderDimension = (typeof HOLDER_DIMENSIONS)[number];

export const HOLDER_DIMENSION_LABELS: CodeLabels<HolderDimension> = {
  ROUTE: { fr: 'Voie d’accès', en: 'Access route' },
  SEX: { fr: 'Sexe', en: 'Sex' },
  AGE_BAND: { fr: 'Tranche d’âge à l’obtention', en: 'Age band at the award' },
  REGION: { fr: 'Région de la formation', en: 'Region of the training' },
};

export type SurveyGroupDimension = SurveyedDimension | HolderDimension;

/** Attributes that select or group at once: each more would let more unions be averaged. */
export const MOST_SURVEYED_DIMENSIONS = 2;
export const MOST_HOLDER_DIMENSIONS = 3;

/** Which holders a statistic is of: one value of an attribute, or all; never a list. */
export type SurveySelection = Readonly<Partial<Record<SurveyGroupDimension, string>>>;

function isHolderDimension(dimension: SurveyGroupDimension): dimension is HolderDimension {
  return (HOLDER_DIMENSIONS as readonly string[]).includes(dimension);
}

/**
 * Checks that a statistic of surveys uses few enough attributes, as keys or as a selection.
 *
 * - Throws `BadUserInputError` naming them and how many are accepted, and for a dimension given twice.
 */
export function checkSurveyGrouping(
  groupBy: readonly SurveyGroupDimension[],
  selection: SurveySelection,
): void {
  const used = [...groupBy, ...(Object.keys(selection) as SurveyGroupDimension[])];
  const twice = used.find((each, place) => used.indexOf(each) !== place);
  if (twice !== undefined) {
    throw new BadUserInputError({
      en: `${twice} is given twice: group by it, or select one value of it`,
      fr: `${twice} est donné deux fois\u00a0: groupez selon lui, ou choisissez-en une valeur`,
    });
  }
  const ofHolders = used.filter(isHolderDimension);
  const others = used.filter((each) => !isHolderDimension(each));
  for (const [given, most] of [
    [ofHolders, MOST_HOLDER_DIMENSIONS],
    [others, MOST_SURVEYED_DIMENSIONS],
  ] as const) {
    if (given.length <= most) continue;
    const list = given.join(', ');
    throw new BadUserInputError({
      en: `${list} are too many attributes at once, by which single holders could be told: ${most} of them are accepted`,
      fr: `${list} sont trop d’attributs à la fois, qui feraient reconnaître des titulaires\u00a0: ${most} d’entre eux sont acceptés`,
    });
  }
}
