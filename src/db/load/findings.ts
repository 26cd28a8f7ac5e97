import { type Kysely, sql } from 'kysely';
import type { Finding, FindingRule } from '../../domain/findings/finding.ts';
import type { DB } from '../tables.ts';
import type { RowSource } from './fiche-table.ts';
import { FINDING_COLUMNS, findingRow } from './finding-row.ts';
import { insertRecords } from './insert-records.ts';

/** Adds findings of one source and gives their keys; one that is already there stays as it was. */
export async function insertFindings(
  db: Kysely<DB>,
  findings: readonly Finding[],
  source: Pick<RowSource, 'id'>,
  publicationId: number,
): Promise<string[]> {
  const rows = findings.map((finding) => {
    const cells = findingRow(finding, source, publicationId);
    return Object.fromEntries(FINDING_COLUMNS.map((column, index) => [column, cells[index]]));
  });
  await insertRecords(db, 'finding', rows);
  return rows.map(({ key }) => String(key));
}

/** Removes the findings of some rules, but for those of the given keys. */
export async function keepOnlyFindings(
  db: Kysely<DB>,
  rules: readonly FindingRule[],
  keys: readonly string[],
): Promise<void> {
  await sql`
    delete from finding
    where rule = any(${rules}::text[]) and key not in (select unnest(${keys}::text[]))`.execute(db);
}
