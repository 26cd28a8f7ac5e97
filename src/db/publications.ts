import { type Kysely, sql } from 'kysely';
import type { PlainDate } from '../domain/calendar.ts';
import type { Register } from '../domain/certification/register-code.ts';
import type { SourceKind } from '../domain/provenance.ts';
import type { RankedSource } from '../domain/rate/merged-figure.ts';
import type { DB } from './tables.ts';

/** A file that was imported, and what it brought in. */
export interface SourceRecord {
  readonly id: number;
  readonly kind: SourceKind;
  /** The register an export is of; null for a supplement. */
  readonly register: Register | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly flowVersion: string | null;
  /** The day the data are of: the export's date, or the day a supplement was given for. */
  readonly datedOn: PlainDate;
  readonly demonstration: boolean;
  readonly certifications: number;
  readonly blocks: number;
  readonly cohorts: number;
  readonly certifiers: number;
  readonly partners: number;
  readonly refusedFiches: number;
  readonly refusedValues: number;
  /** Element path → times seen, of elements the known layout does not have. */
  readonly unknownElements: Readonly<Record<string, number>>;
}

/** What one import command made visible. */
export interface PublicationRecord {
  readonly id: number;
  readonly publishedAt: Date;
  /** The day it stands for: of its publishing, or of exports that are imported later, as history. */
  readonly datedOn: PlainDate;
  readonly demonstration: boolean;
  readonly state: PublicationState;
  /** Why it was withdrawn; null when it was not. */
  readonly withdrawnBecause: string | null;
}

/** The publication that is served. */
export interface ServedPublication extends PublicationRecord {
  /** Publications that cannot be read: when there are more, the list of all is another. */
  readonly unreadable: number;
}

/**
 * What can be read of a publication: all of it, all of it by who has a token, or nothing, because it
 * was withdrawn or its rows are no longer kept.
 */
export type PublicationState = 'PUBLISHED' | 'HELD' | 'WITHDRAWN' | 'PRUNED';

/** Channel on which servers hear that something was published. */
export const PUBLICATION_CHANNEL = 'debouches_publication';

const SOURCE_COLUMNS = [
  'source.id',
  'kind',
  'register',
  'file_name as fileName',
  'sha256',
  'bytes',
  'flow_version as flowVersion',
  'dated_on as datedOn',
  'imported_at as importedAt',
  'source.demonstration',
  'certifications',
  'blocks',
  'cohorts',
  'certifiers',
  'partners',
  'refused_fiches as refusedFiches',
  'refused_values as refusedValues',
  'unknown_elements as unknownElements',
] as const;

const PUBLICATION_COLUMNS = [
  'publication.id',
  'published_at as publishedAt',
  'publication.dated_on as datedOn',
  'state',
  'withdrawn_because as withdrawnBecause',
  'publication.demonstration',
] as const;

/** The publication that is served, or no row when nothing was published. */
export function currentPublication(db: Kysely<DB>) {
  return db
    .selectFrom('current_publication')
    .innerJoin('publication', 'publication.id', 'current_publication.publication_id')
    .select(PUBLICATION_COLUMNS)
    .select(
      sql<number>`(
        select count(*)::int from publication where state in ('WITHDRAWN', 'PRUNED'))`.as(
        'unreadable',
      ),
    )
    .$castTo<ServedPublication>();
}

/** A publication whose rows are kept, held ones included, or no row. */
export function keptPublication(db: Kysely<DB>, id: number) {
  return db
    .selectFrom('publication')
    .where('id', '=', id)
    .where('state', 'in', ['PUBLISHED', 'HELD'])
    .select(PUBLICATION_COLUMNS)
    .$castTo<PublicationRecord>();
}

/** Publications up to one, newest first, each with the one that its changes are counted from. */
export function publicationsUpTo(db: Kysely<DB>, id: number) {
  return db
    .selectFrom('publication')
    .where('id', '<=', id)
    .select([...PUBLICATION_COLUMNS, 'compared_with as comparedWith'])
    .orderBy('publication.id', 'desc')
    .$castTo<PublicationRecord & { readonly comparedWith: number | null }>();
}

/** Publications after one that were withdrawn, newest first. */
export function withdrawnAfter(db: Kysely<DB>, id: number) {
  return db
    .selectFrom('publication')
    .where('id', '>', id)
    .where('withdrawn_because', 'is not', null)
    .select([...PUBLICATION_COLUMNS, 'compared_with as comparedWith'])
    .orderBy('publication.id', 'desc')
    .$castTo<PublicationRecord & { readonly comparedWith: number | null }>();
}

