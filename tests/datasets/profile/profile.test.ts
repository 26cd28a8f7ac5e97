import { beforeAll, expect, test } from 'vitest';
import { BI_DATASETS } from '../../../src/datasets/bi.ts';
import { DATASETS } from '../../../src/datasets/catalogue.ts';
import type { Cell, Dataset } from '../../../src/datasets/dataset.ts';
import { parseParameters } from '../../../src/datasets/parameter.ts';
import { profileDataset } from '../../../src/datasets/profile/profile.ts';
import type { Database } from '../../../src/db/database.ts';
import { ReaderAccess } from '../../../src/domain/access/reader-access.ts';
import { finish } from '../../../src/domain/work.ts';
import { viewOn } from '../../../src/snapshot/day-view.ts';
import { publicationReader } from '../../../src/snapshot/publication-reader.ts';
import { ask, refusal, storeOf, TODAY } from '../../support/client.ts';
import { describeEachEngine } from '../../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { readRecords } from '../../support/report-rows.ts';

describeEachEngine('the profile of a dataset on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
  });

  async function profileOf(dataset: Dataset) {
    const snapshot = await storeOf(database).refresh();
    const names = dataset.columns.map(({ name }) => name);
    return profileDataset(dataset, names, {
      view: viewOn(snapshot, TODAY),
      values: parseParameters(dataset.parameters, new URLSearchParams()).values,
      read: publicationReader(database, snapshot),
      ...{ run: finish, access: new ReaderAccess(), surveys: null },
    });
  }

  test.each([...new Set([...DATASETS, ...BI_DATASETS])].map((each) => [each.name, each] as const))(
    'counts the cells of %s',
    async (_name, dataset) => {
      const required = dataset.parameters.some(({ required }) => required);
      if (required) return;
      const records = await readRecords(database, dataset);
      const { rows, columns } = await profileOf(dataset);
      expect(rows).toBe(records.length);
      for (const { column, absent, distinct, values, range } of columns) {
        const cells = records.map((record) => record[column.name] ?? null);
        const present = cells.filter((cell) => cell !== null);
        expect([column.name, absent]).toEqual([column.name, cells.length - present.length]);
        if (distinct === null) continue;
        expect([column.name, distinct]).toEqual([column.name, new Set(present).size]);
        for (const { value, rows: counted } of values) {
          expect(present.filter((cell) => cell === value).length).toBe(counted);
        }
        expect(values.map(({ rows: counted }) => counted)).toEqual(
          values.map(({ rows: counted }) => counted).toSorted((a, b) => b - a),
        );
        const ordered = present.toSorted((a, b) => Number(a) - Number(b)) as Cell[];
        if (column.type === 'NUMBER' || column.type === 'INTEGER') {
          expect(range).toEqual(
            present.length === 0 ? null : { least: ordered[0], greatest: ordered.at(-1) },
          );
        }
      }
    },
  );
});

describeEachEngine('reportProfile on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, [
      ficheWith({
        code: 'RNCP1',
        cohorts: [
          cohortWith(2021, 10, { global6: 50 }),
          cohortWith(2022, 20, { global6: 70.5 }),
          // Of the end of 2025, on 2026-11-24.
          cohortWith(2025, 5),
        ],
      }),
      ficheWith({ code: 'RNCP2', cohorts: [cohortWith(2022, 10, { global6: 50 })] }),
    ]);
  });

  const PROFILE = `query ($columns: [String!], $parameters: [ReportParameterInput!]) {
    reportProfile(name: "cohorts", columns: $columns, parameters: $parameters) {
      rows
      columns {
        column { name } absent distinct least greatest
        values(first: 2) { value label(language: EN) rows }
        statuses { value label(language: EN) rows }
      }
    }
  }`;

  test('gives values, ranges, what is absent, and of a rate why', async () => {
    const columns = ['year', 'global_6_months', 'register'];
    expect(await ask(database, PROFILE, { columns })).toEqual({
      reportProfile: {
        rows: 4,
        columns: [
          {
            column: { name: 'year' },
            ...{ absent: 0, distinct: 3, least: '2021', greatest: '2025', statuses: null },
            values: [
              { value: '2022', label: '2022', rows: 2 },
              { value: '2021', label: '2021', rows: 1 },
            ],
          },
          {
            column: { name: 'global_6_months' },
            ...{ absent: 1, distinct: 2, least: '50', greatest: '70.5' },
            values: [
              { value: '50', label: '50', rows: 2 },
              { value: '70.5', label: '70.5', rows: 1 },
            ],
            statuses: [
              { value: 'PUBLISHED', label: 'Published', rows: 3 },
              { value: 'IN_COLLECTION', label: 'In collection', rows: 1 },
            ],
          },
          {
            column: { name: 'register' },
            ...{ absent: 0, distinct: 1, least: null, greatest: null, statuses: null },
            values: [
              { value: 'RNCP', label: 'National register of professional certifications', rows: 4 },
            ],
          },
        ],
      },
    });
  });

  test('is of the rows that parameters choose', async () => {
    const parameters = [{ name: 'years', values: ['latest(2)'] }];
    expect(await ask(database, PROFILE, { columns: ['certified'], parameters })).toMatchObject({
      reportProfile: {
        rows: 3,
        columns: [{ absent: 0, distinct: 3, least: '5', greatest: '20' }],
      },
    });
  });

  test('names the columns that there are', async () => {
    const wrong = await refusal(
      database,
      '{ reportProfile(name: "cohorts", columns: ["anne"]) { rows } }',
    );
    expect(wrong?.message).toMatch(
      /^columns: there is no column "anne": certification_code, .*year/,
    );
    const none = await refusal(database, '{ reportProfile(name: "cohort") { rows } }');
    expect(none?.message).toContain('there is no report "cohort"');
  });
});
