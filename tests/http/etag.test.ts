import { describe, expect, test } from 'vitest';
import { etagOf, matchesEtag } from '../../src/http/etag.ts';

describe('etagOf', () => {
  test('is quoted, and the same for the same parts', () => {
    const parts = [7, 'sha256:ab', '{}', '2026-11-02', null];
    expect(etagOf(parts)).toMatch(/^"[\w-]{24}"$/);
    expect(etagOf([...parts])).toBe(etagOf(parts));
  });

  test('differs when any part does, and when the same characters are parted otherwise', () => {
    const tags = [
      etagOf([7, 'a', 'b']),
      etagOf([8, 'a', 'b']),
      etagOf([7, 'ab', '']),
      etagOf([7, '', 'ab']),
      etagOf(['7', 'a', 'b']),
      etagOf([7, 'a', null]),
      etagOf([7, 'a']),
    ];
    expect(new Set(tags).size).toBe(tags.length);
  });
});

describe('matchesEtag', () => {
  test.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", W/"a"', true],
    ['"b","a"', true],
    [' * ', true],
    ['"b"', false],
    ['a', false],
    ['"a', false],
    ['"b,a"', false],
    ['', false],
    [undefined, false],
  ])('of %j says %j', (header, expected) => {
    expect(matchesEtag(header, '"a"')).toBe(expected);
  });
});
