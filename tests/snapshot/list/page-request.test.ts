import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/domain/work.ts';
import { POSITION_KEY } from '../../../src/snapshot/list/lists.ts';
import {
  type PageRequest,
  pageOf,
  pageOfWindow,
  type RowList,
  windowOf,
} from '../../../src/snapshot/list/page.ts';
import {
  dayKey,
  floatKey,
  intKey,
  orderName,
  type SortKey,
  sortedRows,
  textKey,
} from '../../../src/snapshot/list/sort-key.ts';

/** Rows 0 to 599 as they are, each by its own number from 1 on. */
const KEY = intKey(
  'NUMBER',
  Int32Array.from({ length: 600 }, (_, row) => row + 1),
  'ASC',
);
const LIST: RowList = { order: null, count: 600, mask: null, keys: [KEY], publication: 7 };

/** A cursor as whoever makes one up would write it. */
const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

function refusal(request: PageRequest, list: RowList = LIST): string {
  try {
    pageOf(list, request);
  } catch (error) {
    expect((error as Error).name).toBe('BadUserInputError');
    return (error as Error).message;
  }
  throw new Error('it was accepted');
}

describe('the size of a page', () => {
  test.each([
    [{}, 0, 49],
    [{ first: 500 }, 0, 499],
    [{ first: 1 }, 0, 0],
    [{ last: 500 }, 100, 599],
    [{ first: null, last: null }, 0, 49],
    // `before` alone reads backward from its cursor.
    [{ before: pageOf(LIST, {}).cursorOf(100) }, 50, 99],
    [{ before: pageOf(LIST, {}).cursorOf(100), first: 2 }, 0, 1],
  ])('%j: rows %i to %i', (request, from, to) => {
    const { rows } = pageOf(LIST, request);
    expect([rows[0], rows.at(-1), rows.length]).toEqual([from, to, to - from + 1]);
  });

  test('may be nothing, which tells whether there are rows', () => {
    expect(pageOf(LIST, { first: 0 })).toMatchObject({ rows: [], hasNextPage: true });
    expect(pageOf(LIST, { last: 0 })).toMatchObject({ rows: [], hasPreviousPage: true });
    const empty = { ...LIST, count: 0 };
    expect(pageOf(empty, { first: 0 })).toMatchObject({ rows: [], hasNextPage: false });
    expect(pageOf(empty, { last: 0 })).toMatchObject({ rows: [], hasPreviousPage: false });
  });

  test.each([
    ['first', -1],
    ['first', 501],
    ['last', -1],
    ['last', 501],
    ['first', Number.NaN],
  ])('is refused with its argument and what is accepted: %s %d', (argument, size) => {
    expect(refusal({ [argument]: size })).toBe(
      `${argument}: ${size} is not accepted: give 0 to 500, and read on with the cursor of the last row`,
    );
  });

  test('in both directions at once is refused', () => {
    expect(refusal({ first: 1, last: 1 })).toBe(
      'first and last cannot be given together: page in one direction',
    );
  });
});

const message = (argument: string, quoted: string) =>
  `${argument}: ${quoted} is not a cursor of this list in this order: give an endCursor or startCursor of the same field with the same orderBy`;

