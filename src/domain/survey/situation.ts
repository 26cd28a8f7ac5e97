import type { Bilingual } from '../bilingual.ts';

/**
 * What a situation does to the base n of a rate: counted in it, taken out of it (neutralised), or taken
 * out unless the certification is flagged international.
 */
export type SituationBase = 'COUNTED' | 'NEUTRALISED' | 'NEUTRALISED_UNLESS_INTERNATIONAL';

/** What a situation is called, and what it counts in. Every situation counts in the respondents, R. */
export interface Situation extends Bilingual {
  readonly base: SituationBase;
  /** Whether it is employment, which counts in E where it counts in n. */
  readonly employment: boolean;
}

/**
 * Situations of holders some months after they obtained a certification, with what they count in.
 * Source: docs/surveys.md#situations. The neutralised ones are those of France compétences' FAQ; that
 * STAGE_VOLONTARIAT and INACTIF stay in the base is decided here.
 */
export const SITUATIONS = {
  EMPLOI: {
    fr: 'En emploi (salarié, agent public, indépendant)',
    en: 'Employed (employee, public agent, self-employed)',
    base: 'COUNTED',
    employment: true,
  },
  RECHERCHE: {
    fr: 'En recherche d’emploi',
    en: 'Looking for a job',
    base: 'COUNTED',
    employment: false,
  },
  INACTIF: {
    fr: 'Sans emploi, n’en cherche pas',
    en: 'Without a job, not looking for one',
    base: 'COUNTED',
    employment: false,
  },
  STAGE_VOLONTARIAT: {
    fr: 'Stage, service civique, volontariat',
    en: 'Internship, civic service, volunteering',
    base: 'COUNTED',
    employment: false,
  },
  POURSUITE_ETUDES: {
    fr: 'Poursuite d’études ou de formation',
    en: 'Further studies or training',
    base: 'NEUTRALISED',
    employment: false,
  },
  ALTERNANCE: {
    fr: 'Apprentissage ou contrat de professionnalisation',
    en: 'Apprenticeship or professionalisation contract',
    base: 'NEUTRALISED',
    employment: false,
  },
  INCAPACITE: {
    fr: 'Impossibilité de travailler (sans en donner la cause)',
    en: 'Unable to work (the cause is not given)',
    base: 'NEUTRALISED',
    employment: false,
  },
  HORS_FRANCE: {
    fr: 'Emploi hors du marché du travail français',
    en: 'Employed outside the French labour market',
    base: 'NEUTRALISED_UNLESS_INTERNATIONAL',
    employment: true,
  },
} as const satisfies Readonly<Record<string, Situation>>;

export type SituationCode = keyof typeof SITUATIONS;

/**
 * Whether a situation counts in n, the base of the rates.
 *
 * - international: whether the certification is flagged so; only HORS_FRANCE depends on it.
 */
export function isInBase(code: SituationCode, international: boolean): boolean {
  const { base } = SITUATIONS[code];
  return base === 'COUNTED' || (base === 'NEUTRALISED_UNLESS_INTERNATIONAL' && international);
}

/** Whether a situation counts in E, the employed of the base. `international` as for `isInBase`. */
export function isEmployed(code: SituationCode, international: boolean): boolean {
  return SITUATIONS[code].employment && isInBase(code, international);
}
