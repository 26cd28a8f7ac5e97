import { expect, test } from 'vitest';
import { byteRangeOf } from '../../../src/http/cache/byte-range.ts';

const rangeOf = (range: string, bytes = 1000) =>
  byteRangeOf({ method: 'GET', headers: { range } }, bytes, '"tag"');

test.each([
  ['bytes=0-99', { start: 0, end: 99 }],
  ['bytes=990-', { start: 990, end: 999 }],
  ['bytes=-8', { start: 992, end: 999 }],
  ['bytes=-1000', { start: 0, end: 999 }],
  // Readers of Parquet ask for the last 64 KB first, however short the file is.
  ['bytes=-65536', { start: 0, end: 999 }],
  ['bytes=-99999999999999999999', { start: 0, end: 999 }],
])('%s of a thousand bytes', (range, expected) => {
  expect(rangeOf(range)).toEqual(expected);
});

test.each(['bytes=1000-', 'bytes=-0', 'bytes=2000-3000'])('%s are no bytes of it', (range) => {
  expect(rangeOf(range)).toBe('UNSATISFIABLE');
});

test.each(['bytes=0-1,900-901', 'bytes=x', 'rows=0-1', 'bytes=-8,0-1'])(
  '%s is all of it',
  (range) => {
    expect(rangeOf(range)).toBeNull();
  },
);
