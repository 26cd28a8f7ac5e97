import { sql } from 'kysely';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { withdrawPublication } from '../../../src/db/load/withdraw.ts';
import { cleanFiche, Importer } from '../../ingest/publish/importer.ts';
import { describeEachEngine } from '../../support/database.ts';
import { csv, importTexts } from '../../support/surveys.ts';

const roster = (code: string) => ({
  'r.csv': csv('certification,id_titulaire,date_obtention', `${code},A,2024-05-01`),
  's.csv': csv(
    'certification,id_titulaire,horizon,statut_reponse,situation',
    `${code},A,6,REPONDU,EMPLOI`,
  ),
});

describeEachEngine('a real register that replaces the demonstration on', (openDatabase) => {
  let database: Database;
  let imports: Importer;

  beforeAll(async () => {
    database = await openDatabase();
  });
  beforeEach(async () => {
    imports = await Importer.into(database);
    await imports.forget();
    await query('truncate survey.holder, survey.answer, versions.survey_class, survey.secret');
    await imports.export('RNCP', '2026-01-01', [cleanFiche('RNCP900001'), cleanFiche('RNCP1')], {
      demonstration: true,
    });
  });
  afterEach(() => imports[Symbol.asyncDispose]());

  const importReal = () => imports.export('RNCP', '2026-01-02', [cleanFiche('RNCP1')]);

  async function query<Row>(text: string): Promise<Row[]> {
    await using session = await database.session();
    return (await sql.raw<Row>(text).execute(session.db)).rows;
  }

  /** Certifications that a publication has rows of, in some tables. */
  const surveyedIn = (id: number) =>
    query<{ table: string; code: string }>(
      ['survey.holder', 'survey.answer', 'versions.survey_class', 'versions.survey_cell']
        .map(
          (table) => `select distinct '${table}' as table, certification_code as code
            from ${table} where since <= ${id} and until > ${id}`,
        )
        .join(' union all '),
    ).then((rows) => [...new Set(rows.map(({ code }) => code))].toSorted());

  test('has none of its surveys, which past publications keep, and takes another secret', async () => {
    await importTexts(database, roster('RNCP900001'), { secret: 'that of the demonstration' });
    await importReal();
    expect(await surveyedIn(2)).toEqual(['RNCP900001']);
    expect(await surveyedIn(3)).toEqual([]);
    await importTexts(database, roster('RNCP1'), { secret: 'that of the operator' });
    expect(await surveyedIn(4)).toEqual(['RNCP1']);
  });

  test('keeps surveys of genuine certifications, and with them their secret', async () => {
    await importTexts(database, roster('RNCP900001'));
    await importTexts(database, roster('RNCP1'));
    await importReal();
    expect(await surveyedIn(4)).toEqual(['RNCP1']);
    await expect(
      importTexts(database, roster('RNCP1'), { secret: 'another secret' }),
    ).rejects.toThrow(/SURVEY_SECRET is not the one/);
  });

  test('that is withdrawn leaves them as they were', async () => {
    await importTexts(database, roster('RNCP900001'));
    await importReal();
    {
      await using session = await database.session();
      await withdrawPublication(session, 'wrong file');
    }
    expect(await surveyedIn(2)).toEqual(['RNCP900001']);
    expect(
      await query('select count(*)::int as ended from survey.holder where until < 2147483647'),
    ).toEqual([{ ended: 0 }]);
  });

  test('another demonstration leaves them as they are', async () => {
    await importTexts(database, roster('RNCP900001'));
    await imports.export('RNCP', '2026-01-03', [cleanFiche('RNCP900001', { title: 'Autre' })], {
      demonstration: true,
    });
    expect(await surveyedIn(3)).toEqual(['RNCP900001']);
  });
});
