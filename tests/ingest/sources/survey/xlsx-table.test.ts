import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSurveyTable } from '../../../../src/ingest/sources/survey/open-survey-table.ts';
import { readTable, refusalOf } from './read-table.ts';
import { row, type SheetXml, xlsxFile, zipOf } from './xlsx-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'survey-xlsx-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(content: Buffer): Promise<string> {
  const path = join(folder, 'enquete.xlsx');
  await writeFile(path, content);
  return path;
}

type Book = Parameters<typeof xlsxFile>[1];

/** A sheet whose rows are these, under a header of so many columns, a to z. */
function sheetOf(rows: readonly string[], columns = 2): SheetXml {
  const names = Array.from({ length: columns }, (_, at) => String.fromCharCode(97 + at));
  return { rows: row(1, names) + rows.join('') };
}

const tableOf = async (sheet: SheetXml, book?: Book) =>
  readTable(await write(await xlsxFile([sheet], book)));
const refusal = async (sheet: SheetXml, book?: Book) =>
  refusalOf(await write(await xlsxFile([sheet], book)));

/** What a cell is read as: its XML after `<c r="A2"`. */
async function cellOf(xml: string, book?: Book): Promise<string | undefined> {
  return (await tableOf(sheetOf([row(2, [xml, 'x'])]), book)).rows[0]?.[0];
}

/** What a number of a format is read as. */
const numberOf = (value: string, format: number | string, workbook = '') =>
  cellOf(` s="1"><v>${value}</v>`, { formats: [0, format], workbook });

describe('an XLSX file is read as a table', () => {
  test('with its sheet, header, rows and their numbers', async () => {
    const table = await tableOf(sheetOf([row(2, ['T1', null]), row(3, ['T2', '><v>7</v>'])]));
    expect(table).toMatchObject({
      kind: 'XLSX',
      name: 'enquete.xlsx',
      sheet: 'Feuil1',
      notices: [],
    });
    expect(table.header).toEqual(['a', 'b']);
    expect(table.rows).toEqual([
      ['T1', ''],
      ['T2', '7'],
    ]);
    expect(table.lines).toEqual([2, 3]);
  });

  test('that says which cells are stored as numbers', async () => {
    const cells = [
      row(2, ['01', '><v>1</v>']),
      row(3, ['><v>2</v>', ' s="1"><v>45000</v>']),
      row(4, [' t="b"><v>1</v>', '><v>3.5</v>']),
    ];
    const { rows, numeric } = await tableOf(sheetOf(cells), { formats: [0, 14] });
    expect(rows).toEqual([
      ['01', '1'],
      ['2', '2023-03-15'],
      ['VRAI', '3.5'],
    ]);
    expect(numeric).toEqual([Uint8Array.of(0, 1, 1, 0, 0, 1)]);
  });

  test('without rows that are empty, before, between and after', async () => {
    const sheet = {
      rows: `<row r="2"/>${row(3, ['\u00a0'])}${row(5, ['a', 'b'])}<row r="6"><c r="A6" s="1"/></row>${row(9, ['T1', '1'])}${row(10, [null, '\u00a0 '])}<row r="11"/>`,
    };
    const { header, rows, lines } = await tableOf(sheet, { formats: [0, 14] });
    expect(header).toEqual(['a', 'b']);
    expect(rows).toEqual([['T1', '1']]);
    expect(lines).toEqual([9]);
  });

  test('with cells out of order and places that are not written', async () => {
    const sheet = {
      rows: '<row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row><row><c><v>1</v></c><c><v>2</v></c></row><row r="7"><c r="B7"><v>4</v></c><c r="A7"><v>3</v></c></row>',
    };
    const { rows, lines } = await tableOf(sheet);
    expect(rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(lines).toEqual([2, 7]);
  });

  test('whose elements have a prefix, and whose relations are absolute', async () => {
    const book = { prefix: 'x:', target: '/xl/', strings: ['<t>un</t>'] };
    const { rows } = await tableOf(sheetOf([row(2, [' t="s"><v>0</v>', 'deux'])]), book);
    expect(rows).toEqual([['un', 'deux']]);
  });

  test('of many rows, in batches, read again by each call', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) =>
      row(at + 2, [`T${at}`, `><v>${at}</v>`]),
    );
    const path = await write(await xlsxFile([sheetOf(rows)]));
    const table = await openSurveyTable(path);
    for (const _ of [1, 2]) {
      let read = 0;
      let numbers = 0;
      for await (const batch of table.rows()) {
        expect(batch.rows[0]).toEqual([`T${read}`, String(read)]);
        read += batch.rows.length;
        for (const flag of batch.numeric ?? []) numbers += flag;
      }
      expect([read, numbers]).toEqual([20_000, 20_000]);
    }
  });
});

