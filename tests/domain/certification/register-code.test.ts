import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEMONSTRATION_FROM,
  exactRegisterCode,
  isDemonstrationCode,
  numberOf,
  parseRegisterCode,
  REGISTERS,
  registerOf,
} from '../../../src/domain/certification/register-code.ts';
import { BadUserInputError } from '../../../src/domain/errors.ts';

describe('parseRegisterCode', () => {
  test.each([
    ['35746', 'RNCP35746'],
    ['RNCP35746', 'RNCP35746'],
    ['rncp 35746', 'RNCP35746'],
    ['RNCP-35746', 'RNCP35746'],
    ['RNCP - 35746', 'RNCP35746'],
    ['rncp_35746', 'RNCP35746'],
    ['RNCP/35746', 'RNCP35746'],
    ['  RNCP35746\t', 'RNCP35746'],
    ['Rncp\u00a035746', 'RNCP35746'],
    ['RNCP00123', 'RNCP123'],
    ['RS6232', 'RS6232'],
    ['rs 6232', 'RS6232'],
    ['RS-6232', 'RS6232'],
    ['https://www.francecompetences.fr/recherche/rncp/35746/', 'RNCP35746'],
    ['https://www.francecompetences.fr/recherche/rncp/35746', 'RNCP35746'],
    ['http://francecompetences.fr/recherche/RNCP/35746/?tab=1#stat', 'RNCP35746'],
    ['www.francecompetences.fr/recherche/rs/6232/', 'RS6232'],
  ])('reads "%s" as %s', (text, code) => {
    expect(parseRegisterCode(text)).toBe(code);
  });

  test.each([
    '',
    'RNCP',
    'RNCP0',
    '0',
    '-35746',
    '35746.5',
    'RNCP--35746',
    'RNCP35746BC01',
    'RSX6232',
    'RNCP1234567890',
    '35746 OR 1=1',
    'https://example.org/recherche/rncp/35746/',
    'https://www.francecompetences.fr/recherche/autre/35746/',
    'https://www.francecompetences.fr.example.org/recherche/rncp/35746/',
  ])('refuses "%s", naming it and what is accepted', (text) => {
    expect(() => parseRegisterCode(text)).toThrow(BadUserInputError);
    expect(() => parseRegisterCode(text)).toThrow(
      `"${text}" is not a register code: write RNCP35746, RS6232, 35746 (for RNCP35746), or the address of the public page`,
    );
  });

  test('refuses a long run of spaces without going over it again and again', () => {
    const text = `RNCP${' '.repeat(200_000)}x`;
    const before = performance.now();
    expect(() => parseRegisterCode(text)).toThrow(BadUserInputError);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  test('reads back every code in every written form', () => {
    const numbers = fc.integer({ min: 1, max: 999_999_999 });
    fc.assert(
      fc.property(fc.constantFrom(...REGISTERS), numbers, (register, number) => {
        const code = parseRegisterCode(`${register}${number}`);
        expect(parseRegisterCode(code)).toBe(code);
        expect(exactRegisterCode(code)).toBe(code);
        expect(registerOf(code)).toBe(register);
        expect(numberOf(code)).toBe(number);
        for (const written of [
          code.toLowerCase(),
          `${register} ${number}`,
          `${register}-${number}`,
          `https://www.francecompetences.fr/recherche/${register.toLowerCase()}/${number}/`,
        ]) {
          expect(parseRegisterCode(written)).toBe(code);
        }
      }),
    );
  });
});

describe('exactRegisterCode', () => {
  test('takes a code as the export writes it', () => {
    expect(exactRegisterCode('RNCP35746')).toBe('RNCP35746');
    expect(exactRegisterCode('RS6232')).toBe('RS6232');
  });

  test.each(['35746', 'rncp35746', 'RNCP 35746', ' RNCP35746', 'RNCP0', 'RNCP', '', 'RNCP35746\n'])(
    'takes nothing else, such as "%s"',
    (text) => {
      expect(exactRegisterCode(text)).toBeNull();
    },
  );
});

test('the demonstration register begins where the real one is far from', () => {
  expect(isDemonstrationCode(parseRegisterCode(`RNCP${DEMONSTRATION_FROM}`))).toBe(true);
  expect(isDemonstrationCode(parseRegisterCode(`RS${DEMONSTRATION_FROM}`))).toBe(true);
  expect(isDemonstrationCode(parseRegisterCode(`RNCP${DEMONSTRATION_FROM - 1}`))).toBe(false);
  expect(isDemonstrationCode(parseRegisterCode('RNCP42147'))).toBe(false);
});
