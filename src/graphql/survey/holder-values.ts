import type { Bilingual } from '../../domain/bilingual.ts';
import type { Language } from '../../domain/insertion/dimension.ts';
import { ACCESS_ROUTE_CODES, SEX_CODES } from '../../domain/survey/codes.ts';
import { AGE_BAND_LABELS } from '../../domain/survey/holder.ts';
import { regionName } from '../../domain/survey/region.ts';
import type { HolderDimension } from '../../domain/survey/survey-grouping.ts';
import { textIn } from '../core/language.ts';

const UNKNOWN: Bilingual = { fr: 'Non renseigné', en: 'Not known' };
const ALL: Bilingual = { fr: 'Ensemble', en: 'All' };

/** What a class of holders is called. */
export function holderValueLabel(
  dimension: HolderDimension | 'ALL',
  value: string | null,
  language: Language,
): string {
  if (dimension === 'ALL') return textIn(ALL, language);
  if (value === null) return textIn(UNKNOWN, language);
  const label = labelOf(dimension, value);
  return label ? textIn(label, language) : value;
}

function labelOf(dimension: HolderDimension, value: string): Bilingual | null {
  switch (dimension) {
    case 'ROUTE':
      return find(ACCESS_ROUTE_CODES, value);
    case 'SEX':
      return find(SEX_CODES, value);
    case 'AGE_BAND':
      return find(AGE_BAND_LABELS, value);
    case 'REGION': {
      const name = regionName(value);
      return name === null ? null : { fr: name, en: name };
    }
  }
}

function find(labels: Readonly<Record<string, Bilingual>>, code: string): Bilingual | null {
  return labels[code] ?? null;
}
