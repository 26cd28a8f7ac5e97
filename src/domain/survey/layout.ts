import type { Bilingual, CodeLabels } from '../bilingual.ts';
import type { PlainDate } from '../calendar.ts';
import {
  ACCESS_ROUTE_CODES,
  ANSWER_SOURCE_CODES,
  CATEGORY_CODES,
  CONTRACT_CODES,
  FORMER_LEVEL_CODES,
  FORMER_SITUATION_CODES,
  OUTCOME_CODES,
  RESPONSE_STATUSES,
  SEX_CODES,
  TARGET_OCCUPATION_CODES,
  WORKING_TIME_CODES,
} from './codes.ts';
import { FIELD_NOTES } from './field-notes.ts';
import { SITUATIONS } from './situation.ts';

/** What the values of a field are. */
type FieldValues =
  /**
   * CODE: of a certification. REGION: of INSEE. COUNTRY: two letters of ISO 3166. DATE: from
   * `EARLIEST_DATE` to today.
   */
  | { readonly type: 'CODE' | 'DATE' | 'SIRET' | 'REGION' | 'COUNTRY' | 'ROME' }
  /** At most so many characters. */
  | { readonly type: 'TEXT'; readonly longest: number }
  | { readonly type: 'ENUM'; readonly codes: CodeLabels }
  /** A whole number within the bounds, both included; one of `accepted` where there is such a list. */
  | {
      readonly type: 'INTEGER';
      readonly min: number;
      readonly max: number;
      readonly accepted?: readonly number[];
    };

/**
 * A field of holders' surveys: what a column of a file is mapped to, and the default name of that column.
 * An empty cell is a value that is not known.
 */
export type SurveyField = FieldValues & {
  readonly name: string;
  /** Whether a file must have it. Whether a row may leave it empty, `note` says. */
  readonly required: boolean;
  readonly label: Bilingual;
  readonly note: Bilingual;
};

/** The first day of dates of surveys; the last is the day of the import. */
export const EARLIEST_DATE = '2000-01-01' as PlainDate;

/** Age of a holder at obtention, in years: year of obtention less year of birth. */
export const AGE_AT_OBTENTION = { min: 14, max: 80 } as const;

/** Months after obtention at which holders may be surveyed. 12 is in none of the register's three rates. */
export const HORIZONS = [6, 12, 24] as const;
export type Horizon = (typeof HORIZONS)[number];

type FieldName = keyof typeof FIELD_NOTES;

/** A field that a file may lack. */
function optional<const Name extends FieldName, const Values extends FieldValues>(
  name: Name,
  values: Values,
  label: Bilingual,
) {
  return { name, ...values, required: false, label, note: FIELD_NOTES[name] } as const;
}

/** A field that a file must have. */
function required<const Name extends FieldName, const Values extends FieldValues>(
  name: Name,
  values: Values,
  label: Bilingual,
) {
  return { ...optional(name, values, label), required: true } as const;
}

const CERTIFICATION = required(
  'certification',
  { type: 'CODE' },
  { fr: 'Certification', en: 'Certification' },
);

const HOLDER = required(
  'id_titulaire',
  { type: 'TEXT', longest: 64 },
  { fr: 'Identifiant interne du titulaire', en: 'Internal identifier of the holder' },
);

/**
 * Fields of the roster (titulaires): one row for each holder who obtained the whole certification, or
 * tried to. Source: docs/surveys.md#roster.
 */
export const ROSTER_FIELDS = [
  CERTIFICATION,
  HOLDER,
  required('date_obtention', { type: 'DATE' }, { fr: 'Date d’obtention', en: 'Date of obtention' }),
  optional(
    'voie_acces',
    { type: 'ENUM', codes: ACCESS_ROUTE_CODES },
    { fr: 'Voie d’accès', en: 'Access route' },
  ),
  optional('sexe', { type: 'ENUM', codes: SEX_CODES }, { fr: 'Sexe', en: 'Sex' }),
  // A holder of 80 years in 2000 was born in 1920; `AGE_AT_OBTENTION` is the rule.
  optional(
    'annee_naissance',
    { type: 'INTEGER', min: 1920, max: 2100 },
    { fr: 'Année de naissance', en: 'Year of birth' },
  ),
  optional(
    'region_formation',
    { type: 'REGION' },
    { fr: 'Région du lieu de formation', en: 'Region of the place of training' },
  ),
  optional(
    'siret_organisme',
    { type: 'SIRET' },
    { fr: 'Organisme préparateur (SIRET)', en: 'Training body (SIRET)' },
  ),
  optional(
    'niveau_avant',
    { type: 'ENUM', codes: FORMER_LEVEL_CODES },
    { fr: 'Niveau de qualification avant', en: 'Level of qualification before' },
  ),
  optional(
    'situation_avant',
    { type: 'ENUM', codes: FORMER_SITUATION_CODES },
    { fr: 'Situation avant', en: 'Situation before' },
  ),
  optional('resultat', { type: 'ENUM', codes: OUTCOME_CODES }, { fr: 'Résultat', en: 'Outcome' }),
] as const satisfies readonly SurveyField[];

