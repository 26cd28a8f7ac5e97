import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpts, LONGEST_EXCERPT } from '../../../src/domain/changes/excerpt.ts';

const long = (sign: string, length = 1000) => sign.repeat(length);

test('short texts stay whole, and what is absent stays so', () => {
  expect(excerpts('un', 'deux')).toEqual(['un', 'deux']);
  expect(excerpts(null, 'deux')).toEqual([null, 'deux']);
  expect(excerpts(long('a', 500), null)).toEqual([long('a', 500), null]);
});

test('of long texts the part that differs is kept, with words before and after', () => {
  const [before, after] = excerpts(
    `${long('a')} Savoir coudre. ${long('z')}`,
    `${long('a')} Savoir broder. ${long('z')}`,
  );
  expect(before).toMatch(/^…a+ Savoir coudre\. z+…$/);
  expect(after).toMatch(/^…a+ Savoir broder\. z+…$/);
});

test('a long text that is new, or gone, is kept from its start', () => {
  expect(excerpts(null, long('a'))).toEqual([null, `${long('a', 499)}…`]);
  expect(excerpts(`${long('a')}b`, null)).toEqual([`${long('a', 499)}…`, null]);
});

test('texts that differ at their end, or of which one is the start of the other, differ', () => {
  expect(excerpts(long('a'), `${long('a')}b`)).toEqual([`…${long('a', 60)}`, `…${long('a', 60)}b`]);
});

test('two texts that differ always do so as kept, and are no longer than allowed', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), maxLength: 1500 });
  const prefix = fc.nat({ max: 700 }).map((length) => long('x', length));
  fc.assert(
    fc.property(prefix, text, text, prefix, (lead, a, b, end) => {
      fc.pre(a !== b);
      const kept = excerpts(lead + a + end, lead + b + end);
      expect(kept[0]).not.toBe(kept[1]);
      for (const each of kept) {
        expect(each?.length).toBeLessThanOrEqual(LONGEST_EXCERPT);
        expect(each?.isWellFormed()).toBe(true);
      }
    }),
  );
});
