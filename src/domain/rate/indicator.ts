/**
 * The three published insertion rates. « Taux d'insertion global à 6 mois », « taux d'insertion
 * dans le métier visé à 6 mois », « … à 2 ans ». Source: docs/method.md#indicators.
 */
export const INSERTION_INDICATORS = [
  'GLOBAL_6_MONTHS',
  'TARGET_OCCUPATION_6_MONTHS',
  'TARGET_OCCUPATION_2_YEARS',
] as const;

export type InsertionIndicator = (typeof INSERTION_INDICATORS)[number];

/** Months between the end of the cohort's year and the observation of each indicator. */
export const HORIZON_MONTHS: Readonly<Record<InsertionIndicator, number>> = {
  GLOBAL_6_MONTHS: 6,
  TARGET_OCCUPATION_6_MONTHS: 6,
  TARGET_OCCUPATION_2_YEARS: 24,
};

/** The tag of each indicator in the XML export, under STATISTIQUES_PROMOTION. */
export const INDICATOR_TAGS: Readonly<Record<InsertionIndicator, string>> = {
  GLOBAL_6_MONTHS: 'TAUX_INSERTION_GLOBAL_6MOIS',
  TARGET_OCCUPATION_6_MONTHS: 'TAUX_INSERTION_METIER_6MOIS',
  TARGET_OCCUPATION_2_YEARS: 'TAUX_INSERTION_METIER_2ANS',
};

/** One value for each indicator. */
export function byIndicator<Value>(
  read: (indicator: InsertionIndicator) => Value,
): Readonly<Record<InsertionIndicator, Value>> {
  return {
    GLOBAL_6_MONTHS: read('GLOBAL_6_MONTHS'),
    TARGET_OCCUPATION_6_MONTHS: read('TARGET_OCCUPATION_6_MONTHS'),
    TARGET_OCCUPATION_2_YEARS: read('TARGET_OCCUPATION_2_YEARS'),
  };
}
