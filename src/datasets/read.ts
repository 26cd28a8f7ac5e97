import { type Access, ReaderAccess } from '../domain/access/reader-access.ts';
import type { Run } from '../domain/work.ts';
import { inPieces } from '../snapshot/build/pieces.ts';
import type { DayView } from '../snapshot/day-view.ts';
import type { ReadPublication } from '../snapshot/publication-reader.ts';
import type { SurveyService } from '../snapshot/surveys/survey-service.ts';
import type { Dataset, Row } from './dataset.ts';
import type { ParameterValues } from './parameter.ts';

/** Rows that are made at a time. */
const BATCH = 500;

/** Some rows of a dataset, and whether they are the last ones. */
export interface Batch {
  readonly rows: readonly Row[];
  readonly last: boolean;
}

/** What the rows of a dataset are made of. */
export interface DatasetRequest {
  readonly view: DayView;
  readonly values: ParameterValues;
  /** Rows at most; null = all. */
  readonly limit: number | null;
  readonly read: ReadPublication;
  /** Does what is computed, batch by batch; with the event loop free in between when absent. */
  readonly run?: Run;
  /** Who reads them; everybody when absent. */
  readonly access?: Access;
  /** What surveys are served by; they are off when absent or null. */
  readonly surveys?: SurveyService | null;
}

/**
 * The rows of a dataset, some hundreds at a time, in its order: never more than that is held. There
 * is always one batch, be it empty.
 *
 * - Throws as `Dataset.batches` does.
 */
export async function* readDataset(
  { batches }: Dataset,
  request: DatasetRequest,
): AsyncGenerator<Batch> {
  const { view, values, limit, read, run = inPieces } = request;
  const { access = new ReaderAccess(), surveys = null } = request;
  // No more are made than are given: what is read for a reader is logged.
  const size = Math.max(1, Math.min(BATCH, limit ?? BATCH));
  let left = limit ?? Number.POSITIVE_INFINITY;
  let held: readonly Row[] = [];
  for await (const rows of batches(view, values, { size, read, run, access, surveys })) {
    // Held back by one: whether a batch is the last is known when the next one is there.
    if (held.length > 0) yield { rows: held, last: false };
    held = rows.length > left ? rows.slice(0, left) : rows;
    left -= held.length;
    if (left === 0) break;
  }
  yield { rows: held, last: true };
}
