import { openDatabase, upgradeDatabase } from '../../app.ts';
import type { Config } from '../../config.ts';
import type { Database, Session } from '../../db/database.ts';
import { addNote, endNote, type PublishedNote } from '../../db/load/notes.ts';
import { type ListedNote, listNotes } from '../../db/queries/notes.ts';
import { type PlainDate, parisDate } from '../../domain/calendar.ts';
import type { NewNote } from '../../domain/notes/new-note.ts';
import { NOTE_KIND_LABELS } from '../../domain/notes/note.ts';
import { writeTables } from '../imported.ts';

/** Adds a note, and says which publication has it. */
export async function runAddNote(config: Config, note: NewNote): Promise<void> {
  await change(config, 'was added', (session, today) => addNote(session, note, today));
}

/** Ends a note, and says which publication has it no longer. */
export async function runEndNote(config: Config, id: number): Promise<void> {
  await change(config, 'was ended', (session, today) => endNote(session, id, today));
}

/** Does something to the notes that are served, and says what came of it. */
async function change(
  config: Config,
  what: string,
  make: (session: Session, today: PlainDate) => Promise<PublishedNote>,
): Promise<void> {
  await using database = await opened(config);
  const today = parisDate(new Date());
  const { id, publicationId } = await (async () => {
    await using session = await database.session();
    // Awaited, for the session ends with this function.
    return await make(session, today);
  })();
  console.log(`note ${id} ${what}: publication ${publicationId} is served from ${database.label}`);
  await writeTables(database, config, today, console.log);
}

/** Prints all notes, newest first. */
export async function runNotes(config: Config, json: boolean): Promise<void> {
  await using database = await opened(config);
  await using reading = await database.startReading();
  const list = await listNotes(reading.db);
  console.log(json ? JSON.stringify(list, null, 2) : inWords(list));
}

/** Opens the database of the settings, brought up to date. */
async function opened(config: Config): Promise<Database> {
  const database = await openDatabase(config);
  await upgradeDatabase(database);
  return database;
}

function inWords(list: readonly ListedNote[]): string {
  if (list.length === 0) return 'there are no notes';
  return list
    .map((note) => {
      const { id, kind, since, until, textFr, textEn } = note;
      const publications = until === null ? `since ${since}` : `${since} to ${until - 1}`;
      const texts = textEn === null ? textFr : `${textFr} / ${textEn}`;
      const label = NOTE_KIND_LABELS[kind].en.toLowerCase();
      return `${id}  ${label}  publications ${publications}  ${scopeOf(note)}  ${texts}`;
    })
    .join('\n');
}

function scopeOf(note: ListedNote): string {
  const { register, certificationCode, indicator, yearFrom, yearTo, startsOn, endsOn } = note;
  const range = (from: unknown, to: unknown) => (from === to ? from : `${from ?? ''}..${to ?? ''}`);
  const parts = [
    ...[register, certificationCode, indicator],
    yearFrom === null && yearTo === null ? null : `cohorts ${range(yearFrom, yearTo)}`,
    startsOn === null && endsOn === null ? null : `shown ${range(startsOn, endsOn)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'all figures' : parts.join(', ');
}
