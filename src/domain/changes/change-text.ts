import type { Bilingual, CodeLabels } from '../bilingual.ts';
import { frenchDate, type PlainDate } from '../calendar.ts';
import type { AccessRouteKind } from '../certification/access-route.ts';
import { ACCESS_ROUTE_LABELS, REGISTRATION_TYPE_LABELS } from '../code-labels.ts';
import { INSERTION_INDICATORS } from '../rate/indicator.ts';
import type { Change, ChangeKind } from './change.ts';
import { CHANGE_FIELD_LABELS } from './change-field.ts';

/** What happened, shortly; docs/method.md#what-changed explains each. */
export const CHANGE_KIND_LABELS: CodeLabels<ChangeKind> = {
  CREATED: { fr: 'Nouvelle dans les répertoires', en: 'New in the registers' },
  REAPPEARED: { fr: 'De retour dans les répertoires', en: 'Back in the registers' },
  REMOVED: { fr: 'Retirée des répertoires', en: 'Gone from the registers' },
  ENDED: { fr: 'Plus active', en: 'No longer active' },
  REACTIVATED: { fr: 'De nouveau active', en: 'Active again' },
  UPDATED: { fr: 'Fiche modifiée', en: 'Fiche updated' },
  LINEAGE: { fr: 'Filiation modifiée', en: 'Lineage changed' },
  RATE_ADDED: { fr: 'Taux ajouté', en: 'Rate added' },
  RATE_ALTERED: { fr: 'Taux modifié', en: 'Rate altered' },
  RATE_WITHDRAWN: { fr: 'Taux retiré', en: 'Rate withdrawn' },
  CERTIFIED_ADDED: { fr: 'Nombre de certifiés ajouté', en: 'Number of certified added' },
  CERTIFIED_ALTERED: { fr: 'Nombre de certifiés modifié', en: 'Number of certified altered' },
  CERTIFIED_WITHDRAWN: { fr: 'Nombre de certifiés retiré', en: 'Number of certified withdrawn' },
  PARTNERS: { fr: 'Partenaires modifiés', en: 'Partners changed' },
};

const ABSENT: Bilingual = { fr: 'absent', en: 'absent' };
const FLAGS: CodeLabels = {
  true: { fr: 'oui', en: 'yes' },
  false: { fr: 'non', en: 'no' },
};

/** What a change says, in a line: what of the fiche, what it was and what it is. */
export function changeText(change: Change, language: keyof Bilingual): string {
  const { kind, field, before, after } = change;
  const what = CHANGE_KIND_LABELS[kind][language];
  const colon = language === 'fr' ? ' :' : ':';
  if (field === null) return `${what}${colon} ${after ?? before ?? ''}`;
  const [was, is] = [before, after].map((value) => valueText(change, value, language));
  return `${what}${colon} ${fieldText(change, language)}, ${was} → ${is}`;
}

/** What of the fiche: `Rate …, cohort of 2022`, `Block of competences RNCP1BC01`. */
function fieldText({ field, item, cohortYear }: Change, language: keyof Bilingual): string {
  const label = field === null ? '' : CHANGE_FIELD_LABELS[field][language];
  const which = item === null ? '' : ` ${itemText(item, language)}`;
  if (cohortYear === null) return label + which;
  return `${label + which}, ${language === 'fr' ? 'promotion' : 'cohort of'} ${cohortYear}`;
}

function itemText(item: string, language: keyof Bilingual): string {
  return ACCESS_ROUTE_LABELS[item as AccessRouteKind]?.[language] ?? item;
}

/** A value as readers of a language write it. */
function valueText({ field }: Change, value: string | null, language: keyof Bilingual): string {
  if (value === null) return ABSENT[language];
  const label = (labels: CodeLabels) => labels[value]?.[language] ?? value;
  if (field === 'REGISTRATION_TYPE') return label(REGISTRATION_TYPE_LABELS);
  if (INSERTION_INDICATORS.some((each) => each === field)) {
    return language === 'fr' ? `${value.replace('.', ',')} %` : `${value} %`;
  }
  if (field?.endsWith('_ON')) return language === 'fr' ? frenchDate(value as PlainDate) : value;
  return label(FLAGS);
}
