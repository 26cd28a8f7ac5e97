/** Bytes of the largest workbook that is read: a sheet of 1,000,000 rows of 14 cells has 40 to 60 MB, and 580 expanded. */
export const LARGEST_WORKBOOK = 200 * 1024 ** 2;

/** Bytes of all that one upload may have. A larger file is imported by the operator on the command line. */
export const LARGEST_UPLOAD = LARGEST_WORKBOOK;

/** Files of one upload: rosters and situations, of some years each. */
export const MOST_UPLOADED_FILES = 20;
