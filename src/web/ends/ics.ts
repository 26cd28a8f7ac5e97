import type { Language } from '../../datasets/labels.ts';
import type { CertifierCalendarQuery } from '../operations.ts';
import { wordsOf } from '../words/words.ts';

/** What a calendar is of: a body, and all certifications that it certifies and that are active. */
export interface CalendarContent {
  readonly name: string;
  readonly certifications: readonly Ending[];
  /** The day of the publication: the same publication gives the same bytes. */
  readonly datedOn: string;
}

type Body = NonNullable<CertifierCalendarQuery['certifier']>;
type Ending = Body['certifications']['nodes'][number];

/** The days of a renewal that are entries, and the part of their UID, which never changes. */
const ENTRIES = [
  ['fileBy', 'file-by'],
  ['fileAtLatest', 'file-at-latest'],
  ['lastActiveDay', 'end'],
] as const;

/** Writes a calendar of RFC 5545: an entry for each day of a renewal. */
export function renderCalendar(
  { name, certifications, datedOn }: CalendarContent,
  language: Language,
): string {
  const { entries } = wordsOf(language).ends;
  const stamp = `${dateOf(datedOn)}T000000Z`;
  const events = certifications.flatMap(({ code, register, title, renewal }) =>
    ENTRIES.flatMap(([step, uid]) => {
      const day = renewal[step];
      if (day === null) return [];
      const number = code.replace(/\D/g, '');
      return [
        'BEGIN:VEVENT',
        `UID:${code}-${uid}@debouches`,
        `DTSTAMP:${stamp}`,
        `DTSTART;VALUE=DATE:${dateOf(day)}`,
        `SUMMARY:${escaped(`${entries[step]} – ${code} ${title}`)}`,
        `URL:https://www.francecompetences.fr/recherche/${register.toLowerCase()}/${number}/`,
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
      ];
    }),
  );
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Débouchés//${language.toUpperCase()}`],
    ...['CALSCALE:GREGORIAN', 'REFRESH-INTERVAL;VALUE=DURATION:P1D'],
    ...[`X-WR-CALNAME:${escaped(entries.name(name))}`, ...events, 'END:VCALENDAR'],
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function dateOf(day: string): string {
  return day.replaceAll('-', '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n]/g, '\\n');
}

/** Octets of a line at most, without its end. */
const WIDTH = 75;

/** A line in pieces of 75 octets at most, none of which ends within a character. */
function folded(line: string): string {
  let [text, width] = ['', 0];
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (width + octets > WIDTH) {
      text += '\r\n ';
      width = 1;
    }
    text += character;
    width += octets;
  }
  return text;
}