describe('a cursor', () => {
  test('is the order, the publication and the values of a row', () => {
    const text = pageOf(LIST, {}).cursorOf(41);
    expect(JSON.parse(Buffer.from(text, 'base64url').toString())).toEqual(['NUMBER ASC', 7, 42]);
  });

  test('of any publication is taken', () => {
    expect(pageOf(LIST, { after: cursor('NUMBER ASC', 1, 42), first: 1 }).rows).toEqual([42]);
  });

  test.each([
    ['no base64', '%%%'],
    ['nothing', ''],
    ['no JSON', Buffer.from('[1').toString('base64url')],
    ['no list', Buffer.from('{"a":1}').toString('base64url')],
    ['another direction', cursor('NUMBER DESC', 7, 42)],
    ['another order', cursor('YEAR ASC', 7, 42)],
    ['a value too few', cursor('NUMBER ASC', 7)],
    ['a value too many', cursor('NUMBER ASC', 7, 42, 42)],
    ['a text for a number', cursor('NUMBER ASC', 7, '42')],
    ['part of a number', cursor('NUMBER ASC', 7, 42.5)],
    ['a number beyond 32 bits', cursor('NUMBER ASC', 7, 2_147_483_648)],
    ['a publication that is none', cursor('NUMBER ASC', 'x', 42)],
    ['a publication in part', cursor('NUMBER ASC', 7.5, 42)],
  ])('that holds %s is refused, in either argument', (_, text) => {
    expect(refusal({ after: text })).toBe(message('after', JSON.stringify(text)));
    expect(refusal({ before: text })).toBe(message('before', JSON.stringify(text)));
  });

  test('that is long is quoted in part', () => {
    const text = 'x'.repeat(201);
    expect(refusal({ after: text })).toBe(message('after', `"${'x'.repeat(200)}…"`));
    expect(refusal({ after: 'x'.repeat(200) })).toBe(message('after', `"${'x'.repeat(200)}"`));
  });

  const texts = ['a', null];
  const days = Int32Array.of(20_261_124, -1);
  const columns: readonly [SortKey, unknown[], unknown[]][] = [
    [textKey('TEXT', texts, Float64Array.of(0, Number.NaN), 'ASC'), ['b', null], [1, 'a\0', true]],
    [dayKey('DAY', days, 'ASC'), ['2026-11-24', null], ['2026-02-30', '2026-1-1', 20_261_124, '']],
    [floatKey('RATE', () => 0.5, 'ASC'), [0.25, 3, null], ['0.5', [0.5]]],
    [intKey('INT', days, 'ASC'), [5, -5, null], [0.5, '5', false]],
  ];
  test.each(columns.map(([key, ...values]) => [key.name, key, ...values] as const))(
    'of a %s holds values that can be those of one',
    (name, key, taken, refused) => {
      const list: RowList = {
        ...{
          order: finish(sortedRows(2, [key])),
          count: 2,
          mask: null,
          keys: [key],
          publication: 7,
        },
      };
      for (const value of taken) {
        expect(() => pageOf(list, { after: cursor(`${name} ASC`, 7, value) })).not.toThrow();
      }
      for (const value of refused) {
        const text = cursor(`${name} ASC`, 7, value);
        expect(refusal({ after: text }, list)).toBe(message('after', JSON.stringify(text)));
      }
    },
  );

  test('names all keys of its order', () => {
    expect(orderName([KEY, { ...KEY, name: 'YEAR', direction: 'DESC' }])).toBe(
      'NUMBER ASC, YEAR DESC',
    );
  });
});

/** Places 1 to 10, of which a window reads one more than it shows, as a database is asked. */
describe('a window on rows that are read elsewhere', () => {
  const places = Array.from({ length: 10 }, (_, at) => at + 1);
  const list = { keys: [POSITION_KEY], publication: 7 };

  function page(request: PageRequest) {
    const window = windowOf(request, POSITION_KEY);
    const { after, before, backward, size } = window;
    const within = places.filter((at) => at > (after ?? 0) && at < (before ?? 99));
    const read = backward
      ? within.slice(Math.max(0, within.length - size - 1))
      : within.slice(0, size + 1);
    return pageOfWindow(window, read, list);
  }

  test.each([1, 3, 5, 10, 11])('%i at a time shows each once, forward and backward', (size) => {
    const forward: number[] = [];
    for (let after: string | null = null; ; ) {
      const { rows, hasNextPage, hasPreviousPage, cursorOf } = page({ first: size, after });
      expect(hasPreviousPage).toBe(after !== null);
      forward.push(...rows);
      expect(forward.length).toBeLessThanOrEqual(places.length);
      if (!hasNextPage) break;
      after = cursorOf(rows.at(-1) ?? 0);
    }
    expect(forward).toEqual(places);
    const backward: number[] = [];
    for (let before: string | null = null; ; ) {
      const { rows, hasNextPage, hasPreviousPage, cursorOf } = page({ last: size, before });
      expect(hasNextPage).toBe(before !== null);
      backward.unshift(...rows);
      expect(backward.length).toBeLessThanOrEqual(places.length);
      if (!hasPreviousPage) break;
      before = cursorOf(rows[0] ?? 0);
    }
    expect(backward).toEqual(places);
  });

  test('has the sizes and refusals of a page', () => {
    expect(windowOf({}, POSITION_KEY)).toEqual({
      ...{ backward: false, size: 50, after: null, before: null },
    });
    expect(windowOf({ last: 3, before: cursor('POSITION ASC', 7, 4) }, POSITION_KEY)).toEqual({
      ...{ backward: true, size: 3, after: null, before: 4 },
    });
    expect(() => windowOf({ first: 501 }, POSITION_KEY)).toThrow('first: 501 is not accepted');
    expect(() => windowOf({ after: cursor('NUMBER ASC', 7, 4) }, POSITION_KEY)).toThrow(
      'is not a cursor of this list in this order',
    );
  });
});
