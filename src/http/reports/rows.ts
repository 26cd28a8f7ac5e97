import type { Dataset, Row } from '../../datasets/dataset.ts';
import { explainRows } from '../../datasets/explain-rows.ts';
import type { Language } from '../../datasets/labels.ts';
import type { ParameterValues } from '../../datasets/parameter.ts';
import { type Batch, readDataset } from '../../datasets/read.ts';
import type { ReadDatabase } from '../../db/database.ts';
import { checkedAsOf } from '../../domain/as-of.ts';
import { type PlainDate, parsePlainDate } from '../../domain/calendar.ts';
import { CONTRACTS } from '../../domain/contracts.ts';
import type { EmptyAnswer } from '../../domain/empty/empty-answer.ts';
import { methodName } from '../../domain/method.ts';
import { demonstrationNotice, LICENCE } from '../../domain/provenance.ts';
import type { Run, Work } from '../../domain/work.ts';
import type { AskedPublication } from '../../snapshot/asked-publication.ts';
import { viewOn } from '../../snapshot/day-view.ts';
import { attributionOf, citationOf, currentOf, newestExport } from '../../snapshot/provenance.ts';
import { publicationReader } from '../../snapshot/publication-reader.ts';
import type { SnapshotStore } from '../../snapshot/store.ts';
import type { TableSource } from '../formats/format.ts';
import { type Publication, publicationOf } from '../publication.ts';

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
   * Rows of a report, some hundreds at a time; there is always one batch, be it empty.
   *
   * - Throws an error of the domain when a value is not accepted, with the first batch.
   */
  rows(
    report: Dataset,
    values: ParameterValues,
    limit: number | null,
    /** Does what is computed, in turns with other requests. */
    run: Run,
  ): AsyncGenerator<Batch>;
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
 * ends what it reads of the database.
 *
 * - Throws what a publication that is asked for cannot be answered by.
 */
export type OpenRows = (signal: AbortSignal, asked: AskedPublication | null) => Promise<RowSource>;

/** Makes what opens row sources: each is of the snapshot that is current when it is opened. */
export function createRowSources(
  store: SnapshotStore,
  database: ReadDatabase,
  today: () => PlainDate,
): OpenRows {
  return async (signal, asked) => {
    const lease = await store.leaseOf(asked);
    const { snapshot } = lease;
    const publication = publicationOf(snapshot);
    const whole = currentOf(snapshot);
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
      rows: (report, values, limit, run) =>
        readDataset(report, { view: viewOf(values), values, limit, read, run }),
      whyEmpty: (report, { values, dayGiven }, rows) => {
        const view = viewOf(values);
        const today = dayGiven && view.day !== day ? viewOn(snapshot, day) : null;
        return explainRows(report, { view, values, today }, rows);
      },
      source: (asOf, language) => ({
        publication: publication.id,
        publishedAt: publication.publishedAt.toISOString(),
        exportedOn: newestExport(whole)?.datedOn ?? null,
        asOf,
        attribution: attributionOf(whole),
        licence: `${LICENCE.name}, ${LICENCE.url}`,
        methodVersion: methodName(snapshot.method),
        contractVersion: CONTRACTS.datasets,
        citation: citationOf(whole, snapshot.method)[language],
        notice: publication.demonstration ? demonstrationNotice[language] : null,
      }),
      [Symbol.dispose]: () => lease[Symbol.dispose](),
    };
  };
}
