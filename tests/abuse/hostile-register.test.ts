import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { readParquet } from 'parquet-wasm';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldBlanks } from '../../src/domain/fold-blanks.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { describeEachEngine } from '../support/database.ts';
import { blockWith, certifierWith, ficheWith, publishFiches } from '../support/factories.ts';
import { inFull } from '../support/in-full.ts';
import { unzip } from '../support/unzip.ts';
import { hostileTexts, LONG_TEXTS } from './hostile-texts.ts';

const TEXTS = [...hostileTexts(inFull(60, 2000)), ...LONG_TEXTS];

/** One certification for each text, which is its title and the name of all that it has. */
const REGISTER = TEXTS.map((text, index) => {
  const code = `RNCP${70_000 + index}`;
  return ficheWith({
    ...{ code, title: text, activeFlag: true },
    certifiers: [certifierWith(text, { siret: null })],
    blocks: [blockWith(`${code}BC01`, text, { skills: text })],
  });
});
const CODES = REGISTER.map(({ code }) => code);
const FLAT = TEXTS.map((text) => foldBlanks(text));

/** What no cell of a file for spreadsheets may begin with. */
const RUNS = /^[=+\-@\t\r＝＋－＠]/;

/** The apostrophe before what would run. */
const APOSTROPHE = /^'(?=[=+\-@＝＋－＠])/;

describeEachEngine('a register of hostile texts on', (openDatabase) => {
  let server: QuestionServer;
  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, REGISTER);
    server = await serveQuestions(database, schema);
  }, 120_000);
  afterAll(() => server?.[Symbol.asyncDispose]());

  const file = async (address: string) => {
    const response = await fetch(`${server.url}/reports/${address}`);
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };
  /** Titles by the order of the register. */
  const titlesOf = (rows: readonly Readonly<Record<string, unknown>>[]) => {
    expect(rows.length).toBe(CODES.length);
    const byCode = new Map(rows.map((row) => [row['certification_code'], row['title'] ?? '']));
    return CODES.map((code) => byCode.get(code));
  };

  test.each([
    { ending: 'csv?', delimiter: ',' },
    { ending: 'csv.gz?', delimiter: ',' },
    { ending: 'csv?profile=fr-excel&headers=names', delimiter: ';' },
  ])('runs nothing and loses nothing in $ending', async ({ ending, delimiter }) => {
    const bytes = await file(`certifications.${ending}`);
    const text = ending.startsWith('csv.gz') ? gunzipSync(bytes) : bytes;
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true, delimiter });
    for (const cell of rows.flatMap((row) => [row['title'] ?? '', row['certifier_names'] ?? ''])) {
      if (!/^="[^"=]*"$/.test(cell)) expect(cell).not.toMatch(RUNS);
    }
    const bare = (cell: string) => cell.replace(/^="([^"=]*)"$/, '$1').replace(APOSTROPHE, '');
    const titles = titlesOf(rows.map((row) => ({ ...row, title: bare(row['title'] ?? '') })));
    // An apostrophe of the text itself cannot be told from the one that keeps it from running.
    expect(titles).toEqual(FLAT.map((flat) => flat.replace(APOSTROPHE, '')));
    // One line a row, whoever counts them.
    const lines = text.toString().split(/\r\n|[\p{Cc}\u2028\u2029]/u);
    expect(lines.filter((line) => line !== '').length).toBe(rows.length + 1);
  });

  test('is the same texts in JSON, and one line each in JSON lines', async () => {
    const { rows } = JSON.parse((await file('certifications.json')).toString());
    expect(titlesOf(rows)).toEqual(FLAT);
    const lines = (await file('certifications.jsonl')).toString().split(/[\p{Cc}\u2028\u2029]/u);
    expect(titlesOf(lines.filter(Boolean).map((line) => JSON.parse(line)))).toEqual(FLAT);
  });

  test('is the same texts in Parquet, for two readers', async () => {
    const bytes = await file('certifications.parquet');
    const { buffer, byteOffset, byteLength } = bytes;
    const part = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    expect(titlesOf(await parquetReadObjects({ file: part }))).toEqual(FLAT);
    const counts = readParquet(bytes)
      .recordBatches()
      .map(({ numRows }) => numRows);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(CODES.length);
  });

  test('has no formula in XLSX, and every text that XML can hold, cut where a cell ends', async () => {
    const bytes = await file('certifications.xlsx');
    const parts = await unzip(bytes);
    expect(parts.get('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
    const [sheet] = await readXlsxFile(bytes);
    const [, ...rows] = sheet?.data ?? [];
    const titles = titlesOf(rows.map(([code, , title]) => ({ certification_code: code, title })));
    for (const [place, title] of titles.entries()) {
      // These two are no characters of XML, and its readers cut blanks off.
      const flat = (FLAT[place] ?? '').replace(/[\uFFFE\uFFFF]/g, '').trim();
      if (flat.length <= 32_767) expect(title).toBe(flat);
      else expect(title).toMatch(/ \[texte coupé : une cellule a 32 767 caractères au plus\]$/);
    }
  });

  test('is told by GraphQL as it is, and as rows', async () => {
    for (const [place, code] of CODES.entries()) {
      const query = `query ($code: RegisterCode!) { certification(code: $code) {
        title certifiers { name } blocks { title skills }
      } }`;
      const response = await server.ask({ query, variables: { code } });
      const text = TEXTS[place];
      expect(await response.json()).toEqual({
        data: {
          certification: {
            title: text,
            certifiers: [{ name: text }],
            blocks: [{ title: text, skills: text }],
          },
        },
      });
    }
    const query = '{ report(name: "certifications", first: 5000) { rows } }';
    const { data } = (await (await server.ask({ query })).json()) as {
      data: { report: { rows: Record<string, unknown>[] } };
    };
    expect(titlesOf(data.report.rows)).toEqual(FLAT);
  }, 120_000);

  test('is searched for by any of its texts, and filtered by none that breaks', async () => {
    for (const text of TEXTS.slice(0, 60)) {
      const query = `query ($text: String) { certifications(filter: { search: $text }, first: 1) {
        nodes { code }
      } }`;
      const response = await server.ask({ query, variables: { text } });
      const { errors } = (await response.json()) as { errors?: { extensions: object }[] };
      for (const { extensions } of errors ?? []) {
        expect([text, extensions]).toEqual([text, { code: 'BAD_USER_INPUT' }]);
      }
      const found = await fetch(
        `${server.url}/reports/certifications.csv?${new URLSearchParams({ code: text })}`,
      );
      expect([text, [200, 400].includes(found.status)]).toEqual([text, true]);
      await found.arrayBuffer();
    }
  }, 120_000);
});
