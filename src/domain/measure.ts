/** The version of docs/method.md that every figure is computed by. */
export const METHOD_VERSION = '1.0';

/** What a measure is told in, and the words that its description starts with. */
export const MEASURE_UNITS = {
  HEADS: 'Heads.',
  PERCENT: 'Percent, 0 to 100.',
  DATE: 'Day, in Paris.',
  CATEGORY: 'One of a closed list.',
} as const;

export type MeasureUnit = keyof typeof MEASURE_UNITS;

/** One figure that is served: how it is named, computed and left out. */
export interface Measure {
  readonly id: string;
  readonly labelEn: string;
  /** The official French term where there is one. */
  readonly labelFr: string;
  readonly unit: MeasureUnit;
  readonly formula: string;
  /** null for what is no ratio. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** When the figure is absent, or what it says then. */
  readonly missingCase: string;
  /** Where it is published, or the section of the method that defines it. */
  readonly source: string;
  readonly version: string;
}

const NEUTRALISED =
  'respondents without the neutralised ones (continuing studies, work-study contract, inability to work, work outside the French labour market)';
const PUBLISHED_MISSING = 'absent when it is not published; the status says why';
const POOLED = {
  unit: 'PERCENT',
  formula: 'Σ N·r / Σ N over the last k cohorts whose rate r is published',
  numerator: 'certified times rate, summed over the cohorts whose rate is published',
  denominator: 'certified (N) of the same cohorts',
  missingCase:
    'absent when no selected cohort has both a published rate and certified; a missing rate or a missing N leaves both sums',
  source: 'docs/method.md#pooling',
  version: METHOD_VERSION,
} as const;
const BOUND = {
  unit: 'PERCENT',
  numerator: null,
  denominator: 'the base: certified behind the rate',
  missingCase: 'absent when the rate is, or when its base is 0 or not known',
  source: 'docs/method.md#uncertainty',
  version: METHOD_VERSION,
} as const;

