import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ClassCounts,
  type Disclosure,
  oneWayTable,
} from '../../../../src/domain/survey/disclosure/one-way-table.ts';

/** Classes by n; as many are certified unless another N is given. */
const classes = (...counts: (number | readonly [n: number, N: number])[]): ClassCounts[] =>
  counts.map((given) =>
    typeof given === 'number'
      ? { eligible: given, certified: given }
      : { eligible: given[0], certified: given[1] },
  );

const named = (decided: Disclosure) =>
  decided.status === 'SUPPRESSED' ? decided.reason : decided.status;

/** What is said of the total, then of each class. */
function decisions(...counts: Parameters<typeof classes>): string[] {
  const { total, classes: decided } = oneWayTable(classes(...counts));
  return [total, ...decided].map(named);
}

describe('oneWayTable', () => {
  test('shows all classes with n of 20 or more', () => {
    expect(decisions(20, 35)).toEqual(['SHOWN', 'SHOWN', 'SHOWN']);
  });

  test('suppresses the smallest shown class beside a single small one', () => {
    expect(decisions(40, 25, 19)).toEqual(['SHOWN', 'SHOWN', 'COMPLEMENTARY', 'SMALL_BASE']);
  });

  test('takes the first of equal classes', () => {
    expect(decisions(25, 25, 3)).toEqual(['SHOWN', 'COMPLEMENTARY', 'SHOWN', 'SMALL_BASE']);
  });

  test('leaves two small classes that have n of 11 together', () => {
    expect(decisions(40, 6, 5)).toEqual(['SHOWN', 'SHOWN', 'SMALL_BASE', 'SMALL_BASE']);
  });

  test('goes on where small classes have less together', () => {
    expect(decisions(40, 30, 5, 5)).toEqual([
      ...['SHOWN', 'SHOWN', 'COMPLEMENTARY'],
      ...['SMALL_BASE', 'SMALL_BASE'],
    ]);
  });

  test('goes on where one small class has all of their respondents', () => {
    expect(decisions(40, 15, [0, 7])).toEqual([
      ...['SHOWN', 'COMPLEMENTARY', 'SMALL_BASE', 'SMALL_BASE'],
    ]);
  });

  test('keeps a small class without respondents behind a larger one', () => {
    expect(decisions(40, 25, [0, 7])).toEqual([
      ...['SHOWN', 'SHOWN', 'COMPLEMENTARY', 'SMALL_BASE'],
    ]);
  });

  test('suppresses several classes when one is not enough', () => {
    const table = oneWayTable(classes(2, 5, 6, 9), { smallestBase: 5, suppressedTogether: 11 });
    expect(table.classes.map(named)).toEqual([
      ...['SMALL_BASE', 'COMPLEMENTARY', 'COMPLEMENTARY', 'SHOWN'],
    ]);
  });

  test('says when only the total is shown', () => {
    expect(oneWayTable(classes(40, 3))).toMatchObject({
      total: { status: 'SHOWN' },
      shows: 'TOTAL_ONLY',
    });
    expect(oneWayTable(classes(19, 19)).shows).toBe('TOTAL_ONLY');
    expect(oneWayTable(classes(20, 19, 19)).shows).toBe('CLASSES');
  });

  test('does not hide behind classes without holders', () => {
    expect(decisions(40, 25, 3, 0)).toEqual([
      ...['SHOWN', 'SHOWN', 'COMPLEMENTARY', 'SMALL_BASE', 'EMPTY'],
    ]);
    expect(decisions(30, 0, 0)).toEqual(['SHOWN', 'SHOWN', 'EMPTY', 'EMPTY']);
  });

  test('says nothing of any class when the total is small, not even that one is empty', () => {
    expect(decisions(19, 0)).toEqual(['SMALL_BASE', 'SMALL_BASE', 'SMALL_BASE']);
    expect(decisions([10, 90], [9, 90])).toEqual(['SMALL_BASE', 'SMALL_BASE', 'SMALL_BASE']);
    expect(oneWayTable(classes(19, 0)).shows).toBe('NOTHING');
  });

  test('calls a cohort without holders empty', () => {
    expect(decisions(0, 0)).toEqual(['EMPTY', 'EMPTY', 'EMPTY']);
    expect(oneWayTable(classes(0, 0)).shows).toBe('NOTHING');
  });

  test.each([
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [Number.NaN, 5],
    [0, Number.POSITIVE_INFINITY],
  ])('refuses n = %d of N = %d', (eligible, certified) => {
    expect(() => oneWayTable([{ eligible, certified }])).toThrow(
      `n = ${eligible} of N = ${certified} are no counts of a class: whole numbers, 0 ≤ n ≤ N, are`,
    );
  });

  test('shows nothing by a threshold that is not a number', () => {
    const table = oneWayTable(classes(400, 300), {
      smallestBase: Number.NaN,
      suppressedTogether: 0,
    });
    expect(table.shows).toBe('NOTHING');
  });

  test('never shows a small class, nor leaves a sum that tells one', () => {
    const count = fc
      .tuple(
        fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 45 })),
        fc.integer({ min: 0, max: 3 }),
      )
      .map(([eligible, others]) => ({ eligible, certified: eligible + others }));
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 7 }), (given) => {
        const table = oneWayTable(given);
        const inState = (status: string) =>
          given.filter((_, at) => table.classes[at]?.status === status);
        expect(inState('SHOWN').every(({ eligible }) => eligible >= 20)).toBe(true);
        expect(inState('EMPTY').every(({ certified }) => certified === 0)).toBe(true);
        const suppressed = inState('SUPPRESSED');
        if (table.total.status !== 'SHOWN' || suppressed.length === 0) return;
        const together = suppressed.reduce((sum, { eligible }) => sum + eligible, 0);
        expect(together).toBeGreaterThanOrEqual(11);
        expect(suppressed.filter(({ certified }) => certified > 0).length).toBeGreaterThanOrEqual(
          2,
        );
        const small = suppressed.filter(({ eligible }) => eligible < 20);
        expect(small.every(({ eligible }) => eligible < together)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
