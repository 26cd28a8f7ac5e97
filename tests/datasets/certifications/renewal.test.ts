import { beforeAll, expect, test } from 'vitest';
import { expiring } from '../../../src/datasets/certifications/expiring.ts';
import { renewalReadiness } from '../../../src/datasets/certifications/renewal-readiness.ts';
import { overdueRates } from '../../../src/datasets/cohorts/overdue-rates.ts';
import type { Database } from '../../../src/db/database.ts';
import { describeEachEngine } from '../../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { readRecords } from '../../support/report-rows.ts';

const AS_OF = { as_of: '2026-11-24' };

const ASSISTANT = {
  ...{ certification_code: 'RNCP130', register: 'RNCP', title: 'Assistant de gestion', level: 4 },
  ...{ registration_type: 'ON_REQUEST', active: true, registration_ends_on: '2026-12-15' },
};
const BOTH_SCHOOLS = {
  certifier_sirens: '111111118 ; 222222226',
  certifier_names: 'École A ; École B',
};

describeEachEngine('the reports of what is due on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
  });

  const codes = async (...asked: Parameters<typeof readRecords>) =>
    (await readRecords(...asked)).map((row) => row['certification_code']);

  test('overdue-rates names each rate that is owed, with the days it is late', async () => {
    expect(await readRecords(database, overdueRates, AS_OF)).toEqual([
      {
        ...ASSISTANT,
        ...{ year: 2024, certified: 8, certified_through_vae: null },
        ...BOTH_SCHOOLS,
        ...{ indicator: 'GLOBAL_6_MONTHS', rate_status: 'OVERDUE' },
        ...{ rate_due_on: '2025-12-31', days_late: 328, notes: null },
      },
    ]);
    expect(await readRecords(database, overdueRates, { as_of: '2025-12-31' })).toEqual([]);
    const [late] = await readRecords(database, overdueRates, { as_of: '2026-01-01' });
    expect(late?.['days_late']).toBe(1);
    expect(await codes(database, overdueRates, { ...AS_OF, certifier: '333333334' })).toEqual([]);
    // The register does not carry the target rate at 6 months of that cohort: it is not late.
    const target = { ...AS_OF, indicator: 'target_occupation_6_months' };
    expect(await codes(database, overdueRates, target)).toEqual([]);
  });

  test('expiring lists active certifications by the end of their registration', async () => {
    const rows = await readRecords(database, expiring, AS_OF);
    expect(rows[0]).toEqual({
      ...{ ...ASSISTANT, ...BOTH_SCHOOLS, renewal_stage: 'LATE', file_by: '2026-04-15' },
      ...{ file_at_latest: '2026-05-15', filing_passed: true, replaced: false },
    });
    expect(rows.slice(1)).toMatchObject([
      {
        ...{
          certification_code: 'RS200',
          registration_ends_on: '2027-01-31',
          file_by: '2026-05-31',
        },
        ...{ file_at_latest: '2026-06-30', renewal_stage: 'LATE', filing_passed: true },
      },
      {
        ...{ certification_code: 'RNCP101', registration_ends_on: '2027-05-10' },
        ...{ file_by: '2026-09-10', renewal_stage: 'LATE', replaced: false },
      },
      {
        ...{ certification_code: 'RNCP120', file_by: '2026-12-31', file_at_latest: '2027-01-31' },
        ...{ renewal_stage: 'WATCH', filing_passed: false, replaced: true },
      },
    ]);
    expect(rows).toHaveLength(4);
  });

  test.each([
    ['a month', { months: '1' }, ['RNCP130']],
    ['those that can still file', { filing_passed: 'false' }, ['RNCP120']],
    ['those without a replacement', { replaced: 'false' }, ['RNCP130', 'RS200', 'RNCP101']],
    ['a register', { register: 'RS', months: '600' }, ['RS200']],
  ])('expiring can be asked for %s', async (_what, query, expected) => {
    expect(await codes(database, expiring, { ...AS_OF, ...query })).toEqual(expected);
  });

  test('renewal-readiness counts usable cohorts, and the others by why they are not', async () => {
    const query = { ...AS_OF, months: '12', usable_cohorts_to: '1' };
    const days = { file_by: '2026-04-15', file_at_latest: '2026-05-15' };
    const none = {
      ...{ cohorts_published: 0, cohorts_published_early: 0, cohorts_no_holder: 0 },
      ...{ cohorts_not_yet_observable: 0, cohorts_in_collection: 0 },
      ...{ cohorts_closed_before_due: 0, cohorts_overdue: 0, notes: null },
    };
    expect(await readRecords(database, renewalReadiness, query)).toEqual([
      {
        ...{ ...ASSISTANT, ...BOTH_SCHOOLS, ...days, renewal_stage: 'LATE' },
        ...{ watch_opens_on: '2025-12-15', cohorts: 2, usable_cohorts: 1, usual_cohorts: 2 },
        ...{ ...none, cohorts_published: 1, cohorts_overdue: 1 },
      },
      {
        ...{ certification_code: 'RNCP120', register: 'RNCP', title: 'Comptabilité et gestion' },
        ...{ level: 5, registration_type: 'BY_LAW', active: true },
        ...{ registration_ends_on: '2027-08-31', renewal_stage: 'WATCH' },
        ...{ certifier_sirens: '333333334', certifier_names: 'Ministère' },
        ...{ file_by: '2026-12-31', file_at_latest: '2027-01-31', watch_opens_on: '2026-08-31' },
        ...{ cohorts: 0, usable_cohorts: 0, usual_cohorts: 2, ...none },
      },
    ]);
    // RS200 ends within the year: the RS has no rates to be ready with.
    expect(await codes(database, renewalReadiness, { ...AS_OF, months: '3' })).toEqual(['RNCP130']);
    expect(await codes(database, renewalReadiness, { ...AS_OF, active: 'false' })).toEqual([
      'RNCP100',
    ]);
  });

  test('renewal-readiness tells all the reasons apart', async () => {
    const other = await openDatabase();
    await publishFiches(other, [
      ficheWith({
        code: 'RNCP1',
        activeFlag: true,
        cohorts: [
          cohortWith(2026, 10),
          cohortWith(2025, 10),
          cohortWith(2024, 10),
          cohortWith(2023, 0),
          cohortWith(2022, 10, { global6: 80 }),
          cohortWith(2021, 10, { global6: 70 }),
        ],
      }),
    ]);
    const [row] = await readRecords(other, renewalReadiness, AS_OF);
    expect(row).toMatchObject({
      ...{ renewal_stage: 'UNKNOWN_END', file_by: null, watch_opens_on: null },
      ...{ certifier_sirens: null, certifier_names: null },
      ...{ cohorts: 6, usable_cohorts: 2, cohorts_published: 2, cohorts_no_holder: 1 },
      ...{ cohorts_not_yet_observable: 1, cohorts_in_collection: 1, cohorts_overdue: 1 },
    });
  });
});
