import { alike, type Bilingual } from '../bilingual.ts';
import { METHOD_VERSION } from '../method.ts';

/** What a measure is told in, and the words that its description starts with. */
export const MEASURE_UNITS = {
  HEADS: { fr: 'Personnes.', en: 'Heads.' },
  CERTIFICATIONS: { fr: 'Certifications.', en: 'Certifications.' },
  COHORTS: { fr: 'Promotions.', en: 'Cohorts.' },
  DAYS: { fr: 'Jours.', en: 'Days.' },
  PERCENT: { fr: 'Pour cent, de 0 à 100.', en: 'Percent, 0 to 100.' },
  POINTS: {
    fr: 'Points de pourcentage, de −100 à 100.',
    en: 'Percentage points, −100 to 100.',
  },
  GROWTH: { fr: 'Pour cent, à partir de −100.', en: 'Percent, from −100 on.' },
  SQUARED_HEADS: { fr: 'Personnes au carré.', en: 'Squared heads.' },
  EUROS: { fr: 'En euros.', en: 'Euros.' },
  DATE: { fr: 'Jour, à Paris.', en: 'Day, in Paris.' },
  CATEGORY: { fr: 'Valeur d’une liste fermée.', en: 'One of a closed list.' },
  TIMES: { fr: 'Rapport.', en: 'Times.' },
  PROBABILITY: { fr: 'Probabilité, de 0 à 1.', en: 'Probability, 0 to 1.' },
  SHARE: { fr: 'Part, de 0 à 1.', en: 'Share, 0 to 1.' },
  TESTS: { fr: 'Tests.', en: 'Tests.' },
  STANDARD_ERRORS: { fr: 'Erreurs types.', en: 'Standard errors.' },
  SQUARED_RADIANS: { fr: 'Radians carrés.', en: 'Squared radians.' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type MeasureUnit = keyof typeof MEASURE_UNITS;

/** One figure that is served: how it is named, computed and left out. */
export interface Measure {
  readonly id: string;
  readonly labelEn: string;
  /** The official French term where there is one. */
  readonly labelFr: string;
  readonly unit: MeasureUnit;
  readonly formula: Bilingual;
  /** null for what is no ratio. */
  readonly numerator: Bilingual | null;
  readonly denominator: Bilingual | null;
  /** When the figure is absent, or what it says then. */
  readonly missingCase: Bilingual;
  /** What it is easily taken for and is not. */
  readonly caution?: Bilingual;
  /** Where it is published, or the section of the method that defines it. */
  readonly source: Bilingual;
  readonly version: string;
}

/** Of a measure that is no ratio. */
export const NO_RATIO = { numerator: null, denominator: null, version: METHOD_VERSION } as const;

/** The missing case of a count. */
export const ZERO_WHEN_NONE = {
  fr: '0 quand il n’y en a pas\u00a0; jamais absent',
  en: '0 when there is none; never absent',
};

export const NEVER_ABSENT = { fr: 'jamais absent', en: 'never absent' };

/** The source of a measure that a section of the method defines. */
export function methodSection(name: string): Bilingual {
  return alike(`docs/method.md#${name}`);
}
