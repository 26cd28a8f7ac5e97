import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { parseRegisterCode } from '../../../src/domain/certification/register-code.ts';
import { eraseSurvey } from '../../../src/ingest/surveys/erase-survey.ts';
import { describeEachEngine } from '../../support/database.ts';
import { day, ficheWith, publishFiches } from '../../support/factories.ts';
import { cohortFiles, EXAMPLE, importTexts, SECRET } from '../../support/surveys.ts';
import { everythingStored, forgetSurveys, query, stateOf } from './survey-state.ts';

const TODAY = day('2026-11-24');
const OTHER_SECRET = 'another secret of the holders';
const OF_ANOTHER =
  'SURVEY_SECRET is not the one that the stored surveys were imported with: holders would not be found again; set the former one, or erase all surveys first (debouches survey erase --all)';
const CODES = ['RNCP1', 'RNCP2'] as const;

describeEachEngine('surveys that are erased from', (openDatabase) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });
  beforeEach(async () => {
    await forgetSurveys(database);
    await query(database, 'truncate versions.survey_erasure');
    await publishFiches(
      database,
      CODES.map((code) => ficheWith({ code })),
    );
    for (const code of CODES) await importOf(code);
  });

  const importOf = async (code: string, secret = SECRET) => {
    const { roster, situations } = cohortFiles(code, EXAMPLE);
    return await importTexts(database, { 'r.csv': roster, 's.csv': situations }, { secret });
  };
  const holder = (id: string, secret = SECRET) =>
    eraseSurvey(
      database,
      { certificationCode: parseRegisterCode('RNCP1'), year: null, holder: id },
      { secret, today: TODAY },
    );
  const all = () =>
    eraseSurvey(database, { certificationCode: null }, { secret: '', today: TODAY });

  test('of one holder are found by the secret of the import alone', async () => {
    const before = await everythingStored(database);
    await expect(holder('H001', OTHER_SECRET)).rejects.toThrow(OF_ANOTHER);
    expect(await everythingStored(database)).toEqual(before);
    await expect(holder('X001')).rejects.toThrow(
      'no holder of RNCP1 has this identifier: give it as the files have it',
    );
    expect(await holder('H001')).toMatchObject({ cohorts: 1, holders: 1 });
    // The same words as those of an import.
    await expect(importOf('RNCP1', OTHER_SECRET)).rejects.toThrow(OF_ANOTHER);
  });

  test('all at once are gone from every publication, and any secret may be set then', async () => {
    const { publicationId: past } = await importOf('RNCP1');
    // Two cohorts, of which H001 to H060 have other hashes.
    expect(await all()).toMatchObject({ cohorts: 2, holders: 120 });
    const { holder: holders, answer, survey_class, survey_cell } = await stateOf(database);
    expect([holders, answer, survey_class, survey_cell]).toEqual([[], [], [], []]);
    expect((await stateOf(database, past ?? 0)).survey_class).toEqual([]);
    const erased = await query(
      database,
      `select distinct certification_code as code, year from versions.survey_erasure
      where since <= ${past} and until > ${past} order by 1`,
    );
    expect(erased).toEqual(CODES.map((code) => ({ code, year: 2024 })));
    expect(await query(database, 'select * from survey.secret')).toEqual([]);
    await importOf('RNCP1', OTHER_SECRET);
    expect((await stateOf(database)).holder).toHaveLength(60);
    await expect(importOf('RNCP1', SECRET)).rejects.toThrow(OF_ANOTHER);
  });

  test('all at once let the secret go when single ones were erased before', async () => {
    for (const code of CODES) {
      await eraseSurvey(
        database,
        { certificationCode: parseRegisterCode(code), year: null, holder: null },
        { secret: '', today: TODAY },
      );
    }
    await expect(importOf('RNCP1', OTHER_SECRET)).rejects.toThrow(OF_ANOTHER);
    expect(await all()).toMatchObject({ cohorts: 0, holders: 0 });
    await expect(all()).rejects.toThrow('there is no survey: nothing is to be erased');
    await importOf('RNCP1', OTHER_SECRET);
  });
});
