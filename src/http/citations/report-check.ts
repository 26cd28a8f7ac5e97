import type { FastifyReply } from 'fastify';
import { rowsAsAccepted } from '../../datasets/accepted-rows.ts';
import type { Dataset } from '../../datasets/dataset.ts';
import type { ParameterValues } from '../../datasets/parameter.ts';
import type { Batch } from '../../datasets/read.ts';
import type { Run } from '../../domain/work.ts';
import type { NamedPublication } from '../../snapshot/asked-publication.ts';
import type { SnapshotStore } from '../../snapshot/store.ts';
import type { FairQueue } from '../fair-queue.ts';
import type { OpenReport } from '../reports/open-reports.ts';
import type { ReportRequest } from '../reports/request.ts';
import type { OpenRows, RowSource } from '../reports/rows.ts';
import type { RequestRecord } from '../request-record.ts';
import { type Citation, type Comparison, citationOf, verdictWithout } from './citation.ts';
import { type RowDifferences, rowDifferences } from './row-differences.ts';
import { sendCheck, sendKnownCheck } from './send-check.ts';

/** The most rows of which an answer lists the cells that differ. */
const MOST_ROWS = 500;

export interface ReportCheckParts {
  readonly store: SnapshotStore;
  readonly openRows: OpenRows;
  /** Checks are made one at a time: each remembers all rows of a report for a while. */
  readonly checks: FairQueue;
}

/**
 * Answers whether the rows of a publication that an address names are still what the newest one says,
 * on the same day. Of codes that the newest one lacks it has no rows.
 *
 * - Throws what reading throws, and what the publication that is named cannot be answered by.
 */
export async function checkReport(
  { store, openRows, checks }: ReportCheckParts,
  reply: FastifyReply,
  request: ReportRequest,
  asked: NamedPublication,
  { open, signal }: { readonly open: OpenReport; readonly signal: AbortSignal },
): Promise<void> {
  const citation = citationOf(store.current ?? (await store.refresh()), asked);
  const { cited } = citation;
  const asOf = String(request.options.values['as_of'] ?? cited.datedOn);
  const identity = [
    ...[request.report.name, JSON.stringify(request.options.values)],
    ...[String(request.options.limit), asOf],
  ];
  const address = { citation, asOf, latest: request.latest, identity };
  if (await sendKnownCheck(reply, address)) return;
  if (verdictWithout(citation)) {
    await sendCheck(reply, address, null);
    return;
  }
  const { report, options } = request;
  const compared = { report, limit: options.limit, values: { ...options.values, as_of: asOf } };
  const { record } = reply.request;
  const reading = { run: open.run, make: open.make, signal, record };
  const compare = async () => toldOf(await rowsCompared(openRows, citation, compared, reading));
  await sendCheck(reply, address, await checks.inTurn(record.account, compare, signal));
}

/** Rows of a report, as they are asked for of either publication. */
export interface ComparedRows {
  readonly report: Dataset;
  /** With the day that both are of. */
  readonly values: ParameterValues;
  readonly limit: number | null;
}

/** How rows are read, and for whom: what is computed in turns, each batch in a place. */
export interface Reading extends Pick<OpenReport, 'run' | 'make' | 'signal'> {
  readonly record: RequestRecord;
}

/** Compares rows of the publication that is cited with those of the newest. */
export async function rowsCompared(
  openRows: OpenRows,
  { cited, newest }: Citation,
  { report, values, limit }: ComparedRows,
  { run: runFor, make, signal, record }: Reading,
): Promise<RowDifferences> {
  using before = await openRows(signal, { publication: cited.id }, record);
  using after = await openRows(signal, { publication: newest.id }, record);
  const either = AbortSignal.any([signal, before.signal, after.signal]);
  const run: Run = (work) => runFor(work, either);
  const rowsOf = (source: RowSource) => (asked: ParameterValues) =>
    source.rows(report, asked, limit, run);
  const read = (batches: () => AsyncGenerator<Batch>) => () =>
    inPlaces(batches(), (act) => make(act, either));
  return rowDifferences(report, MOST_ROWS, {
    before: read(() => rowsOf(before)(values)),
    // What the cited publication accepts, the newest one may lack.
    after: read(() => rowsAsAccepted(rowsOf(after), values)),
  });
}

/** Batches, each of which is made in a place of its own. */
async function* inPlaces(
  batches: AsyncGenerator<Batch>,
  make: <Part>(act: () => Promise<Part>) => Promise<Part>,
): AsyncGenerator<Batch> {
  for (;;) {
    const next = await make(() => batches.next());
    if (next.done) return;
    yield next.value;
  }
}

/** Differences of rows as an answer tells them. */
export function toldOf({ rows, added, removed, changed, list }: RowDifferences): Comparison {
  return {
    differences: list,
    more: added + removed + changed > MOST_ROWS,
    counts: { rows, rows_added: added, rows_removed: removed, rows_changed: changed },
  };
}
