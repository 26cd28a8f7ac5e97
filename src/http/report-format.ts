import type { Language } from '../reports/labels.ts';
import type { ColumnHead, Report, Row } from '../reports/report.ts';
import { csvFormat, frenchExcelFormat } from './csv-format.ts';
import { jsonFormat, jsonLinesFormat } from './json-format.ts';
import { parquetFormat } from './parquet-format.ts';
import { xlsxFormat } from './xlsx-format.ts';

/** A report's rows, and what their file says of them. */
export interface Table {
  readonly report: Report;
  readonly columns: readonly ColumnHead[];
  /** Language of labels, where a format has them for people. */
  readonly language: Language;
  readonly source: TableSource;
  /** Some hundreds of rows at a time. */
  readonly batches: AsyncIterable<readonly Row[]>;
}

/** Where the figures of a table come from. */
export interface TableSource {
  readonly publication: number;
  readonly publishedAt: string;
  readonly exportedOn: string | null;
  readonly asOf: string;
  readonly attribution: string;
  readonly licence: string;
  /** Said of fictitious figures; null of others. */
  readonly notice: string | null;
}

/** A way to write a table. */
export interface ReportFormat {
  readonly mediaType: string;
  /** Whether its bytes are packed already. */
  readonly packed: boolean;
  readonly write: (table: Table) => AsyncIterable<string | Uint8Array>;
}

/** The formats by the ending of their addresses. */
export const REPORT_FORMATS = {
  csv: csvFormat,
  json: jsonFormat,
  jsonl: jsonLinesFormat,
  parquet: parquetFormat,
  xlsx: xlsxFormat,
} as const satisfies Record<string, ReportFormat>;

export type FormatName = keyof typeof REPORT_FORMATS;

/** Profiles of CSV: what `profile=` may say. */
export const CSV_PROFILES = { default: csvFormat, 'fr-excel': frenchExcelFormat } as const;
