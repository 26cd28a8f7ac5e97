import { CHANGE_KINDS } from '../../domain/changes/change.ts';
import { MAX_PAGE_SIZE } from '../../snapshot/list/page.ts';
import { costs } from './field-cost.ts';
import { countDay, countFilter, type PageArgs, rowsOfPage } from './lists.ts';

/** Rows of changes that are read in the time of one row of texts. */
const ROWS_OF_A_READ = 10;

/** Changes of all certifications, or of those of a filter, in pages. */
export const changesPage = costs((args: PageArgs, of) => {
  countDay(args.asOf, of);
  countFilter(args.filter, of.snapshot.certifications.count, of);
  const rows = rowsOfPage(args, MAX_PAGE_SIZE);
  of.count('read', 4 + rows / ROWS_OF_A_READ);
  of.tell(rows);
  return 1;
});

/** Changes counted by their kind: as many reads as a page without rows. */
export const changesCounted = costs((_args: unknown, { count }) => {
  count('read', 4);
  return CHANGE_KINDS.length;
});

/** Changes that a certification has, as a rule. */
const USUAL_HISTORY = 20;

/** Changes of one certification, in pages. */
export const historyPage = costs((args: PageArgs, of) => {
  of.count('read', 2);
  of.tell(rowsOfPage(args, USUAL_HISTORY));
  return 1;
});

/** Revisions that a cohort has, as a rule. */
const USUAL_REVISIONS = 2;

/** Figures of a cohort that changed. */
export const revisionsOfCohort = costs((_args: unknown, { count }) => {
  count('read', 1 / ROWS_OF_A_READ);
  return USUAL_REVISIONS;
});

/** When a certification came and went. */
export const presenceRead = costs((_args: unknown, { count }) => {
  count('read', 1 / ROWS_OF_A_READ);
  return 1;
});
