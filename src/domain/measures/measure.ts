/** What a measure is told in, and the words that its description starts with. */
export const MEASURE_UNITS = {
  HEADS: 'Heads.',
  CERTIFICATIONS: 'Certifications.',
  COHORTS: 'Cohorts.',
  DAYS: 'Days.',
  PERCENT: 'Percent, 0 to 100.',
  POINTS: 'Percentage points, −100 to 100.',
  GROWTH: 'Percent, from −100 on.',
  DATE: 'Day, in Paris.',
  CATEGORY: 'One of a closed list.',
  TIMES: 'Times.',
  PROBABILITY: 'Probability, 0 to 1.',
  SHARE: 'Share, 0 to 1.',
  TESTS: 'Tests.',
  STANDARD_ERRORS: 'Standard errors.',
  SQUARED_RADIANS: 'Squared radians.',
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
  /** What it is easily taken for and is not. */
  readonly caution?: string;
  /** Where it is published, or the section of the method that defines it. */
  readonly source: string;
  readonly version: string;
}
