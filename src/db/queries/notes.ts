import { type Kysely, sql } from 'kysely';
import type { PlainDate } from '../../domain/calendar.ts';
import type { Note } from '../../domain/notes/note.ts';
import { STILL_VALID } from '../load/versions.ts';
import type { DB } from '../tables.ts';

/** A note, and the publications that have it. */
export interface ListedNote extends Omit<Note, 'text'> {
  readonly textFr: string;
  /** null = the French text stands for it. */
  readonly textEn: string | null;
  /** The first publication that has it. */
  readonly since: number;
  /** The first publication that has it no longer; null = it holds. */
  readonly until: number | null;
  /** The day that the first publication with it stands for. */
  readonly addedOn: PlainDate;
}

/** All notes that a publication has or had, newest first. */
export async function listNotes(db: Kysely<DB>): Promise<readonly ListedNote[]> {
  const { rows } = await sql<ListedNote>`
    select note.id, kind, register, certification_code as "certificationCode", indicator,
      year_from as "yearFrom", year_to as "yearTo", text_fr as "textFr", text_en as "textEn",
      starts_on as "startsOn", ends_on as "endsOn", since,
      nullif(until, ${sql.lit(STILL_VALID)}) as until, dated_on as "addedOn"
    from versions.note as note join publication on publication.id = since
    order by note.id desc`.execute(db);
  return rows;
}
