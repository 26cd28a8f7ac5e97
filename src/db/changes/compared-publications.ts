import { type Kysely, sql } from 'kysely';
import type { PlainDate } from '../../domain/calendar.ts';
import { FIGURE_KINDS } from '../../domain/changes/change.ts';
import type { DB } from '../tables.ts';

/** A publication of a history, and the day that its data are of. */
export interface ComparedPublication {
  readonly id: number;
  /** That of its newest export, else of its newest source. */
  readonly day: PlainDate;
}

/**
 * The publications whose changes lead to one, newest first: that one, what it was compared with, and so
 * on. Of the last, where history begins, no changes are known.
 */
export async function comparedPublications(
  db: Kysely<DB>,
  id: number,
): Promise<ComparedPublication[]> {
  const { rows } = await sql<ComparedPublication>`
    with recursive history as (
      select id, compared_with from public.publication where id = ${id}
      union all
      select before.id, before.compared_with from history
      join public.publication as before on before.id = history.compared_with
    )
    select history.id, coalesce(
      max(dated_on) filter (where kind = 'FEED'), max(dated_on)) as day
    from history
    join public.publication_source on publication_id = history.id
    join public.source on source.id = source_id
    group by history.id order by history.id desc`.execute(db);
  return rows;
}

/**
 * Certifications of which a figure changed in publications after one, or that came to the registers in
 * them.
 */
export async function updatedStatistics(
  db: Kysely<DB>,
  after: number,
): Promise<ReadonlySet<string>> {
  const kinds = ['CREATED', 'REAPPEARED', ...FIGURE_KINDS];
  const { rows } = await sql<{ code: string }>`
    select distinct certification_code as code from public.change
    where publication_id > ${after}
      and kind in (${sql.join(kinds.map((kind) => sql.lit(kind)))})`.execute(db);
  return new Set(rows.map(({ code }) => code));
}
