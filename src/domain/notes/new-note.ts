import { registerOf } from '../certification/register-code.ts';
import type { Note } from './note.ts';

/** What cannot be done with a note; the message says why, and what can. */
export class NoteError extends Error {
  override readonly name = 'NoteError';
}

/** Characters that a text of a note may have. */
export const MOST_CHARACTERS = 1_000;

/** Notes that may hold at once: each is looked for at every figure. */
export const MOST_NOTES = 200;

/** A note that is to be added. `textEn`: null = the French text stands for it. */
export interface NewNote extends Omit<Note, 'id' | 'text'> {
  readonly textFr: string;
  readonly textEn: string | null;
}

/**
 * A note as it is kept: texts without blanks around them.
 *
 * - Throws `NoteError` for a text that is blank, too long or has control characters, for years or days
 *   that end before they begin, for a certification of another register, and for a break in series
 *   without exactly one year.
 */
export function checkedNote(note: NewNote): NewNote {
  const { kind, register, certificationCode, yearFrom, yearTo, startsOn, endsOn } = note;
  if (yearFrom !== null && yearTo !== null && yearFrom > yearTo) {
    throw new NoteError(`--years is ${yearFrom}..${yearTo}: it ends before it begins`);
  }
  if (startsOn !== null && endsOn !== null && startsOn > endsOn) {
    throw new NoteError(`--from ${startsOn} is after --until ${endsOn}: give a day that is not`);
  }
  if (kind === 'BREAK_IN_SERIES' && (yearFrom === null || yearFrom !== yearTo)) {
    throw new NoteError(
      `a break in series needs exactly one year, that of the first cohorts of the new series, and ${wordsOf(note)}: give for example --years 2021`,
    );
  }
  if (register && certificationCode && registerOf(certificationCode) !== register) {
    throw new NoteError(
      `${certificationCode} is not of the ${register}: leave --register out, or give a certification of it`,
    );
  }
  const { textFr, textEn } = note;
  return {
    ...note,
    textFr: checkedText('--text', textFr),
    textEn: textEn === null ? null : checkedText('--text-en', textEn),
  };
}

function wordsOf({ yearFrom, yearTo }: NewNote): string {
  if (yearFrom === null && yearTo === null) return 'none is given';
  return `--years is ${yearFrom ?? ''}..${yearTo ?? ''}`;
}

/** Control characters but for tabs and line ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

function checkedText(option: string, given: string): string {
  const text = given.trim();
  if (text === '') throw new NoteError(`${option} is blank: give what the note says`);
  if (text.length > MOST_CHARACTERS) {
    throw new NoteError(
      `${option} has ${text.length} characters: at most ${MOST_CHARACTERS} are accepted`,
    );
  }
  if (CONTROL.test(text) || !text.isWellFormed()) {
    throw new NoteError(`${option} has control characters: give plain text`);
  }
  return text;
}

/**
 * Reads years of cohorts: `2020`, `2019..2021`, `2019..` or `..2021`, both ends included.
 *
 * - Throws `NoteError` naming what was given and what is accepted.
 */
export function parseNoteYears(text: string): Pick<Note, 'yearFrom' | 'yearTo'> {
  const [, one, from, to] = /^(?:(\d{4})|(\d{4})?\.\.(\d{4})?)$/.exec(text.trim()) ?? [];
  const year = (digits: string | undefined) => (digits === undefined ? null : Number(digits));
  const yearFrom = year(one ?? from);
  const yearTo = year(one ?? to);
  if (yearFrom === null && yearTo === null) {
    throw new NoteError(
      `--years is ${JSON.stringify(text)}: a year (2020) or years are accepted: 2019..2021, 2019.. or ..2021`,
    );
  }
  return { yearFrom, yearTo };
}
