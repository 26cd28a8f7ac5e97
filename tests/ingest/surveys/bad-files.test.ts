import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { RefusedFileError } from '../../../src/domain/errors.ts';
import { importSurvey } from '../../../src/ingest/surveys/import-survey.ts';
import { describeEachEngine } from '../../support/database.ts';
import { day, ficheWith, publishFiches } from '../../support/factories.ts';
import { csv, importTexts, SECRET } from '../../support/surveys.ts';
import { row, xlsxFile, zipOf } from '../sources/survey/xlsx-file.ts';
import { everythingStored, forgetSurveys, query, stateOf } from './survey-state.ts';

const HEAD = 'certification,id_titulaire,date_obtention';
const SITUATION = 'certification,id_titulaire,horizon,statut_reponse,situation';
const NAMES = HEAD.split(',');
const TITLES = { mapping: '{"keepJobTitles": true}' };

/** A workbook of one sheet: the header of a roster and more columns, then rows. */
const book = (
  columns: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  parts: Parameters<typeof xlsxFile>[1] = {},
) =>
  xlsxFile(
    [
      {
        name: 'Titulaires',
        rows: row(1, [...NAMES, ...columns]) + rows.map((cells, at) => row(at + 2, cells)).join(''),
      },
    ],
    parts,
  );

