import { type Kysely, sql } from 'kysely';
import type { DB } from './tables.ts';

/** What is said of a view and of its columns. */
export interface ViewComment {
  /** Name in the schema `bi`. */
  readonly view: string;
  readonly comment: string;
  readonly columns: readonly { readonly name: string; readonly comment: string }[];
}

/**
 * Makes the comments on views of the schema `bi` and on their columns those that are given; one
 * that is so already is left alone.
 */
export async function commentViews(
  db: Kysely<DB>,
  comments: readonly ViewComment[],
): Promise<void> {
  const { rows } = await sql<{ view: string; column: string | null; comment: string }>`
    select relname as view, attname as column, description as comment
    from pg_description
    join pg_class on pg_class.oid = objoid and classoid = 'pg_class'::regclass
    left join pg_attribute on attrelid = objoid and attnum = objsubid and objsubid > 0
    where relnamespace = 'bi'::regnamespace`.execute(db);
  const present = new Map(rows.map(({ view, column, comment }) => [nameOf(view, column), comment]));
  for (const { view, comment, columns } of comments) {
    if (present.get(nameOf(view)) !== comment) {
      await sql`comment on view ${sql.id('bi', view)} is ${sql.lit(comment)}`.execute(db);
    }
    for (const { name, comment: said } of columns) {
      if (present.get(nameOf(view, name)) === said) continue;
      await sql`comment on column ${sql.id('bi', view, name)} is ${sql.lit(said)}`.execute(db);
    }
  }
}

const nameOf = (view: string, column: string | null = null) => `${view}.${column ?? ''}`;
