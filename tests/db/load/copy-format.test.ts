import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { type Cell, copyLine } from '../../../src/db/load/copy-format.ts';
import { describeEachEngine } from '../../support/database.ts';

describe('a line of COPY', () => {
  test.each<[string, Cell[], string]>([
    ['separates cells with tabs', ['a', 2, true, false], 'a\t2\ttrue\tfalse\n'],
    ['tells null from an empty text', [null, ''], '\\N\t\n'],
    ['tells null from the text that looks like it', ['\\N'], '\\\\N\n'],
    ['escapes tabs, ends of line and backslashes', ['a\tb\nc\rd\\e'], 'a\\tb\\nc\\rd\\\\e\n'],
    ['writes arrays of numbers', [[2023, 2024], []], '{2023,2024}\t{}\n'],
    ['quotes texts in arrays, twice escaped', [['a"b', 'c\\d']], '{"a\\\\"b","c\\\\\\\\d"}\n'],
  ])('%s', (_name, cells, line) => {
    expect(copyLine(cells)).toBe(line);
  });
});

/** Characters that mean something to COPY or to arrays stand close together. */
const text = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        ...'\t\n\r\\"{},\'N.é€𝄞 \b\f\vnt0x',
        'NULL',
        '\\N',
        '\\.',
        '\u2028',
        '\u0085',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
  // A text of a database holds neither U+0000 nor half a surrogate pair.
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((each) => each.replaceAll('\0', '')),
);
const integer = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const row = fc.record({
  title: fc.option(text),
  open: fc.option(fc.boolean()),
  share: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0)),
  years: fc.array(integer, { maxLength: 4 }),
  blocks: fc.array(text, { maxLength: 4 }),
});

describeEachEngine('copying into', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await using session = await database.session();
    await sql`
      create table public.copied (
        position integer, title text, open boolean, share double precision,
        years integer[], blocks text[])`.execute(session.db);
  });

  test('gives back whatever was written', async () => {
    await using session = await database.session();
    const columns = ['position', 'title', 'open', 'share', 'years', 'blocks'];
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        await sql`truncate public.copied`.execute(session.db);
        const lines = rows.map(({ title, open, share, years, blocks }, position) =>
          copyLine([position, title, open, share, years, blocks]),
        );
        // The table is of this test alone: no type of the product names it.
        await session.copyRows('copied' as never, columns, lines);
        const { rows: read } = await sql`
          select title, open, share, years, blocks from public.copied order by position`.execute(
          session.db,
        );
        expect(read).toEqual(rows);
      }),
      { numRuns: 60, seed: 35746 },
    );
  });

  test('refuses a line of another number of cells, and keeps nothing of it', async () => {
    await using session = await database.session();
    await sql`truncate public.copied`.execute(session.db);
    const lines = [copyLine([1, 'a']), copyLine([2, 'b', 'c'])];
    await expect(session.copyRows('copied' as never, ['position', 'title'], lines)).rejects.toThrow(
      /extra data after last expected column/,
    );
    const { rows } = await sql`select * from public.copied`.execute(session.db);
    expect(rows).toEqual([]);
  });
});
