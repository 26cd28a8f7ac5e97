import { METHOD_VERSION } from '../method.ts';
import { type Measure, methodSection, NO_RATIO, ZERO_WHEN_NONE } from './measure.ts';

const OVER_CERTIFICATIONS = {
  unit: 'PERCENT',
  numerator: null,
  denominator: {
    fr: 'certifications du groupe qui ont un taux (promotions réunies), chacune comptée une fois',
    en: 'certifications that have a pooled rate in the group, each counted once',
  },
  missingCase: { fr: 'absent quand aucune certification n’en a', en: 'absent when none has one' },
  source: methodSection('statistics'),
  version: METHOD_VERSION,
} as const;

/** Figures of a group of cohorts. */
export const GROUP_MEASURES = [
  {
    id: 'SUMMARY_CERTIFIED',
    labelEn: 'Certified of a group',
    labelFr: 'Nombre de certifiés du groupe',
    unit: 'HEADS',
    formula: {
      fr: 'Σ N sur les promotions qui publient N',
      en: 'Σ N over the cohorts that publish N',
    },
    ...NO_RATIO,
    missingCase: {
      fr: '0 quand aucune promotion ne le publie\u00a0; cohortsWithoutCertified dit combien ne le publient pas',
      en: '0 when no cohort publishes it; cohortsWithoutCertified says how many do not',
    },
    source: methodSection('statistics'),
  },
  {
    id: 'SUMMARY_CERTIFIED_THROUGH_VAE',
    labelEn: 'Certified of a group through validation of experience',
    labelFr: 'Nombre de certifiés du groupe par la VAE',
    unit: 'HEADS',
    formula: {
      fr: 'Σ sur les promotions qui le publient',
      en: 'Σ over the cohorts that publish it',
    },
    ...NO_RATIO,
    missingCase: {
      fr: '0 quand aucune promotion ne le publie',
      en: '0 when no cohort publishes it',
    },
    source: methodSection('statistics'),
  },
  {
    id: 'VAE_SHARE',
    labelEn: 'Share of the certified who came through validation of experience',
    labelFr: 'Part des certifiés par la VAE',
    unit: 'PERCENT',
    formula: {
      fr: '100 · Σ VAE / Σ N sur les promotions qui publient les deux\u00a0; au-dessus de 100 là où il est publié plus de VAE que de certifiés (une anomalie)',
      en: '100 · Σ VAE / Σ N over the cohorts that publish both; above 100 where more VAE than certified is published (a finding)',
    },
    numerator: { fr: 'certifiés par la VAE', en: 'certified through VAE' },
    denominator: {
      fr: 'certifiés (N) des promotions qui publient les deux nombres',
      en: 'certified (N) of the cohorts that publish both numbers',
    },
    missingCase: {
      fr: 'absent quand ces promotions n’ont pas de certifiés',
      en: 'absent when those cohorts have no certified',
    },
    source: methodSection('statistics'),
    version: METHOD_VERSION,
  },
  {
    id: 'VAE_SHARE_BASE',
    labelEn: 'Base of the share of validation of experience',
    labelFr: 'Effectif de référence de la part de la VAE',
    unit: 'HEADS',
    formula: {
      fr: 'Σ N sur les promotions qui publient N et le nombre par la VAE',
      en: 'Σ N over the cohorts that publish N and the number through VAE',
    },
    ...NO_RATIO,
    missingCase: {
      fr: '0 quand aucune promotion ne publie les deux',
      en: '0 when no cohort publishes both',
    },
    source: methodSection('statistics'),
  },
  {
    id: 'CERTIFIED_DIFFERENCE',
    labelEn: 'Change of the number of certified from one year to the next',
    labelFr: 'Évolution du nombre de certifiés, en personnes',
    unit: 'HEADS',
    formula: {
      fr: 'certifiés de l’année moins ceux de l’année précédente',
      en: 'certified of the year minus those of the year before',
    },
    ...NO_RATIO,
    missingCase: {
      fr: 'absent quand il n’y a pas de groupe de l’année précédente',
      en: 'absent when there is no group of the year before',
    },
    source: methodSection('statistics'),
  },
  {
    id: 'CERTIFIED_GROWTH',
    labelEn: 'Growth of the certified from one year to the next',
    labelFr: 'Évolution du nombre de certifiés',
    unit: 'GROWTH',
    formula: {
      fr: '100 · (N de l’année − N de l’année précédente) / N de l’année précédente',
      en: '100 · (N of the year − N of the year before) / N of the year before',
    },
    numerator: {
      fr: 'certifiés de l’année moins ceux de l’année précédente',
      en: 'certified of the year minus those of the year before',
    },
    denominator: { fr: 'certifiés de l’année précédente', en: 'certified of the year before' },
    missingCase: {
      fr: 'absent quand il n’y avait personne l’année précédente',
      en: 'absent when there was nobody the year before',
    },
    source: methodSection('statistics'),
    version: METHOD_VERSION,
  },
  {
    id: 'SUMMARY_VALUE',
    labelEn: 'Pooled insertion rate of a group',
    labelFr: 'Taux d’insertion du groupe, promotions réunies',
    unit: 'PERCENT',
    formula: {
      fr: 'Σ N·r / Σ N sur les promotions du groupe dont le taux r est publié',
      en: 'Σ N·r / Σ N over the cohorts of the group whose rate r is published',
    },
    numerator: {
      fr: 'somme des certifiés fois le taux, sur les promotions dont le taux est publié',
      en: 'certified times rate, summed over the cohorts whose rate is published',
    },
    denominator: {
      fr: 'certifiés (N) des mêmes promotions',
      en: 'certified (N) of the same cohorts',
    },
    missingCase: {
      fr: 'absent quand aucune promotion n’a à la fois un taux publié et des certifiés\u00a0; un taux ou un N manquant sort des deux sommes',
      en: 'absent when no cohort has both a published rate and certified; a missing rate or a missing N leaves both sums',
    },
    source: methodSection('statistics'),
    version: METHOD_VERSION,
  },
  {
    id: 'CERTIFICATIONS_WITH_RATE',
    labelEn: 'Certifications with a pooled rate in the group',
    labelFr: 'Nombre de certifications dont un taux est connu',
    unit: 'CERTIFICATIONS',
    formula: {
      fr: 'nombre de certifications dont une promotion du groupe publie à la fois le taux et le nombre de certifiés',
      en: 'number of certifications with a cohort in the group that publishes both rate and number of certified',
    },
    ...NO_RATIO,
    missingCase: ZERO_WHEN_NONE,
    source: methodSection('statistics'),
  },
  {
    id: 'SUMMARY_MEAN',
    labelEn: 'Unweighted mean over certifications, for comparison only',
    labelFr: 'Moyenne simple des certifications, pour comparaison',
    ...OVER_CERTIFICATIONS,
    formula: {
      fr: 'Σ des taux (promotions réunies) / nombre de certifications du groupe qui en ont un',
      en: 'Σ pooled rates / number of certifications that have one in the group',
    },
  },
  {
    id: 'SUMMARY_MEDIAN',
    labelEn: 'Median over certifications',
    labelFr: 'Médiane des certifications',
    ...OVER_CERTIFICATIONS,
    formula: {
      fr: 'médiane des taux (promotions réunies) des certifications du groupe, par interpolation linéaire',
      en: 'median of the pooled rates of the certifications in the group, linear interpolation',
    },
  },
  {
    id: 'SUMMARY_LOWER_QUARTILE',
    labelEn: 'Lower quartile over certifications',
    labelFr: 'Premier quartile des certifications',
    ...OVER_CERTIFICATIONS,
    formula: {
      fr: 'premier quartile des mêmes taux, par interpolation linéaire',
      en: 'first quartile of the same rates, linear interpolation',
    },
  },
  {
    id: 'SUMMARY_UPPER_QUARTILE',
    labelEn: 'Upper quartile over certifications',
    labelFr: 'Troisième quartile des certifications',
    ...OVER_CERTIFICATIONS,
    formula: {
      fr: 'troisième quartile des mêmes taux, par interpolation linéaire',
      en: 'third quartile of the same rates, linear interpolation',
    },
  },
] as const satisfies readonly Measure[];
