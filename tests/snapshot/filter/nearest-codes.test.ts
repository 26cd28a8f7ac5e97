import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEAREST, nearestOf, nearestOfSorted } from '../../../src/snapshot/filter/nearest-codes.ts';

describe('nearest codes', () => {
  test('are those that begin alike for longest, then in their order', () => {
    expect(nearestOf(['M1203', 'A1101', 'M1805', 'M1802'], ['M1899'])).toEqual([
      ...['M1802', 'M1805', 'M1203', 'A1101'],
    ]);
    expect(nearestOf(['BTS', 'TP'], ['tpx'])).toEqual(['TP', 'BTS']);
  });

  test('of small numbers are those of the least difference', () => {
    expect(nearestOf(['3', '5', '8'], ['6'])).toEqual(['5', '8', '3']);
    expect(nearestOf(['3', '8'], ['2', '7'])).toEqual(['3', '8']);
  });

  test('of some in order are found without a look at all of them', () => {
    const code = fc.stringMatching(/^[abc]{1,4}$/);
    fc.assert(
      fc.property(fc.uniqueArray(code, { maxLength: 40 }), code, (codes, given) => {
        const sorted = codes.toSorted();
        expect(nearestOfSorted(sorted, sorted, given)).toEqual(nearestOf(sorted, [given]));
        expect(nearestOfSorted(sorted, sorted, given).length).toBe(Math.min(codes.length, NEAREST));
      }),
    );
  });
});
