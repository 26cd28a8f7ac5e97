import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten, shortenAll } from '../../src/http/shorten.ts';

const bytesOf = (text: string) => Buffer.byteLength(JSON.stringify(text));

test('a short text stays as it is', () => {
  expect(shorten('level 9 is not a level: 1 to 8 are accepted', 200)).toBe(
    'level 9 is not a level: 1 to 8 are accepted',
  );
});

test('a long text loses its middle, and still says what was given and what is accepted', () => {
  const short = shorten(`"${'x'.repeat(900_000)}" is not a day: YYYY-MM-DD is accepted`, 300);
  expect(short).toMatch(/^"x{50,} … x+" is not a day: YYYY-MM-DD is accepted$/);
});

test('no text has more bytes in JSON than it may, whatever its characters', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3_000 }),
    fc.string({ unit: 'grapheme', maxLength: 3_000 }),
    fc.integer({ min: 0, max: 3_000 }).map((length) => '\u0000'.repeat(length)),
    fc.integer({ min: 0, max: 3_000 }).map((length) => '😀'.repeat(length)),
  );
  fc.assert(
    fc.property(text, fc.integer({ min: 20, max: 1_000 }), (given, bytes) => {
      const short = shorten(given, bytes);
      expect(bytesOf(short)).toBeLessThanOrEqual(Math.max(bytes, bytesOf(' … ')));
      if (bytesOf(given) <= bytes) expect(short).toBe(given);
    }),
  );
});

test('several texts share their bytes, the first ones first, and each has a hundred', () => {
  const texts = shortenAll(['a'.repeat(500), 'b'.repeat(5_000), 'c'.repeat(300)], 600);
  expect(texts.map(bytesOf)).toEqual([502, expect.any(Number), expect.any(Number)]);
  for (const text of texts.slice(1)) expect(bytesOf(text)).toBeLessThanOrEqual(100);
  expect(texts[2]).toMatch(/^c+ … c+$/);
});
