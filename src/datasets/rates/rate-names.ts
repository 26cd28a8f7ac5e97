import type { Bilingual } from '../../domain/bilingual.ts';
import type { MeasureId } from '../../domain/measures/measure-catalogue.ts';
import type { InsertionIndicator } from '../../domain/rate/indicator.ts';

/** How a rate is named above its column, and, shorter, above those that go with it. */
export interface RateName {
  readonly whole: Bilingual;
  readonly part: Bilingual;
  /** What it is in the catalogue; not there when its row says which of the three rates it is. */
  readonly measure?: MeasureId;
}

const PARTS: Readonly<Record<InsertionIndicator, Bilingual>> = {
  GLOBAL_6_MONTHS: { fr: 'Taux global, 6 mois', en: 'Global rate, 6 months' },
  TARGET_OCCUPATION_6_MONTHS: { fr: 'Taux métier visé, 6 mois', en: 'Target rate, 6 months' },
  TARGET_OCCUPATION_2_YEARS: { fr: 'Taux métier visé, 2 ans', en: 'Target rate, 2 years' },
};

const named = (indicator: InsertionIndicator, fr: string, en: string): RateName => ({
  whole: { fr, en },
  part: PARTS[indicator],
  measure: indicator,
});

const pooled = (indicator: InsertionIndicator, fr: string, en: string): RateName => ({
  ...named(indicator, fr, en),
  measure: `POOLED_${indicator}`,
});

/** The rates that cohorts publish. */
export const RATE_NAMES: Readonly<Record<InsertionIndicator, RateName>> = {
  GLOBAL_6_MONTHS: named(
    'GLOBAL_6_MONTHS',
    'Taux d’insertion global à 6 mois',
    'Insertion rate at 6 months, any employment',
  ),
  TARGET_OCCUPATION_6_MONTHS: named(
    'TARGET_OCCUPATION_6_MONTHS',
    'Taux d’insertion dans le métier visé à 6 mois',
    'Insertion at 6 months, target occupation',
  ),
  TARGET_OCCUPATION_2_YEARS: named(
    'TARGET_OCCUPATION_2_YEARS',
    'Taux d’insertion dans le métier visé à 2 ans',
    'Insertion at 2 years, target occupation',
  ),
};

/** The same, pooled over several cohorts. */
export const POOLED_RATE_NAMES: Readonly<Record<InsertionIndicator, RateName>> = {
  GLOBAL_6_MONTHS: pooled(
    'GLOBAL_6_MONTHS',
    'Taux global à 6 mois, promotions réunies',
    'Pooled rate at 6 months, any employment',
  ),
  TARGET_OCCUPATION_6_MONTHS: pooled(
    'TARGET_OCCUPATION_6_MONTHS',
    'Taux métier visé à 6 mois, promotions réunies',
    'Pooled rate at 6 months, target occupation',
  ),
  TARGET_OCCUPATION_2_YEARS: pooled(
    'TARGET_OCCUPATION_2_YEARS',
    'Taux métier visé à 2 ans, promotions réunies',
    'Pooled rate at 2 years, target occupation',
  ),
};

const BETWEEN: Readonly<Record<InsertionIndicator, Bilingual>> = {
  GLOBAL_6_MONTHS: { fr: 'taux global 6 mois', en: 'global 6 months' },
  TARGET_OCCUPATION_6_MONTHS: { fr: 'métier visé 6 mois', en: 'target 6 months' },
  TARGET_OCCUPATION_2_YEARS: { fr: 'métier visé 2 ans', en: 'target 2 years' },
};

/** The name of a bound of the interval between certifications: it comes first, to fit a header. */
export function betweenName(indicator: InsertionIndicator, bound: 'LOW' | 'HIGH'): Bilingual {
  const { fr, en } = BETWEEN[indicator];
  return bound === 'LOW'
    ? { fr: `Bas entre certifications, ${fr}`, en: `Low between certifications, ${en}` }
    : { fr: `Haut entre certifications, ${fr}`, en: `High between certifications, ${en}` };
}

/** The name of a column that goes with another: `Taux global, 6 mois : effectif`. */
export function partName(rate: Bilingual, fr: string, en: string): Bilingual {
  return { fr: `${rate.fr} : ${fr}`, en: `${rate.en}: ${en}` };
}
