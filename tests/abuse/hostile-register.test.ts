import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { readParquet } from 'parquet-wasm';
import readXlsxFile from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import type { Fiche } from '../../src/domain/certification/fiche.ts';
import { foldBlanks } from '../../src/domain/fold-blanks.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { answered } from '../support/answered.ts';
import { describeEachEngine } from '../support/database.ts';
import {
  blockWith,
  certifierWith,
  cohortWith,
  day,
  ficheWith,
  partnerWith,
  publishFiches,
} from '../support/factories.ts';
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
    ...(LONG_TEXTS.includes(text) ? {} : namesOf(text)),
  });
});

/** All else of a certification that is named, with a cohort, so that each report has rows of it. */
function namesOf(text: string): Partial<Fiche> {
  const named = (code: string) => [{ code, label: text }];
  return {
    ...{
      abbreviation: { code: text.slice(0, 20) || 'x', label: text },
      level: { code: 'NIV6', label: text },
    },
    ...{ registrationEndsOn: day('2027-01-31'), registrationType: 'ON_REQUEST' },
    ...{ specialities: named('326t'), occupations: named('M1805'), formacodes: named('31054') },
    partners: [partnerWith(text, { role: 'TRAIN' })],
    cohorts: [cohortWith(2023, 30, { global6: 80 }, 2), cohortWith(2024, 30)],
  };
}
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

  test.each(DATASETS)(
    'runs in no cell of $name, and breaks none of its files',
    async ({ name, columns }) => {
      const { rows } = JSON.parse((await file(`${name}.json`)).toString());
      for (const [query, delimiter] of [
        ['?', ','],
        ['?profile=fr-excel&labels=fr', ';'],
      ] as const) {
        const bytes = await file(`${name}.csv${query}`);
        const [header, ...lines]: string[][] = parse(bytes, { bom: true, delimiter });
        expect(lines.length).toBe(rows.length);
        const columnsWritten = header?.length ?? 0;
        expect(columnsWritten).toBeGreaterThanOrEqual(columns.length);
        for (const cell of lines.flat()) {
          // A number may be negative, and a text that looks like one is kept a text.
          const isHarmless = /^-?\d+(?:[.,]\d+)?$/.test(cell) || /^="[^"=]*"$/.test(cell);
          if (!isHarmless) expect(cell).not.toMatch(RUNS);
        }
      }
      const sheet = (await unzip(await file(`${name}.xlsx`))).get('xl/worksheets/sheet1.xml') ?? '';
      const seen = { formulas: 0, rows: 0, longest: 0 };
      const parser = new SaxesParser();
      parser.on('opentag', ({ name: tag }) => {
        if (tag === 'f') seen.formulas += 1;
        if (tag === 'row') seen.rows += 1;
      });
      parser.on('text', (cell) => {
        seen.longest = Math.max(seen.longest, cell.length);
      });
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(String(sheet)).close();
      expect(seen).toMatchObject({ formulas: 0, rows: rows.length + 1 });
      expect(seen.longest).toBeLessThanOrEqual(32_767);
    },
    60_000,
  );

  test('is told by GraphQL as it is, and as rows', async () => {
    for (const [place, code] of CODES.entries()) {
      const query = `query ($code: RegisterCode!) { certification(code: $code) {
        title certifiers { name } blocks { title skills }
      } }`;
      const response = await server.ask({ query, variables: { code } });
      const text = TEXTS[place];
      expect(await response.json()).toEqual(
        answered({
          certification: {
            title: text,
            certifiers: [{ name: text }],
            blocks: [{ title: text, skills: text }],
          },
        }),
      );
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
