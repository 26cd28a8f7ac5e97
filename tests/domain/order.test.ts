import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OrderDirection, orderedPlaces, textRanks } from '../../src/domain/order.ts';
import { finish, type Work } from '../../src/domain/work.ts';

const column = (values: readonly number[], direction: OrderDirection) => ({
  values: Float64Array.from(values),
  direction,
});

test('what is not known comes last, both ways', () => {
  const values = [3, Number.NaN, 1, 2];
  expect([...finish(orderedPlaces(4, [column(values, 'ASC')]))]).toEqual([2, 3, 0, 1]);
  expect([...finish(orderedPlaces(4, [column(values, 'DESC')]))]).toEqual([0, 3, 2, 1]);
});

test('ties are broken by the next column, and what is equal in all stays as it was', () => {
  const first = column([1, 1, Number.NaN, 0, Number.NaN, 1], 'ASC');
  const second = column([5, 4, 1, 9, 2, 4], 'DESC');
  expect([...finish(orderedPlaces(6, [first, second]))]).toEqual([3, 0, 1, 5, 4, 2]);
  expect([...finish(orderedPlaces(3, []))]).toEqual([0, 1, 2]);
  expect([...finish(orderedPlaces(0, [first]))]).toEqual([]);
});

test('things come in the order in which comparing them one by one puts them', () => {
  const number = fc.oneof(
    ...[fc.integer({ min: 0, max: 5 }), fc.integer(), fc.double(), fc.constant(Number.NaN)],
    fc.constantFrom(0, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300),
  );
  const direction = fc.constantFrom<OrderDirection>('ASC', 'DESC');
  const columns = fc.integer({ min: 0, max: 12 }).chain((count) =>
    fc.array(
      fc.record({
        values: fc.array(number, { minLength: count, maxLength: count }),
        direction,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  );
  fc.assert(
    fc.property(columns, (given) => {
      const count = given[0]?.values.length ?? 0;
      const places = finish(
        orderedPlaces(
          count,
          given.map((each) => column(each.values, each.direction)),
        ),
      );
      const expected = Array.from({ length: count }, (_, place) => place).sort((a, b) => {
        for (const { values, direction: way } of given) {
          const [x = Number.NaN, y = Number.NaN] = [values[a], values[b]];
          if (x === y || (Number.isNaN(x) && Number.isNaN(y))) continue;
          if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
          return x < y === (way === 'ASC') ? -1 : 1;
        }
        return a - b;
      });
      expect([...places]).toEqual(expected);
    }),
    { numRuns: 1_000 },
  );
});

test('ranks of texts sort as the texts do, unit by unit, and equal ones are equal', () => {
  const texts = fc.array(fc.option(fc.string({ unit: 'binary' })), { maxLength: 20 });
  fc.assert(
    fc.property(texts, (list) => {
      const ranks = finish(textRanks(list));
      for (const [a, one] of list.entries()) {
        if (one === null) expect(ranks[a]).toBeNaN();
        for (const [b, other] of list.entries()) {
          if (one === null || other === null) continue;
          expect(Math.sign((ranks[a] ?? 0) - (ranks[b] ?? 0))).toBe(
            one === other ? 0 : one < other ? -1 : 1,
          );
        }
      }
    }),
  );
});

test('tens of thousands are ordered in pieces, as sorting orders them', () => {
  const numbers = Array.from({ length: 20_000 }, (_, at) => (at * 7_919) % 10_007);
  const texts = numbers.map((number) => `t${number}`);
  const ranks = piecesOf(textRanks(texts));
  const sorted = [...new Set(texts)].sort();
  expect(ranks.result).toEqual(Float64Array.from(texts, (text) => sorted.indexOf(text)));
  const halves = Float64Array.from(numbers, (number) => number / 2);
  const places = piecesOf(orderedPlaces(20_000, [{ values: halves, direction: 'ASC' }]));
  const expected = numbers.map((_, at) => at).sort((a, b) => (halves[a] ?? 0) - (halves[b] ?? 0));
  expect([...places.result]).toEqual(expected);
  expect(Math.min(ranks.yields, places.yields)).toBeGreaterThan(4);
});

function piecesOf<Result>(work: Work<Result>): {
  readonly result: Result;
  readonly yields: number;
} {
  let yields = 0;
  for (;;) {
    const step = work.next();
    if (step.done) return { result: step.value, yields };
    yields += 1;
  }
}
