import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dimension } from '../../src/domain/insertion/dimension.ts';
import { type KeyedOrder, orderKeyed } from '../../src/domain/keyed-groups.ts';
import type { OrderDirection } from '../../src/domain/order.ts';
import { finish } from '../../src/domain/work.ts';

interface Group {
  readonly keys: readonly (string | null)[];
  readonly measure: number | null;
}

function group(keys: readonly (string | null)[], measure: number | null = null): Group {
  return { keys, measure };
}

const byKey = (direction: OrderDirection): KeyedOrder<Group> => ({ measure: null, direction });
const byMeasure = (direction: OrderDirection): KeyedOrder<Group> => ({
  measure: ({ measure }) => measure,
  direction,
});

/** The keys of groups of one dimension, in an order. */
function ordered(
  dimension: Dimension,
  keys: readonly (string | null)[],
  orders: readonly KeyedOrder<Group>[] = [],
) {
  const groups = keys.map((key) => group([key]));
  return finish(orderKeyed(groups, [dimension], orders)).map((each) => each.keys[0]);
}

describe('the order of keys', () => {
  test.each<[Dimension, (string | null)[]]>([
    ['LEVEL', ['2', '9', '10', null]],
    ['YEAR', ['999', '2019', '2020', null]],
    ['REGISTRATION_YEARS', ['1', '2', '3', '5', '10', null]],
    ['CERTIFICATION', ['RNCP900', 'RNCP35746', 'RNCP123456', 'RS9', 'RS6232', null]],
    ['REGISTER', ['RNCP', 'RS']],
    // Codes are text: a domain goes before what is in it.
    ['SPECIALITY', ['3', '31', '310', '326', '326t', '4', null]],
    ['OCCUPATION', ['E1103', 'K1801', 'M1705', 'M18', 'M1805', null]],
    ['FORMACODE', ['12345', '2345', '46301']],
    ['CERTIFIER', ['130025265', '328007786', null]],
    ['REGISTRATION_END_MONTH', ['2022-12', '2023-01', '2023-11', null]],
    ['ACTIVE', ['false', 'true', null]],
  ])('of %s: %j, and what is not known is last both ways', (dimension, keys) => {
    const known = keys.filter((key) => key !== null);
    const unknown = keys.filter((key) => key === null);
    for (const given of [keys, keys.toReversed(), [...unknown, ...known.toReversed()]]) {
      expect(ordered(dimension, given)).toEqual(keys);
      expect(ordered(dimension, given, [byKey('ASC')])).toEqual(keys);
      expect(ordered(dimension, given, [byKey('DESC')])).toEqual([
        ...known.toReversed(),
        ...unknown,
      ]);
    }
  });

  test('goes dimension by dimension, in the order of the grouping', () => {
    const groups = [
      group(['2020', 'RS']),
      group([null, 'RNCP']),
      group(['2019', 'RS']),
      group(['2020', null]),
      group(['2020', 'RNCP']),
    ];
    const keys = (direction: OrderDirection) =>
      finish(orderKeyed(groups, ['YEAR', 'REGISTER'], [byKey(direction)])).map((each) => each.keys);
    expect(keys('ASC')).toEqual([
      ['2019', 'RS'],
      ['2020', 'RNCP'],
      ['2020', 'RS'],
      ['2020', null],
      [null, 'RNCP'],
    ]);
    expect(keys('DESC')).toEqual([
      ['2020', 'RS'],
      ['2020', 'RNCP'],
      ['2020', null],
      ['2019', 'RS'],
      [null, 'RNCP'],
    ]);
  });
});

describe('the order by a measure', () => {
  const groups = [
    group(['2'], 50),
    group(['10'], null),
    group(['9'], 50),
    group(['1'], 0),
    group(['3'], null),
    group(['4'], 100),
  ];
  const keys = (...orders: KeyedOrder<Group>[]) =>
    finish(orderKeyed(groups, ['LEVEL'], orders)).map((each) => each.keys[0]);

  test('puts what has none last, both ways, and ties by key', () => {
    expect(keys(byMeasure('ASC'))).toEqual(['1', '2', '9', '4', '3', '10']);
    expect(keys(byMeasure('DESC'))).toEqual(['4', '2', '9', '1', '3', '10']);
  });

  test('can tie by the keys backwards, or by another measure first', () => {
    expect(keys(byMeasure('DESC'), byKey('DESC'))).toEqual(['4', '9', '2', '1', '10', '3']);
    const byParity: KeyedOrder<Group> = {
      measure: ({ keys: [key] }) => Number(key) % 2,
      direction: 'DESC',
    };
    expect(keys(byParity, byMeasure('ASC'))).toEqual(['1', '9', '3', '2', '4', '10']);
  });

  test('leaves the groups as they were given', () => {
    const before = [...groups];
    keys(byMeasure('ASC'));
    expect(groups).toEqual(before);
  });
});

test('no group, no dimension: nothing to order', () => {
  expect(finish(orderKeyed([], ['YEAR'], [byKey('DESC')]))).toEqual([]);
  const total = group([]);
  expect(finish(orderKeyed([total], [], [byMeasure('ASC')]))).toEqual([total]);
});

test('groups come in one order, whatever the order they are given in', () => {
  const years = fc.option(fc.integer({ min: 1, max: 3_000 }).map(String));
  const registers = fc.constantFrom('RNCP', 'RS', null);
  const groups = fc.uniqueArray(
    fc.tuple(years, registers, fc.option(fc.integer({ min: 0, max: 3 }))),
    { selector: ([year, register]) => `${year} ${register}`, maxLength: 20 },
  );
  const directions = fc.constantFrom<OrderDirection>('ASC', 'DESC');
  fc.assert(
    fc.property(groups, directions, fc.boolean(), (tuples, direction, measured) => {
      const list = tuples.map(([year, register, measure]) => group([year, register], measure));
      const orders = [measured ? byMeasure(direction) : byKey(direction)];
      const result = finish(orderKeyed(list, ['YEAR', 'REGISTER'], orders));
      const again = finish(orderKeyed(list.toReversed(), ['YEAR', 'REGISTER'], orders));
      expect(again).toEqual(result);
      expect(new Set(result)).toEqual(new Set(list));
      const first = result.map(({ keys: [year], measure }) =>
        measured ? measure : year == null ? null : Number(year),
      );
      const known = first.filter((each) => each !== null);
      expect(first.slice(known.length)).toEqual(Array(list.length - known.length).fill(null));
      const sign = direction === 'ASC' ? 1 : -1;
      expect(known).toEqual(known.toSorted((a, b) => sign * (a - b)));
    }),
  );
});
