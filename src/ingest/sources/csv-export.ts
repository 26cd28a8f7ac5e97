import { RefusedFileError } from '../../domain/errors.ts';

/** Whether a file name is that of a table of the CSV export, the other form of the same data set. */
export function isCsvExportName(name: string): boolean {
  return /export_fiches_csv_[^/]*\.csv$/i.test(name);
}

/** Whether a text begins with the header of a table of the CSV export. */
export function looksLikeCsvExport(text: string): boolean {
  return /^\uFEFF?"?(id_fiche"?[;,]"?)?numero_fiche"?[;,]/i.test(text);
}

/** The error for the CSV export, which has no figures. */
export function csvExport(name: string): RefusedFileError {
  return new RefusedFileError(
    `${name} is the CSV export, which holds no statistics: take export-fiches-rncp-v4-1-….zip and export-fiches-rs-v4-1-….zip of the same data set instead`,
  );
}
