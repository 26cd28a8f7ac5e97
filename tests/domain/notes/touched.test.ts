import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { parseRegisterCode } from '../../../src/domain/certification/register-code.ts';
import { type Note, noteLine } from '../../../src/domain/notes/note.ts';
import { holdsOn, stopsChange, touches } from '../../../src/domain/notes/touched.ts';

const day = parsePlainDate;

function noteWith(parts: Partial<Note>): Note {
  return {
    ...{ id: 1, kind: 'NOTE', register: null, certificationCode: null, indicator: null },
    ...{ yearFrom: null, yearTo: null, text: { fr: 'Texte', en: 'Text' } },
    ...{ startsOn: null, endsOn: null },
    ...parts,
  };
}

const breakIn = (year: number, parts: Partial<Note> = {}) =>
  noteWith({ kind: 'BREAK_IN_SERIES', yearFrom: year, yearTo: year, ...parts });

const FIGURE = {
  register: 'RNCP',
  code: parseRegisterCode('RNCP1'),
  kind: 'GLOBAL_6_MONTHS',
  years: [2020],
} as const;

test('a note is shown from its first day to its last, both included', () => {
  const note = noteWith({ startsOn: day('2026-01-01'), endsOn: day('2026-01-31') });
  const days = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map(day);
  expect(days.map((each) => holdsOn(note, each))).toEqual([false, true, true, false]);
  expect(holdsOn(noteWith({}), day('1990-01-01'))).toBe(true);
});

describe('a note touches a figure', () => {
  test.each<[string, Partial<Note>, boolean]>([
    ['of all', {}, true],
    ['of its register', { register: 'RNCP' }, true],
    ['not of the other', { register: 'RS' }, false],
    ['of its certification', { certificationCode: parseRegisterCode('RNCP1') }, true],
    ['not of another', { certificationCode: parseRegisterCode('RNCP2') }, false],
    ['of its rate', { indicator: 'GLOBAL_6_MONTHS' }, true],
    ['not of another rate', { indicator: 'TARGET_OCCUPATION_2_YEARS' }, false],
    ['from its first year on', { yearFrom: 2020 }, true],
    ['not before', { yearFrom: 2021 }, false],
    ['up to its last year', { yearTo: 2020 }, true],
    ['not after', { yearTo: 2019 }, false],
  ])('%s', (_name, parts, touched) => {
    expect(touches(noteWith(parts), FIGURE)).toBe(touched);
  });

  test('of several years when one of them is its own, whatever lies between', () => {
    const note = noteWith({ yearFrom: 2019, yearTo: 2020 });
    expect(touches(note, { ...FIGURE, years: [2018, 2020] })).toBe(true);
    expect(touches(note, { ...FIGURE, years: [2018, 2021] })).toBe(false);
    expect(touches(note, { ...FIGURE, years: [] })).toBe(false);
  });

  test('of heads only where it is of no single rate; all figures together are touched by any', () => {
    const note = noteWith({ indicator: 'GLOBAL_6_MONTHS' });
    expect(touches(note, { ...FIGURE, kind: 'CERTIFIED' })).toBe(false);
    expect(touches(noteWith({}), { ...FIGURE, kind: 'CERTIFIED' })).toBe(true);
    expect(touches(note, { ...FIGURE, kind: null })).toBe(true);
  });

  test('that is of the first year after a break, or reaches over it', () => {
    const years = [[2019], [2020], [2021], [2018, 2019], [2021, 2022], [2018, 2021], [2020, 2021]];
    expect(years.map((each) => touches(breakIn(2020), { ...FIGURE, years: each }))).toEqual([
      ...[false, true, false, false, false, true, true],
    ]);
  });
});

test('a break stops changes from before its year to it or later, and a note none', () => {
  const changes = [
    { earlier: 2018, later: 2019 },
    { earlier: 2019, later: 2020 },
    { earlier: 2018, later: 2022 },
    { earlier: 2020, later: 2021 },
  ];
  expect(changes.map((each) => stopsChange(breakIn(2020), each))).toEqual([
    ...[false, true, true, false],
  ]);
  const note = noteWith({ yearFrom: 2020, yearTo: 2020 });
  expect(changes.some((each) => stopsChange(note, each))).toBe(false);
});

test('a break is named as such in the line beside a figure', () => {
  expect(noteLine(noteWith({}), 'fr')).toBe('Texte');
  expect(noteLine(breakIn(2020), 'fr')).toBe('Rupture de série 2020 : Texte');
  expect(noteLine(breakIn(2020), 'en')).toBe('Break in series 2020: Text');
});

test('what a note is about goes before its text, for the figure may be about more', () => {
  const about = {
    register: 'RNCP' as const,
    ...{ indicator: 'GLOBAL_6_MONTHS' as const, yearFrom: 2019, yearTo: null },
  } as const;
  expect(
    noteLine(noteWith({ ...about, certificationCode: parseRegisterCode('RNCP1') }), 'fr'),
  ).toBe('RNCP1, Taux d’insertion global à 6 mois, promotions 2019.. : Texte');
  expect(noteLine(noteWith({ register: 'RS', yearFrom: 2020, yearTo: 2020 }), 'en')).toBe(
    'RS, cohorts 2020: Text',
  );
  expect(noteLine({ ...breakIn(2020), register: 'RS' }, 'fr')).toBe(
    'Rupture de série 2020 (RS) : Texte',
  );
});
