import { METHOD_VERSION } from '../method.ts';
import { type Measure, NO_RATIO } from './measure.ts';

const NEUTRALISED = {
  fr: 'répondants, sans les neutralisés (poursuite d’études, contrat en alternance, incapacité de travail, emploi hors du marché du travail français)',
  en: 'respondents without the neutralised ones (continuing studies, work-study contract, inability to work, work outside the French labour market)',
};
const PUBLISHED_MISSING = {
  fr: 'absent quand il n’est pas publié\u00a0; le statut dit pourquoi',
  en: 'absent when it is not published; the status says why',
};

/** What cohorts publish: numbers of certified and rates. */
export const PUBLISHED_MEASURES = [
  {
    id: 'CERTIFIED',
    labelEn: 'Certified',
    labelFr: 'Nombre de certifiés',
    unit: 'HEADS',
    formula: { fr: 'N, tel que publié', en: 'N, as published' },
    ...NO_RATIO,
    missingCase: {
      fr: 'absent quand il n’est pas publié\u00a0; jamais lu comme 0',
      en: 'absent when it is not published; never read as 0',
    },
    source: {
      fr: 'NOMBRE_CERTIFIES dans l’export\u00a0; la page publique de la fiche\u00a0; un fichier de statistiques',
      en: 'NOMBRE_CERTIFIES in the feed; the fiche page; a statistics file',
    },
  },
  {
    id: 'CERTIFIED_THROUGH_VAE',
    labelEn: 'Certified through validation of experience, among the certified',
    labelFr: 'Nombre de certifiés à la suite d’un parcours VAE',
    unit: 'HEADS',
    formula: { fr: 'tel que publié\u00a0; compris dans N', en: 'as published; included in N' },
    ...NO_RATIO,
    missingCase: {
      fr: 'absent quand il n’est pas publié\u00a0; jamais lu comme 0',
      en: 'absent when it is not published; never read as 0',
    },
    source: {
      fr: 'NOMBRE_CERTIFIES_VAE dans l’export\u00a0; la page publique de la fiche\u00a0; un fichier de statistiques',
      en: 'NOMBRE_CERTIFIES_VAE in the feed; the fiche page; a statistics file',
    },
  },
  {
    id: 'GLOBAL_6_MONTHS',
    labelEn: 'Insertion rate at 6 months, any employment',
    labelFr: 'Taux d’insertion global à 6 mois',
    unit: 'PERCENT',
    formula: { fr: '100 · E / n, tel que publié', en: '100 · E / n, as published' },
    numerator: {
      fr: 'en emploi 6 mois après la certification',
      en: 'in employment 6 months after the certification',
    },
    denominator: NEUTRALISED,
    missingCase: PUBLISHED_MISSING,
    source: {
      fr: 'TAUX_INSERTION_GLOBAL_6MOIS dans l’export\u00a0; la page publique de la fiche\u00a0; un fichier de statistiques',
      en: 'TAUX_INSERTION_GLOBAL_6MOIS in the feed; the fiche page; a statistics file',
    },
    version: METHOD_VERSION,
  },
  {
    id: 'TARGET_OCCUPATION_6_MONTHS',
    labelEn: 'Insertion rate at 6 months, in the target occupation',
    labelFr: 'Taux d’insertion dans le métier visé à 6 mois',
    unit: 'PERCENT',
    formula: { fr: '100 · M / n, tel que publié', en: '100 · M / n, as published' },
    numerator: {
      fr: 'en emploi dans le métier visé 6 mois après la certification',
      en: 'in employment in the target occupation 6 months after the certification',
    },
    denominator: NEUTRALISED,
    missingCase: PUBLISHED_MISSING,
    source: {
      fr: 'la page publique de la fiche\u00a0; un fichier de statistiques\u00a0; n’est pas dans l’export',
      en: 'the fiche page; a statistics file; not in the feed',
    },
    version: METHOD_VERSION,
  },
  {
    id: 'TARGET_OCCUPATION_2_YEARS',
    labelEn: 'Insertion rate at 2 years, in the target occupation',
    labelFr: 'Taux d’insertion dans le métier visé à 2 ans',
    unit: 'PERCENT',
    formula: { fr: '100 · M / n, tel que publié', en: '100 · M / n, as published' },
    numerator: {
      fr: 'en emploi dans le métier visé 2 ans après la certification',
      en: 'in employment in the target occupation 2 years after the certification',
    },
    denominator: NEUTRALISED,
    missingCase: PUBLISHED_MISSING,
    source: {
      fr: 'TAUX_INSERTION_METIER_2ANS dans l’export\u00a0; la page publique de la fiche\u00a0; un fichier de statistiques',
      en: 'TAUX_INSERTION_METIER_2ANS in the feed; the fiche page; a statistics file',
    },
    version: METHOD_VERSION,
  },
] as const satisfies readonly Measure[];
