import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PlainDate, parsePlainDate } from '../../../src/domain/calendar.ts';
import { textRanks } from '../../../src/domain/order.ts';
import { finish } from '../../../src/domain/work.ts';
import { dayNumber } from '../../../src/snapshot/columns.ts';
import { pageOf, type RowList, rowsOfList, totalOf } from '../../../src/snapshot/list/page.ts';
import {
  dayKey,
  floatKey,
  inOrder,
  intKey,
  type SortKey,
  sortedRows,
  textKey,
} from '../../../src/snapshot/list/sort-key.ts';
import { compareValues, walk } from './walk.ts';

interface Thing {
  readonly int: number | null;
  readonly float: number | null;
  readonly text: string | null;
  readonly day: PlainDate | null;
}
const FIELDS = ['int', 'float', 'text', 'day'] as const;

// Few values, so that many are equal; some do not fit into 32 bits or are no short decimals.
const thing: fc.Arbitrary<Thing> = fc.record({
  int: fc.constantFrom(null, 0, 1, 2, 2_147_483_647),
  float: fc.constantFrom(null, 0, -1.5, 1 / 3, 0.1 + 0.2, 1e-7, 62.5, 100),
  text: fc.constantFrom(null, '', 'a', 'ab', 'B', 'é', 'Z', '😀', '\uFFFD', 'a b'),
  day: fc.constantFrom(null, ...['0001-01-01', '2024-02-29', '2026-11-24'].map(parsePlainDate)),
});

const order = fc.uniqueArray(
  fc.record({
    field: fc.constantFrom(...FIELDS),
    direction: fc.constantFrom('ASC' as const, 'DESC' as const),
  }),
  { maxLength: 3, selector: ({ field }) => field },
);
type Order = typeof order extends fc.Arbitrary<infer Of> ? Of : never;

/** Things in an order, some of them left out. */
interface Question {
  readonly things: readonly Thing[];
  readonly by: Order;
  readonly endDirection: 'ASC' | 'DESC';
  /** By row, whether it is left out; null = no mask. */
  readonly left: readonly boolean[] | null;
}

const question: fc.Arbitrary<Question> = fc.record({
  things: fc.array(thing, { maxLength: 40 }),
  by: order,
  endDirection: fc.constantFrom('ASC' as const, 'DESC' as const),
  left: fc.option(fc.array(fc.boolean(), { minLength: 40, maxLength: 40 })),
});

function keysOf(things: readonly Thing[], by: Order, endDirection: 'ASC' | 'DESC'): SortKey[] {
  const floats = Float64Array.from(things, ({ float }) => float ?? Number.NaN);
  const texts = things.map(({ text }) => text);
  const make = {
    int: (of: 'ASC' | 'DESC') =>
      intKey(
        'INT',
        Int32Array.from(things, ({ int }) => int ?? -1),
        of,
      ),
    float: (of: 'ASC' | 'DESC') => floatKey('FLOAT', (row) => floats[row] ?? Number.NaN, of),
    text: (of: 'ASC' | 'DESC') => textKey('TEXT', texts, finish(textRanks(texts)), of),
    day: (of: 'ASC' | 'DESC') =>
      dayKey(
        'DAY',
        Int32Array.from(things, ({ day }) => dayNumber(day)),
        of,
      ),
  };
  const places = Int32Array.from(things, (_, row) => row);
  return [
    ...by.map(({ field, direction }) => make[field](direction)),
    intKey('PLACE', places, endDirection),
  ];
}

/** The rows that come out of an order, sorted by their values two by two. */
function expectedRows(things: readonly Thing[], by: Order, endDirection: 'ASC' | 'DESC') {
  return things
    .map((_, row) => row)
    .sort((a, b) => {
      const decided = by.reduce(
        (sofar, { field, direction }) =>
          sofar || compareValues(things[a]?.[field] ?? null, things[b]?.[field] ?? null, direction),
        0,
      );
      return decided || compareValues(a, b, endDirection);
    });
}

/** The list of a question, all rows in order, and of these the rows that are shown. */
function listOf({ things, by, endDirection, left }: Question) {
  const keys = keysOf(things, by, endDirection);
  const all = expectedRows(things, by, endDirection);
  const leaves = left?.slice(0, things.length) ?? things.map(() => false);
  const mask = left ? Uint8Array.from(leaves, (leave) => Number(!leave)) : null;
  const list: RowList = {
    ...{ order: finish(sortedRows(things.length, keys)), mask, keys, publication: 12 },
    count: things.length,
  };
  return { list, all, shown: all.filter((row) => !leaves[row]) };
}

describe('pages', () => {
  test('cover each row once, in order, forward and backward, with ties and unknown values', () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 1, max: 41 }), (asked, size) => {
        const { list, shown } = listOf(asked);
        expect(walk(list, size, 'forward')).toEqual(shown);
        expect(walk(list, size, 'backward')).toEqual(shown);
        expect([...rowsOfList(list)]).toEqual(shown);
        expect(totalOf(list)).toBe(shown.length);
        expect(pageOf(list, { first: 0 }).total()).toBe(shown.length);
      }),
      { numRuns: 300 },
    );
  });

  test('are bounded from both sides by the cursors of any rows, shown or not', () => {
    fc.assert(
      fc.property(question, fc.nat(40), fc.nat(40), fc.nat(9), (asked, from, to, size) => {
        fc.pre(from < asked.things.length && to < asked.things.length);
        const { list, all, shown } = listOf(asked);
        const { cursorOf } = pageOf(list, {});
        const [after, before] = [all[from] ?? 0, all[to] ?? 0].map(cursorOf);
        const between = shown.filter((row) => all.indexOf(row) > from && all.indexOf(row) < to);
        const first = pageOf(list, { after, before, first: size });
        expect(first.rows).toEqual(between.slice(0, size));
        expect(first.hasNextPage).toBe(between.length > size);
        const last = pageOf(list, { after, before, last: size });
        expect(last.rows).toEqual(between.slice(Math.max(0, between.length - size)));
        expect(last.hasPreviousPage).toBe(between.length > size);
      }),
      { numRuns: 300 },
    );
  });

  test('go on at the same place when the row of a cursor is no longer there', () => {
    fc.assert(
      fc.property(question, fc.nat(39), (asked, at) => {
        fc.pre(at < asked.things.length);
        const { list, all } = listOf({ ...asked, left: null });
        const gone = all[at] ?? 0;
        const cursor = pageOf(list, {}).cursorOf(gone);
        const rows = Int32Array.from(all.filter((row) => row !== gone));
        const later: RowList = { ...list, order: rows, count: rows.length, publication: 13 };
        expect(pageOf(later, { first: 50, after: cursor }).rows).toEqual(all.slice(at + 1));
        expect(pageOf(later, { last: 50, before: cursor }).rows).toEqual(all.slice(0, at));
      }),
      { numRuns: 100 },
    );
  });

  test('of a part of the rows hold that part in order, less what a mask leaves out', () => {
    fc.assert(
      fc.property(question, fc.uniqueArray(fc.nat(39)), (asked, chosen) => {
        const { list, shown } = listOf(asked);
        const some = chosen.filter((row) => row < asked.things.length);
        const rows = finish(inOrder(Int32Array.from(some), list.keys));
        const part: RowList = { ...list, order: rows, count: rows.length };
        const expected = shown.filter((row) => some.includes(row));
        expect(walk(part, 3, 'forward')).toEqual(expected);
        expect(totalOf(part)).toBe(expected.length);
      }),
      { numRuns: 100 },
    );
  });
});
