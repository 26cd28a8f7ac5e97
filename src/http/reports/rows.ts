import type { Dataset, Row } from '../../datasets/dataset.ts';
import { explainRows } from '../../datasets/explain-rows.ts';
import type { Language } from '../../datasets/labels.ts';
import type { ParameterValues } from '../../datasets/parameter.ts';
import { type Batch, readDataset } from '../../datasets/read.ts';
import { openRowTable, type RowTable } from '../../datasets/row-table.ts';
import type { ReadDatabase } from '../../db/database.ts';
import { ReaderAccess } from '../../domain/access/reader-access.ts';
import { checkedAsOf } from '../../domain/as-of.ts';
import { type PlainDate, parsePlainDate } from '../../domain/calendar.ts';
import type { EmptyAnswer } from '../../domain/empty/empty-answer.ts';
import type { Run, Work } from '../../domain/work.ts';
import type { AskedPublication } from '../../snapshot/asked-publication.ts';
import { viewOn } from '../../snapshot/day-view.ts';
import { publicationReader } from '../../snapshot/publication-reader.ts';
import type { SnapshotStore } from '../../snapshot/store.ts';
import type { SurveyService } from '../../snapshot/surveys/survey-service.ts';
import type { NoteAccess } from '../access/restricted-reads.ts';
import type { TableSource } from '../formats/format.ts';
import { type Publication, publicationOf } from '../publication.ts';
import type { RequestRecord } from '../request-record.ts';
import { tableSourceOf } from './table-source.ts';

/** One publication, from which the rows of a report are read, until disposed of. */
export interface RowSource extends Disposable {
  readonly publication: Publication;
  /** The day that the publication is of. */
  readonly datedOn: PlainDate;
  /** Today in Paris when it was opened; of a publication that is asked for its own day. */
  readonly today: PlainDate;
  /** Aborted when the publication is kept no longer. */
  readonly signal: AbortSignal;
  /**
   * Rows of a report, some hundreds at a time; there is always one batch, be it empty. Restricted figures
   * of a batch are logged before it is given.
   *
   * - Throws an error of the domain when a value is not accepted, with the first batch;
   *   `AccessLogUnavailableError` with any.
   */
  rows(
    report: Dataset,
    values: ParameterValues,
    limit: number | null,
    /** Does what is computed, in turns with other requests. */
    run: Run,
  ): AsyncGenerator<Batch>;
  /**
   * The rows by number, in memory; null where they are not held so, and are read in batches. Throws as
   * the first batch does.
   */
  table(report: Dataset, values: ParameterValues, run: Run): Promise<RowTable | null>;
  /** Why rows that are all of a report are none, or have no rate; null when they have. */
  whyEmpty(report: Dataset, asked: AskedDay, rows: readonly Row[]): Work<EmptyAnswer | null>;
  /** Where the figures come from, for the file to say. */
  source(asOf: string, language: Language): TableSource;
}

/** The parameters of a report, and whether its day was asked for. */
interface AskedDay {
  readonly values: ParameterValues;
  readonly dayGiven: boolean;
}

/**
 * Opens a `RowSource` of the publication that is asked for, or of the one that is current; the signal
 * ends what it reads of the database. Rows are for the reader of the record, which notes whether they are
 * for nobody else.
 *
 * - Throws what a publication that is asked for cannot be answered by.
 */
export type OpenRows = (
  signal: AbortSignal,
  asked: AskedPublication | null,
  record: RequestRecord,
) => Promise<RowSource>;

export interface RowSourceParts {
  readonly store: SnapshotStore;
  readonly database: ReadDatabase;
  /** Today in Paris. */
  readonly today: () => PlainDate;
  readonly noteAccess: NoteAccess;
  /** What surveys are served by; null = they are off. */
  readonly surveys: SurveyService | null;
}

/** Makes what opens row sources: each is of the snapshot that is current when it is opened. */
export function createRowSources(parts: RowSourceParts): OpenRows {
  const { store, database, today, noteAccess, surveys } = parts;
  return async (signal, asked, record) => {
    const lease = await store.leaseOf(asked);
    const { snapshot } = lease;
    const publication = publicationOf(snapshot);
    const read = publicationReader(database, snapshot, () =>
      AbortSignal.any([signal, lease.signal]),
    );
    const day = asked === null ? today() : snapshot.publication.datedOn;
    const viewOf = ({ as_of: asOf }: ParameterValues) =>
      viewOn(snapshot, typeof asOf === 'string' ? checkedAsOf(parsePlainDate(asOf)) : day);
    return {
      publication,
      datedOn: snapshot.publication.datedOn,
      today: day,
      signal: lease.signal,
      rows: (report, values, limit, run) => {
        const access = new ReaderAccess(record.reader);
        const request = { view: viewOf(values), values, limit, read, run, access, surveys };
        return notedRows(readDataset(report, request), access, () => noteAccess(access, record));
      },
      table: (report, values, run) =>
        openRowTable(report, { view: viewOf(values), values, read, run }),
      whyEmpty: (report, { values, dayGiven }, rows) => {
        const view = viewOf(values);
        const today = dayGiven && view.day !== day ? viewOn(snapshot, day) : null;
        return explainRows(report, { view, values, today }, rows);
      },
      source: (asOf, language) => tableSourceOf(snapshot, asOf, language),
      [Symbol.dispose]: () => lease[Symbol.dispose](),
    };
  };
}

/** Batches, each of them once it is noted what was read for it. */
async function* notedRows(
  batches: AsyncIterable<Batch>,
  access: ReaderAccess,
  note: () => Promise<void> | undefined,
): AsyncGenerator<Batch> {
  let isFirst = true;
  let wasConsulted = false;
  for await (const batch of batches) {
    // With the first rows go the headers, which say who may keep them.
    if (!isFirst && access.isConsulted && !wasConsulted) {
      throw new Error('a dataset looked at its reader after its first rows');
    }
    isFirst = false;
    wasConsulted = access.isConsulted;
    await note();
    yield batch;
  }
}
