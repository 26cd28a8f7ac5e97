import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadUserInputError } from '../../../src/domain/errors.ts';
import {
  isValidSiren,
  isValidSiret,
  parseSiren,
  sirenOf,
} from '../../../src/domain/nomenclature/siret.ts';

test('the SIREN is what a SIRET begins with', () => {
  expect(sirenOf('32800778600077')).toBe('328007786');
});

describe('parseSiren', () => {
  test.each(['328007786', ' 328 007 786 ', '328\u00a0007\u00a0786'])('reads "%s"', (text) => {
    expect(parseSiren(text)).toBe('328007786');
  });

  test.each(['', '32800778', '32800778600077', '328-007-786', 'abcdefghi'])(
    'refuses "%s", saying what is accepted',
    (text) => {
      expect(() => parseSiren(text)).toThrow(BadUserInputError);
      expect(() => parseSiren(text)).toThrow(
        `"${text}" is not a SIREN: write its nine digits, for example 328007786`,
      );
    },
  );
});

describe('isValidSiren', () => {
  test.each(['552100554', '328007786', '356000000', '000000018'])('accepts %s', (siren) => {
    expect(isValidSiren(siren)).toBe(true);
  });

  test.each([
    ['whose check digit is wrong', '552100555'],
    ['two digits of which are swapped', '525100554'],
    ['of zeros', '000000000'],
    ['that is short', '55210055'],
    ['that is a SIRET', '55210055400013'],
    ['with spaces', '552 100 554'],
    ['of other digits', '５５２１００５５４'],
    ['that is empty', ''],
  ])('refuses one %s: %j', (_what, siren) => {
    expect(isValidSiren(siren)).toBe(false);
  });
});

describe('isValidSiret', () => {
  test.each([
    ['of a certifying body', '32800778600077'],
    ['of a ministry', '11004401300040'],
    ['of the head office of La Poste', '35600000000048'],
    ['of an establishment of La Poste: its digits add up to 45', '35600000049837'],
  ])('accepts the number %s', (_of, siret) => {
    expect(isValidSiret(siret)).toBe(true);
  });

  test.each([
    ['a wrong check digit', '32800778600078'],
    ['two digits swapped', '32800778600707'],
    ['La Poste with digits that add up to 46', '35600000049838'],
    ['La Poste by Luhn, not by its own rule', '35600000000014'],
    ['zeros', '00000000000000'],
    ['13 digits', '3280077860007'],
    ['spaces', '328 007 786 00077'],
    ['nothing', ''],
  ])('refuses %s', (_what, siret) => {
    expect(isValidSiret(siret)).toBe(false);
  });

  test('one wrong digit never goes unseen', () => {
    const position = fc.nat(13);
    fc.assert(
      fc.property(position, fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digits = [...'32800778600077'];
        digits[at] = String((Number(digits[at]) + shift) % 10);
        expect(isValidSiret(digits.join(''))).toBe(false);
      }),
    );
  });
});
