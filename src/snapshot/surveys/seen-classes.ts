import type { SurveyDimension } from '../../domain/survey/cohort-figures.ts';
import type { Disclosure } from '../../domain/survey/disclosure/one-way-table.ts';
import type { PublicTable } from './public-tables.ts';

/** Of who sees all. */
export const SHOWN: Disclosure = { status: 'SHOWN' };

/** What everybody may see of a class. */
export function disclosureOf(
  table: PublicTable,
  dimension: SurveyDimension,
  value: string | null,
): Disclosure {
  return dimension === 'ALL' ? table.total : (table.classes.get(value) ?? table.total);
}

/** By code; what is not known last. */
export function byCode(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}
