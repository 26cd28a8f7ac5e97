import type { CodeLabels } from '../../domain/bilingual.ts';
import { ACCESS_ROUTE_LABELS, REGISTRATION_TYPE_LABELS } from '../../domain/code-labels.ts';
import { absentLabel, type Dimension, type Language } from '../../domain/insertion/dimension.ts';
import {
  officialOccupationLabel,
  officialSpecialityLabel,
} from '../../domain/nomenclature/nomenclature-labels.ts';
import type { DayView } from '../day-view.ts';
import type { Nomenclature, Snapshot } from '../snapshot.ts';

/** The keys of a group: one for each dimension it was grouped by, seen on a day. */
export interface GroupKey<D extends Dimension = Dimension> {
  readonly dimensions: readonly D[];
  /** null = not known. */
  readonly keys: readonly (string | null)[];
  readonly view: DayView;
}

/** What a group is called: the labels of its keys, the dimensions in the order of the grouping. */
export function groupLabel(
  { dimensions, keys, view: { snapshot } }: GroupKey,
  language: Language,
): string {
  return dimensions
    .map((dimension, index) => {
      const key = keys[index] ?? null;
      return key === null
        ? absentLabel(dimension, language)
        : LABELS[dimension](key, language, snapshot);
    })
    .join(' · ');
}

type LabelOf = (key: string, language: Language, snapshot: Snapshot) => string;

const plain: LabelOf = (key) => key;

function words(labels: CodeLabels): LabelOf {
  return (key, language) => labels[key]?.[language === 'FR' ? 'fr' : 'en'] ?? key;
}

function coded(code: string, label: string | null | undefined): string {
  return label ? `${code} ${label}` : code;
}

function labelIn({ rowOf, label }: Nomenclature, code: string): string | null {
  return label[rowOf.get(code) ?? -1] ?? null;
}

/** What an NSF code is called on the fiches, else officially. */
export function specialityLabel({ specialities }: Snapshot, code: string): string | null {
  return labelIn(specialities, code) ?? officialSpecialityLabel(code);
}

/** What a ROME code is called on the fiches, else officially. */
export function occupationLabel({ occupations }: Snapshot, code: string): string | null {
  return labelIn(occupations, code) ?? officialOccupationLabel(code);
}

const speciality: LabelOf = (code, _language, snapshot) =>
  coded(code, specialityLabel(snapshot, code));

const occupation: LabelOf = (code, _language, snapshot) =>
  coded(code, occupationLabel(snapshot, code));

const LABELS: Readonly<Record<Dimension, LabelOf>> = {
  YEAR: plain,
  REGISTER: plain,
  LEVEL: (key, language) => (language === 'FR' ? `Niveau ${key}` : `Level ${key}`),
  REGISTRATION_TYPE: words(REGISTRATION_TYPE_LABELS),
  REGISTRATION_YEARS: (key, language) =>
    language === 'FR'
      ? `${key} an${key === '1' ? '' : 's'}`
      : `${key} year${key === '1' ? '' : 's'}`,
  REGISTRATION_END_MONTH: plain,
  ABBREVIATION: (key, _language, { abbreviations }) => {
    const row = abbreviations.rowOf.get(key) ?? -1;
    return coded(abbreviations.code[row] ?? key, abbreviations.label[row]);
  },
  ACTIVE: words({
    true: { fr: 'Active', en: 'Active' },
    false: { fr: 'Inactive', en: 'Inactive' },
  }),
  CERTIFICATION: (code, _language, { certifications }) =>
    coded(code, certifications.title[certifications.rowOf.get(code) ?? -1]),
  SPECIALITY_DOMAIN: speciality,
  SPECIALITY_SUBDOMAIN: speciality,
  SPECIALITY: speciality,
  OCCUPATION_DOMAIN: occupation,
  OCCUPATION: occupation,
  FORMACODE: (code, _language, { formacodes }) => coded(code, labelIn(formacodes, code)),
  CERTIFIER: (siren, _language, { bodies }) => bodies.name[bodies.rowOf.get(siren) ?? -1] ?? siren,
  ACCESS_ROUTE: words(ACCESS_ROUTE_LABELS),
};
