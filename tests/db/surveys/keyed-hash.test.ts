import { describe, expect, test } from 'vitest';
import { holderKeys, keyedHash } from '../../../src/db/surveys/keyed-hash.ts';

describe('keyedHash', () => {
  // RFC 4231, case 2: HMAC-SHA-256 is 5bdcc146 bf60754e 6a042426 089575c7 5a003f08 …
  test('is the first four bytes of HMAC-SHA-256, the highest first', () => {
    expect(keyedHash('Jefe')('what do ya want for nothing?')).toBe(0x5bdcc146);
  });

  test('reads letters with accents as UTF-8, in secrets and messages', () => {
    // printf 'métier' | openssl dgst -sha256 -hmac 'clé'
    expect(keyedHash('clé')('métier')).toBe(0x6eb710b9);
  });

  test('refuses an empty secret', () => {
    expect(() => keyedHash('')).toThrow('the secret of holders is empty: give one');
    expect(() => holderKeys('')).toThrow(RangeError);
  });
});

describe('holderKeys', () => {
  test('gives the record key of the method', () => {
    expect(holderKeys('debouches-test')('RNCP35746', 'H01').recordKey).toBe(2245154312);
  });

  test('keeps bytes 8 to 23 of the same digest, of which the record key is no part', () => {
    // printf 'RNCP35746|H01' | openssl dgst -sha256 -hmac debouches-test
    const { hash, recordKey } = holderKeys('debouches-test')('RNCP35746', 'H01');
    expect(hash).toBe('97690bcfe487b09db1ca85923571596f');
    expect(hash).not.toContain(recordKey.toString(16));
  });

  test('differs by certification, by holder and by secret', () => {
    const keys = holderKeys('one');
    const all = [
      keys('RNCP1', '23'),
      keys('RNCP12', '3'),
      keys('RNCP1', '2'),
      keys('RNCP1', '|23'),
      holderKeys('two')('RNCP1', '23'),
    ];
    expect(new Set(all.map(({ hash }) => hash)).size).toBe(5);
    expect(new Set(all.map(({ recordKey }) => recordKey)).size).toBe(5);
    expect(holderKeys('one')('RNCP1', '23')).toEqual(keys('RNCP1', '23'));
  });
});
