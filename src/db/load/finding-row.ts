import { createHash } from 'node:crypto';
import { FINDING_RULES, type Finding } from '../../domain/findings/finding.ts';
import type { DB } from '../tables.ts';
import type { Cell } from './copy-format.ts';
import type { RowSource } from './fiche-table.ts';

/** Columns of `findingRow`. */
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
] as const satisfies readonly (keyof DB['finding'])[];

/**
 * A finding as a row. The same finding has the same key in every publication, so that it keeps
 * the publication it was first seen in.
 */
export function findingRow(
  finding: Finding,
  source: Pick<RowSource, 'id'>,
  publicationId: number,
): Cell[] {
  const { rule, certificationCode, cohortYear, element, given, message } = finding;
  // A fiche without a code cannot be recognised in the next export: it is this file's.
  const fiche = certificationCode ?? source.id;
  const key = createHash('sha1')
    .update(JSON.stringify([rule, fiche, cohortYear, element, given, message]))
    .digest('hex');
  const severity = FINDING_RULES[rule];
  const where = [certificationCode, cohortYear, element];
  return [key, rule, severity, ...where, given, message, source.id, publicationId];
}
