import { type Kysely, sql } from 'kysely';
import type { PlainDate } from '../../domain/calendar.ts';
import { checkedNote, MOST_NOTES, type NewNote, NoteError } from '../../domain/notes/new-note.ts';
import type { Session } from '../database.ts';
import type { ServedPublication } from '../publications.ts';
import type { DB } from '../tables.ts';
import { beginRepublication, publishAgain, type Republication } from './republish.ts';
import { STILL_VALID } from './versions.ts';

/** A note, and the publication that has it, or has it no longer. */
export interface PublishedNote {
  readonly id: number;
  readonly publicationId: number;
}

/**
 * Adds a note: a new publication of the same files has it, and those before do not. All at once or
 * not at all.
 *
 * - `today`: the day that the publication stands for.
 * - Throws `NoteError` for what `checkedNote` refuses, for a certification that is not served, when
 *   there are too many notes, and as `endNote`.
 */
export async function addNote(
  session: Session,
  given: NewNote,
  today: PlainDate,
): Promise<PublishedNote> {
  const note = checkedNote(given);
  return republish(session, today, async (db, { publicationId, served }) => {
    await refuseUnknown(db, note, served);
    const {
      rows: [{ count } = { count: 0 }],
    } = await sql<{ count: number }>`
      select count(*)::int as count from versions.note
      where until = ${sql.lit(STILL_VALID)}`.execute(db);
    if (count >= MOST_NOTES) {
      throw new NoteError(
        `there are ${count} notes: at most ${MOST_NOTES} may hold at once; end one first ("debouches notes" lists them)`,
      );
    }
    const {
      rows: [row],
    } = await sql<{ id: number }>`
      insert into versions.note (kind, register, certification_code, indicator, year_from, year_to,
        text_fr, text_en, starts_on, ends_on, since, until)
      values (${note.kind}, ${note.register}, ${note.certificationCode}, ${note.indicator},
        ${note.yearFrom}::int, ${note.yearTo}::int, ${note.textFr}, ${note.textEn},
        ${note.startsOn}::date, ${note.endsOn}::date, ${publicationId}, ${sql.lit(STILL_VALID)})
      returning id`.execute(db);
    if (!row) throw new Error('the note has no number');
    return row.id;
  });
}

/**
 * Ends a note: a new publication of the same files has it no longer, and those before still do.
 *
 * - `today`: the day that the publication stands for.
 * - Throws `NoteError` when there is no such note, when nothing is served, while an import is running,
 *   and while a publication is held.
 */
export async function endNote(
  session: Session,
  id: number,
  today: PlainDate,
): Promise<PublishedNote> {
  return republish(session, today, async (db, { publicationId }) => {
    const { numAffectedRows } = await sql`
      update versions.note set until = ${publicationId}
      where id = ${id} and until = ${sql.lit(STILL_VALID)}`.execute(db);
    if (numAffectedRows !== 1n) {
      throw new NoteError(`there is no note ${id} that holds: "debouches notes" lists them`);
    }
    return id;
  });
}

/**
 * Ends all notes. For the import that replaces the register they are about by another one, the
 * demonstration by a real one or the other way round, before it is published.
 */
export async function endNotes(db: Kysely<DB>, publicationId: number): Promise<void> {
  await sql`
    update versions.note set until = ${publicationId}
    where until = ${sql.lit(STILL_VALID)}`.execute(db);
}

/** Publishes what is served once more, with what `write` writes in the same transaction. */
async function republish(
  { db }: Session,
  today: PlainDate,
  write: (db: Kysely<DB>, of: Republication) => Promise<number>,
): Promise<PublishedNote> {
  const of = await beginRepublication(db, ({ text }) => new NoteError(text.en));
  const id = await db.transaction().execute(async (transaction) => {
    const written = await write(transaction, of);
    await publishAgain(transaction, of, today);
    return written;
  });
  return { id, publicationId: of.publicationId };
}

async function refuseUnknown(
  db: Kysely<DB>,
  { certificationCode }: NewNote,
  { id }: ServedPublication,
): Promise<void> {
  if (certificationCode === null) return;
  const { rows } = await sql<{ found: number }>`
    select 1 as found from versions.certification
    where code = ${certificationCode} and since <= ${id} and until > ${id}`.execute(db);
  if (rows.length > 0) return;
  throw new NoteError(
    `there is no certification ${certificationCode} in the registers that are served: give the code of one that is`,
  );
}
