import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { readParquet } from 'parquet-wasm';
import readXlsxFile from 'read-excel-file/node';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ColumnHead, ColumnType, Dataset, Row } from '../../../src/datasets/dataset.ts';
import { withLabels } from '../../../src/datasets/labels.ts';
import type { ReportFormat, Table } from '../../../src/http/formats/format.ts';
import { CSV_PROFILES, REPORT_FORMATS } from '../../../src/http/formats/formats.ts';
import { unzip } from '../../support/unzip.ts';

const column = (name: string, type: ColumnType, codes: ColumnHead['codes'] = null): ColumnHead => ({
  ...{ name, type, codes, role: 'DIMENSION', unit: null },
  description: { fr: `Sur ${name}.`, en: `About ${name}.` },
  label: { fr: `Le ${name}`, en: `The ${name}` },
});

const COLUMNS = [
  column('code', 'TEXT'),
  column('heads', 'INTEGER'),
  column('rate', 'NUMBER'),
  column('active', 'BOOLEAN'),
  column('ends_on', 'DATE'),
  column('seen_at', 'DATETIME'),
  column('status', 'TEXT', { GOOD: { fr: 'Bon', en: 'Good' } }),
];

const ROWS: Row[] = [
  ['RNCP1', 12, 82.5, true, '2026-06-30', '2026-11-24T10:00:00.000Z', 'GOOD'],
  ['Un "texte", à; deux\nlignes', 0, -25.25, false, '1969-12-31', null, 'BAD'],
  [null, null, null, null, null, null, null],
  ['=HYPERLINK("http://x")', -3, 100, true, '2000-02-29', '1999-12-31T23:59:59.000Z', null],
];

/** Nobody else is to be answered. */
const NEVER = { pause: () => undefined };

const report = { name: 'sample', title: { fr: 'Échantillon', en: 'Sample' } } as Dataset;
const source = {
  ...{ publication: 7, publishedAt: '2026-11-25T17:11:24.064Z', exportedOn: '2026-11-24' },
  ...{ asOf: '2026-11-25', attribution: 'Source : <nous>', licence: 'LO 2.0', notice: null },
  ...{ methodVersion: '1.0', contractVersion: '1.2.3', citation: 'Débouchés, publication 7' },
};

/** A file of the rows, given one by one, in so many copies. */
async function fileOf(
  format: ReportFormat,
  {
    rows = ROWS,
    columns = COLUMNS as readonly ColumnHead[],
    copies = 1,
    headers = 'names' as Table['headers'],
    language = 'fr' as Table['language'],
  } = {},
): Promise<Buffer> {
  async function* batches() {
    yield [];
    for (let copy = 0; copy < copies; copy++) for (const row of rows) yield [row];
  }
  const table = { report, columns, language, headers, source, batches: batches(), ...NEVER };
  const chunks: Uint8Array[] = [];
  for await (const chunk of format.write(table)) {
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  }
  return Buffer.concat(chunks);
}

const HEADER = 'code,heads,rate,active,ends_on,seen_at,status';

