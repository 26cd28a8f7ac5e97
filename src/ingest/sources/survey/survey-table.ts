/** Rows of a table, in the order of the file. */
export interface SurveyBatch {
  /** Where each row stands: its line in CSV, its row in XLSX, the number of its passage in a hand-over file. */
  readonly lines: readonly number[];
  /** As many cells as the header has columns, as they are written; '' = empty. */
  readonly rows: readonly (readonly string[])[];
  /**
   * 1 where a cell is stored as a number, which has lost the zeros it began with: at row × columns + column.
   * Null where the file stores texts alone.
   */
  readonly numeric: Uint8Array | null;
}

/** A file of a survey, read as a table. Memory does not grow with its rows. */
export interface SurveyTable {
  /** HANDOVER: the file that certifying bodies hand over to the Caisse des Dépôts. */
  readonly kind: 'CSV' | 'XLSX' | 'HANDOVER';
  /** Of the file, as messages call it. */
  readonly name: string;
  /** Name of the sheet that is read; null without sheets. */
  readonly sheet: string | null;
  /** Visible sheets that are not read. */
  readonly otherSheets: readonly string[];
  /** Names of columns, in order: at least one, none of them twice. */
  readonly header: readonly string[];
  /**
   * The rows that hold anything, some hundreds or thousands at a time; each call reads the file again.
   *
   * - Throws `RefusedFileError`, which may be at the very end: nothing of it should be kept before.
   */
  rows(): AsyncGenerator<SurveyBatch>;
  /** What a person should know of how it was read; complete when `rows` has come to its end. */
  readonly notices: readonly string[];
}
