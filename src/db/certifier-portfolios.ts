import type { Kysely } from 'kysely';
import type { PlainDate } from '../domain/calendar.ts';
import type { GroupSums, OutcomeCount } from '../domain/insertion-summary.ts';
import { type CertificationCounts, readCertificationGroups } from './certification-groups.ts';
import {
  ANY_DAY,
  type Grouping,
  readInsertionGroups,
  readInsertionOutcomes,
} from './insertion-groups.ts';
import type { DB } from './tables.ts';

/** What a certifying body certifies now, summed; bodies that certify together are all given. */
function groupingOf(sirens: readonly string[]): Grouping {
  return {
    filter: { certification: { certifiers: sirens } },
    groupBy: ['CERTIFIER'],
    asOf: ANY_DAY,
  };
}

/** More bodies than any register has. */
const ALL = 1_000_000;

/** The sums over the cohorts of what each of the given bodies certifies; none for one without cohorts. */
export async function sumsByCertifier(
  db: Kysely<DB>,
  sirens: readonly string[],
): Promise<{ readonly siren: string; readonly sums: GroupSums }[]> {
  const groups = await readInsertionGroups(db, groupingOf(sirens), ALL);
  return groups.map((sums) => ({ siren: sums.keys[0] ?? '', sums }));
}

/** The outcomes of the rates of the same cohorts. */
export async function outcomesByCertifier(
  db: Kysely<DB>,
  sirens: readonly string[],
): Promise<(OutcomeCount & { readonly siren: string })[]> {
  const outcomes = await readInsertionOutcomes(db, groupingOf(sirens));
  return outcomes.map((count) => ({ ...count, siren: count.keys[0] ?? '' }));
}

/** Counts of the certifications of each of the given bodies, on a day; none for one without any. */
export async function countsByCertifier(
  db: Kysely<DB>,
  sirens: readonly string[],
  asOf: PlainDate,
): Promise<{ readonly siren: string; readonly counts: CertificationCounts }[]> {
  const grouping = { filter: { certifiers: sirens }, groupBy: ['CERTIFIER'], asOf } as const;
  const groups = await readCertificationGroups(db, grouping, ALL);
  return groups.map((counts) => ({ siren: counts.keys[0] ?? '', counts }));
}
