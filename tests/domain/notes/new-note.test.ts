import { expect, test } from 'vitest';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { parseRegisterCode } from '../../../src/domain/certification/register-code.ts';
import { checkedNote, type NewNote, parseNoteYears } from '../../../src/domain/notes/new-note.ts';

const NOTE: NewNote = {
  ...{ kind: 'NOTE', register: null, certificationCode: null, indicator: null },
  ...{ yearFrom: null, yearTo: null, textFr: 'Texte', textEn: null },
  ...{ startsOn: null, endsOn: null },
};

test.each([
  ['2020', 2020, 2020],
  ['2019..2021', 2019, 2021],
  ['2019..', 2019, null],
  [' ..2021 ', null, 2021],
])('years %j are read', (text, yearFrom, yearTo) => {
  expect(parseNoteYears(text)).toEqual({ yearFrom, yearTo });
});

test.each(['', '..', '20', '2019-2021', '2019...2021', '2020,2021', 'abcd'])(
  'years %j are refused',
  (text) => {
    expect(() => parseNoteYears(text)).toThrow(
      `--years is ${JSON.stringify(text)}: a year (2020) or years are accepted`,
    );
  },
);

test('texts lose the blanks around them', () => {
  expect(checkedNote({ ...NOTE, textFr: '  Texte\n', textEn: ' Text ' })).toEqual({
    ...{ ...NOTE, textFr: 'Texte', textEn: 'Text' },
  });
  expect(checkedNote({ ...NOTE, textFr: 'x'.repeat(1000) }).textFr).toHaveLength(1000);
});

test.each<[Partial<NewNote>, string]>([
  [{ textFr: ' \n ' }, '--text is blank'],
  [{ textEn: '' }, '--text-en is blank'],
  [{ textFr: 'x'.repeat(1001) }, '--text has 1001 characters: at most 1000 are accepted'],
  [{ textFr: 'a\u0000b' }, '--text has control characters'],
  [{ textEn: 'a\ud800b' }, '--text-en has control characters'],
  [{ yearFrom: 2021, yearTo: 2020 }, '--years is 2021..2020: it ends before it begins'],
  [
    { startsOn: parsePlainDate('2026-02-01'), endsOn: parsePlainDate('2026-01-01') },
    '--from 2026-02-01 is after --until 2026-01-01',
  ],
  [
    { register: 'RS', certificationCode: parseRegisterCode('RNCP1') },
    'RNCP1 is not of the RS: leave --register out',
  ],
  [{ kind: 'BREAK_IN_SERIES' }, 'needs exactly one year, that of the first cohorts'],
  [{ kind: 'BREAK_IN_SERIES', yearFrom: 2020 }, 'and --years is 2020..: give for example'],
  [{ kind: 'BREAK_IN_SERIES', yearFrom: 2020, yearTo: 2021 }, 'and --years is 2020..2021'],
])('%j is refused', (parts, message) => {
  expect(() => checkedNote({ ...NOTE, ...parts })).toThrow(message);
});
