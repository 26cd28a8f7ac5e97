import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadDemonstration } from '../../src/cli/demonstration/load-demonstration.ts';
import type { Database } from '../../src/db/database.ts';
import { DEFAULT_CHOICES } from '../../src/domain/method.ts';
import { openMigratedPglite } from '../support/database.ts';
import { csv, importTexts } from '../support/surveys.ts';

beforeAll(() => void vi.spyOn(console, 'log').mockReturnValue());
afterAll(() => void vi.restoreAllMocks());

const ROSTER = {
  'r.csv': csv('certification,id_titulaire,date_obtention', 'RNCP900001,A,2022-05-01'),
};

async function query<Row>(database: Database, text: string): Promise<Row[]> {
  await using session = await database.session();
  return (await sql.raw<Row>(text).execute(session.db)).rows;
}

test('the demonstration is a register and then its surveys, beside which others may be imported', async () => {
  await using database = await openMigratedPglite();
  await loadDemonstration(database, { method: DEFAULT_CHOICES, surveySecret: null });
  expect(
    await query(database, 'select id, demonstration, state from publication order by id'),
  ).toEqual([1, 2].map((id) => ({ id, demonstration: true, state: 'PUBLISHED' })));
  const days = await query<{ day: string }>(
    database,
    'select dated_on::text as day from publication order by id',
  );
  // A publication is never of an earlier day than the one before.
  expect(days).toEqual(days.toSorted((a, b) => a.day.localeCompare(b.day)));
  expect(
    await query(
      database,
      'select count(distinct certification_code)::int as certifications, max(since) as since from survey.holder',
    ),
  ).toEqual([{ certifications: 100, since: 2 }]);
  await importTexts(database, ROSTER, { secret: 'the secret that an operator sets afterwards' });
}, 60_000);

test('with SURVEY_SECRET set its surveys have that one', async () => {
  await using database = await openMigratedPglite();
  const surveySecret = 'a secret of thirty-two characters or more';
  await loadDemonstration(database, { method: DEFAULT_CHOICES, surveySecret });
  await expect(importTexts(database, ROSTER)).rejects.toThrow(/SURVEY_SECRET is not the one/);
  await importTexts(database, ROSTER, { secret: surveySecret });
}, 60_000);
