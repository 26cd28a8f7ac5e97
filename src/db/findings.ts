import type { Kysely } from 'kysely';
import type { Finding } from '../domain/finding.ts';
import { FINDING_COLUMNS, findingRow, type RowSource } from './fiche-rows.ts';
import type { DB } from './tables.ts';

/** Findings that one statement writes. */
const BATCH = 1000;

/** Adds findings of one source; one that is already there stays as it was. */
export async function insertFindings(
  db: Kysely<DB>,
  findings: readonly Finding[],
  source: RowSource,
  publicationId: number,
): Promise<void> {
  const rows = findings.map((finding) => {
    const cells = findingRow(finding, source, publicationId);
    return Object.fromEntries(FINDING_COLUMNS.map((column, index) => [column, cells[index]]));
  }) as unknown as DB['finding'][];
  for (let start = 0; start < rows.length; start += BATCH) {
    await db
      .insertInto('finding')
      .values(rows.slice(start, start + BATCH))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  }
}
