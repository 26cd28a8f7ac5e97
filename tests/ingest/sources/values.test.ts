import { describe, expect, test } from 'vitest';
import {
  parseCount,
  parseDay,
  parseDescriptionLink,
  parseDuration,
  parseIdentifier,
  parseRate,
  parseSiret,
  parseYear,
  parseYesNo,
  type Refuse,
} from '../../../src/ingest/sources/values.ts';

/** What a parser gives, or `refused`. */
function outcome<T>(parse: (text: string | null, refuse: Refuse) => T | null, text: string | null) {
  const refused: string[] = [];
  const value = parse(text, (given) => {
    refused.push(given);
    return null;
  });
  return refused.length > 0 ? 'refused' : value;
}

describe('rates', () => {
  test.each([
    ['86', 86],
    ['86.5', 86.5],
    ['86,5', 86.5],
    ['86 %', 86],
    ['86,25%', 86.25],
    ['0', 0],
    ['100', 100],
    ['100,0', 100],
    ['86.66666666666667', 86.666667],
    ['86,66666666666667 %', 86.666667],
    // What a program makes of 29/29.
    ['100.00000000000001', 100],
    ['-', null],
    [null, null],
  ])('%j is read as %j', (text, rate) => {
    expect(outcome(parseRate, text)).toBe(rate);
  });

  test.each(['101', '100,1', '-5', 'environ 80', '8 6', '86.', '1e1', '٨٦', '%', 'NC', '1000'])(
    '%j is refused, not turned into a number',
    (text) => {
      expect(outcome(parseRate, text)).toBe('refused');
    },
  );
});

describe('counts', () => {
  test.each([
    ['0', 0],
    ['876', 876],
    ['23.0', 23],
    ['23,00', 23],
    ['10000000', 10_000_000],
    ['-', null],
    [null, null],
  ])('%j is read as %j', (text, count) => {
    expect(outcome(parseCount, text)).toBe(count);
  });

  test.each([
    '-1',
    '2.5',
    '23.',
    '1 000',
    '10000001',
    '2147483647',
    '99999999999999999999',
    'deux',
  ])('%j is refused', (text) => {
    expect(outcome(parseCount, text)).toBe('refused');
  });
});

describe('other values', () => {
  test('a day is French, real, with slashes or dashes', () => {
    expect(outcome(parseDay, '31/08/2026')).toBe('2026-08-31');
    expect(outcome(parseDay, '08-07-2023')).toBe('2023-07-08');
    expect(outcome(parseDay, '-')).toBeNull();
    expect(outcome(parseDay, '31/02/2026')).toBe('refused');
    expect(outcome(parseDay, '2026-08-31')).toBe('refused');
    // A year that was left at its default, or mistyped: no registration lasts that long.
    expect(outcome(parseDay, '01/01/0001')).toBe('refused');
    expect(outcome(parseDay, '31/12/1899')).toBe('refused');
    expect(outcome(parseDay, '01/01/1900')).toBe('1900-01-01');
    expect(outcome(parseDay, '31/12/2200')).toBe('2200-12-31');
    expect(outcome(parseDay, '01/01/9999')).toBe('refused');
  });

  test('Oui and Non are booleans whatever their case; the rest is refused', () => {
    expect(outcome(parseYesNo, 'Oui')).toBe(true);
    expect(outcome(parseYesNo, 'NON')).toBe(false);
    expect(outcome(parseYesNo, null)).toBeNull();
    expect(outcome(parseYesNo, 'Peut-être')).toBe('refused');
  });

  test('a year has four digits and is a plausible one', () => {
    expect(outcome(parseYear, '1900')).toBe(1900);
    expect(outcome(parseYear, '2100')).toBe(2100);
    expect(outcome(parseYear, '2020.0')).toBe(2020);
    for (const text of ['2020.5', '1899', '2101', '20', '20201', '2020-2021']) {
      expect(outcome(parseYear, text)).toBe('refused');
    }
  });

  test('an identifier fits into the database, a duration into a calendar', () => {
    expect(outcome(parseIdentifier, '2147483647')).toBe(2_147_483_647);
    expect(outcome(parseIdentifier, '2147483648')).toBe('refused');
    expect(outcome(parseDuration, '5.0')).toBe(5);
    expect(outcome(parseDuration, '101')).toBe('refused');
  });

  test('a SIRET keeps its 14 digits and nothing else', () => {
    expect(outcome(parseSiret, '11004401300040')).toBe('11004401300040');
    expect(outcome(parseSiret, '\t110 044 013 00040')).toBe('11004401300040');
    expect(outcome(parseSiret, '-')).toBeNull();
    expect(outcome(parseSiret, '110044013')).toBe('refused');
    // A wrong check digit is told and kept: it is what the register says.
    const told: unknown[] = [];
    const kept = parseSiret('11004401300041', (given, _message, rule) => {
      told.push(given, rule);
      return null;
    });
    expect([kept, ...told]).toEqual(['11004401300041', '11004401300041', 'INVALID_SIRET']);
  });

  test('a description link of stars, dashes and spaces is no link; any other text is kept', () => {
    expect(parseDescriptionLink('*       *')).toBeNull();
    expect(parseDescriptionLink('- –')).toBeNull();
    expect(parseDescriptionLink('voir * le site')).toBe('voir * le site');
  });
});
