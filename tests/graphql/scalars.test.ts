import { isScalarType, parseValue, valueFromAST } from 'graphql';
import { expect, test } from 'vitest';
import { BadUserInputError } from '../../src/domain/errors.ts';
import { schema } from '../../src/graphql/schema.ts';

function scalar(name: string) {
  const type = schema.getType(name);
  if (!isScalarType(type)) throw new Error(`${name} is no scalar`);
  return type;
}

test.each([
  ['Date', '2024-02-29', '2024-02-29'],
  ['RegisterCode', ' rs-6232 ', 'RS6232'],
  ['RegisterCode', '35746', 'RNCP35746'],
  ['Siren', '328 007 786', '328007786'],
])('%s reads %j in variables and in documents', (name, given, read) => {
  expect(scalar(name).parseValue(given)).toBe(read);
  expect(valueFromAST(parseValue(JSON.stringify(given)), scalar(name))).toBe(read);
});

test('a register code may be given as a number', () => {
  expect(scalar('RegisterCode').parseValue(35746)).toBe('RNCP35746');
  expect(valueFromAST(parseValue('35746'), scalar('RegisterCode'))).toBe('RNCP35746');
});

test.each([
  ['Date', '2023-02-29', '"2023-02-29" is not a day: write YYYY-MM-DD, for example 2023-01-15'],
  ['Date', 20230101, '20230101 is not a day: give it as text'],
  ['RegisterCode', true, 'true is not a register code: give it as text'],
  [
    'RegisterCode',
    1.5,
    '"1.5" is not a register code: write RNCP35746, RS6232, 35746 (for RNCP35746), or the address of the public page, https://www.francecompetences.fr/recherche/rncp/35746/',
  ],
  ['Siren', 328007786, '328007786 is not a SIREN: give it as text'],
  ['Siren', '32800778', '"32800778" is not a SIREN: write its nine digits, for example 328007786'],
  ['Percentage', 101, '101 is not a percentage: give 0 to 100'],
  ['Percentage', '50', '"50" is not a percentage: give 0 to 100'],
  ['DateTime', '2024-01-01T00:00:00Z', 'an instant is only ever answered, not asked for'],
])('%s refuses %j: names it and says what it accepts', (name, given, message) => {
  const parse = () => scalar(name).parseValue(given);
  expect(parse).toThrow(BadUserInputError);
  expect(parse).toThrow(expect.objectContaining({ message }));
});

test.each([
  [52.525, 52.53],
  [1.005, 1.01],
  [100, 100],
  [0, 0],
])('Percentage answers %d as %d', (value, answered) => {
  expect(scalar('Percentage').serialize(value)).toBe(answered);
});

test('DateTime answers in UTC', () => {
  const instant = new Date('2026-11-24T10:00:00+01:00');
  expect(scalar('DateTime').serialize(instant)).toBe('2026-11-24T09:00:00.000Z');
});