export type RosterFieldName = (typeof ROSTER_FIELDS)[number]['name'];

/**
 * Fields of situations (enquête): one row for each holder and horizon. Source:
 * docs/surveys.md#situations.
 */
export const SITUATION_FIELDS = [
  HOLDER,
  CERTIFICATION,
  required(
    'horizon',
    { type: 'INTEGER', min: 6, max: 24, accepted: HORIZONS },
    { fr: 'Horizon en mois', en: 'Horizon in months' },
  ),
  required(
    'statut_reponse',
    { type: 'ENUM', codes: RESPONSE_STATUSES },
    { fr: 'Statut de la réponse', en: 'Status of the answer' },
  ),
  optional(
    'date_observation',
    { type: 'DATE' },
    { fr: 'Date de la situation observée', en: 'Date of the situation' },
  ),
  optional(
    'source',
    { type: 'ENUM', codes: ANSWER_SOURCE_CODES },
    { fr: 'Source de l’information', en: 'Source of the information' },
  ),
  required(
    'situation',
    { type: 'ENUM', codes: SITUATIONS },
    { fr: 'Situation du titulaire', en: 'Situation of the holder' },
  ),
  optional(
    'metier_vise',
    { type: 'ENUM', codes: TARGET_OCCUPATION_CODES },
    { fr: 'Emploi dans le métier visé', en: 'Job in the target occupation' },
  ),
  optional(
    'contrat',
    { type: 'ENUM', codes: CONTRACT_CODES },
    { fr: 'Type de contrat', en: 'Kind of contract' },
  ),
  optional(
    'duree_contrat_mois',
    { type: 'INTEGER', min: 1, max: 60 },
    { fr: 'Durée du contrat (mois)', en: 'Length of the contract (months)' },
  ),
  optional(
    'temps_travail',
    { type: 'ENUM', codes: WORKING_TIME_CODES },
    { fr: 'Temps de travail', en: 'Working time' },
  ),
  optional(
    'quotite',
    { type: 'INTEGER', min: 1, max: 100 },
    { fr: 'Quotité (%)', en: 'Share of a full time (%)' },
  ),
  optional(
    'categorie',
    { type: 'ENUM', codes: CATEGORY_CODES },
    { fr: 'Catégorie socioprofessionnelle', en: 'Occupational category' },
  ),
  optional(
    'remuneration_brute_annuelle',
    { type: 'INTEGER', min: 1_000, max: 500_000 },
    { fr: 'Rémunération brute annuelle (€)', en: 'Gross yearly pay (€)' },
  ),
  optional(
    'rome_emploi',
    { type: 'ROME' },
    { fr: 'Code ROME de l’emploi', en: 'ROME code of the job' },
  ),
  optional(
    'region_emploi',
    { type: 'REGION' },
    { fr: 'Région de l’emploi', en: 'Region of the job' },
  ),
  optional(
    'pays_emploi',
    { type: 'COUNTRY' },
    { fr: 'Pays de l’emploi', en: 'Country of the job' },
  ),
  optional(
    'intitule_poste',
    { type: 'TEXT', longest: 200 },
    { fr: 'Intitulé du poste', en: 'Title of the job' },
  ),
] as const satisfies readonly SurveyField[];

export type SituationFieldName = (typeof SITUATION_FIELDS)[number]['name'];

/** Sheets of a workbook with both tables, as the template has them. */
export const TEMPLATE_SHEETS = { roster: 'Titulaires', situations: 'Situations' } as const;
