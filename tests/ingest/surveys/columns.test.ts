import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  HashColumn,
  HashMapColumn,
  InternedColumn,
  NumberColumn,
} from '../../../src/ingest/surveys/columns.ts';

const hashOf = (number: number) =>
  createHash('sha256').update(String(number)).digest('hex').slice(0, 32);

describe('a column of few values', () => {
  test('gives what was set, with one byte a row, and with two once there are more than 255', () => {
    const column = new InternedColumn<string>();
    const expected = (row: number) => (row % 7 === 0 ? null : `v${row % 1_000}`);
    const rows = Array.from({ length: 40_000 }, (_, row) => row);
    for (const row of rows) column.set(row, expected(row));
    expect(rows.filter((row) => column.get(row) !== expected(row))).toEqual([]);
    expect(column.get(1_000_000)).toBeNull();
  });

  test('keeps what was set before its values became many', () => {
    const column = new InternedColumn<string>();
    for (let row = 0; row < 256; row++) column.set(row, `v${row}`);
    expect([0, 1, 254, 255].map((row) => column.get(row))).toEqual(['v0', 'v1', 'v254', 'v255']);
    column.set(256, 'v0');
    expect(column.get(256)).toBe('v0');
  });

  test('refuses more than 65,535', () => {
    const column = new InternedColumn<string>();
    for (let row = 0; row < 65_535; row++) column.set(row, `v${row}`);
    expect(column.get(65_534)).toBe('v65534');
    expect(() => column.set(65_535, 'one more')).toThrow(RangeError);
  });
});

test('a column of numbers has 0 where none was set, on whatever page', () => {
  const column = new NumberColumn();
  column.set(50_000, 4_294_967_295);
  expect([0, 49_999, 50_000, 50_001, 9_999_999].map((row) => column.get(row))).toEqual([
    ...[0, 0, 4_294_967_295, 0, 0],
  ]);
});

test('a column of hashes gives them back, and has none of a row that was never set', () => {
  const column = new HashColumn();
  for (const row of [0, 16_383, 16_384, 40_000]) column.set(row, hashOf(row));
  expect(column.get(16_384)).toBe(hashOf(16_384));
  expect(column.get(40_000)).toBe(hashOf(40_000));
  expect(() => column.get(900_000)).toThrow(RangeError);
});

describe('numbers by hash', () => {
  test('are those that were set last, of each hash its own', () => {
    const column = new HashMapColumn();
    for (let number = 0; number < 30_000; number++) column.set(hashOf(number), number);
    for (let number = 0; number < 30_000; number += 3) column.set(hashOf(number), 4_294_967_295);
    expect(column.size).toBe(30_000);
    const wrong = Array.from({ length: 30_000 }, (_, number) => number).filter(
      (number) => column.get(hashOf(number)) !== (number % 3 === 0 ? 4_294_967_295 : number),
    );
    expect(wrong).toEqual([]);
    expect(column.get(hashOf(30_001))).toBeUndefined();
  });

  test('are told apart where first bytes are equal', () => {
    const column = new HashMapColumn();
    const alike = ['a', 'b', 'c'].map((last) => `00000001${last.repeat(24)}`);
    for (const [place, hash] of alike.entries()) column.set(hash, place);
    expect(alike.map((hash) => column.get(hash))).toEqual([0, 1, 2]);
    expect(column.get(`00000001${'d'.repeat(24)}`)).toBeUndefined();
  });
});
