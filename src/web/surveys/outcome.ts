import type { Bilingual } from '../../domain/bilingual.ts';
import type { CohortReport } from '../../domain/survey/cohort-report.ts';

/** Why rows of a file are refused. */
export interface ShownRefusal {
  /** As the client calls it. */
  readonly file: string;
  /** Of a workbook; null of any other file. */
  readonly sheet: string | null;
  /** null = the file as a whole. */
  readonly line: number | null;
  /** null = the row as a whole. */
  readonly column: string | null;
  readonly text: Bilingual;
  /** Rows that are refused for it. */
  readonly rows: number;
}

/** Files of a survey that were accepted. */
export interface AcceptedFiles {
  readonly status: 'ACCEPTED';
  /** The publication that has them; null = they were checked, and nothing was stored. */
  readonly publication: number | null;
  readonly cohorts: number;
  readonly holders: number;
  readonly answers: number;
  /** How the files were read, where a person should know; in English. */
  readonly notices: readonly string[];
  /** Of the first cohorts. */
  readonly reports: readonly CohortReport[];
}

/** Files of a survey that were refused: nothing of them was stored. */
export interface RefusedFiles {
  readonly status: 'REFUSED';
  /** What is wrong as a whole; a text is in English alone. Null where each reason is a refusal. */
  readonly reason: Bilingual | string | null;
  readonly refusals: readonly ShownRefusal[];
}
