import type { AcceptedFiles, RefusedFiles } from '../../web/surveys/outcome.ts';

/** A file that was received; `name`: what its client calls it, for messages alone. */
export interface ReceivedFile {
  readonly path: string;
  readonly name: string;
}

/** Files of a survey that somebody sent. */
export interface SurveyUpload {
  readonly files: readonly ReceivedFile[];
  /** JSON of a mapping; null = that which is kept of the body, or the default names. */
  readonly mapping: string | null;
  /** The body whose certifications alone are accepted; null = all are. */
  readonly siren: string | null;
  /** Whether nothing is stored. */
  readonly check: boolean;
}

/**
 * Imports or checks files of a survey, as the command line does.
 *
 * - Rejects with `SurveyImportUnavailableError` when nothing can be imported now.
 */
export type ImportSurvey = (upload: SurveyUpload) => Promise<AcceptedFiles | RefusedFiles>;