describe('a text is read', () => {
  test.each([
    ['shared', ' t="s"><v>0</v>', 'EMPLOI'],
    ['shared, in pieces of several fonts', ' t="s"><v>1</v>', 'CDI à temps plein'],
    ['shared, without its reading aid', ' t="s"><v>2</v>', '東京'],
    ['shared, with escaped characters', ' t="s"><v>3</v>', 'A\tB _x0041_'],
    ['inline', ' t="inlineStr"><is><t>un</t></is>', 'un'],
    ['inline, in pieces', ' t="inlineStr"><is><r><t>un </t></r><r><t>deux</t></r></is>', 'un deux'],
    ['inline, with entities', ' t="inlineStr"><is><t>R&amp;D &lt;é&gt;</t></is>', 'R&D <é>'],
    ['inline, escaped', ' t="inlineStr"><is><t>_x0041_B</t></is>', 'AB'],
    ['in the cell itself', ' t="str"><v>un</v>', 'un'],
  ])('%s', async (_what, xml, text) => {
    const strings = [
      '<t>EMPLOI</t>',
      '<r><rPr><b/></rPr><t>CDI</t></r><r><t xml:space="preserve"> à temps plein</t></r>',
      '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>',
      '<t>_x0041__x0009_B _x005F_x0041_</t>',
    ];
    expect(await cellOf(xml, { strings })).toBe(text);
  });
});

describe('a number is read as the spreadsheet shows it', () => {
  test.each([
    ['1', '1'],
    ['0', '0'],
    ['-0', '0'],
    ['-12', '-12'],
    ['1.0', '1'],
    ['1E5', '100000'],
    ['1.5E+3', '1500'],
    ['28500.5', '28500.5'],
    ['0.30000000000000004', '0.3'],
    ['1E-7', '0.0000001'],
    ['35600000000048', '35600000000048'],
    ['185057800608491', '185057800608491'],
    ['12345678901234567', '12345678901234600'],
    ['1.5E25', '15000000000000000000000000'],
    [' 7 ', '7'],
  ])('%s is %s', async (value, shown) => {
    expect(await numberOf(value, 0)).toBe(shown);
  });

  test.each([
    ['a truth value', ' t="b"><v>1</v>', 'VRAI'],
    ['the other', ' t="b"><v>0</v>', 'FAUX'],
    ['an empty cell', '><v></v>', undefined],
  ])('%s', async (_what, xml, shown) => {
    const { rows } = await tableOf(sheetOf([row(2, [xml, 'x'])]));
    expect(rows[0]?.[0] || undefined).toBe(shown);
  });
});

