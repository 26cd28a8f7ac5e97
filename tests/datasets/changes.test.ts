import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cell } from '../../src/datasets/dataset.ts';
import { changes } from '../../src/datasets/history/changes.ts';
import type { Database } from '../../src/db/database.ts';
import { body, cleanFiche, Importer } from '../ingest/publish/importer.ts';
import { ask } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { readRecords } from '../support/report-rows.ts';

describeEachEngine('the report of changes on', (openDatabase) => {
  let database: Database;
  let importer: Importer;

  beforeAll(async () => {
    database = await openDatabase();
    importer = await Importer.into(database);
    const other = body('<SIRET_CERTIFICATEUR>13002526500013</SIRET_CERTIFICATEUR>');
    const gone = { code: 'RNCP3', title: 'Styliste', level: 'NIV6', endsOn: '31/12/2030' };
    await importer.export('RNCP', '2025-01-01', [
      cleanFiche('RNCP1', { cohorts: [['2021', '20', '80.5']] }),
      ...[cleanFiche('RNCP2', { title: 'Ancien' }), { ...gone, extra: other }],
    ]);
    await importer.export('RNCP', '2025-06-01', [
      cleanFiche('RNCP1', { cohorts: [['2021', '20', '80.5']] }),
      ...[cleanFiche('RNCP2'), { ...gone, extra: other }],
    ]);
    await importer.export(
      'RNCP',
      '2026-06-05',
      [cleanFiche('RNCP1', { cohorts: [['2021', '20', '81']] }), cleanFiche('RNCP2')],
      { allowShrink: true },
    );
    await importer.export('RNCP', '2026-06-12', [
      cleanFiche('RNCP1', { cohorts: [['2021', '20', '81']], active: 'Non', endsOn: '01/06/2026' }),
      ...[cleanFiche('RNCP2'), cleanFiche('RNCP4')],
    ]);
  });
  afterAll(() => importer[Symbol.asyncDispose]());

  const told = (rows: readonly Record<string, Cell>[]) =>
    rows.map((row) => `${row['publication_number']} ${row['certification_code']} ${row['kind']}`);
  const read = async (query: Readonly<Record<string, string>> = {}) =>
    told(await readRecords(database, changes, query));

  const LAST = ['4 RNCP1 ENDED', '4 RNCP1 UPDATED', '4 RNCP4 CREATED'];
  const THIRD = ['3 RNCP1 RATE_ALTERED', '3 RNCP3 REMOVED'];
  const SECOND = ['2 RNCP2 UPDATED'];

  test('says what changed, old and new, with the file of a figure', async () => {
    const rows = await readRecords(database, changes, { kinds: 'RATE_ALTERED,REMOVED' });
    const of = {
      ...{ dated_on: '2026-06-05', published_at: expect.stringMatching(/Z$/), level: 5 },
      notes: null,
    };
    expect(rows).toEqual([
      {
        ...{ ...of, publication_number: 3, position: 1, kind: 'RATE_ALTERED' },
        ...{ certification_code: 'RNCP1', register: 'RNCP', title: 'Titre de RNCP1' },
        ...{ active: false, certifier_sirens: '328007786', certifier_names: 'Institut' },
        ...{ year: 2021, field: 'GLOBAL_6_MONTHS', item: null, value_before: '80.5' },
        ...{ value_after: '81', figure_before: 80.5, figure_after: 81 },
        source_file: 'export_fiches_RNCP_V4_1_2026-06-05.xml',
        message:
          'Rate altered: Insertion rate at 6 months, any employment, cohort of 2021, 80.5 % → 81 %',
        message_fr:
          'Taux modifié : Taux d’insertion global à 6 mois, promotion 2021, 80,5 % → 81 %',
      },
      {
        ...{ ...of, publication_number: 3, position: 2, kind: 'REMOVED', level: 6 },
        ...{ certification_code: 'RNCP3', register: 'RNCP', title: 'Styliste', active: null },
        ...{ certifier_sirens: null, certifier_names: null, year: null, field: null, item: null },
        ...{ value_before: 'Styliste', value_after: null, figure_before: null },
        ...{ figure_after: null, source_file: null, message: 'Gone from the registers: Styliste' },
        message_fr: 'Retirée des répertoires : Styliste',
      },
    ]);
  });

  test.each<[Readonly<Record<string, string>>, string[]]>([
    // Twelve months before the day of the last publication.
    [{}, [...LAST, ...THIRD]],
    [{ since: 'P2Y' }, [...LAST, ...THIRD, ...SECOND]],
    [{ since: 'p7d' }, LAST],
    [{ since: 'P6D' }, LAST],
    [{ since: 'P8D' }, [...LAST, ...THIRD]],
    [{ since: '1' }, [...LAST, ...THIRD, ...SECOND]],
    [{ since: '3' }, LAST],
    [{ since: '2026-06-05' }, LAST],
    [{ since: '2026-06-04', until: '3' }, THIRD],
    [{ until: '2026-06-11', since: '1' }, [...THIRD, ...SECOND]],
    [{ until: '2025-06-01' }, SECOND],
    [{ kinds: 'created,ENDED' }, ['4 RNCP1 ENDED', '4 RNCP4 CREATED']],
    [{ code: '3' }, ['3 RNCP3 REMOVED']],
    [{ level: '6' }, ['3 RNCP3 REMOVED']],
    [{ certifier: '130025265' }, ['3 RNCP3 REMOVED']],
    [{ active: 'false' }, ['4 RNCP1 ENDED', '4 RNCP1 UPDATED', '3 RNCP1 RATE_ALTERED']],
    [{ active: 'true', as_of: '2026-05-01' }, [...LAST, '3 RNCP1 RATE_ALTERED']],
  ])('of %o has the rows that are asked for', async (query, expected) => {
    expect(await read(query)).toEqual(expected);
  });

  test.each<[Readonly<Record<string, string>>, RegExp]>([
    [{ since: '9' }, /since: there is no publication 9/],
    [{ until: '2024-12-31' }, /until: nothing was known on 2024-12-31/],
    [{ since: '2026-02-30' }, /"2026-02-30" is not a day/],
    [{ since: 'yesterday' }, /a number of a publication, a day as YYYY-MM-DD or a length/],
    [{ until: 'P1M' }, /a number of a publication or a day as YYYY-MM-DD/],
    [{ code: 'RNCP9' }, /code: \\?"RNCP9\\?" is not the number of a fiche/],
    [{ since: '4', until: '2' }, /since names publication 4 and until 2/],
  ])('of %o is refused', async (query, message) => {
    await expect(read(query)).rejects.toThrow(message);
  });

  describe('says what GraphQL says', () => {
    test.each([
      ['since: { number: 1 }', { since: '1' }],
      ['since: { knownOn: "2026-06-05" }', { since: '2026-06-05' }],
      ['filter: { levels: [5], active: false }', { since: '1', level: '5', active: 'false' }],
      [
        'kinds: [REMOVED, UPDATED], filter: { register: RNCP }',
        { since: '1', kinds: 'REMOVED,UPDATED', register: 'RNCP' },
      ],
      ['filter: { codes: ["RNCP3"] }', { since: '1', code: 'RNCP3' }],
    ])('of %s', async (args, query) => {
      const answer = await ask<{ changes: { nodes: object[] } }>(
        database,
        `{ changes(${args}, first: 500) { nodes {
          publication { number publishedAt } kind code title certification { level active }
          cohortYear field item before after source { fileName } message messageFr
        } } }`,
      );
      const rows = await readRecords(database, changes, query);
      expect(rows.length).toBeGreaterThan(0);
      expect(
        rows.map((row) => ({
          publication: { number: row['publication_number'], publishedAt: row['published_at'] },
          ...{ kind: row['kind'], code: row['certification_code'], title: row['title'] },
          certification:
            row['active'] === null ? null : { level: row['level'], active: row['active'] },
          ...{ cohortYear: row['year'], field: row['field'], item: row['item'] },
          ...{ before: row['value_before'], after: row['value_after'] },
          source: row['source_file'] === null ? null : { fileName: row['source_file'] },
          ...{ message: row['message'], messageFr: row['message_fr'] },
        })),
      ).toEqual(answer.changes.nodes);
    });
  });
});

describeEachEngine('a long report of changes on', (openDatabase) => {
  test('is read by pages, each row once', async () => {
    const database = await openDatabase();
    await using importer = await Importer.into(database);
    const many = (title: string) =>
      Array.from({ length: 1500 }, (_, index) => cleanFiche(`RNCP${index + 1}`, { title }));
    await importer.export('RNCP', '2026-06-01', many('Un'));
    await importer.export('RNCP', '2026-06-02', many('Deux'));
    await importer.export('RNCP', '2026-06-03', many('Trois'));
    const rows = await readRecords(database, changes);
    expect(rows.map((row) => [row['publication_number'], row['position']])).toEqual(
      [3, 2].flatMap((publication) =>
        Array.from({ length: 1500 }, (_, index) => [publication, index + 1]),
      ),
    );
  });
});
