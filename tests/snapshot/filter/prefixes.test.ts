import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prefixTest } from '../../../src/snapshot/filter/prefixes.ts';

test('a text that begins with one of some prefixes is found, whatever their order and overlap', () => {
  const begins = prefixTest(['RNCP12', 'RS', 'RNCP1', 'RNCP35']);
  expect(['RNCP1', 'RNCP129', 'RS1', 'RNCP35BC', 'RNCP', 'RNCP2', 'R', ''].filter(begins)).toEqual([
    ...['RNCP1', 'RNCP129', 'RS1', 'RNCP35BC'],
  ]);
});

test('no prefix is the beginning of none, and an empty one of all', () => {
  expect(prefixTest([])('a')).toBe(false);
  expect(['', 'a'].every(prefixTest(['b', '']))).toBe(true);
});

const TEXTS = ['', 'a', 'ab', 'aba', 'abc', 'b', 'ba', 'é', 'éa', 'z', '\u{1F600}', '\uFFFF'];

test('it is what looking at each prefix gives', () => {
  fc.assert(
    fc.property(fc.subarray(TEXTS), fc.string({ maxLength: 3 }), (prefixes, other) => {
      const begins = prefixTest(prefixes);
      for (const text of [...TEXTS, other, `ab${other}`]) {
        expect(begins(text)).toBe(prefixes.some((prefix) => text.startsWith(prefix)));
      }
    }),
  );
});
