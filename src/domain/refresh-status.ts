import type { Bilingual } from './bilingual.ts';

/** How an attempt to refresh the registers ended. */
export const REFRESH_OUTCOMES = ['UNCHANGED', 'IMPORTED', 'FAILED'] as const;
export type RefreshOutcome = (typeof REFRESH_OUTCOMES)[number];

/**
 * What a refresh can fail by, in words that are fit for strangers: they name no folder, no host and
 * no file. The details are for whoever runs the server.
 */
export const REFRESH_FAILURES = {
  SITE: {
    fr: 'le site qui publie les exports ne répond pas, ou répond par une erreur',
    en: 'the site that publishes the exports does not answer, or answers with an error',
  },
  CATALOGUE: {
    fr: 'la liste des exports n’est pas comme attendu, ou n’a aucun jour avec les deux répertoires',
    en: 'the list of exports is not as expected, or has no day of both registers',
  },
  DOWNLOAD: {
    fr: 'un export reçu n’a pas la taille ou l’empreinte annoncées, ou dépasse la taille acceptée',
    en: 'an export that was received has not the size or the checksum announced, or is too large',
  },
  EXPORTS: {
    fr: 'les exports sont refusés : illisibles, ou trop différents de ceux qui sont servis',
    en: 'the exports are refused: they cannot be read, or differ too much from those that are served',
  },
  STORAGE: {
    fr: 'le disque est plein, ou un dossier est inutilisable',
    en: 'the disk is full, or a folder cannot be used',
  },
  DATABASE: {
    fr: 'la base de données ne répond pas ou refuse ce qui lui est demandé',
    en: 'the database does not answer or refuses what it is asked',
  },
  UNEXPECTED: {
    fr: 'une erreur inattendue, que le journal du serveur décrit',
    en: 'an unexpected error, which the log of the server describes',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type RefreshFailure = keyof typeof REFRESH_FAILURES;

/** One attempt to refresh that is over. */
export type RefreshAttempt =
  | { readonly outcome: Exclude<RefreshOutcome, 'FAILED'> }
  | {
      readonly outcome: 'FAILED';
      readonly failure: RefreshFailure;
      /** One paragraph in English for whoever runs the server; may name folders and hosts. */
      readonly detail: string;
    };

/** Where the refresh of the registers stands, by the last attempt of any process. */
export interface RefreshStatus {
  /** When the last attempt ended. */
  readonly lastAttemptAt: Date;
  /** When the last attempt that did not fail ended; null when all have failed. */
  readonly lastSuccessAt: Date | null;
  readonly outcome: RefreshOutcome;
  /** Null unless the last attempt failed, as is `detail`. */
  readonly failure: RefreshFailure | null;
  /** As that of the attempt. */
  readonly detail: string | null;
  /** Null when nothing is planned. */
  readonly nextAttemptAt: Date | null;
  /** Attempts that failed since the last one that did not. */
  readonly failuresInARow: number;
}

/** The status after one more attempt, which ended at an instant. */
export function statusAfter(
  before: RefreshStatus | null,
  attempt: RefreshAttempt,
  { endedAt, nextAttemptAt }: { readonly endedAt: Date; readonly nextAttemptAt: Date | null },
): RefreshStatus {
  const failed = attempt.outcome === 'FAILED';
  return {
    lastAttemptAt: endedAt,
    lastSuccessAt: failed ? (before?.lastSuccessAt ?? null) : endedAt,
    outcome: attempt.outcome,
    failure: failed ? attempt.failure : null,
    detail: failed ? attempt.detail : null,
    nextAttemptAt,
    failuresInARow: failed ? (before?.failuresInARow ?? 0) + 1 : 0,
  };
}

/** Why the last refresh failed, for strangers; null when it did not fail. */
export function failureMessage({ failure }: Pick<RefreshStatus, 'failure'>): Bilingual | null {
  return failure && REFRESH_FAILURES[failure];
}

/** Whether a text is the code of a failure. */
export function isRefreshFailure(text: string): text is RefreshFailure {
  return Object.hasOwn(REFRESH_FAILURES, text);
}
