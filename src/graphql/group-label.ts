import { absentLabel, type Dimension, type Language } from '../domain/dimension.ts';
import { officialOccupationLabel, officialSpecialityLabel } from '../domain/nomenclature-labels.ts';
import type { RequestContext } from './context.ts';
import type { GroupKeyModel } from './group-key.ts';
import type { Loaders } from './loaders.ts';

/** What a group is called: the labels of its keys, the dimensions in the order of the grouping. */
export async function groupLabel(
  { dimensions, keys }: GroupKeyModel,
  language: Language,
  { loaders }: RequestContext,
): Promise<string> {
  const labels = dimensions.map((dimension, index) => {
    const key = keys[index] ?? null;
    return key === null
      ? absentLabel(dimension, language)
      : LABELS[dimension](key, language, loaders);
  });
  return (await Promise.all(labels)).join(' · ');
}

type LabelOf = (key: string, language: Language, loaders: Loaders) => string | Promise<string>;

const plain: LabelOf = (key) => key;

function words(known: Readonly<Record<string, Readonly<Record<Language, string>>>>): LabelOf {
  return (key, language) => known[key]?.[language] ?? key;
}

function coded(code: string, label: string | null | undefined): string {
  return label ? `${code} ${label}` : code;
}

const speciality: LabelOf = async (code, _language, loaders) =>
  coded(code, (await loaders.speciality.load(code))?.label ?? officialSpecialityLabel(code));

const occupation: LabelOf = async (code, _language, loaders) =>
  coded(code, (await loaders.occupation.load(code))?.label ?? officialOccupationLabel(code));

const LABELS: Readonly<Record<Dimension, LabelOf>> = {
  YEAR: plain,
  REGISTER: plain,
  LEVEL: (key, language) => (language === 'FR' ? `Niveau ${key}` : `Level ${key}`),
  REGISTRATION_TYPE: words({
    BY_LAW: { FR: 'Enregistrement de droit', EN: 'Registered by law' },
    ON_REQUEST: { FR: 'Enregistrement sur demande', EN: 'Registered on request' },
  }),
  REGISTRATION_YEARS: (key, language) =>
    language === 'FR'
      ? `${key} an${key === '1' ? '' : 's'}`
      : `${key} year${key === '1' ? '' : 's'}`,
  REGISTRATION_END_MONTH: plain,
  ABBREVIATION: async (key, _language, loaders) => {
    const abbreviation = await loaders.abbreviation.load(key);
    return coded(abbreviation?.code ?? key, abbreviation?.label);
  },
  ACTIVE: words({
    true: { FR: 'Active', EN: 'Active' },
    false: { FR: 'Inactive', EN: 'Inactive' },
  }),
  CERTIFICATION: async (code, _language, loaders) =>
    coded(code, (await loaders.certification.load(code))?.title),
  SPECIALITY_DOMAIN: speciality,
  SPECIALITY_SUBDOMAIN: speciality,
  SPECIALITY: speciality,
  OCCUPATION_DOMAIN: occupation,
  OCCUPATION: occupation,
  FORMACODE: async (code, _language, loaders) =>
    coded(code, (await loaders.formacode.load(code))?.label),
  CERTIFIER: async (siren, _language, loaders) =>
    (await loaders.certifier.load(siren))?.name ?? siren,
  ACCESS_ROUTE: words({
    INITIAL_TRAINING: { FR: 'Formation initiale', EN: 'Initial training' },
    APPRENTICESHIP: { FR: 'Apprentissage', EN: 'Apprenticeship' },
    CONTINUING_TRAINING: { FR: 'Formation continue', EN: 'Continuing training' },
    PROFESSIONALISATION_CONTRACT: {
      FR: 'Contrat de professionnalisation',
      EN: 'Professionalisation contract',
    },
    INDIVIDUAL_APPLICATION: { FR: 'Candidature individuelle', EN: 'Individual application' },
    VAE: { FR: 'VAE', EN: 'Validation of experience (VAE)' },
  }),
};
