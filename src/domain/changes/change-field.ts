import type { Bilingual, CodeLabels } from '../bilingual.ts';
import { INDICATOR_LABELS } from '../code-labels.ts';

const label = (fr: string, en: string): Bilingual => ({ fr, en });

/** What a fiche has one of, but for texts, in the order of the fiche. */
const VALUES = {
  TITLE: label('Intitulé', 'Title'),
  ABBREVIATION_CODE: label('Abrégé', 'Abbreviation'),
  ABBREVIATION_LABEL: label('Libellé de l’abrégé', 'Label of the abbreviation'),
  SHEET_ID: label('Numéro technique', 'Technical number'),
  EDITORIAL_STATE: label('État de la fiche', 'Editorial state'),
  LEVEL_CODE: label('Niveau', 'Level'),
  LEVEL_LABEL: label('Libellé du niveau', 'Label of the level'),
  LEVEL_YEARS: label('Promotions au niveau accordé', 'Cohorts granted the level'),
  ACTIVE_FLAG: label('Indicateur d’activité', 'Active flag'),
  REGISTRATION_TYPE: label('Type d’enregistrement', 'Kind of registration'),
  DECISION_ON: label('Date de décision', 'Day of the decision'),
  EFFECTIVE_ON: label('Date d’effet', 'Day of effect'),
  REGISTRATION_ENDS_ON: label('Fin d’enregistrement', 'Last day of the registration'),
  PUBLISHED_ON: label('Date de publication de la fiche', 'Day the fiche was published'),
  LAST_JOURNAL_ON: label('Dernier Journal officiel', 'Last Journal officiel'),
  DELIVERY_LIMIT_ON: label('Date limite de délivrance', 'Last day of delivery'),
  REGISTRATION_YEARS: label('Durée d’enregistrement', 'Years of registration'),
  VALIDITY_YEARS: label('Durée de validité', 'Years of validity'),
  PARTNERS_MAY_EXIST: label('Existence de partenaires', 'Partners may exist'),
  NEW_CALEDONIA: label('Cadre de la Nouvelle-Calédonie', 'Framework of New Caledonia'),
  FRENCH_POLYNESIA: label('Cadre de la Polynésie française', 'Framework of French Polynesia'),
  DESCRIPTION_LINK: label('Lien vers le descriptif', 'Link to the description'),
  PARTIAL_VALIDATION: label('Validation partielle', 'Partial validation'),
  DISTINCT_BLOCK_PREREQUISITES: label(
    'Prérequis distincts par bloc',
    'Prerequisites of each block',
  ),
} as const;

/** The long texts of a fiche, in its order. */
const TEXTS = {
  OBJECTIVES: label('Objectifs', 'Objectives'),
  ACTIVITIES: label('Activités visées', 'Activities'),
  ATTESTED_SKILLS: label('Compétences attestées', 'Attested skills'),
  ASSESSMENT_MODES: label('Modalités d’évaluation', 'Modes of assessment'),
  ACQUISITION_BY_BLOCKS: label('Acquisition par blocs', 'Acquisition by blocks'),
  SECTORS: label('Secteurs d’activité', 'Sectors'),
  JOB_TYPES: label('Types d’emplois accessibles', 'Types of jobs'),
  REGULATIONS: label('Réglementation d’activités', 'Regulations'),
  ENTRY_PREREQUISITES: label('Prérequis à l’entrée', 'Prerequisites of entry'),
  VALIDATION_PREREQUISITES: label('Prérequis à la validation', 'Prerequisites of validation'),
  MASTERY_LEVELS: label('Niveaux de maîtrise', 'Levels of mastery'),
  RENEWAL_TERMS: label('Modalités de renouvellement', 'Terms of renewal'),
  PARTIAL_VALIDATION_SCOPE: label('Portée de la validation partielle', 'Partial validation: scope'),
  COMPONENTS_VALIDITY: label('Validité des composantes', 'Validity of components'),
  PREPARING_BODIES: label('Organismes préparant', 'Preparing bodies'),
  REFERENCE_FRAMEWORK: label('Référentiel', 'Reference framework'),
} as const;

