import type { Bilingual, CodeLabels } from '../bilingual.ts';
import { BadUserInputError } from '../errors.ts';
import { ACCESS_ROUTE_CODES, SEX_CODES } from './codes.ts';
import { AGE_BAND_LABELS } from './holder.ts';
import { regionName } from './region.ts';

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

/** What single surveys are by: all holders, or an attribute of theirs. */
export const SURVEY_DIMENSION_LABELS: CodeLabels<HolderDimension | 'ALL'> = {
  ALL: { fr: 'Ensemble', en: 'All' },
  ...HOLDER_DIMENSION_LABELS,
};

const UNKNOWN: Bilingual = { fr: 'Non renseigné', en: 'Not known' };

/**
 * What a class of holders is called; a code without a label stands for itself.
 *
 * - `value`: null = not known, and of all holders.
 */
export function holderClassLabel(
  dimension: HolderDimension | 'ALL',
  value: string | null,
): Bilingual {
  if (dimension === 'ALL') return SURVEY_DIMENSION_LABELS.ALL;
  return value === null ? UNKNOWN : (codeLabel(dimension, value) ?? { fr: value, en: value });
}

function codeLabel(dimension: HolderDimension, code: string): Bilingual | null {
  if (dimension === 'REGION') {
    const name = regionName(code);
    return name === null ? null : { fr: name, en: name };
  }
  const labels = { ROUTE: ACCESS_ROUTE_CODES, SEX: SEX_CODES, AGE_BAND: AGE_BAND_LABELS };
  const known: Readonly<Record<string, Bilingual>> = labels[dimension];
  return known[code] ?? null;
}

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
