import { describe, expect, test } from 'vitest';
import {
  IdentityColumn,
  type IdentityKind,
  identityRefusal,
} from '../../../src/domain/survey/identity.ts';

/** A column after it has looked at these values. */
function columnOf(values: readonly string[]): IdentityColumn {
  const column = new IdentityColumn();
  for (const value of values) column.look(value);
  return column;
}

/** A value among many that are none. */
function amongOthers(value: string): IdentityKind | null {
  return columnOf([value, ...Array.from({ length: 100 }, (_, at) => `T${at}`)]).identity;
}

// 1850578006084 mod 97 is 6: its key is 91.
describe('one value is enough', () => {
  test.each([
    '185057800608491',
    '1 85 05 78 006 084 91',
    '1.85.05.78.006.084.91',
    '1-85-05-78-006-084-91',
    '1\u00a085\u00a005\u00a078\u00a0006\u00a0084\u00a091',
    'NIR 185057800608491',
    'n° 1 85 05 78 006 084 91, à vérifier',
    // Another number before it does not hide it.
    'RNCP35746 185057800608491',
  ])('for a NIR with its key: %j', (value) => {
    expect(amongOthers(value)).toBe('NIR');
  });

  // 19 in place of 2A: 2780819004123 mod 97 is 88, so 09.
  // 18 in place of 2B: 2780818004123 mod 97 is 61, so 36.
  test.each([
    '278082A00412309',
    '2 78 08 2A 004 123 09',
    '278082b00412336',
    '2 78 08 2B 004 123 36',
  ])('for a NIR of Corsica: %s', (value) => {
    expect(amongOthers(value)).toBe('NIR');
  });

  test.each(['jean.dupont@exemple.fr', 'Jean <j@e.org>', 'écrire à zoé@école.example'])(
    'for an e-mail address: %j',
    (value) => {
      expect(amongOthers(value)).toBe('EMAIL');
    },
  );

  test.each([
    '06 12 34 56 78',
    '06.12.34.56.78',
    '06-12-34-56-78',
    '06/12/34/56/78',
    '01\u202f23\u202f45\u202f67\u202f89',
    'Tél. 06 12 34 56 78 (soir)',
    '+33612345678',
    '+33 6 12 34 56 78',
    '+33 (0)6 12 34 56 78',
    '+32 2 123 45 67 89',
    '+1 (514) 555-0199',
    '0033 6 12 34 56 78',
  ])('for a telephone number that is written as one: %j', (value) => {
    expect(amongOthers(value)).toBe('PHONE');
  });
});

describe('what may be chance counts when it is more than half of a column', () => {
  test('13 digits of the form of a NIR', () => {
    const nir = '2850578006084';
    expect(columnOf([nir, nir, '', 'T3', '']).identity).toBe('NIR');
    expect(columnOf([nir, nir, 'T3', 'T4']).identity).toBeNull();
    expect(columnOf(['2 85 05 78 006 084', '285052A006084']).identity).toBe('NIR');
    expect(columnOf([nir]).certain).toBeNull();
  });

  test('10 digits of the form of a telephone number', () => {
    expect(columnOf(['0612345678', '0712345678', '12']).identity).toBe('PHONE');
    expect(columnOf(['0612345678', '12']).identity).toBeNull();
    expect(columnOf(['0033612345678']).identity).toBe('PHONE');
    // Opaque identifiers of ten digits: a tenth of them begin so.
    const ids = Array.from({ length: 1000 }, (_, at) => String(at * 9_999_991).padStart(10, '0'));
    expect(columnOf(ids).identity).toBeNull();
  });
});

describe('codes, numbers and dates are no identity', () => {
  test.each([
    ['a SIRET', '35600000000048'],
    ['a SIRET in groups', '356 000 000 00048'],
    ['a SIREN', '612345678'],
    ['an ISO date', '2024-05-31'],
    ['a French date', '31/05/2024'],
    ['a date with its time', '01-02-2024 12:30'],
    ['an ISO moment', '2024-05-31T10:20:30.000+02:00'],
    ['a postal code', '06000'],
    ['an amount', '28500'],
    ['an amount with its sign', '+28500'],
    ['an amount in groups', '1 028 500,00'],
    ['a code of a certification', 'RNCP35746'],
    ['a UUID', '0a61b2c3-4d55-4e66-8f77-061234567890'],
    ['a hash', '0612345678abcdef0612345678abcdef'],
    ['an identifier of 20 digits', '18505780060849100000'],
    ['15 digits whose key is wrong', '185057800608492'],
    ['a NIR of Corsica with the key of the other department', '278082A00412336'],
    ['a handle', '@debouches'],
    ['a sentence', 'Chargé de communication (50 % à distance)'],
    ['nothing', ''],
  ])('%s', (_what, value) => {
    expect(columnOf([value, value]).identity).toBeNull();
  });
});

test('a refusal names the column and the kind, in both languages', () => {
  expect(identityRefusal('Contact', 'PHONE')).toEqual({
    fr: 'la colonne «\u00a0Contact\u00a0» contient des numéros de téléphone\u00a0: retirez-la du fichier, aucune identité n’est importée',
    en: 'the column "Contact" holds telephone numbers: remove it from the file, no identity is imported',
  });
});
