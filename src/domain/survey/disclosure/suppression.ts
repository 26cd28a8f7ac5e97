import type { CodeLabels } from '../../bilingual.ts';

/** Why a figure of a survey is not shown. */
export const SUPPRESSION_REASONS = [
  'SMALL_BASE',
  'COMPLEMENTARY',
  'WINDOW',
  'OTHER_HORIZON',
  'FEW_CERTIFICATIONS',
  'FEW_BODIES',
  'NEAR_CERTAIN',
] as const;

export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

export const SUPPRESSION_LABELS: CodeLabels<SuppressionReason> = {
  SMALL_BASE: { fr: 'Trop peu de répondants', en: 'Too few respondents' },
  COMPLEMENTARY: {
    fr: 'Masqué pour que d’autres ne s’en déduisent pas',
    en: 'Hidden so that others cannot be derived from it',
  },
  WINDOW: {
    fr: 'Masqué dans l’une des promotions réunies',
    en: 'Hidden in one of the cohorts taken together',
  },
  OTHER_HORIZON: { fr: 'Masqué à un autre horizon', en: 'Hidden at another horizon' },
  FEW_CERTIFICATIONS: {
    fr: 'Trop peu de certifications dans le groupe',
    en: 'Too few certifications in the group',
  },
  FEW_BODIES: {
    fr: 'Trop peu de certificateurs dans le groupe',
    en: 'Too few certifying bodies in the group',
  },
  NEAR_CERTAIN: {
    fr: 'Taux trop proche de 0 ou de 100\u00a0%',
    en: 'Rate too close to 0 or 100%',
  },
};

/** A figure of a survey that is not shown. */
export interface Suppressed {
  readonly status: 'SUPPRESSED';
  readonly reason: SuppressionReason;
}

/** Fewer certifications and certifying bodies than these make no public group. */
const LEAST_CERTIFICATIONS = 3;
const LEAST_BODIES = 2;

/**
 * Why a group across certifications is not shown; null when it is. Counts are those of surveyed
 * certifications, and of their bodies, that the attributes of certifications and the years select.
 * They must not depend on attributes of holders: a single holder would then make a group appear.
 *
 * - Source: docs/surveys.md.
 */
export function groupSuppression(group: {
  readonly certifications: number;
  readonly bodies: number;
}): Suppressed | null {
  if (!(group.certifications >= LEAST_CERTIFICATIONS)) {
    return { status: 'SUPPRESSED', reason: 'FEW_CERTIFICATIONS' };
  }
  if (!(group.bodies >= LEAST_BODIES)) return { status: 'SUPPRESSED', reason: 'FEW_BODIES' };
  return null;
}

/** Noisy number of eligible under which nothing of a group is shown, as in tables of one certification. */
export const SMALLEST_PERTURBED_BASE = 20;

/**
 * Why a group is not shown for its size; null when it is. Decided on the number of eligible with noise:
 * the true one would be told by it. Without this, a group that somebody is known to be alone in tells
 * what they answered, since 0 stays 0: whoever bets that a count above 0 counts them is right 81 times
 * of 100.
 *
 * - Source: docs/surveys.md#disclosure.
 */
export function perturbedSuppression({
  eligible,
}: {
  readonly eligible: number;
}): Suppressed | null {
  if (eligible >= SMALLEST_PERTURBED_BASE) return null;
  return { status: 'SUPPRESSED', reason: 'SMALL_BASE' };
}
