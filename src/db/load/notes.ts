import { type Kysely, sql } from 'kysely';
import type { PlainDate } from '../../domain/calendar.ts';
import { checkedNote, MOST_NOTES, type NewNote, NoteError } from '../../domain/notes/new-note.ts';
import { noteComparison } from '../changes/write-changes.ts';
import type { Session } from '../database.ts';
import {
  currentPublication,
  heldPublication,
  insertPublication,
  nextPublicationId,
  type ServedPublication,
  serve,
  sourcesByPublication,
} from '../publications.ts';
import type { DB } from '../tables.ts';
import { removeUnpublished } from './discard.ts';
import { takeImportLock } from './import-lock.ts';
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

interface Republished {
  readonly publicationId: number;
  readonly served: ServedPublication;
}

/** Publishes what is served once more, with what `write` writes in the same transaction. */
async function republish(
  { db }: Session,
  today: PlainDate,
  write: (db: Kysely<DB>, of: Republished) => Promise<number>,
): Promise<PublishedNote> {
  if (!(await takeImportLock(db))) {
    throw new NoteError('an import is running on this database: wait for its end');
  }
  const served = await currentPublication(db).executeTakeFirst();
  if (!served) throw new NoteError('nothing was imported yet: there is nothing to note');
  await refuseHeld(db);
  // What a killed import left would be rows of the publication that gets its number.
  await removeUnpublished(db);
  const publicationId = await nextPublicationId(db);
  const sources = await sourcesByPublication(db, [served.id]).execute();
  const id = await db.transaction().execute(async (transaction) => {
    const written = await write(transaction, { publicationId, served });
    const { demonstration } = served;
    const of = { id: publicationId, datedOn: today, demonstration, state: 'PUBLISHED' } as const;
    const sourceIds = sources.map((source) => source.id);
    await insertPublication(transaction, of, sourceIds);
    await noteComparison(transaction, publicationId, served.id);
    await serve(transaction, publicationId);
    return written;
  });
  return { id, publicationId };
}

/** What is held was made upon what is served, and would be published without the note. */
async function refuseHeld(db: Kysely<DB>): Promise<void> {
  const held = await heldPublication(db).executeTakeFirst();
  if (held) throw new NoteError(`publication ${held.id} is held: publish or withdraw it first`);
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