describeEachEngine('bad survey files on', (openDatabase) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, [ficheWith({ code: 'RNCP1' })]);
  });
  beforeEach(() => forgetSurveys(database));

  type Files = Parameters<typeof importTexts>[1];

  /** Why files are refused; nothing of them may be stored. */
  async function refusal(files: Files, options: Parameters<typeof importTexts>[2] = {}) {
    const before = await everythingStored(database);
    const error = await importTexts(database, files, options).then(
      () => new Error('it was imported'),
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(RefusedFileError);
    expect(await everythingStored(database)).toEqual(before);
    return (error as Error).message;
  }

  const holders = async () => (await stateOf(database)).holder;

  describe('a workbook', () => {
    const valid = ['RNCP1', 'A', '2024-05-01'];

    test('with a formula is refused by sheet, row and column, after rows that are right', async () => {
      const file = await book([], [valid, ['RNCP1', 'B', '><f>TODAY()</f><v>45000</v>']]);
      expect(await refusal({ 'e.xlsx': file })).toBe(
        'e.xlsx, sheet "Titulaires", row 3, column C holds a formula: copy the column and paste it as values',
      );
    });

    test('has days as numbers, read as days', async () => {
      // 45413 is 1 May 2024; from 1904 on it is 43951.
      const dated = (serial: number) => [['RNCP1', 'A', ` s="1"><v>${serial}</v>`]];
      await importTexts(database, {
        'e.xlsx': await book([], dated(45_413), { formats: [0, 14] }),
      });
      expect(await holders()).toMatchObject([{ obtained_on: '2024-05-01' }]);
      const mac = { formats: [0, 14], workbook: '<workbookPr date1904="1"/>' };
      await importTexts(database, { 'e.xlsx': await book([], dated(43_951), mac) });
      expect(await holders()).toMatchObject([{ obtained_on: '2024-05-01' }]);
    });

    test('whose days are plain numbers is refused, with the cell', async () => {
      const file = await book([], [['RNCP1', 'A', '><v>45413</v>']]);
      expect(await refusal({ 'e.xlsx': file })).toMatch(
        /e\.xlsx, sheet Titulaires, line 2, column date_obtention: "45413": a day from 2000-01-01/,
      );
    });

    test('whose codes lost their zeros is refused, with the cell and what to do', async () => {
      const file = await book(
        ['region_formation', 'siret_organisme'],
        [[...valid, '><v>1</v>', '><v>5600000000048</v>']],
      );
      const message = await refusal({ 'e.xlsx': file });
      expect(message).toMatch(/line 2, column region_formation: "1": .*leading zero included/);
      expect(message).toMatch(/column siret_organisme: a text of 13 characters: .*leading zeros/);
    });

    test('whose identifiers lost their zeros does not find the holders of the roster', async () => {
      const situations = await xlsxFile([
        {
          rows:
            row(1, SITUATION.split(',')) +
            row(2, ['RNCP1', '><v>123</v>', '><v>6</v>', 'REPONDU', 'EMPLOI']),
        },
      ]);
      const roster = csv(HEAD, 'RNCP1,00123,2024-05-01');
      expect(await refusal({ 'r.csv': roster, 's.xlsx': situations })).toMatch(
        /s\.xlsx, sheet Feuil1, line 2, column id_titulaire: this holder is not in the roster/,
      );
    });

    test('of a row more than a sheet can have is refused', async () => {
      const rows = row(1, NAMES) + row(2, valid) + row(1_048_577, valid);
      const file = await xlsxFile([{ name: 'Titulaires', rows }]);
      expect(await refusal({ 'e.xlsx': file })).toMatch(
        /sheet "Titulaires": a row that follows row 2 is not one of rows 3 to 1048576/,
      );
    });

    test('that is a decompression bomb is refused', async () => {
      const rows = row(1, NAMES) + `<!--${'x'.repeat(1024 ** 2)}-->`.repeat(70);
      const file = await xlsxFile([{ rows }]);
      expect(await refusal({ 'e.xlsx': file })).toMatch(/decompression bomb/);
    });

    test('whose parts have impossible paths is refused without repeating them', async () => {
      const zip = await zipOf({ 'xx/Dupont.xml': 'x', '[Content_Types].xml': '' });
      const file = Buffer.from(zip.toString('latin1').replaceAll('xx/', '../'), 'latin1');
      expect(await refusal({ 'e.xlsx': file })).toMatch(
        /cannot be read, damaged or incomplete \(invalid relative path\)/,
      );
    });

    test('with characters that no database keeps is refused by its cell', async () => {
      for (const escaped of ['_x0000_', '_xD800_', '_x001B_[31m']) {
        const situations = await xlsxFile([
          {
            rows:
              row(1, [...SITUATION.split(','), 'intitule_poste']) +
              row(2, ['RNCP1', 'A', '6', 'REPONDU', 'EMPLOI', `Vendeuse${escaped}`]),
          },
        ]);
        const files = { 'r.csv': csv(HEAD, 'RNCP1,A,2024-05-01'), 's.xlsx': situations };
        expect(await refusal(files, TITLES)).toMatch(
          /line 2, column intitule_poste: a text of \d+ characters: at most 200 .* none of them a control/,
        );
      }
    });
  });

  describe('a CSV file', () => {
    test.each<readonly [string, string | Uint8Array, RegExp]>([
      ['is empty', '', /e\.csv is empty: a CSV file, an XLSX file/],
      ['is blank', '\n \n', /e\.csv is blank: a header and one row/],
      ['has a header alone', csv(HEAD), /nothing to import/],
      [
        'has NUL bytes',
        `${HEAD}\nRNCP1,A\0,2024-05-01\n`,
        /is not a text, or is encoded in UTF-16/,
      ],
      ['is in UTF-16', Buffer.from(csv(HEAD, 'RNCP1,A,2024-05-01'), 'utf16le'), /UTF-16/],
      [
        'names a column twice',
        csv(`${HEAD},sexe,sexe`, 'RNCP1,A,2024-05-01,F,F'),
        /one name twice/,
      ],
      [
        'has 501 columns',
        csv(`${HEAD},${Array.from({ length: 498 }, (_, at) => `c${at}`).join()}`, 'x'),
        /line 1: the header has 501 columns: at most 500 are accepted/,
      ],
      [
        'has an identifier of 64 KB',
        csv(HEAD, `RNCP1,${'A'.repeat(65_536)},2024-05-01`),
        /column id_titulaire: a text of 65536 characters: at most 64 characters are accepted/,
      ],
      [
        'has a cell more',
        csv(HEAD, 'RNCP1,A,2024-05-01', 'RNCP1,B,2024-05-01,Dupont'),
        /e\.csv, line 3 has 4 cells, and the header 3 columns/,
      ],
      [
        'has a quote that does not close',
        csv(HEAD, 'RNCP1,"A,2024-05-01'),
        /line 2: a quote begins/,
      ],
    ])('that %s is refused', async (_what, text, message) => {
      expect(await refusal({ 'e.csv': text })).toMatch(message);
    });

    test('is read after a byte order mark, with marks of direction, and with cells of 64 KB that are ignored', async () => {
      const mapping = JSON.stringify({ ignore: ['Remarque'] });
      const roster = `\uFEFF${csv(`${HEAD},Remarque`, `RNCP1,A,2024-05-01,${'x'.repeat(65_536)}`)}`;
      const situations = csv(SITUATION, 'RNCP1,\u200fA\u200e,6,REPONDU,\u202bEMPLOI\u202c');
      await importTexts(database, { 'r.csv': roster, 's.csv': situations }, { mapping });
      expect((await stateOf(database)).answer).toMatchObject([{ situation: 'EMPLOI' }]);
    });

    test('is read as Windows-1252 with a notice, accents included', async () => {
      const mapping = JSON.stringify({
        columns: { Diplômé: 'id_titulaire' },
        values: { voie_acces: { 'Élève – étudiant': 'ELEVE_ETUDIANT' } },
      });
      const text = csv(
        'certification;Diplômé;date_obtention;voie_acces',
        'RNCP1;A;01/05/2024;Élève – étudiant',
      );
      // The dash is 0x96 in Windows-1252, and none of Latin-1.
      const bytes = Buffer.from(text.replace('–', '\u0096'), 'latin1');
      const { notices } = await importTexts(database, { 'e.csv': bytes }, { mapping });
      expect(notices).toEqual([expect.stringMatching(/e\.csv .*was read as Windows-1252/)]);
      expect(await holders()).toMatchObject([{ access_route: 'ELEVE_ETUDIANT' }]);
    });

    test('of half characters is no UTF-8: it is Windows-1252, and its identifiers are others', async () => {
      const bytes = Buffer.concat([
        Buffer.from(`${HEAD}\nRNCP1,A`),
        Buffer.from([0xed, 0xa0, 0x80]),
        Buffer.from(',2024-05-01\n'),
      ]);
      const { notices } = await importTexts(database, { 'e.csv': bytes });
      expect(notices).toHaveLength(1);
      expect(await holders()).toHaveLength(1);
    });
  });

  test('what is wrong in the last of many files keeps all others out', async () => {
    const files = {
      'r.csv': csv(HEAD, 'RNCP1,A,2024-05-01'),
      's.csv': csv(SITUATION, 'RNCP1,A,6,REPONDU,EMPLOI'),
      't.csv': csv(SITUATION, 'RNCP1,A,24,REPONDU,CHOMAGE'),
    };
    expect(await refusal(files)).toMatch(/t\.csv, line 2, column situation: "CHOMAGE"/);
    const [row] = await query<{ imports: number }>(
      database,
      'select count(*)::int as imports from survey.import',
    );
    expect(row).toEqual({ imports: 0 });
  });

  test('a file that is not there is refused', async () => {
    await expect(
      importSurvey(database, [{ path: '/nowhere/e.csv', name: 'e.csv' }], {
        ...{ secret: SECRET, today: day('2026-11-24'), mapping: null, siren: null },
        ...{ international: [], check: false },
      }),
    ).rejects.toThrow(/does not exist: a CSV file/);
  });
});
