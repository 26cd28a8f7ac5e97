import type { Kysely } from 'kysely';
import type { Register, RegisterCode } from '../../domain/certification/register-code.ts';
import type { Note, NoteKind } from '../../domain/notes/note.ts';
import type { InsertionIndicator } from '../../domain/rate/indicator.ts';
import type { DB } from '../tables.ts';

/** The notes of the publication that was entered, by number: few. */
export async function noteRows(db: Kysely<DB>): Promise<Note[]> {
  const rows = await db
    .selectFrom('note')
    .select([
      'id',
      'kind',
      'register',
      'certification_code',
      'indicator',
      'year_from',
      'year_to',
      'text_fr',
      'text_en',
      'starts_on',
      'ends_on',
    ])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as NoteKind,
    register: row.register as Register | null,
    certificationCode: row.certification_code as RegisterCode | null,
    indicator: row.indicator as InsertionIndicator | null,
    yearFrom: row.year_from,
    yearTo: row.year_to,
    text: { fr: row.text_fr, en: row.text_en ?? row.text_fr },
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  }));
}
