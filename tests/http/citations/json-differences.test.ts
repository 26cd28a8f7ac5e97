import { expect, test } from 'vitest';
import { jsonDifferences } from '../../../src/http/citations/json-differences.ts';

const differences = (before: unknown, after: unknown, ignored: readonly string[] = []) =>
  [...jsonDifferences(before, after, new Set(ignored))].filter((each) => each !== null);

test.each([
  ['the same', { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
  ['a value', { a: { b: 1 } }, { a: { b: 2 } }, [{ path: 'a.b', before: 1, after: 2 }]],
  ['a value that was none', { a: null }, { a: 0 }, [{ path: 'a', before: null, after: 0 }]],
  ['a member that is new', {}, { a: 'x' }, [{ path: 'a', after: 'x' }]],
  [
    'items in another order, by their codes',
    [
      { code: 'A', n: 1 },
      { code: 'B', n: 2 },
    ],
    [
      { code: 'B', n: 3 },
      { code: 'A', n: 1 },
    ],
    [{ path: '[B].n', before: 2, after: 3 }],
  ],
  [
    'items by what tells all apart, where codes do not',
    [
      { code: 'A', year: 1, n: 1 },
      { code: 'A', year: 2, n: 2 },
    ],
    [{ code: 'A', year: 2, n: 2 }],
    [{ path: '[1]', before: { code: 'A', year: 1, n: 1 } }],
  ],
  [
    'items that nothing tells apart, by place',
    [1, 2],
    [1, 3],
    [{ path: '[1]', before: 2, after: 3 }],
  ],
  ['an object that is a list now', { a: {} }, { a: [] }, [{ path: 'a', before: {}, after: [] }]],
  ['an empty list', { a: [] }, { a: [{ id: 1 }] }, [{ path: 'a[1]', after: { id: 1 } }]],
])('%s', (_name, before, after, expected) => {
  expect(differences(before, after)).toEqual(expected);
});

test('members that are ignored are no difference, wherever they are', () => {
  const answer = (cursor: string) => ({ edges: [{ cursor, node: { id: 1 } }], cursor });
  expect(differences(answer('a'), answer('b'), ['cursor'])).toEqual([]);
});
