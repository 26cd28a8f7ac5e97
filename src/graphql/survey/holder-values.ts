import type { Language } from '../../domain/insertion/dimension.ts';
import { type HolderDimension, holderClassLabel } from '../../domain/survey/survey-grouping.ts';
import { textIn } from '../core/language.ts';

/** What a class of holders is called. */
export function holderValueLabel(
  dimension: HolderDimension | 'ALL',
  value: string | null,
  language: Language,
): string {
  return textIn(holderClassLabel(dimension, value), language);
}
