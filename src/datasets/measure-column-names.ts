import type { Bilingual } from '../domain/bilingual.ts';
import type { MeasureId } from '../domain/measures/measure-catalogue.ts';

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
