import type { PayFigures, SurveyDimension } from '../../domain/survey/cohort-figures.ts';
import type { Disclosure } from '../../domain/survey/disclosure/one-way-table.ts';
import { FEWEST_PAY, publicPay } from '../../domain/survey/public-survey.ts';
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

/** Pay as everybody may see it. */
export function publicPayOf(pay: PayFigures | null): PayFigures | null {
  if (pay === null || pay.base < FEWEST_PAY) return null;
  return {
    base: pay.base,
    lower: publicPay(pay.lower),
    median: publicPay(pay.median),
    upper: publicPay(pay.upper),
  };
}

/** By code; what is not known last. */
export function byCode(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}
