import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { prunePublications } from '../../../src/db/load/prune.ts';
import { parseRegisterCode } from '../../../src/domain/certification/register-code.ts';
import { eraseExpiredRows, eraseSurvey } from '../../../src/ingest/surveys/erase-survey.ts';
import { describeEachEngine } from '../../support/database.ts';
import { day, ficheWith, publishFiches } from '../../support/factories.ts';
import { cohortFiles, EXAMPLE, importTexts, SECRET } from '../../support/surveys.ts';
import { forgetSurveys, query } from './survey-state.ts';

/** Tables of rows that are valid in publications. */
const VALID = [
  ...['survey.holder', 'survey.answer', 'survey.international', 'versions.survey_class'],
  ...['versions.survey_cell', 'versions.survey_paired', 'versions.survey_finding'],
] as const;
/** All tables that imports, prunings and erasures write to. */
const WRITTEN = [...VALID, 'survey.import', 'survey.secret', 'versions.survey_erasure'] as const;

const TODAY = day('2026-11-24');
const CODE = parseRegisterCode('RNCP1');

describeEachEngine('what is stored of surveys in', (openDatabase) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });
  beforeEach(async () => {
    await forgetSurveys(database);
    await query(database, 'truncate versions.survey_erasure');
    await publishFiches(database, [ficheWith({ code: 'RNCP1' }), ficheWith({ code: 'RNCP2' })]);
  });

  const importOf = async (code: string, prefix = 'H', horizon = 6) => {
    const { roster, situations } = cohortFiles(code, EXAMPLE, { prefix, horizon });
    await importTexts(database, { 'r.csv': roster, 's.csv': situations });
  };
  /** Lets all publications go but the one that is served. */
  const prune = async () => {
    const ids = await query<{ id: number }>(
      database,
      `select id from publication where state = 'PUBLISHED'
        and id not in (select publication_id from current_publication)`,
    );
    await using session = await database.session();
    await prunePublications(
      session,
      ids.map(({ id }) => id),
    );
  };
  const erase = (holder: string | null) =>
    eraseSurvey(
      database,
      { certificationCode: CODE, year: null, holder },
      { secret: SECRET, today: TODAY },
    );
  const numbersOf = async (tables: readonly string[], what: (table: string) => string) => {
    const found = tables.map(async (table) => {
      const [row] = await query<{ number: number }>(
        database,
        `select (${what(table)})::int as number`,
      );
      return [table, row?.number] as const;
    });
    return Object.fromEntries(await Promise.all(found));
  };
  const rows = () => numbersOf(WRITTEN, (table) => `select count(*) from ${table}`);
  const unread = () =>
    numbersOf(
      VALID,
      (table) => `select count(*) from ${table} as own where not exists (
        select from publication where state = 'PUBLISHED' and id >= own.since and id < own.until)`,
    );
  const none = Object.fromEntries(VALID.map((table) => [table, 0]));

  test('is, after a pruning, what publications that are kept need', async () => {
    await importOf('RNCP2');
    await importOf('RNCP1');
    await prune();
    const once = await rows();
    expect(once).toMatchObject({ 'survey.holder': 120, 'survey.answer': 120, 'survey.import': 2 });
    for (const prefix of ['A', 'B', 'C']) {
      await importOf('RNCP1', prefix);
      expect(await unread()).toEqual(none);
      expect(await rows()).toMatchObject({ 'survey.holder': 180 });
      await prune();
      expect(await unread()).toEqual(none);
      expect(await rows()).toEqual(once);
    }
  });

  test('has of a roster that is valid the import that wrote it, however often situations came', async () => {
    await importOf('RNCP1');
    const { situations } = cohortFiles('RNCP1', EXAMPLE);
    for (let times = 0; times < 3; times++) {
      await importTexts(database, { 's.csv': situations });
      await prune();
    }
    // That of the roster and that of the last situations.
    expect(await rows()).toMatchObject({ 'survey.import': 2, 'survey.answer': 60 });
  });

  test('does not grow when surveys are imported, erased and pruned again and again', async () => {
    const after: Awaited<ReturnType<typeof rows>>[] = [];
    for (let times = 0; times < 4; times++) {
      await importOf('RNCP1');
      await importOf('RNCP1');
      await erase('H001');
      expect((await rows())['survey.holder']).toBe(118);
      await erase(null);
      expect(await rows()).toMatchObject({ ...none, 'survey.secret': 1 });
      await prune();
      after.push(await rows());
    }
    expect(after[0]).toMatchObject({ ...none, 'survey.import': 0 });
    // The last erasure stays: it tells answers of before from later ones.
    expect(after[0]?.['versions.survey_erasure']).toBeGreaterThan(0);
    for (const each of after) expect(each).toEqual(after[0]);
  });

  test('takes no more of the disk with each import and pruning', async () => {
    const size = () => numbersOf(WRITTEN, (table) => `select pg_table_size('${table}')`);
    const sizes: Awaited<ReturnType<typeof size>>[] = [];
    for (let times = 0; times < 8; times++) {
      await importOf('RNCP1', `${times}-`);
      await prune();
      sizes.push(await size());
    }
    // Rows of an import and of the one before are there together, and one page may be begun.
    for (const table of WRITTEN) {
      const [second, last] = [sizes[1]?.[table] ?? 0, sizes.at(-1)?.[table] ?? 0];
      expect(last, table).toBeLessThanOrEqual(second + 8_192);
    }
  });

  test('has nothing of holders past their time, and what was counted of them', async () => {
    await importOf('RNCP1');
    await importOf('RNCP1', 'B');
    const { 'survey.holder': both, 'versions.survey_class': classes } = await rows();
    expect(both).toBe(120);
    // The cohort of 2024: its year ended 23 months before.
    const before = await eraseExpiredRows(database, { months: 24, today: TODAY });
    expect(before).toEqual({ holders: 0, answers: 0 });
    const past = await eraseExpiredRows(database, { months: 24, today: day('2027-01-01') });
    expect(past).toEqual({ holders: 120, answers: 120 });
    expect(await rows()).toMatchObject({
      ...{ 'survey.holder': 0, 'survey.answer': 0, 'versions.survey_class': classes },
    });
  });
});
