import { DEMONSTRATION_FROM, type Register } from '../domain/certification/register-code.ts';

/** What a register is for: to be shown, or to weigh what the real one weighs. */
export type ProfileName = 'DEMONSTRATION' | 'REAL_SIZE';

/** How many partner rows a fiche has: a share of fiches, then a log-normal law, then a ceiling. */
export interface PartnerLaw {
  readonly share: number;
  readonly logMean: number;
  readonly logDeviation: number;
  readonly most: number;
}

export interface Profile {
  readonly titleSuffix: string;
  /** The number of the fiche at a place (0, 1, …); strictly increasing. */
  readonly numberAt: (index: number) => number;
  /** A number that no fiche has, for links that dangle. */
  readonly unusedNumber: number;
  /** Lengths of the successions of versions, repeated; what is not the newest is inactive. */
  readonly chains: readonly number[];
  /** Share of active fiches among the newest versions. */
  readonly newestActive: Readonly<Record<Register, number>>;
  readonly bodiesPerSector: number;
  /** Share of certifier rows without a SIRET. */
  readonly missingSiret: number;
  /** Mean of the co-certifiers and former certifiers beside the first one. */
  readonly extraCertifiers: number;
  readonly partnerPool: number;
  readonly partners: Readonly<Record<Register, PartnerLaw>>;
  /** Share of inactive RNCP fiches that were written before blocks existed. */
  readonly withoutBlocks: number;
  /** Share of open access routes whose jury is described. */
  readonly juries: number;
  /** How many blocks of any sector a fiche adds to its own: drawn from the list. */
  readonly commonBlocks: readonly number[];
  /** Paragraphs prepared for each module, sentences in each, share of them that say how or why. */
  readonly paragraphs: {
    readonly variants: number;
    readonly sentences: number;
    readonly ended: number;
  };
  /** Median of the number of paragraphs of a long section; 0 writes the module's tasks only. */
  readonly sectionParagraphs: Readonly<Record<Register, number>>;
}

export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  DEMONSTRATION: {
    titleSuffix: ' (démonstration)',
    numberAt: (index) => DEMONSTRATION_FROM + 1 + index,
    unusedNumber: 999_999,
    // A small register may not reach the end of the list: single versions come first.
    chains: [1, 2, 1, 3, 1],
    newestActive: { RNCP: 0.96, RS: 0.78 },
    bodiesPerSector: 3,
    missingSiret: 0.06,
    extraCertifiers: 0.5,
    partnerPool: 600,
    partners: {
      RNCP: { share: 0.35, logMean: 1, logDeviation: 0.9, most: 60 },
      RS: { share: 0.5, logMean: 1, logDeviation: 0.9, most: 60 },
    },
    withoutBlocks: 0.65,
    juries: 0.55,
    commonBlocks: [0, 0, 0, 0, 1, 1, 2],
    paragraphs: { variants: 16, sentences: 3, ended: 0.25 },
    sectionParagraphs: { RNCP: 0, RS: 0 },
  },
  // Fitted to the counts and the sizes of the register in August 2026.
  REAL_SIZE: {
    titleSuffix: '',
    numberAt: (index) => 1 + Math.floor(index * 1.63),
    unusedNumber: 899_999,
    chains: [3, 3, 2],
    newestActive: { RNCP: 0.574, RS: 0.81 },
    bodiesPerSector: 60,
    // With the bodies known by name only, a third of the rows.
    missingSiret: 0.28,
    extraCertifiers: 1.18,
    partnerPool: 20_000,
    partners: {
      RNCP: { share: 0.3, logMean: 2.44, logDeviation: 1.4, most: 600 },
      RS: { share: 0.6, logMean: 3.15, logDeviation: 1.35, most: 600 },
    },
    withoutBlocks: 0.62,
    juries: 0.95,
    commonBlocks: [0, 0, 1, 1, 2, 3],
    paragraphs: { variants: 24, sentences: 6, ended: 1 },
    sectionParagraphs: { RNCP: 2.05, RS: 1.5 },
  },
};
