import {
  type BiColumn,
  type BiOrigin,
  type BiRows,
  type BiTable,
  biStatus,
  prepareBiTables,
  writeBiTables,
} from '../db/bi-tables.ts';
import type { Database } from '../db/database.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { CONTRACTS } from '../domain/contracts.ts';
import { methodName } from '../domain/method.ts';
import { type DayView, viewOn } from '../snapshot/day-view.ts';
import { publicationReader } from '../snapshot/publication-reader.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { DATASETS } from './catalogue.ts';
import type { ColumnType, Dataset } from './dataset.ts';
import { parseParameters } from './parameter.ts';
import { readDataset } from './read.ts';
import { STAR } from './star/star.ts';

/** All datasets that are tables of the schema `bi`. */
export const BI_DATASETS: readonly Dataset[] = [
  ...DATASETS.filter(({ dependsOnReader }) => !dependsOnReader),
  ...STAR,
];

const SQL_TYPES: Readonly<Record<ColumnType, BiColumn['type']>> = {
  TEXT: 'text',
  INTEGER: 'integer',
  NUMBER: 'double precision',
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATETIME: 'timestamptz',
};

/** The name of a dataset as a table of the schema `bi`. */
export function tableName({ name }: Pick<Dataset, 'name'>): string {
  return name.replaceAll('-', '_');
}

function tableOf(dataset: Dataset): BiTable {
  const { title, description, grain, key, columns } = dataset;
  return {
    name: tableName(dataset),
    comment: `${title.fr} (${title.en}). ${description.en} Here ${grain.en}${defaultsOf(dataset)}.`,
    key,
    columns: columns.map(({ name, type, label, description: said }) => ({
      ...{ name, type: SQL_TYPES[type] },
      comment: `${label.fr}. ${said.en}`,
    })),
  };
}

/** A table takes no parameters: it has the rows that the report has when none is given. */
function defaultsOf({ parameters }: Dataset): string {
  const given = parameters.flatMap(({ name, otherwise }) =>
    otherwise === undefined ? [] : `${name}=${otherwise}`,
  );
  return given.length > 0 ? `, with ${given.join(', ')}` : '';
}

/**
 * Makes the tables of `bi` what the datasets declare, and says of them what these say. They exist
 * before anything is written to them.
 */
export async function prepareBi(database: Database): Promise<void> {
  await using session = await database.session();
  await prepareBiTables(session.db, BI_DATASETS.map(tableOf));
}

/** What became of the tables of `bi`: `BUSY` while another process is writing them. */
export type BiOutcome = 'WRITTEN' | 'UP_TO_DATE' | 'BUSY';

/**
 * Writes the tables of `bi` on PostgreSQL unless they are of a publication, a day, a method and this contract
 * already.
 *
 * - Throws `PublicationReplacedError` when another publication is served meanwhile, and the reason
 *   of the signal once it is aborted: what was read before stays.
 */
export async function writeBi(
  database: Database,
  snapshot: Snapshot,
  asOf: PlainDate,
  signal?: AbortSignal,
): Promise<BiOutcome> {
  await using session = await database.session();
  const status = await biStatus(session.db);
  const of = {
    ...{ publication: snapshot.publication.id, asOf },
    ...{ method: methodName(snapshot.method), contract: CONTRACTS.bi },
  };
  if (status && !status.incomplete && isOf(status, of)) return 'UP_TO_DATE';
  const view = viewOn(snapshot, asOf);
  const read = publicationReader(database, snapshot);
  const byName = new Map(BI_DATASETS.map((dataset) => [tableName(dataset), dataset]));
  const written = await writeBiTables(session, BI_DATASETS.map(tableOf), of, ({ name }) =>
    rowsOf(byName.get(name) as Dataset, view, read, signal),
  );
  return written ? 'WRITTEN' : 'BUSY';
}

function isOf(status: BiOrigin, of: BiOrigin): boolean {
  const names = ['publication', 'asOf', 'method', 'contract'] as const;
  return names.every((name) => status[name] === of[name]);
}

async function* rowsOf(
  dataset: Dataset,
  view: DayView,
  read: ReturnType<typeof publicationReader>,
  signal: AbortSignal | undefined,
): BiRows {
  const { values } = parseParameters(dataset.parameters, new URLSearchParams());
  for await (const { rows } of readDataset(dataset, { view, values, limit: null, read })) {
    signal?.throwIfAborted();
    yield rows;
  }
}
