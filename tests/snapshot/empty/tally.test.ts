import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/domain/work.ts';
import { type Layers, tally } from '../../../src/snapshot/empty/tally.ts';

const mask = (...rows: number[]) => Uint8Array.from(rows);

const NONE: Omit<Layers, 'count' | 'own'> = {
  ...{ rows: null, certificationOf: null, certifications: [], cohorts: [] },
  cohortOffset: new Int32Array(1),
};

const tallied = (layers: Layers) => finish(tally(layers));

describe('conditions of a list', () => {
  test('that exclude all alone are those of which each row fails no other', () => {
    // Row 0 fails the first alone, row 1 the second alone, row 2 both.
    const own = [mask(0, 1, 0), mask(1, 0, 0)];
    const found = tallied({ ...NONE, count: 3, own });
    expect(found.met).toBe(0);
    expect(found.alone).toEqual([1, 1]);
    expect(found.leaveOut).toEqual([
      { conditions: [0], remaining: 1 },
      { conditions: [1], remaining: 1 },
    ]);
    expect(found.failing.map((rows) => [...rows])).toEqual([[0], [1]]);
  });

  test('of which no one is enough are left out together, the fewest that are', () => {
    const own = [mask(0, 0, 1), mask(0, 1, 0), mask(0, 0, 0)];
    const found = tallied({ ...NONE, count: 3, own });
    expect(found.leaveOut).toEqual([
      { conditions: [0, 2], remaining: 1 },
      { conditions: [1, 2], remaining: 1 },
    ]);
    expect(found.failing.every((rows) => rows.size === 0)).toBe(true);
  });

  test('are of the rows that the list has', () => {
    const own = [mask(1, 0, 0)];
    const found = tallied({ ...NONE, count: 3, own, rows: Int32Array.of(1, 2) });
    expect([found.rows, found.met, found.alone]).toEqual([2, 0, [0]]);
    expect(found.leaveOut).toEqual([{ conditions: [0], remaining: 2 }]);
    expect(tallied({ ...NONE, count: 3, own }).met).toBe(1);
  });

  test('of cohorts are met by one and the same cohort', () => {
    // Certification 0 has two cohorts that meet one condition each, 1 has none, 2 one that meets none.
    const layers: Layers = {
      ...{ count: 3, rows: null, own: [], certificationOf: null, certifications: [] },
      cohorts: [mask(1, 0, 0), mask(0, 1, 0)],
      cohortOffset: Int32Array.of(0, 2, 2, 3),
    };
    const found = tallied(layers);
    expect([found.met, found.alone]).toEqual([0, [1, 1]]);
    expect(found.leaveOut).toEqual([
      { conditions: [0], remaining: 1 },
      { conditions: [1], remaining: 1 },
    ]);
    // What fails one alone is a cohort: the second, then the first.
    expect(found.failing.map((rows) => [...rows])).toEqual([[1], [0]]);
    // Without anything asked of cohorts, one that has none is there as well.
    const one = tallied({ ...layers, cohorts: [mask(0, 0, 0)] });
    expect(one.leaveOut).toEqual([{ conditions: [0], remaining: 3 }]);
  });

  test('of certifications count their rows', () => {
    const found = tallied({
      ...{ count: 3, rows: null, own: [mask(1, 1, 0)] },
      certificationOf: Int32Array.of(0, 0, 1),
      ...{ certifications: [mask(0, 1)], cohorts: [], cohortOffset: new Int32Array(3) },
    });
    expect(found.alone).toEqual([2, 1]);
    expect(found.leaveOut).toEqual([
      { conditions: [1], remaining: 2 },
      { conditions: [0], remaining: 1 },
    ]);
    // The rows of the list fail the first, certifications the second.
    expect(found.failing.map((rows) => [...rows])).toEqual([[2], [0]]);
  });
});