describe('a day is read as an ISO day', () => {
  // 45000 is 15 March 2023; 43465 is 31 December 2018, as every spreadsheet shows them.
  test.each([
    ['45000', 14, '2023-03-15'],
    ['43465', 'dd/mm/yyyy', '2018-12-31'],
    ['45000.75', 22, '2023-03-15'],
    ['45000.75', 'dd/mm/yyyy hh:mm', '2023-03-15'],
    ['44999.99999999999', 14, '2023-03-15'],
    ['45000', 'mmmm', '2023-03-15'],
    ['45000', '[$-40C]d mmmm yyyy;@', '2023-03-15'],
    ['45000', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2023-03-15'],
    ['1', 14, '1900-01-01'],
    ['59', 14, '1900-02-28'],
    ['60', 14, '1900-02-29'],
    ['61', 14, '1900-03-01'],
    ['2958465', 14, '9999-12-31'],
  ])('%s of the format %s is %s', async (value, format, day) => {
    expect(await numberOf(value, format)).toBe(day);
  });

  test.each([
    ['0.5', 20, '0.5'],
    ['0.5', 'h:mm', '0.5'],
    ['45000.5', '[h]:mm:ss', '45000.5'],
    ['1500', '#,##0" jours"', '1500'],
    ['1500', '0\\d', '1500'],
    ['1500', '[Red]0.00', '1500'],
    ['1500', '# ##0_d', '1500'],
    ['1500', 'General', '1500'],
    ['1500', '0.00E+00', '1500'],
    ['0', 14, '0'],
    ['-5', 14, '-5'],
    ['2958466', 14, '2958466'],
  ])('and %s of the format %s is the number %s', async (value, format, shown) => {
    expect(await numberOf(value, format)).toBe(shown);
  });

  test.each([
    ['1', '1904-01-02'],
    ['0', '1904-01-01'],
    ['43538', '2023-03-15'],
  ])('from 1904 on, %s is %s', async (value, day) => {
    expect(await numberOf(value, 14, '<workbookPr date1904="1"/>')).toBe(day);
  });

  test('when it is written as one', async () => {
    expect(await cellOf(' t="d"><v>2023-03-15T00:00:00</v>')).toBe('2023-03-15');
  });
});

describe('the sheet', () => {
  const hidden: SheetXml = { name: 'Cachée', state: 'hidden', rows: row(1, ['x']) };
  const chart: SheetXml = { name: 'Graphique', type: 'chartsheet', rows: '' };
  const first: SheetXml = { name: 'Titulaires', rows: row(1, ['a']) + row(2, ['1']) };
  const second: SheetXml = { name: 'Situations', rows: row(1, ['b']) + row(2, ['2']) };

  test('is the first that is visible and has cells; a notice says that others were not read', async () => {
    const veryHidden = { ...hidden, name: 'Autre', state: 'veryHidden' };
    const path = await write(await xlsxFile([hidden, chart, veryHidden, first, second]));
    const { sheet, header, notices } = await readTable(path);
    expect([sheet, header]).toEqual(['Titulaires', ['a']]);
    expect(notices).toEqual([
      expect.stringMatching(/"Titulaires" was read; its other sheets were not \(1\)$/),
    ]);
  });

  test('is the one of a name', async () => {
    const path = await write(await xlsxFile([first, second]));
    const table = await openSurveyTable(path, { sheet: 'Situations', name: 'Mon enquête.xlsx' });
    expect(table).toMatchObject({ name: 'Mon enquête.xlsx', header: ['b'], notices: [] });
    await expect(openSurveyTable(path, { sheet: 'Autre' })).rejects.toThrow(
      /no visible sheet "Autre": it has Titulaires, Situations/,
    );
  });

  test('has to be there, visible and not empty', async () => {
    expect(await refusalOf(await write(await xlsxFile([hidden])))).toMatch(/no visible sheet/);
    expect(await refusalOf(await write(await xlsxFile([])))).toMatch(/no visible sheet/);
    expect(await refusal({ rows: '<row r="1"/>' })).toMatch(/sheet "Feuil1" is empty/);
  });
});

describe('a cell that cannot be read is refused by sheet, row and column', () => {
  test.each([
    ['a formula', '><f>A1+1</f><v>2</v>', /row 2, column B holds a formula: .*values/],
    ['a formula shared', '><f t="shared" si="0"/><v>2</v>', /column B holds a formula/],
    ['an error', ' t="e"><v>#N/A</v>', /row 2, column B holds an error \(#N\/A\)/],
    ['a text that is missing', ' t="s"><v>5</v>', /column B refers to a text that is missing/],
    ['a number that is none', '><v>douze</v>', /column B is stored as a number and is none/],
    ['an unknown type', ' t="zz"><v>1</v>', /column B is of no known type/],
    ['an endless text', ` t="str"><v>${'x'.repeat(32_768)}</v>`, /more than 32767 characters/],
  ])('%s', async (_what, cell, message) => {
    const told = await refusal(sheetOf([row(2, ['T1', cell])]));
    expect(told).toMatch(message);
    expect(told).toMatch(/^enquete\.xlsx, sheet "Feuil1", row 2/);
    expect(told).not.toContain('douze');
  });

  test('in the header too', async () => {
    expect(await refusal({ rows: row(1, ['a', '><f>A1</f><v>1</v>']) })).toMatch(
      /row 1, column B holds a formula/,
    );
  });

  test('a value in a column without a header', async () => {
    expect(await refusal(sheetOf([row(2, ['1', '2', '3'])]))).toMatch(
      /row 2, column C has a value and its column no header/,
    );
    expect((await tableOf(sheetOf([row(2, ['1', '2', '\u00a0'])]))).rows).toEqual([['1', '2']]);
  });

  test('merged cells, but for those of the header', async () => {
    const merged = (area: string) => ({
      ...sheetOf([row(2, ['1', '2'])]),
      after: `<mergeCells><mergeCell ref="${area}"/></mergeCells>`,
    });
    expect(await refusal(merged('A2:A5'))).toMatch(/cells A2:A5 are merged: unmerge them/);
    expect(await refusal(merged('B1:B2'))).toMatch(/cells B1:B2 are merged/);
    expect((await tableOf(merged('A1:B1'))).rows).toHaveLength(1);
  });

  test.each([
    ['a name given twice', row(1, ['a', 'b', 'a']), /one name twice, in column A and column C/],
    ['a column without a name', row(1, ['a', null, 'b']), /no name for column B/],
    ['rows out of order', row(3, ['a']) + row(2, ['1']), /a row that follows row 3 is not/],
    ['a row past the last', row(1, ['a']) + row(1_048_577, ['1']), /rows 2 to 1048576/],
    ['a cell in no column', '<row r="1"><c r="1"><v>1</v></c></row>', /a cell is in no column/],
  ])('%s', async (_what, rows, message) => {
    expect(await refusal({ rows })).toMatch(message);
  });
});

describe('a file that is no sound XLSX file is refused', () => {
  const sound = () => xlsxFile([sheetOf([row(2, ['1', '2'])])]);

  test.each([
    ['XLS, or a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /XLS file.*password.*\.xlsx/],
    ['PDF', Buffer.from('%PDF-1.7'), /is a PDF/],
    ['gzip', Buffer.from('1f8b0800', 'hex'), /gzip/],
    ['HTML named .xls', Buffer.from('<html><table>'), /HTML page/],
  ])('%s', async (_what, content, message) => {
    expect(await refusalOf(await write(content))).toMatch(message);
  });

  test.each([
    [
      'ODS',
      { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '' },
      /ODS/,
    ],
    ['XLSB', { 'xl/workbook.bin': '', '_rels/.rels': '' }, /XLSB/],
    ['a zip of something else', { 'lisez-moi.txt': 'x' }, /is a zip and no workbook/],
  ])('%s', async (_what, parts, message) => {
    expect(await refusalOf(await write(await zipOf(parts)))).toMatch(message);
  });

  test.each([
    ['macros', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml', /with macros \(XLSM\)/],
    [
      'a document',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      /is a document/,
    ],
  ])('%s', async (_what, contentType, message) => {
    expect(await refusal(sheetOf([]), { contentType })).toMatch(message);
  });

  test('one whose parts are encrypted', async () => {
    const file = await sound();
    const directory = file.lastIndexOf(Buffer.from('PK\x01\x02'));
    file.writeUInt16LE(file.readUInt16LE(directory + 8) | 1, directory + 8);
    expect(await refusalOf(await write(file))).toMatch(/with a password/);
  });

  test('one that was cut off, or damaged', async () => {
    const file = await sound();
    expect(await refusalOf(await write(file.subarray(0, -30)))).toMatch(/damaged or incomplete/);
    const data = file.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length;
    file[data + 20] = (file[data + 20] ?? 0) ^ 0xff;
    expect(await refusalOf(await write(file))).toMatch(/damaged/);
  });

  test.each([
    ['a sheet that is missing', { 'xl/_rels/workbook.xml.rels': '<Relationships/>' }, /no visible/],
    [
      'XML that breaks off',
      { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' },
      /well-formed/,
    ],
    ['an entity', { 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "c">]><sst/>' }, /DOCTYPE/],
    ['endless nesting', { 'xl/styles.xml': '<a>'.repeat(100) }, /nested deeper/],
  ])('one with %s', async (_what, parts, message) => {
    expect(await refusal(sheetOf([]), { parts })).toMatch(message);
  });

  test('one that is too large, by its size alone', async () => {
    const path = await write(await sound());
    await truncate(path, 200 * 1024 ** 2 + 1);
    expect(await refusalOf(path)).toMatch(/at most 209715200 bytes.*CSV/);
  });

  test('a decompression bomb', async () => {
    const rows = row(1, ['a']) + `<!--${'x'.repeat(1024 ** 2)}-->`.repeat(70);
    expect(await refusal({ rows })).toMatch(/expands more than 200 times.*decompression bomb/);
  });

  test('one of 5,000,001 shared texts', async () => {
    const book = { parts: { 'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(5_000_001)}</sst>` } };
    expect(await refusal(sheetOf([]), book)).toMatch(/more than 5000000 different texts/);
  }, 60_000);
});