/** Lists of a fiche, each followed by what else an item of it has. */
const ITEMS = {
  BLOCK: label('Bloc de compétences', 'Block of competences'),
  BLOCK_SKILLS: label('Compétences d’un bloc', 'Skills of a block'),
  BLOCK_ASSESSMENT_MODES: label('Évaluation d’un bloc', 'Assessment of a block'),
  BLOCK_ENTRY_PREREQUISITES: label('Prérequis d’un bloc, entrée', 'Entry to a block'),
  BLOCK_VALIDATION_PREREQUISITES: label('Prérequis d’un bloc, validation', 'Validation of a block'),
  CERTIFIER: label('Certificateur', 'Certifying body'),
  CERTIFIER_STATE: label('État d’un certificateur', 'State of a certifying body'),
  CERTIFIER_STATE_CHANGED_ON: label('Date d’état d’un certificateur', 'Day of a body’s state'),
  CERTIFIER_TRADE_NAME: label('Nom commercial d’un certificateur', 'Trade name of a body'),
  CERTIFIER_WEBSITE: label('Site d’un certificateur', 'Website of a body'),
  OCCUPATION: label('Code ROME', 'ROME code'),
  SPECIALITY: label('Code NSF', 'NSF code'),
  FORMACODE: label('Formacode', 'Formacode'),
  ACCESS_ROUTE: label('Voie d’accès', 'Access route'),
  ACCESS_ROUTE_JURY: label('Jury d’une voie d’accès', 'Jury of an access route'),
  ACCESS_ROUTE_CHANGED_ON: label('Date d’une voie d’accès', 'Day of an access route'),
  LEGAL_REFERENCE: label('Référence juridique', 'Legal reference'),
  COLLECTIVE_AGREEMENT: label('Convention collective', 'Collective agreement'),
  EQUIVALENCE: label('Correspondance', 'Equivalence'),
  PARTNER: label('Partenaire', 'Partner'),
} as const;

/** Links to other certifications. */
const LINKS = {
  REPLACES: label('Remplace', 'Replaces'),
  REPLACED_BY: label('Remplacée par', 'Replaced by'),
} as const;

/** Figures of a cohort. */
const FIGURES = {
  CERTIFIED: label('Nombre de certifiés', 'Certified'),
  CERTIFIED_THROUGH_VAE: label('Certifiés par la VAE', 'Certified through VAE'),
  ...INDICATOR_LABELS,
} as const;

/** Counts of a fiche. */
const COUNTS = {
  PARTNERS_IN_FORCE: label('Partenaires en vigueur', 'Partners in force'),
} as const;

type SingleField = keyof typeof VALUES;
type TextField = keyof typeof TEXTS;
export type ValueField = SingleField | TextField;
export type ItemField = keyof typeof ITEMS | keyof typeof LINKS;
export type FigureField = keyof typeof FIGURES;
export type ChangeField = ValueField | ItemField | FigureField | keyof typeof COUNTS;

/** What can change of a fiche, in the order that it is told in, with its name. */
export const CHANGE_FIELD_LABELS: CodeLabels<ChangeField> = {
  ...VALUES,
  ...TEXTS,
  ...ITEMS,
  ...LINKS,
  ...FIGURES,
  ...COUNTS,
};

export const CHANGE_FIELDS = Object.keys(CHANGE_FIELD_LABELS) as readonly ChangeField[];

/** What a fiche has one of, but for texts; the names are those of columns. */
export const SINGLE_FIELDS = Object.keys(VALUES) as readonly SingleField[];
export const TEXT_FIELDS = Object.keys(TEXTS) as readonly TextField[];
export const VALUE_FIELDS: readonly ValueField[] = [...SINGLE_FIELDS, ...TEXT_FIELDS];
export const FIGURE_FIELDS = Object.keys(FIGURES) as readonly FigureField[];
