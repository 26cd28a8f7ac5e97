import type { ColumnHead, Dataset, Row } from '../../datasets/dataset.ts';
import type { Language } from '../../datasets/labels.ts';

/** A report's rows, and what their file says of them. */
export interface Table {
  readonly report: Dataset;
  readonly columns: readonly ColumnHead[];
  /** Language of labels, where a format has them for people. */
  readonly language: Language;
  /** What CSV has above its columns: their names, which never change, or their labels. */
  readonly headers: 'names' | 'labels';
  readonly source: TableSource;
  /** Why there are no rows, or no rate in them, as JSON; null when there are. */
  readonly empty?: object | null;
  /** Some hundreds of rows at a time. */
  readonly batches: AsyncIterable<readonly Row[]>;
  /** Waited for between parts of what takes long, for others to be answered. */
  readonly pause: () => Promise<void> | undefined;
}

/** Where the figures of a table come from. */
export interface TableSource {
  readonly publication: number;
  readonly publishedAt: string;
  readonly exportedOn: string | null;
  readonly asOf: string;
  readonly attribution: string;
  readonly licence: string;
  readonly methodVersion: string;
  /** Number of the contract that names and types of its columns keep. */
  readonly contractVersion: string;
  /** How to cite the table. */
  readonly citation: string;
  /** Said of fictitious figures; null of others. */
  readonly notice: string | null;
}

/** A way to write a table. */
export interface ReportFormat {
  readonly mediaType: string;
  /** Whether its bytes are compressed already. */
  readonly compressed: boolean;
  /** Whether readers want parts of it: then it is written whole before any of it is sent. */
  readonly whole: boolean;
  readonly write: (table: Table) => AsyncIterable<string | Uint8Array>;
}
