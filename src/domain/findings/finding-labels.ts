import type { CodeLabels } from '../bilingual.ts';
import type { FindingRule } from './finding.ts';

/** What is wrong with the data, shortly; docs/method.md#findings explains each. */
export const FINDING_RULE_LABELS: CodeLabels<FindingRule> = {
  REFUSED_FICHE: { fr: 'Fiche refusée', en: 'Fiche refused' },
  REFUSED_VALUE: { fr: 'Valeur refusée', en: 'Value refused' },
  INVALID_RATE: { fr: 'Taux invalide', en: 'Invalid rate' },
  DUPLICATE_FICHE: { fr: 'Fiche en double', en: 'Duplicate fiche' },
  DUPLICATE_COHORT_YEAR: { fr: 'Promotion en double', en: 'Duplicate cohort' },
  INVALID_SIRET: { fr: 'SIRET invalide', en: 'Invalid SIRET' },
  MISSING_ACCESS_ROUTE: {
    fr: 'Voie d’accès absente de la page',
    en: 'Access route not on the page',
  },
  SOURCES_DISAGREE: { fr: 'Sources discordantes', en: 'Sources disagree' },
  RATE_ON_RS: { fr: 'Taux sur une fiche du RS', en: 'Rate on the RS' },
  TARGET_ABOVE_GLOBAL: {
    fr: 'Taux dans le métier visé supérieur au taux global',
    en: 'Target rate above the global rate',
  },
  IMPOSSIBLE_RATES: {
    fr: 'Taux impossibles au vu des effectifs',
    en: 'Rates that no numbers of persons give',
  },
  RATE_WITHOUT_HOLDER: {
    fr: 'Taux publié pour aucun certifié',
    en: 'Rate where nobody was certified',
  },
  VAE_ABOVE_CERTIFIED: {
    fr: 'Plus de certifiés par la VAE que de certifiés',
    en: 'More certified through VAE than certified',
  },
  IMPLAUSIBLE_COHORT_YEAR: { fr: 'Année de promotion invraisemblable', en: 'Implausible year' },
  PUBLISHED_BEFORE_OBSERVABLE: {
    fr: 'Taux publié avant la fin de l’observation',
    en: 'Rate published before the observation closed',
  },
  ACTIVE_FLAG_CONTRADICTS_END: {
    fr: 'Indicateur d’activité contraire à la date d’échéance',
    en: 'Active flag against the end date',
  },
  UNKNOWN_LEVEL: { fr: 'Niveau inconnu', en: 'Unknown level' },
  DUPLICATE_BLOCK_CODE: { fr: 'Code de bloc en double', en: 'Duplicate block code' },
  MISSING_CERTIFIER: { fr: 'Aucun certificateur en vigueur', en: 'No certifying body in force' },
  PERFECT_RATE_ON_LARGE_COHORT: {
    fr: 'Taux de 100 % sur un grand effectif',
    en: '100 % on a large cohort',
  },
  REPEATED_RATES: { fr: 'Taux répétés d’année en année', en: 'Same rates year after year' },
  FIGURE_CHANGED: { fr: 'Chiffre modifié', en: 'Figure changed' },
  END_DATE_MISMATCH: {
    fr: 'Date d’échéance contraire à la durée',
    en: 'End date against the duration',
  },
  TOO_FEW_USABLE_COHORTS: {
    fr: 'Trop peu de promotions avec un taux avant l’échéance',
    en: 'Too few cohorts with a rate before the end',
  },
  STATISTICS_NOT_UPDATED: {
    fr: 'Statistiques non mises à jour depuis deux ans',
    en: 'Statistics not updated for two years',
  },
  STATISTICS_LIKELY_STALE: {
    fr: 'Statistiques probablement périmées',
    en: 'Statistics that are likely stale',
  },
  MISSING_COHORT_YEARS: {
    fr: 'Années de promotion absentes',
    en: 'Missing years of cohorts',
  },
  MALFORMED_BLOCK_CODE: { fr: 'Code de bloc mal formé', en: 'Malformed block code' },
  MISSING_SIRET: { fr: 'SIRET absent', en: 'SIRET missing' },
  DANGLING_LINEAGE: {
    fr: 'Filiation vers une certification inconnue',
    en: 'Link to an unknown certification',
  },
  ONE_SIDED_LINEAGE: { fr: 'Filiation déclarée d’un seul côté', en: 'One-sided link' },
  LINK_NOT_URL: { fr: 'Lien qui n’est pas une adresse', en: 'Link that is no address' },
};
