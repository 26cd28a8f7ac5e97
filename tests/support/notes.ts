import type { Database } from '../../src/db/database.ts';
import { addNote, endNote, type PublishedNote } from '../../src/db/load/notes.ts';
import { type PlainDate, parsePlainDate } from '../../src/domain/calendar.ts';
import { parseRegisterCode } from '../../src/domain/certification/register-code.ts';
import type { NewNote } from '../../src/domain/notes/new-note.ts';

/** The day that publications of notes stand for when a test says nothing else. */
const DAY = parsePlainDate('2026-08-17');

type NoteParts = Partial<Omit<NewNote, 'certificationCode'>> & {
  readonly certification?: string;
  /** The years, both ends. */
  readonly years?: readonly [number | null, number | null];
};

/** A note that is about all figures but for what is given. */
export function newNote({ certification, years, ...parts }: NoteParts): NewNote {
  return {
    ...{ kind: 'NOTE', register: null, indicator: null, textFr: 'Texte', textEn: null },
    certificationCode: certification === undefined ? null : parseRegisterCode(certification),
    ...{ yearFrom: years?.[0] ?? null, yearTo: years?.[1] ?? null },
    ...{ startsOn: null, endsOn: null },
    ...parts,
  };
}

/** A break in series in a year. */
export function newBreak(year: number, parts: NoteParts = {}): NewNote {
  return newNote({ kind: 'BREAK_IN_SERIES', years: [year, year], textFr: 'Rupture', ...parts });
}

/** Adds a note to what is served. */
export async function note(
  database: Database,
  given: NewNote,
  today: PlainDate = DAY,
): Promise<PublishedNote> {
  await using session = await database.session();
  // Awaited, for the session ends with this function.
  return await addNote(session, given, today);
}

/** Ends a note that is served. */
export async function unnote(database: Database, id: number): Promise<PublishedNote> {
  await using session = await database.session();
  return await endNote(session, id, DAY);
}
