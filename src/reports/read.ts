import type { ParameterValues } from './parameter.ts';
import type { Report, Row } from './report.ts';
import type { Snapshot } from './snapshot.ts';

/** Rows that one execution of a report's document asks for. */
const PAGE_SIZE = 500;

/**
 * The rows of a report, some hundreds at a time, in its order: never more than that is held.
 * `limit`: how many rows at most; null = all.
 *
 * - Throws as `Snapshot.read` does.
 */
export async function* readReport(
  report: Report,
  values: ParameterValues,
  snapshot: Snapshot,
  limit: number | null,
): AsyncGenerator<readonly Row[]> {
  const variables = report.variablesOf(values);
  let left = limit ?? Number.POSITIVE_INFINITY;
  let after: string | null = null;
  do {
    const data = await snapshot.read(report.document, { ...variables, first: PAGE_SIZE, after });
    const { rows, next } = report.pageOf(data);
    yield rows.length > left ? rows.slice(0, left) : rows;
    left -= rows.length;
    after = next;
  } while (after !== null && left > 0);
}
