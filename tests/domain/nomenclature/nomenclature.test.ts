import { describe, expect, test } from 'vitest';
import { BadUserInputError } from '../../../src/domain/errors.ts';
import {
  parseFormacode,
  parseLevel,
  parseOccupationCode,
  parseSpecialityCode,
} from '../../../src/domain/nomenclature/nomenclature.ts';

describe('codes of nomenclatures', () => {
  test.each(['3', '32', '326', '326t', ' 326T '])('NSF accepts %j', (text) => {
    expect(parseSpecialityCode(text)).toBe(text.trim().toLowerCase());
  });
  test.each(['M', 'M18', 'M1805', 'm1805'])('ROME accepts %j', (text) => {
    expect(parseOccupationCode(text)).toBe(text.toUpperCase());
  });
  test('Formacode accepts 46301', () => {
    expect(parseFormacode('46301')).toBe('46301');
  });

  test.each([
    [parseSpecialityCode, '3267', /"3267" is not an NSF code: give .*326t/],
    [parseSpecialityCode, '', /"" is not an NSF code/],
    [parseSpecialityCode, '3%', /"3%" is not an NSF code/],
    [parseOccupationCode, 'Z1', /"Z1" is not a ROME code: give a letter from A to N/],
    [parseOccupationCode, 'M18055', /"M18055" is not a ROME code/],
    [parseOccupationCode, '_', /"_" is not a ROME code/],
    [parseFormacode, '463011', /"463011" is not a Formacode: give up to five digits/],
  ] as const)('%o refuses %j and says what is accepted', (parse, text, message) => {
    expect(() => parse(text)).toThrow(BadUserInputError);
    expect(() => parse(text)).toThrow(message);
  });

  test.each([0, 9, 1.5, Number.NaN])('level %s is refused', (level) => {
    expect(() => parseLevel(level)).toThrow(/is not a level of qualification: give 1 to 8/);
  });
  test('levels 1 to 8 are accepted', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(parseLevel)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
