import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import {
  dayNumber,
  dayOf,
  flagOf,
  groupByParent,
  intOf,
  inverse,
  NONE,
  rateOf,
} from '../../src/snapshot/columns.ts';

describe('a day in a column', () => {
  test.each([
    ['2026-11-24', 20_261_124],
    ['2024-02-29', 20_240_229],
    ['0001-01-01', 10_101],
    ['9999-12-31', 99_991_231],
  ])('%s is the number %i, both ways', (text, number) => {
    expect(dayNumber(parsePlainDate(text))).toBe(number);
    expect(dayOf(number)).toBe(text);
    // A day that was asked for before is remembered.
    expect(dayOf(number)).toBe(text);
  });

  test('days compare as their numbers do', () => {
    const day = fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => parsePlainDate(date.toISOString().slice(0, 10)));
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(dayNumber(a) < dayNumber(b)).toBe(a < b);
        expect(dayOf(dayNumber(a))).toBe(a);
      }),
    );
  });

  test('what is not known is −1 in a column and null outside, and so is a row that is not there', () => {
    expect(dayNumber(null)).toBe(NONE);
    expect([dayOf(-1), dayOf(undefined)]).toEqual([null, null]);
    expect([intOf(-1), intOf(undefined), intOf(0), intOf(7)]).toEqual([null, null, 0, 7]);
    expect([-1, undefined, 0, 1].map(flagOf)).toEqual([null, null, false, true]);
    expect([Number.NaN, undefined, 0, 62.5].map(rateOf)).toEqual([null, null, 0, 62.5]);
  });
});

/** Parents of some rows; the last parents may have none. */
const children = fc
  .integer({ min: 1, max: 8 })
  .chain((parents) =>
    fc.record({ parents: fc.constant(parents), parent: fc.array(fc.nat(parents - 1)) }),
  );

describe('rows by parent', () => {
  test('are those that a stable sort gives, and offsets say where each parent begins', () => {
    fc.assert(
      fc.property(children, ({ parents, parent }) => {
        const { offset, order } = groupByParent(parent, parents);
        const sorted = parent.map((_, row) => row);
        sorted.sort((a, b) => (parent[a] ?? 0) - (parent[b] ?? 0) || a - b);
        expect([...order]).toEqual(sorted);
        const before = (which: number) => parent.filter((each) => each < which).length;
        expect([...offset]).toEqual(Array.from({ length: parents + 1 }, (_, at) => before(at)));
      }),
    );
  });

  test('of no parent are none', () => {
    const { offset, order } = groupByParent([], 0);
    expect([...offset]).toEqual([0]);
    expect([...order]).toEqual([]);
  });
});

describe('lists turned round', () => {
  test('hold by value the rows that hold it, in order', () => {
    // Row 0 holds 2 and 0, row 1 nothing, row 2 holds 2; nobody holds 1.
    const lists = { offset: Int32Array.of(0, 2, 2, 3), value: Int32Array.of(2, 0, 2) };
    const { offset, value } = inverse(lists, 3);
    expect([...offset]).toEqual([0, 1, 1, 3]);
    expect([...value]).toEqual([0, 0, 2]);
  });

  test('twice are the lists again, each in order', () => {
    const lists = fc.array(fc.uniqueArray(fc.nat(6)), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(lists, (rows) => {
        const offset = Int32Array.from([
          0,
          ...rows.map((_, at) => rows.slice(0, at + 1).flat().length),
        ]);
        const once = inverse({ offset, value: Int32Array.from(rows.flat()) }, 7);
        const twice = inverse(once, rows.length);
        expect([...twice.offset]).toEqual([...offset]);
        expect([...twice.value]).toEqual(rows.flatMap((row) => row.toSorted()));
      }),
    );
  });
});
