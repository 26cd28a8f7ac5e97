import { createHash } from 'node:crypto';
import { FINDING_RULES, type Finding } from '../../domain/findings/finding.ts';
import type { DB } from '../tables.ts';
import type { Cell } from './copy-format.ts';
import type { RowSource } from './fiche-table.ts';

/** Columns of the row of a finding: those of `findingRow`, then where it is valid. */
export const FINDING_COLUMNS = [
  'key',
  'rule',
  'severity',
  'certification_code',
  'cohort_year',
  'element',
  'given',
  'message',
  'source_id',
  'first_seen_publication_id',
  'since',
  'until',
] as const satisfies readonly (keyof DB['finding'])[];

/**
 * A finding as a row, with its key, but for the publications it is valid in. The same finding has the
 * same key in every publication, so that it keeps the publication it was first seen in.
 */
export function findingRow(
  finding: Finding,
  source: Pick<RowSource, 'id'>,
): { readonly key: string; readonly cells: Cell[] } {
  const { rule, certificationCode, cohortYear, element, given, message } = finding;
  // A fiche without a code cannot be recognised in the next export: it is this file's.
  const fiche = certificationCode ?? source.id;
  const key = createHash('sha1')
    .update(JSON.stringify([rule, fiche, cohortYear, element, given, message]))
    .digest('hex');
  const severity = FINDING_RULES[rule];
  const where = [certificationCode, cohortYear, element];
  return { key, cells: [key, rule, severity, ...where, given, message, source.id] };
}
