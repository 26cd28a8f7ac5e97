import type { Bilingual } from '../domain/bilingual.ts';
import type { MeasureId } from '../domain/measures/measure-catalogue.ts';
import type { InsertionIndicator } from '../domain/rate/indicator.ts';

/** Names of measures above a column, where the one of the catalogue is too long for a header. */
export const MEASURE_COLUMN_NAMES: Readonly<Partial<Record<MeasureId, Bilingual>>> = {
  CERTIFIED_THROUGH_VAE: { fr: 'Nombre de certifiés par la VAE', en: 'Certified through VAE' },
  SUMMARY_CERTIFIED_THROUGH_VAE: {
    fr: 'Nombre de certifiés par la VAE',
    en: 'Certified through VAE',
  },
  VAE_SHARE: { fr: 'Part des certifiés par la VAE', en: 'Share of the certified through VAE' },
  VAE_SHARE_BASE: { fr: 'Part de la VAE : effectif', en: 'Share through VAE: base' },
  DUE_ON: { fr: 'Date d’échéance de publication du taux', en: 'Due date of the rate' },
  DAYS_LATE: { fr: 'Jours de retard', en: 'Days late' },
  GAP_6_MONTHS: {
    fr: 'Écart entre les deux taux à 6 mois',
    en: 'Gap between the two rates at 6 months',
  },
  USABLE_COHORTS: {
    fr: 'Promotions au taux global à 6 mois publié',
    en: 'Cohorts with a global rate at 6 months',
  },
  FILE_BY: {
    fr: 'Date conseillée de dépôt du renouvellement',
    en: 'Recommended day to file for renewal',
  },
  FILE_AT_LATEST: {
    fr: 'Date limite de dépôt du renouvellement',
    en: 'Last day to file for renewal',
  },
  PEER_UPPER_QUARTILE: {
    fr: '3e quartile des certifications comparées',
    en: 'Upper quartile of the peers',
  },
  PEER_LOWER_QUARTILE: {
    fr: '1er quartile des certifications comparées',
    en: 'Lower quartile of the peers',
  },
  PERCENTILE: {
    fr: 'Rang centile entre certifications comparées',
    en: 'Percentile among the peers',
  },
  DIFFERENCE_TO_MEDIAN: {
    fr: 'Écart à la médiane de comparaison',
    en: 'Difference to the median of the peers',
  },
};

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
