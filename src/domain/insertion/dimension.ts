/** How a dimension is named: what a group of cohorts or of certifications has in common. */
interface DimensionEntry {
  readonly label: Words;
  /** What the group is called whose value is not known. */
  readonly absent: Words;
  /** A certification may have several values, or none: groups then overlap. */
  readonly multiple: boolean;
}

/** Languages that labels are given in. */
export const LANGUAGES = ['FR', 'EN'] as const;
export type Language = (typeof LANGUAGES)[number];

type Words = Readonly<Record<Language, string>>;

function single(label: Words, absent: Words): DimensionEntry {
  return { label, absent, multiple: false };
}

function several(label: Words, absent: Words): DimensionEntry {
  return { label, absent, multiple: true };
}

const DIMENSIONS = {
  YEAR: single(
    { FR: 'Année de la promotion', EN: 'Year of the cohort' },
    { FR: 'Année non renseignée', EN: 'Year not known' },
  ),
  REGISTER: single(
    { FR: 'Répertoire', EN: 'Register' },
    { FR: 'Répertoire non renseigné', EN: 'Register not known' },
  ),
  LEVEL: single(
    { FR: 'Niveau de qualification', EN: 'Level of qualification' },
    { FR: 'Niveau non renseigné', EN: 'Level not known' },
  ),
  REGISTRATION_TYPE: single(
    { FR: 'Type d’enregistrement', EN: 'Registration type' },
    { FR: 'Type non renseigné', EN: 'Type not known' },
  ),
  REGISTRATION_YEARS: single(
    { FR: 'Durée d’enregistrement', EN: 'Years granted' },
    { FR: 'Durée non renseignée', EN: 'Duration not known' },
  ),
  REGISTRATION_END_MONTH: single(
    { FR: 'Mois d’échéance', EN: 'Month in which the registration ends' },
    { FR: 'Échéance non renseignée', EN: 'End not known' },
  ),
  ABBREVIATION: single(
    { FR: 'Abrégé', EN: 'Abbreviation' },
    { FR: 'Sans abrégé', EN: 'Without abbreviation' },
  ),
  ACTIVE: single(
    { FR: 'Active à la date de référence', EN: 'Active on the as-of day' },
    { FR: 'Non renseigné', EN: 'Not known' },
  ),
  CERTIFICATION: single(
    { FR: 'Certification', EN: 'Certification' },
    { FR: 'Non renseignée', EN: 'Not known' },
  ),
  SPECIALITY_DOMAIN: several(
    { FR: 'Domaine NSF, un chiffre', EN: 'NSF domain, one digit' },
    { FR: 'Sans code NSF', EN: 'Without NSF code' },
  ),
  SPECIALITY_SUBDOMAIN: several(
    { FR: 'Sous-domaine NSF, deux chiffres', EN: 'NSF subdomain, two digits' },
    { FR: 'Sans code NSF', EN: 'Without NSF code' },
  ),
  SPECIALITY: several(
    { FR: 'Groupe de spécialités NSF, trois chiffres', EN: 'NSF group, three digits' },
    { FR: 'Sans code NSF', EN: 'Without NSF code' },
  ),
  OCCUPATION_DOMAIN: several(
    { FR: 'Domaine professionnel ROME', EN: 'ROME domain' },
    { FR: 'Sans code ROME', EN: 'Without ROME code' },
  ),
  OCCUPATION: several(
    { FR: 'Métier ROME', EN: 'ROME occupation' },
    { FR: 'Sans code ROME', EN: 'Without ROME code' },
  ),
  FORMACODE: several(
    { FR: 'Formacode', EN: 'Formacode' },
    { FR: 'Sans Formacode', EN: 'Without Formacode' },
  ),
  CERTIFIER: several(
    { FR: 'Certificateur en vigueur', EN: 'Certifying body in force' },
    { FR: 'Sans certificateur connu par SIREN', EN: 'Without a certifier known by SIREN' },
  ),
  ACCESS_ROUTE: several(
    { FR: 'Voie d’accès ouverte', EN: 'Open access route' },
    { FR: 'Sans voie d’accès ouverte', EN: 'Without an open access route' },
  ),
} as const satisfies Record<string, DimensionEntry>;

export type Dimension = keyof typeof DIMENSIONS;

/** What cohorts are grouped by. */
export const COHORT_DIMENSIONS = [
  'YEAR',
  'REGISTER',
  'LEVEL',
  'REGISTRATION_TYPE',
  'ABBREVIATION',
  'ACTIVE',
  'CERTIFICATION',
  'SPECIALITY_DOMAIN',
  'SPECIALITY_SUBDOMAIN',
  'SPECIALITY',
  'OCCUPATION_DOMAIN',
  'OCCUPATION',
  'FORMACODE',
  'CERTIFIER',
  'ACCESS_ROUTE',
] as const satisfies readonly Dimension[];

export type CohortDimension = (typeof COHORT_DIMENSIONS)[number];

/** What certifications are grouped and counted by. */
export const CERTIFICATION_DIMENSIONS = [
  'REGISTER',
  'LEVEL',
  'REGISTRATION_TYPE',
  'REGISTRATION_YEARS',
  'REGISTRATION_END_MONTH',
  'ABBREVIATION',
  'ACTIVE',
  'SPECIALITY_DOMAIN',
  'SPECIALITY_SUBDOMAIN',
  'SPECIALITY',
  'OCCUPATION_DOMAIN',
  'OCCUPATION',
  'FORMACODE',
  'CERTIFIER',
  'ACCESS_ROUTE',
] as const satisfies readonly Dimension[];

export type CertificationDimension = (typeof CERTIFICATION_DIMENSIONS)[number];

/** Whether a certification may have several values of the dimension. */
export function isMultiple(dimension: Dimension): boolean {
  return DIMENSIONS[dimension].multiple;
}

/** Whether groups by these dimensions overlap, so that they do not add up to their total. */
export function isOverlapping(dimensions: readonly Dimension[]): boolean {
  return dimensions.some(isMultiple);
}

/** What a dimension is called. */
export function dimensionLabel(dimension: Dimension, language: Language): string {
  return DIMENSIONS[dimension].label[language];
}

/** What the group is called whose value of the dimension is not known. */
export function absentLabel(dimension: Dimension, language: Language): string {
  return DIMENSIONS[dimension].absent[language];
}