describe('CSV', () => {
  test('is for programs: comma, decimal point, LF, no byte order mark', async () => {
    expect((await fileOf(REPORT_FORMATS.csv)).toString()).toBe(
      `${[
        HEADER,
        'RNCP1,12,82.5,true,2026-06-30,2026-11-24T10:00:00.000Z,GOOD',
        '"Un ""texte"", à; deux\nlignes",0,-25.25,false,1969-12-31,,BAD',
        ',,,,,,',
        '"\'=HYPERLINK(""http://x"")",-3,100,true,2000-02-29,1999-12-31T23:59:59.000Z,',
      ].join('\n')}\n`,
    );
  });

  test('is for a double click in a French Excel: mark, semicolon, decimal comma, CRLF', async () => {
    expect((await fileOf(CSV_PROFILES['fr-excel'])).toString()).toBe(
      `\uFEFF${[
        HEADER.replaceAll(',', ';'),
        'RNCP1;12;82,5;VRAI;2026-06-30;2026-11-24T10:00:00.000Z;GOOD',
        '"Un ""texte"", à; deux\nlignes";0;-25,25;FAUX;1969-12-31;;BAD',
        ';;;;;;',
        '"\'=HYPERLINK(""http://x"")";-3;100;VRAI;2000-02-29;1999-12-31T23:59:59.000Z;',
      ].join('\r\n')}\r\n`,
    );
  });

  test.each(['=1+1', '+33 1', '-5', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])(
    'keeps a spreadsheet from running %j, in both profiles',
    async (text) => {
      for (const profile of Object.values(CSV_PROFILES)) {
        const file = await fileOf(profile, { columns: [column('code', 'TEXT')], rows: [[text]] });
        const cell = file.toString().split('\n')[1] ?? '';
        expect(cell.replace(/^"/, '')).toMatch(/^'/);
      }
    },
  );

  const frenchCells = async (texts: readonly string[]) => {
    const rows = texts.map((text) => [text]);
    const columns = [column('code', 'TEXT')];
    const file = await fileOf(CSV_PROFILES['fr-excel'], { columns, rows });
    const options = { bom: true, delimiter: ';', record_delimiter: '\r\n' };
    return (parse(file, options) as string[][]).slice(1).map(([cell]) => cell);
  };

  test('for Excel keeps texts that it would take for numbers, days or truth values', async () => {
    const texts = [
      ...['005880159', '326', '31054', '1E5', '12,5', '1 000', '50 %', '12/03', '3-4', '10:30'],
      ...['2026-06-30', 'mai 2020', '12 août 2025', 'VRAI', 'faux', '(12)', '5 €'],
    ];
    expect(await frenchCells(texts)).toEqual(texts.map((text) => `="${text}"`));
  });

  test('for Excel leaves other texts as they are', async () => {
    const texts = ['326t', 'M1805', 'RNCP35746', '31054 ; 31064', 'BTS', 'mai', 'Décembre', '3D'];
    expect(await frenchCells(texts)).toEqual(texts);
  });

  test('for programs leaves codes as they are', async () => {
    const columns = [column('code', 'TEXT')];
    const file = await fileOf(REPORT_FORMATS.csv, { columns, rows: [['005880159']] });
    expect(file.toString()).toBe('code\n005880159\n');
  });

  test('has labels above its columns when they are asked for, in the language of labels', async () => {
    const columns = [column('code', 'TEXT'), column('a;b', 'TEXT')];
    const header = async (format: ReportFormat, language: Table['language']) =>
      (await fileOf(format, { columns, rows: [], headers: 'labels', language })).toString();
    expect(await header(REPORT_FORMATS.csv, 'en')).toBe('The code,"The a;b"\n');
    expect(await header(CSV_PROFILES['fr-excel'], 'fr')).toBe('\uFEFFLe code;"Le a;b"\r\n');
  });

  test('leaves negative figures figures', async () => {
    const columns = [column('rate', 'NUMBER'), column('heads', 'INTEGER')];
    const file = await fileOf(REPORT_FORMATS.csv, { columns, rows: [[-25.25, -3]] });
    expect(file.toString()).toBe('rate,heads\n-25.25,-3\n');
  });

  test('of no rows has its header all the same', async () => {
    expect((await fileOf(REPORT_FORMATS.csv, { rows: [] })).toString()).toBe(`${HEADER}\n`);
  });
});

const objectsOf = (rows: readonly Row[]) =>
  rows.map((row) => Object.fromEntries(COLUMNS.map(({ name }, index) => [name, row[index]])));

describe('JSON', () => {
  test('has all rows under one root, beside where they come from', async () => {
    expect(JSON.parse((await fileOf(REPORT_FORMATS.json)).toString())).toEqual({
      report: 'sample',
      publication: 7,
      published_at: '2026-11-25T17:11:24.064Z',
      exported_on: '2026-11-24',
      as_of: '2026-11-25',
      attribution: 'Source : <nous>',
      licence: 'LO 2.0',
      method_version: '1.0',
      contract_version: '1.2.3',
      citation: 'Débouchés, publication 7',
      notice: null,
      empty_because: null,
      rows: objectsOf(ROWS),
    });
  });

  test('of no rows has none', async () => {
    const file = await fileOf(REPORT_FORMATS.json, { rows: [] });
    expect(JSON.parse(file.toString()).rows).toEqual([]);
  });

  test('lines are one object each', async () => {
    const lines = (await fileOf(REPORT_FORMATS.jsonl)).toString().split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual(objectsOf(ROWS));
  });
});

test('lines of JSON have no sign within that a reader of lines ends a line at', async () => {
  const text = 'a\nb\u0085c\u2028d\u2029e\u001Cf';
  const rows = [[text], [text]];
  const file = await fileOf(REPORT_FORMATS.jsonl, { columns: [column('code', 'TEXT')], rows });
  const lines = file.toString().split(/\p{Cc}|[\u2028\u2029]/u);
  expect(lines.map((line) => line && JSON.parse(line).code)).toEqual([text, text, '']);
});

describe('every format', () => {
  const formats = Object.entries({ ...REPORT_FORMATS, ...CSV_PROFILES });
  afterEach(() => vi.useRealTimers());

  test.each(formats)(
    'writes the same rows as the same bytes at another time: %s',
    async (_, format) => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01T00:00:00Z') });
      const first = await fileOf(format, { copies: 2 });
      vi.setSystemTime(new Date('2031-07-09T13:14:15Z'));
      expect((await fileOf(format, { copies: 2 })).equals(first)).toBe(true);
    },
  );
});

const bufferOf = ({ buffer, byteOffset, byteLength }: Buffer) =>
  buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;

describe('Parquet', () => {
  test('is read back by another reader: days and moments as such, absent as null', async () => {
    const file = bufferOf(await fileOf(REPORT_FORMATS.parquet));
    const moment = (cell: Row[number] | undefined) => (cell == null ? null : new Date(`${cell}`));
    expect(await parquetReadObjects({ file })).toEqual(
      objectsOf(ROWS).map((row) => ({
        ...row,
        ends_on: moment(row['ends_on']),
        seen_at: moment(row['seen_at']),
      })),
    );
  });

  test('says its types and what it is, be it empty', async () => {
    const metadata = parquetMetadata(bufferOf(await fileOf(REPORT_FORMATS.parquet, { rows: [] })));
    expect(metadata.num_rows).toBe(0n);
    expect(
      metadata.schema.map(({ name, type, converted_type }) => [name, type, converted_type]),
    ).toEqual([
      ['sample', undefined, undefined],
      ['code', 'BYTE_ARRAY', 'UTF8'],
      ['heads', 'INT32', undefined],
      ['rate', 'DOUBLE', undefined],
      ['active', 'BOOLEAN', undefined],
      ['ends_on', 'INT32', 'DATE'],
      ['seen_at', 'INT64', 'TIMESTAMP_MILLIS'],
      ['status', 'BYTE_ARRAY', 'UTF8'],
    ]);
    const said = new Map(metadata.key_value_metadata?.map(({ key, value }) => [key, value]));
    expect(said.get('attribution')).toBe('Source : <nous>');
    expect(said.get('publication')).toBe('7');
  });

  test.each([{ rows: [] }, { rows: ROWS }, { rows: [[null, null, null, null, null, null, null]] }])(
    'is read by arrow-rs: %j',
    async ({ rows }) => {
      const table = readParquet(await fileOf(REPORT_FORMATS.parquet, { rows }));
      const counts = table.recordBatches().map(({ numRows }) => numRows);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
      const schema = Buffer.from(table.intoIPCStream());
      for (const { name } of COLUMNS) expect(schema.includes(name)).toBe(true);
    },
  );

  test('of many rows is in several groups, all of them there', async () => {
    const file = bufferOf(await fileOf(REPORT_FORMATS.parquet, { copies: 12_000 }));
    const metadata = parquetMetadata(file);
    expect(metadata.row_groups.map(({ num_rows }) => num_rows)).toEqual([20_000n, 20_000n, 8000n]);
    const rows = await parquetReadObjects({ file, columns: ['heads'] });
    expect(rows.length).toBe(48_000);
    expect(rows.at(-1)).toEqual({ heads: -3 });
  });
});

describe('XLSX', () => {
  test('is read back by another reader: labels first, then real days, numbers, truth values', async () => {
    const [sheet] = await readXlsxFile(await fileOf(REPORT_FORMATS.xlsx));
    expect(sheet?.sheet).toBe('sample');
    const day = (text: string) => new Date(`${text}T00:00:00.000Z`);
    expect(sheet?.data).toEqual([
      ['Le code', 'Le heads', 'Le rate', 'Le active', 'Le ends_on', 'Le seen_at', 'Le status'],
      ['RNCP1', 12, 82.5, true, day('2026-06-30'), new Date('2026-11-24T10:00:00.000Z'), 'GOOD'],
      ['Un "texte", à; deux\nlignes', 0, -25.25, false, day('1969-12-31'), null, 'BAD'],
      [null, null, null, null, null, null, null],
      ['=HYPERLINK("http://x")', -3, 100, true, day('2000-02-29'), expect.any(Date), null],
    ]);
  });

  test('has no character that XML has not', async () => {
    const rows = [['a\u0000b\u0008<c>&\uD800 \u{1F600}']];
    const file = await fileOf(REPORT_FORMATS.xlsx, { columns: [column('code', 'TEXT')], rows });
    const [sheet] = await readXlsxFile(file);
    expect(sheet?.data[1]).toEqual(['ab<c>&\uFFFD \u{1F600}']);
  });

  const cellOfText = async (text: string, language: Table['language'] = 'fr') => {
    const options = { columns: [column('code', 'TEXT')], rows: [[text]], language };
    const [sheet] = await readXlsxFile(await fileOf(REPORT_FORMATS.xlsx, options));
    return String(sheet?.data[1]?.[0]);
  };

  test('says in the cell that a text was cut, in the language of the sheet', async () => {
    const whole = 'x'.repeat(32_767);
    expect(await cellOfText(whole)).toBe(whole);
    const cut = await cellOfText(`${whole}y`);
    expect(cut.length).toBe(32_767);
    expect(cut).toMatch(/^x+… \[texte coupé : une cellule a 32 767 caractères au plus\]$/);
    expect(await cellOfText(`${whole}y`, 'en')).toMatch(/ \[text cut: .* 32,767 .*\]$/);
    // Wherever it is cut, no half of a character is left.
    for (const before of ['', 'x']) {
      expect(await cellOfText(before + '\u{1F600}'.repeat(20_000))).not.toContain('\uFFFD');
    }
  });

  test('has a default style, and no text that is an escape', async () => {
    const options = { columns: [column('code', 'TEXT')], rows: [['a_x0041_b']] };
    const parts = await unzip(await fileOf(REPORT_FORMATS.xlsx, options));
    expect(parts.get('xl/styles.xml')).toContain(
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    );
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('>a_x005F_x0041_b<');
  });

  test('breaks off when its rows do', async () => {
    async function* batches(): AsyncGenerator<Row[]> {
      yield [ROWS[0] ?? []];
      throw new Error('the database has gone');
    }
    const table = {
      ...{ report, columns: COLUMNS, language: 'fr' as const, headers: 'names' as const },
      ...{ source, batches: batches(), ...NEVER },
    };
    const read = async () => {
      for await (const _ of REPORT_FORMATS.xlsx.write(table));
    };
    await expect(read()).rejects.toThrow('the database has gone');
  });
});

describe('labels', () => {
  test('stand behind the codes they explain; the other columns stay as they are', () => {
    const { columns, rowOf } = withLabels(COLUMNS, 'en');
    expect(columns.map(({ name }) => name)).toEqual([
      ...COLUMNS.map(({ name }) => name),
      'status_label',
    ]);
    expect(ROWS.map((row) => rowOf(row).slice(6))).toEqual([
      ['GOOD', 'Good'],
      ['BAD', 'BAD'],
      [null, null],
      [null, null],
    ]);
    expect(
      withLabels(COLUMNS, 'fr')
        .rowOf(ROWS[0] ?? [])
        .at(-1),
    ).toBe('Bon');
    expect(withLabels(COLUMNS, null).columns).toBe(COLUMNS);
  });
});