/** The catalogue, in the order it is listed in. */
export const MEASURES = [
  {
    id: 'CERTIFIED',
    labelEn: 'Certified',
    labelFr: 'Nombre de certifiés',
    unit: 'HEADS',
    formula: 'N, as published',
    numerator: null,
    denominator: null,
    missingCase: 'absent when it is not published; never read as 0',
    source: 'NOMBRE_CERTIFIES in the feed; the fiche page; a statistics file',
    version: METHOD_VERSION,
  },
  {
    id: 'CERTIFIED_THROUGH_VAE',
    labelEn: 'Certified through validation of experience, among the certified',
    labelFr: 'Nombre de certifiés à la suite d’un parcours VAE',
    unit: 'HEADS',
    formula: 'as published; included in N',
    numerator: null,
    denominator: null,
    missingCase: 'absent when it is not published; never read as 0',
    source: 'NOMBRE_CERTIFIES_VAE in the feed; the fiche page; a statistics file',
    version: METHOD_VERSION,
  },
  {
    id: 'GLOBAL_6_MONTHS',
    labelEn: 'Insertion rate at 6 months, any employment',
    labelFr: 'Taux d’insertion global à 6 mois',
    unit: 'PERCENT',
    formula: '100 · E / n, as published',
    numerator: 'in employment 6 months after the certification',
    denominator: NEUTRALISED,
    missingCase: PUBLISHED_MISSING,
    source: 'TAUX_INSERTION_GLOBAL_6MOIS in the feed; the fiche page; a statistics file',
    version: METHOD_VERSION,
  },
  {
    id: 'TARGET_OCCUPATION_6_MONTHS',
    labelEn: 'Insertion rate at 6 months, in the target occupation',
    labelFr: 'Taux d’insertion dans le métier visé à 6 mois',
    unit: 'PERCENT',
    formula: '100 · M / n, as published',
    numerator: 'in employment in the target occupation 6 months after the certification',
    denominator: NEUTRALISED,
    missingCase: PUBLISHED_MISSING,
    source: 'the fiche page; a statistics file; not in the feed',
    version: METHOD_VERSION,
  },
  {
    id: 'TARGET_OCCUPATION_2_YEARS',
    labelEn: 'Insertion rate at 2 years, in the target occupation',
    labelFr: 'Taux d’insertion dans le métier visé à 2 ans',
    unit: 'PERCENT',
    formula: '100 · M / n, as published',
    numerator: 'in employment in the target occupation 2 years after the certification',
    denominator: NEUTRALISED,
    missingCase: PUBLISHED_MISSING,
    source: 'TAUX_INSERTION_METIER_2ANS in the feed; the fiche page; a statistics file',
    version: METHOD_VERSION,
  },
  {
    id: 'POOLED_GLOBAL_6_MONTHS',
    labelEn: 'Pooled insertion rate at 6 months, any employment',
    labelFr: 'Taux d’insertion global à 6 mois, promotions réunies',
    ...POOLED,
  },
  {
    id: 'POOLED_TARGET_OCCUPATION_6_MONTHS',
    labelEn: 'Pooled insertion rate at 6 months, in the target occupation',
    labelFr: 'Taux d’insertion dans le métier visé à 6 mois, promotions réunies',
    ...POOLED,
  },
  {
    id: 'POOLED_TARGET_OCCUPATION_2_YEARS',
    labelEn: 'Pooled insertion rate at 2 years, in the target occupation',
    labelFr: 'Taux d’insertion dans le métier visé à 2 ans, promotions réunies',
    ...POOLED,
  },
  {
    id: 'UNWEIGHTED_MEAN',
    labelEn: 'Unweighted mean of the published rates, for comparison only',
    labelFr: 'Moyenne simple des taux publiés, pour comparaison',
    unit: 'PERCENT',
    formula: 'Σ r / number of cohorts whose rate r is published',
    numerator: 'published rates of the selected cohorts',
    denominator: 'number of cohorts whose rate is published',
    missingCase: 'absent when no selected cohort has a published rate',
    source: 'docs/method.md#pooling',
    version: METHOD_VERSION,
  },
  {
    id: 'COVERAGE_RATIO',
    labelEn: 'Coverage of a pooled rate',
    labelFr: 'Couverture : part des certifiés dont la promotion a un taux publié',
    unit: 'PERCENT',
    formula: '100 · N of the cohorts whose rate is published / N of all selected cohorts',
    numerator: 'certified of the selected cohorts whose rate is published',
    denominator: 'certified of all selected cohorts',
    missingCase: 'absent when the selected cohorts have no certified, or publish no number of them',
    source: 'docs/method.md#pooling',
    version: METHOD_VERSION,
  },
  {
    id: 'BASE',
    labelEn: 'Base of a rate',
    labelFr: 'Effectif de référence du taux',
    unit: 'HEADS',
    formula: 'N of the cohort; for a pooled rate, Σ N of the cohorts whose rate is published',
    numerator: null,
    denominator: null,
    missingCase: 'absent when the number of certified is not published',
    source: 'docs/method.md#uncertainty',
    version: METHOD_VERSION,
  },
  {
    id: 'INTERVAL_LOWER',
    labelEn: 'Lower bound of the Wilson interval',
    labelFr: 'Borne basse de l’intervalle de confiance (Wilson)',
    ...BOUND,
    formula: '(p + z²/2n − z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), times 100; n is the base',
  },
  {
    id: 'INTERVAL_UPPER',
    labelEn: 'Upper bound of the Wilson interval',
    labelFr: 'Borne haute de l’intervalle de confiance (Wilson)',
    ...BOUND,
    formula: '(p + z²/2n + z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), times 100; n is the base',
  },
  {
    id: 'RELIABILITY',
    labelEn: 'Reliability of a rate',
    labelFr: 'Fiabilité du taux',
    unit: 'CATEGORY',
    formula: 'by base: VERY_LOW under 11, LOW 11 to 19, MODERATE 20 to 49, GOOD from 50 on',
    numerator: null,
    denominator: null,
    missingCase: 'absent when the rate is, or when its base is 0 or not known',
    source: 'docs/method.md#reliability',
    version: METHOD_VERSION,
  },
  {
    id: 'DUE_ON',
    labelEn: 'Last day on which a rate is not late',
    labelFr: 'Date d’échéance de publication du taux',
    unit: 'DATE',
    formula: '31 December of the cohort’s year plus 6 months or 2 years, plus 6 months of grace',
    numerator: null,
    denominator: null,
    missingCase: 'absent where no rate is expected: on the RS',
    source: 'docs/method.md#status',
    version: METHOD_VERSION,
  },
  {
    id: 'STATUS',
    labelEn: 'Status of a rate',
    labelFr: 'Statut du taux',
    unit: 'CATEGORY',
    formula: 'the first condition of the method’s table that holds on the as-of date',
    numerator: null,
    denominator: null,
    missingCase: 'never absent',
    source: 'docs/method.md#status',
    version: METHOD_VERSION,
  },
] as const satisfies readonly Measure[];

export type MeasureId = (typeof MEASURES)[number]['id'];

const BY_ID = new Map<MeasureId, Measure>(MEASURES.map((measure) => [measure.id, measure]));

/** The description of a field that serves a measure: unit first, then term, formula, absence. */
export function measureDescription(id: MeasureId): string {
  const measure = BY_ID.get(id);
  if (!measure) throw new RangeError(`${id} is not a measure of the catalogue`);
  const over = measure.denominator === null ? '' : ` Denominator: ${measure.denominator}.`;
  return `${MEASURE_UNITS[measure.unit]} ${measure.labelEn} (« ${measure.labelFr} »): ${measure.formula}.${over} Missing case: ${measure.missingCase}. Source: ${measure.source}.`;
}
