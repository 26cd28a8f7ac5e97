import { expect, test } from 'vitest';
import { changes } from '../../../src/datasets/history/changes.ts';
import { QueryTooComplexError } from '../../../src/domain/errors.ts';
import { finish } from '../../../src/domain/work.ts';
import { MOST_COLLECTED, selectRows } from '../../../src/http/odata/select-rows.ts';
import type { RowSource } from '../../../src/http/reports/rows.ts';

/** A source that is read in batches, and has so many rows. */
function sourceOf(count: number): RowSource {
  const row = changes.columns.map(() => null);
  return {
    table: async () => null,
    rows: async function* () {
      for (let left = count; left > 0; left -= 10_000) {
        yield { rows: new Array(Math.min(10_000, left)).fill(row), last: left <= 10_000 };
      }
    },
  } as unknown as RowSource;
}

const ordered = (count: number) =>
  selectRows(
    sourceOf(count),
    {
      dataset: changes,
      values: {},
      pageSize: null,
      query: {
        ...{
          applied: null,
          filter: null,
          search: null,
          select: null,
          skip: 0,
          top: 1,
          count: true,
        },
        ...{ position: null, isOfNow: false, options: {} as never },
        orderBy: [
          { expression: { kind: 'COLUMN', type: 'TEXT', name: 'title' }, descending: false },
        ],
      },
    },
    finish,
  );

test('rows that are read to be ordered are no more than may be in memory', async () => {
  expect((await ordered(MOST_COLLECTED)).total).toBe(MOST_COLLECTED);
  await expect(ordered(MOST_COLLECTED + 1)).rejects.toThrow(QueryTooComplexError);
});
