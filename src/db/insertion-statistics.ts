import type { Kysely } from 'kysely';
import type { GroupSums, OutcomeCount } from '../domain/insertion-summary.ts';
import { type Grouping, readInsertionGroups, readInsertionOutcomes } from './insertion-groups.ts';
import { readStoredGroups, readStoredOutcomes, storedGrouping } from './stored-groups.ts';
import type { DB } from './tables.ts';

/**
 * The groups of a grouping, at most `limit`, in no order: read where they are stored, else computed.
 * Without dimensions one group, the total, unless no cohort is selected.
 */
export async function readGroups(
  db: Kysely<DB>,
  grouping: Grouping,
  limit: number,
): Promise<GroupSums[]> {
  const stored = storedGrouping(grouping);
  return stored ? readStoredGroups(db, stored, limit) : readInsertionGroups(db, grouping, limit);
}

/** The outcomes of the groups of a grouping, in no order: read where they are stored, else computed. */
export async function readOutcomes(db: Kysely<DB>, grouping: Grouping): Promise<OutcomeCount[]> {
  const stored = storedGrouping(grouping);
  return stored ? readStoredOutcomes(db, stored) : readInsertionOutcomes(db, grouping);
}
