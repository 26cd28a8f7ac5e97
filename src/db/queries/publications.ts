import { type Kysely, sql } from 'kysely';
import type { PlainDate } from '../../domain/calendar.ts';
import type { PublicationState } from '../publications.ts';
import type { DB } from '../tables.ts';

/** A publication, and what it brought. */
export interface ListedPublication {
  readonly id: number;
  readonly publishedAt: Date;
  /** The day it stands for. */
  readonly datedOn: PlainDate;
  /** Whether it is the one that is served. */
  readonly current: boolean;
  readonly demonstration: boolean;
  readonly state: PublicationState;
  readonly withdrawnBecause: string | null;
  /** Names of its files, oldest import first. */
  readonly sources: readonly string[];
  /** Versions of fiches that it was the first to have, of those that are kept. */
  readonly versions: number;
  /** What these take, by their share of all versions. */
  readonly bytes: number;
}

/** All publications, newest first, with what each brought. */
export async function listPublications(db: Kysely<DB>): Promise<readonly ListedPublication[]> {
  const { rows } = await sql<ListedPublication>`
    with size as (
      select coalesce(sum(pg_total_relation_size(oid)), 0)::float8 as bytes
      from pg_class where relnamespace = 'versions'::regnamespace and relkind = 'r'
    ),
    brought as (
      select since as id, count(*)::int as versions from versions.certification group by since
    )
    select publication.id, published_at as "publishedAt", dated_on as "datedOn", demonstration, state,
      withdrawn_because as "withdrawnBecause",
      exists (select from current_publication where publication_id = publication.id) as current,
      array(
        select file_name from publication_source join source on source.id = source_id
        where publication_id = publication.id order by source.id) as sources,
      coalesce(versions, 0) as versions,
      size.bytes * coalesce(versions, 0)
        / greatest(1, (select sum(versions) from brought))::float8 as bytes
    from size, publication left join brought on brought.id = publication.id
    order by publication.id desc`.execute(db);
  return rows;
}

/** A publication that was withdrawn, and why. */
export interface WithdrawnPublication {
  readonly id: number;
  readonly because: string;
}

/**
 * The newest publication that has some exports, when it was withdrawn; null when it was not, or none has
 * them.
 *
 * - sha256s: of the files, in hexadecimal.
 */
export async function withdrawnWith(
  db: Kysely<DB>,
  sha256s: readonly string[],
): Promise<WithdrawnPublication | null> {
  const { rows } = await sql<{ id: number; because: string | null }>`
    select id, withdrawn_because as because from publication
    where (
      select count(distinct sha256) from publication_source join source on source.id = source_id
      where publication_id = publication.id and kind = 'FEED' and sha256 = any(${sha256s}::text[])
    ) = ${new Set(sha256s).size}::int
    order by id desc limit 1`.execute(db);
  const [{ id, because } = { id: 0, because: null }] = rows;
  return because === null ? null : { id, because };
}
