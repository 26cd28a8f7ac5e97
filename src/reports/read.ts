import type { ParameterValues } from './parameter.ts';
import type { Report, Row } from './report.ts';
import type { Snapshot } from './snapshot.ts';

/** Rows that one execution of a report's document asks for. */
const PAGE_SIZE = 500;

/** Some rows of a report, and whether they are the last ones. */
export interface Batch {
  readonly rows: readonly Row[];
  readonly last: boolean;
}

/**
 * The rows of a report, some hundreds at a time, in its order: never more than that is held. There
 * is always one batch, be it empty. `limit`: how many rows at most; null = all.
 *
 * - Throws as `Snapshot.read` does.
 */
export async function* readReport(
  report: Report,
  values: ParameterValues,
  snapshot: Snapshot,
  limit: number | null,
): AsyncGenerator<Batch> {
  const variables = report.variablesOf(values);
  const ask = (after: string | null) => {
    const page = snapshot.read(report.document, { ...variables, first: PAGE_SIZE, after });
    // Whoever stops reading does not hear of it.
    page.catch(() => {});
    return page;
  };
  let left = limit ?? Number.POSITIVE_INFINITY;
  for (let page: Promise<unknown> | null = ask(null); page; ) {
    const { rows, next } = report.pageOf(await page, values);
    const kept = rows.length > left ? rows.slice(0, left) : rows;
    left -= kept.length;
    // The database is at the next page while this one is written.
    page = next !== null && left > 0 ? ask(next) : null;
    yield { rows: kept, last: page === null };
  }
}
