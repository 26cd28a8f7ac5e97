/**
 * Tables beside those of fiches whose rows are valid in publications, from `since` until `until`: what
 * was written and not published is removed from them, and what was ended is made valid again.
 */
export const ROWS_BESIDE_FICHES = [
  { schema: 'versions', table: 'finding' },
  { schema: 'versions', table: 'note' },
  { schema: 'versions', table: 'survey_class' },
  { schema: 'versions', table: 'survey_cell' },
  { schema: 'versions', table: 'survey_paired' },
  { schema: 'versions', table: 'survey_finding' },
  { schema: 'survey', table: 'holder' },
  { schema: 'survey', table: 'answer' },
  { schema: 'survey', table: 'international' },
] as const;
