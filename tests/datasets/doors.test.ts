import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import type { ColumnType, Dataset, Row } from '../../src/datasets/dataset.ts';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { newBreak, newNote, note } from '../support/notes.ts';
import { FORMER_REGISTER, QUESTION_REGISTER } from '../support/question-register.ts';
import { arrayBufferOf, dated, readArrow, typed } from '../support/report-files.ts';
import { readRows } from '../support/report-rows.ts';
import {
  addSurveys,
  asOperator,
  OPERATOR_HEADERS,
  SERVED_SURVEYS,
} from '../support/survey-rows.ts';

const AS_OF = '2026-11-24';

describeEachEngine('a report is the same by every door on', (openDatabase) => {
  let database: Database;
  let server: QuestionServer;
  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FORMER_REGISTER);
    await publishFiches(database, QUESTION_REGISTER, { compared: true });
    await note(database, newNote({ textFr: 'De "tous" ; =1+1' }));
    await note(database, newBreak(2021));
    await addSurveys(database, ['RNCP101', 'RNCP100']);
    server = await serveQuestions(database, schema, SERVED_SURVEYS);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());
  const file = async (report: Dataset, ending: string) => {
    const response = await fetch(`${server.url}/reports/${report.name}.${ending}?as_of=${AS_OF}`, {
      headers: OPERATOR_HEADERS,
    });
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };

  describe.each(DATASETS)('$name', (report) => {
    const { columns } = report;
    const names = columns.map(({ name }) => name);
    const objects = (rows: readonly Row[]) =>
      rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])));

    test('CSV, JSON, JSON lines, Parquet, Arrow, XLSX', async () => {
      const rows = await readRows(database, report, { as_of: AS_OF }, asOperator());
      expect(rows.length).toBeGreaterThan(0);

      const [header, ...lines] = parse(await file(report, 'csv')) as string[][];
      expect(header).toEqual(names);
      const cells = lines.map((line) =>
        line.map((text, index) => typed(text, columns[index]?.type ?? 'TEXT')),
      );
      expect(cells).toEqual(rows.map((row) => row.map((cell) => (cell === '' ? null : cell))));

      const json = JSON.parse((await file(report, 'json')).toString());
      expect(json.rows).toEqual(objects(rows));
      const jsonl = (await file(report, 'jsonl')).toString().trimEnd().split('\n');
      expect(jsonl.map((line) => JSON.parse(line))).toEqual(objects(rows));

      const bytes = await file(report, 'parquet');
      const parquet = await parquetReadObjects({ file: arrayBufferOf(bytes) });
      expect(parquet.map((row) => columns.map(({ name, type }) => dated(row[name], type)))).toEqual(
        rows,
      );

      const arrow = readArrow(await file(report, 'arrow'), columns);
      expect(arrow.map((row) => columns.map(({ name, type }) => dated(row[name], type)))).toEqual(
        rows,
      );

      const [sheet] = await readXlsxFile(await file(report, 'xlsx'));
      const [labels, ...sheetRows] = sheet?.data ?? [];
      expect(labels).toEqual(columns.map(({ label }) => label.fr));
      // A sheet counts moments in days, and its readers cut the thousandth that this misses.
      const millisecondsOf = (cell: unknown, type: ColumnType) =>
        type === 'DATETIME' && cell !== null ? new Date(String(cell)).getTime() : cell;
      const read = sheetRows.map((each) =>
        columns.map(({ type }, index) => millisecondsOf(dated(each[index], type), type)),
      );
      const about = rows.map((each) =>
        columns.map(({ type }, index) => {
          const cell = millisecondsOf(dated(each[index], type), type);
          return type === 'DATETIME' && typeof cell === 'number' ? expect.closeTo(cell, -1) : cell;
        }),
      );
      expect(read).toEqual(about);
    });
  });
});
