import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RefusedFileError } from '../../../../src/domain/errors.ts';
import { openSurveyTable } from '../../../../src/ingest/sources/survey/open-survey-table.ts';
import { readTable, refusalOf } from './read-table.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'survey-csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(content: string | Uint8Array, name = 'enquete.csv'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function tableOf(content: string | Uint8Array) {
  return readTable(await write(content));
}

async function refusal(content: string | Uint8Array): Promise<string> {
  return refusalOf(await write(content));
}

describe('a CSV file is read as a table', () => {
  test('with its header, its rows and their lines', async () => {
    const table = await tableOf('id;situation\r\nT1;EMPLOI\r\nT2;\r\n');
    expect(table).toMatchObject({ kind: 'CSV', name: 'enquete.csv', sheet: null, notices: [] });
    expect(table.header).toEqual(['id', 'situation']);
    expect(table.rows).toEqual([
      ['T1', 'EMPLOI'],
      ['T2', ''],
    ]);
    expect(table.lines).toEqual([2, 3]);
    expect(table.numeric).toEqual([null]);
  });

  test.each([
    ['semicolons, where cells have commas', 'a;b\n1,5;2\n', ['1,5', '2']],
    ['commas', 'a,b\n1;5,2\n', ['1;5', '2']],
    ['commas, where a quoted name has semicolons', '"a;x;y",b\n1,2\n', ['1', '2']],
    ['a byte order mark', '\uFEFFa;b\n1;2', ['1', '2']],
    ['line feeds', 'a;b\n1;2\n', ['1', '2']],
    ['carriage returns alone', 'a;b\r1;2\r', ['1', '2']],
    ['no line break at its end', 'a;b\r\n1;2', ['1', '2']],
    ['quotes around all', '"a";"b"\r\n"1";"2"\r\n', ['1', '2']],
    ['quotes and separators in cells', 'a;b\n"1;""x""";2\n', ['1;"x"', '2']],
    ['a line break in a cell', 'a;b\r\n"1\r\n2";3\r\n', ['1\n2', '3']],
    ['a quote within a cell that has none around it', 'a;b\n5" vis;2\n', ['5" vis', '2']],
    ['empty columns after the last', 'a;b;;\n1;2;;\n', ['1', '2']],
    ['rows that stop before empty columns', 'a;b;;\n1;2\n', ['1', '2']],
  ])('with %s', async (_what, text, row) => {
    const { header, rows } = await tableOf(text);
    expect(header).toHaveLength(2);
    expect(rows).toEqual([row]);
  });

  test('whose column has a name alone', async () => {
    expect((await tableOf('id\nT1\n')).rows).toEqual([['T1']]);
  });

  test('with names that are trimmed and put on one line', async () => {
    const { header } = await tableOf(' id ;"Date\n d’obtention"\u00a0\n1;2\n');
    expect(header).toEqual(['id', 'Date d’obtention']);
  });

  test('without lines that are blank, before, between and after; lines are counted with them', async () => {
    const { rows, lines } = await tableOf('\n;;\na;b;\n\nT1;1\n;\n  ; \n"T\n2";2\n\nT3;3\n\n\n');
    expect(rows).toEqual([
      ['T1', '1'],
      ['T\n2', '2'],
      ['T3', '3'],
    ]);
    expect(lines).toEqual([5, 8, 11]);
  });

  test('that is read again by each call', async () => {
    const table = await openSurveyTable(await write('a\n1\n2\n'));
    for (const _ of [1, 2]) {
      const rows: unknown[] = [];
      for await (const batch of table.rows()) rows.push(...batch.rows);
      expect(rows).toEqual([['1'], ['2']]);
    }
  });
});

describe('the encoding', () => {
  test('is UTF-8 when all of the file is, to its last character', async () => {
    const { rows, notices } = await tableOf('métier\nchargé d’œuvre à 1\u00a0000\u00a0€\n');
    expect(rows).toEqual([['chargé d’œuvre à 1\u00a0000\u00a0€']]);
    expect(notices).toEqual([]);
  });

  test('is else Windows-1252, with a notice', async () => {
    // é E9, œ 9C, € 80, ’ 92, – 96: as Windows-1252 has them.
    const bytes = Buffer.from([0x61, 0x0a, 0xe9, 0x9c, 0x80, 0x92, 0x96, 0x0a]);
    const { rows, notices } = await tableOf(bytes);
    expect(rows).toEqual([['éœ€’–']]);
    expect(notices).toEqual([expect.stringMatching(/enquete\.csv .* read as Windows-1252/)]);
  });

  test('is Windows-1252 too when the only byte that is not UTF-8 comes late, or is the last', async () => {
    const lines = 'abcdefgh\n'.repeat(200_000);
    const late = Buffer.concat([
      Buffer.from(`a\n${lines}`),
      Buffer.from([0xe9]),
      Buffer.from('\n'),
    ]);
    const table = await tableOf(late);
    expect(table.notices).toHaveLength(1);
    expect(table.rows.at(-1)).toEqual(['é']);
    expect((await tableOf(Buffer.from([0x61, 0x0a, 0x62, 0xe9]))).rows).toEqual([['bé']]);
  });

  test('is none of both for a byte that neither has', async () => {
    expect(await refusal(Buffer.from([0x61, 0x0a, 0xe9, 0x81, 0x0a]))).toMatch(
      /neither in UTF-8 nor in Windows-1252/,
    );
  });

  test.each([
    ['UTF-16 with its mark', Buffer.from('\uFEFFa;b\n1;2\n', 'utf16le')],
    ['UTF-16 without it', Buffer.from('a;b\n1;2\n', 'utf16le')],
    ['a zero byte far in', Buffer.from(`a\n${'x\n'.repeat(300_000)}\0\n`)],
  ])('is refused for %s', async (_what, bytes) => {
    expect(await refusal(bytes)).toMatch(/UTF-16.*CSV UTF-8/);
  });
});

describe('what is refused says where and what is accepted', () => {
  test.each([
    ['a row with more cells', 'a;b\n1;2\n1;2;3\n', /line 3 has 3 cells, and the header 2 columns/],
    ['a row with fewer cells', 'a;b\n\n1\n', /line 3 has 1 cells, and the header 2 columns/],
    ['a name given twice', 'a;b; a\n1;2;3\n', /line 1: .*one name twice, in column 1 and column 3/],
    ['a column without a name', 'a;;b\n1;2;3\n', /no name for column 2/],
    ['a header of tabs', 'a\tb\tc\n1\t2\t3\n', /separated by tabs/],
    ['a quote that is not closed', 'a;b\n1;2\n"3;4\n5;6\n', /line 3: a quote .* not closed/],
    ['a quote that is closed too early', 'a;b\n1;2\n"3"x;4\n', /line 3: a quote is closed before/],
    ['a row that never ends', `a;b\n1;"${'x'.repeat(3_000_000)}`, /line 2: a row of more than/],
    [
      '501 columns',
      `${Array.from({ length: 501 }, (_, at) => `c${at}`).join(';')}\n`,
      /501 columns/,
    ],
    ['blank lines alone', '\n\n ; \n', /is blank/],
  ])('%s', async (_what, text, message) => {
    expect(await refusal(text)).toMatch(message);
  });

  test('an empty file and a missing one', async () => {
    expect(await refusal('')).toMatch(/is empty/);
    await expect(openSurveyTable(join(folder, 'none.csv'))).rejects.toThrow(RefusedFileError);
  });
});

test('a table of any texts is read back, whatever its size, quoted where it must be or everywhere', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '€', ';', ',', '"', '\n', ' ', '1') });
  const rows = fc.array(fc.tuple(cell, cell, fc.constant('x')), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom(';', ','),
      fc.boolean(),
      async (given, delimiter, all) => {
        const written = (text: string) =>
          all || /[;,"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        const lines = given.map((row) => row.map(written).join(delimiter));
        const copies = 1 + Math.floor(600_000 / (lines.join('\n').length + 1));
        const body = Array.from({ length: copies }, () => lines.join('\r\n')).join('\r\n');
        const table = await tableOf(`a${delimiter}b${delimiter}c\r\n${body}\r\n`);
        expect(table.rows.length).toBe(given.length * copies);
        expect(table.rows.slice(0, given.length)).toEqual(given);
        expect(table.rows.slice(-given.length)).toEqual(given);
      },
    ),
    { numRuns: 20 },
  );
});
