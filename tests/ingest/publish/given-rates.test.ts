import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ask } from '../../support/client.ts';
import { describeEachEngine } from '../../support/database.ts';
import { Importer } from './importer.ts';
import { PAGE } from './small-imports.ts';

const STATUSES = `{ certification(code: "RNCP1") { cohorts { year insertionRates { value status } } } }`;

interface Answer {
  certification: {
    cohorts: { year: number; insertionRates: { value: number | null; status: string }[] }[];
  };
}

describeEachEngine('a rate that a source gives, on', (openDatabase) => {
  test('is kept with its decimals, and never said to be late when it cannot be read', async () => {
    const database = await openDatabase();
    await using importer = await Importer.into(database);
    const statuses = async () => {
      const { certification } = await ask<Answer>(database, STATUSES);
      return certification.cohorts.map(({ year, insertionRates }) => [
        year,
        ...insertionRates.map(({ value, status }) => value ?? status),
      ]);
    };
    await importer.export('RNCP', '2026-01-01', [
      {
        code: 'RNCP1',
        endsOn: '31/12/2030',
        cohorts: [
          ['2022', '10', '86.66666666666667'],
          ['2021', '10', 'environ 80', '147'],
          ['2020', '10', '-', 'NC'],
        ],
      },
    ]);
    expect(await statuses()).toEqual([
      [2022, 86.67, 'NOT_IN_SOURCE', 'OVERDUE_OPTIONAL'],
      [2021, 'UNREADABLE', 'NOT_IN_SOURCE', 'UNREADABLE'],
      [2020, 'OVERDUE', 'NOT_IN_SOURCE', 'UNREADABLE'],
    ]);

    // Whichever source gives a value that can be read, it is the value.
    await importer.statistics('RNCP1;2021;10;;80;beaucoup;', 'RNCP1;2020;10;;;;');
    const merged = [
      [2022, 86.67, 'NOT_IN_SOURCE', 'OVERDUE_OPTIONAL'],
      [2021, 80, 'UNREADABLE', 'UNREADABLE'],
      [2020, 'OVERDUE', 'OVERDUE', 'UNREADABLE'],
    ];
    expect(await statuses()).toEqual(merged);
    // The next export of the other register carries it over, the next of this one reads anew.
    await importer.export('RS', '2026-01-01', [{ code: 'RS1' }]);
    expect(await statuses()).toEqual(merged);
    await importer.export('RNCP', '2026-01-02', [
      { code: 'RNCP1', endsOn: '31/12/2030', cohorts: [['2020', '10']] },
    ]);
    expect(await statuses()).toEqual([
      [2021, 80, 'UNREADABLE', 'OVERDUE_OPTIONAL'],
      [2020, 'OVERDUE', 'OVERDUE', 'OVERDUE_OPTIONAL'],
    ]);
  });

  test('is so in a fiche page', async () => {
    const database = await openDatabase();
    await using importer = await Importer.into(database);
    const page = (await readFile(PAGE, 'utf8')).replace(
      '2020 23 0 86 50 -',
      '2020 23 0 86.66666666666667 147 NC',
    );
    await importer.run([await importer.write('page-2026-01-01.txt', page)]);
    const { cohorts } = await ask<{
      cohorts: { nodes: { insertionRates: { value: number | null; status: string }[] }[] };
    }>(
      database,
      `{ cohorts(filter: { year: { from: 2020, to: 2020 } }) {
        nodes { insertionRates { value status } }
      } }`,
    );
    expect(cohorts.nodes).toEqual([
      {
        insertionRates: [
          { value: 86.67, status: 'PUBLISHED' },
          { value: null, status: 'UNREADABLE' },
          { value: null, status: 'UNREADABLE' },
        ],
      },
    ]);
  });
});
