import { arrowFormat } from './arrow.ts';
import { csvFormat, frenchExcelFormat } from './csv.ts';
import type { ReportFormat } from './format.ts';
import { jsonFormat, jsonLinesFormat } from './json.ts';
import { parquetFormat } from './parquet.ts';
import { xlsxFormat } from './xlsx.ts';

/** The formats by the ending of their addresses. */
export const REPORT_FORMATS = {
  csv: csvFormat,
  json: jsonFormat,
  jsonl: jsonLinesFormat,
  parquet: parquetFormat,
  arrow: arrowFormat,
  xlsx: xlsxFormat,
} as const satisfies Record<string, ReportFormat>;

export type FormatName = keyof typeof REPORT_FORMATS;

/** Profiles of CSV: what `profile=` may say. */
export const CSV_PROFILES = { default: csvFormat, 'fr-excel': frenchExcelFormat } as const;
