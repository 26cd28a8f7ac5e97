import { describe, expect, test } from 'vitest';
import { etagOf, isKnown } from '../../../src/http/cache/etag.ts';

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

const TAG = { etag: '"a"', modified: new Date('2026-11-02T10:00:00.400Z') };

describe('a client has an answer already', () => {
  test.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", W/"a"', true],
    ['"b","a"', true],
    ['*', true],
    ['"b"', false],
    ['a', false],
    ['"a', false],
    ['"b,a"', false],
    ['', false],
    [undefined, false],
  ])('when If-None-Match is %j: %s', (header, expected) => {
    expect(isKnown({ 'if-none-match': header }, TAG)).toBe(expected);
  });

  test.each([
    ['Mon, 02 Nov 2026 10:00:00 GMT', true],
    ['Mon, 02 Nov 2026 10:00:01 GMT', true],
    ['Mon, 02 Nov 2026 09:59:59 GMT', false],
    ['yesterday', false],
  ])('when If-Modified-Since is %j: %s', (since, expected) => {
    expect(isKnown({ 'if-modified-since': since }, TAG)).toBe(expected);
  });

  test('by its tag first, whenever it came', () => {
    const since = 'Mon, 02 Nov 2026 11:00:00 GMT';
    expect(isKnown({ 'if-none-match': '"b"', 'if-modified-since': since }, TAG)).toBe(false);
  });

  test('whatever its Cache-Control: browsers send no-cache with a condition of a script', () => {
    expect(isKnown({ 'if-none-match': '"a"', 'cache-control': 'no-cache' }, TAG)).toBe(true);
  });
});
