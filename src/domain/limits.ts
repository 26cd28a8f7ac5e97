import type { Bilingual } from './bilingual.ts';
import type { ErrorCode } from './errors.ts';

/** What readers of figures have to know of them: docs/method.md says more of each. */
export const FIGURE_LIMITS = {
  AS_PUBLISHED: {
    fr: 'Les taux sont ceux que les certificateurs déclarent et que France compétences publie ; rien n’est redressé ni complété.',
    en: 'Rates are those that certifying bodies declare and France compétences publishes; nothing is corrected or filled in.',
  },
  RESPONDENTS_UNKNOWN: {
    fr: 'Le nombre de répondants n’est pas publié : les intervalles reposent sur le nombre de certifiés et sont trop étroits quand peu ont répondu.',
    en: 'The number of respondents is not published: intervals rest on the number certified, and are too narrow where few answered.',
  },
  MISSING_IS_NOT_ZERO: {
    fr: 'Un taux absent n’est pas un taux nul : son état dit s’il n’est pas encore dû, en retard ou hors de la source.',
    en: 'A missing rate is not a rate of zero: its status says whether it is not due yet, late, or not carried by the source.',
  },
  PARTIAL_COVERAGE: {
    fr: 'Beaucoup de certifications, dont la plupart des diplômes d’État, ne publient aucun taux : chaque moyenne ne vaut que pour la part que dit sa couverture.',
    en: 'Many certifications, most State diplomas among them, publish no rate: each average speaks only for the share that its coverage tells.',
  },
  LINEAGE_COUNTS_TWICE: {
    fr: 'Une promotion peut figurer sur une certification et sur celle qu’elle remplace : les effectifs d’une filiation ne s’additionnent pas.',
    en: 'A cohort may stand on a certification and on the one that it replaces: numbers of a lineage do not add up.',
  },
  NOT_A_CAUSE: {
    fr: 'Publics, territoires et conjoncture ne sont pas neutralisés : un écart entre certifications n’est pas l’effet d’une formation.',
    en: 'Publics, places and times are not adjusted for: a difference between certifications is not the effect of a training.',
  },
  SMALL_COHORTS: {
    fr: 'Les petites promotions sont montrées telles que publiées : leur fiabilité dit ce que vaut leur taux.',
    en: 'Small cohorts are shown as published: their reliability says what their rate is worth.',
  },
} as const satisfies Record<string, Bilingual>;

/** A limit of what may be asked of this server at once. */
export interface RequestLimit {
  /** That of the setting, where there is one. */
  readonly name: string;
  readonly value: number;
  readonly text: Bilingual;
  /** Code of the error past it; null when there is none to read: the text says what happens. */
  readonly code: ErrorCode | null;
}