/** Sources of the given publications, oldest first, one row per publication and source. */
export function sourcesByPublication(db: Kysely<DB>, publicationIds: readonly number[]) {
  return db
    .selectFrom('publication_source')
    .innerJoin('source', 'source.id', 'publication_source.source_id')
    .where('publication_source.publication_id', 'in', publicationIds)
    .select(['publication_source.publication_id as publicationId', ...SOURCE_COLUMNS])
    .orderBy('source.id')
    .$castTo<SourceRecord & { publicationId: number; importedAt: Date }>();
}

/** The number of the last publication whose rows are kept; 0 without one. */
export async function lastKeptPublication(db: Kysely<DB>): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select coalesce(max(id), 0) as id from publication where state in ('PUBLISHED', 'HELD')`.execute(
    db,
  );
  return rows[0]?.id ?? 0;
}

/**
 * The number of the next publication: one more than the last one's, so that an import that is
 * refused leaves no hole. For the one that holds the import lock.
 */
export async function nextPublicationId(db: Kysely<DB>): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select coalesce(max(id), 0) + 1 as id from publication`.execute(db);
  return rows[0]?.id ?? 1;
}

/** Reserves the next number of a table that numbers its rows. */
export async function reserveId(db: Kysely<DB>, table: 'source'): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${table}, 'id'))::int as id`.execute(db);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error(`no number could be reserved in ${table}`);
  return id;
}

/** What the rank of every source that was ever imported depends on, by number. */
export async function rankedSources(db: Kysely<DB>): Promise<ReadonlyMap<number, RankedSource>> {
  const rows = await db
    .selectFrom('source')
    .select(['id', 'kind', 'dated_on as datedOn'])
    .$castTo<RankedSource & { readonly id: number }>()
    .execute();
  return new Map(rows.map(({ id, ...source }) => [id, source]));
}

/** Records the sources of an import. */
export async function insertSources(
  db: Kysely<DB>,
  sources: readonly SourceRecord[],
): Promise<void> {
  if (sources.length === 0) return;
  const values = sources.map((source) => ({
    id: source.id,
    kind: source.kind,
    register: source.register,
    file_name: source.fileName,
    sha256: source.sha256,
    bytes: source.bytes,
    flow_version: source.flowVersion,
    dated_on: source.datedOn,
    demonstration: source.demonstration,
    certifications: source.certifications,
    blocks: source.blocks,
    cohorts: source.cohorts,
    certifiers: source.certifiers,
    partners: source.partners,
    refused_fiches: source.refusedFiches,
    refused_values: source.refusedValues,
    unknown_elements: JSON.stringify(source.unknownElements),
  }));
  await db.insertInto('source').values(values).execute();
}

/** The publication that waits to be published, or no row: there is one at most, the newest. */
export function heldPublication(db: Kysely<DB>) {
  return db
    .selectFrom('publication')
    .where('state', '=', 'HELD')
    .select(PUBLICATION_COLUMNS)
    .$castTo<PublicationRecord>();
}

/** Records a publication with its sources, in the transaction that publishes it or leaves it held. */
export async function insertPublication(
  db: Kysely<DB>,
  publication: Pick<PublicationRecord, 'id' | 'datedOn' | 'demonstration' | 'state'>,
  sourceIds: readonly number[],
): Promise<void> {
  const { id, datedOn, demonstration, state } = publication;
  await sql`set local synchronous_commit = on`.execute(db);
  await db
    .insertInto('publication')
    .values({ id, dated_on: datedOn, demonstration, state })
    .execute();
  await db
    .insertInto('publication_source')
    .values(sourceIds.map((sourceId) => ({ publication_id: id, source_id: sourceId })))
    .execute();
}

/**
 * Makes a publication the one that is served. Run it last, in a transaction: a reader sees the
 * publication before or the publication after.
 */
export async function serve(db: Kysely<DB>, id: number): Promise<void> {
  await db
    .insertInto('current_publication')
    .values({ publication_id: id })
    .onConflict((conflict) => conflict.column('singleton').doUpdateSet({ publication_id: id }))
    .execute();
  await notifyServers(db);
}

/** Says to servers, once the transaction is committed, that what is served may be another. */
export async function notifyServers(db: Kysely<DB>): Promise<void> {
  await sql`select pg_notify(${PUBLICATION_CHANNEL}, '')`.execute(db);
}
