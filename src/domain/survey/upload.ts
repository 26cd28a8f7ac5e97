/**
 * Bytes of a workbook, and of all files of one upload, at most: a sheet of 1,000,000 rows of 14 cells has
 * 40 to 60 MB, and 580 expanded.
 */
export const LARGEST_SURVEY_FILE = 200 * 1024 ** 2;

/** Files of one upload: rosters and situations, of some years each. */
export const MOST_UPLOADED_FILES = 20;
