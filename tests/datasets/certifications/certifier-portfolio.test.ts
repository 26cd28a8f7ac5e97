import { expect, test } from 'vitest';
import { certifierPortfolio } from '../../../src/datasets/certifications/certifier-portfolio.ts';
import { describeEachEngine } from '../../support/database.ts';
import { certifierWith, ficheWith, publishFiches } from '../../support/factories.ts';
import {
  MINISTRY,
  QUESTION_REGISTER,
  SCHOOL_A,
  SCHOOL_B,
} from '../../support/question-register.ts';
import { pick, readRecords, readRows } from '../../support/report-rows.ts';

const AS_OF = '2026-11-24';

const NONE = { low: null, high: null, base: 0, status: 'NO_RATE' };

/** The columns of one pooled rate. */
function rate(
  name: string,
  value: number | null,
  { low, high, base, status }: Readonly<Record<keyof typeof NONE, string | number | null>>,
) {
  return {
    [name]: value,
    [`${name}_low`]: low,
    [`${name}_high`]: high,
    [`${name}_base`]: base,
    [`${name}_status`]: status,
  };
}

const noRate = (name: string) => rate(name, null, NONE);

describeEachEngine('portfolios of certifying bodies on', (openDatabase) => {
  const opened = openDatabase().then(async (database) => {
    await publishFiches(database, QUESTION_REGISTER);
    return database;
  });

  test('of one body: all that it certifies now, ended or not, of both registers', async () => {
    const query = { as_of: AS_OF, certifier: '111 111 118' };
    const body = { certifier_siren: SCHOOL_A, certifier_name: 'École A', notes: null };
    expect(await readRecords(await opened, certifierPortfolio, query)).toEqual([
      {
        ...body,
        ...{ certification_code: 'RNCP100', register: 'RNCP', title: 'Développeur', level: 6 },
        ...{ registration_type: 'ON_REQUEST', active: false, registration_ends_on: '2022-05-10' },
        ...{ newest_cohort: 2022, cohorts: 2, overdue_rates: 0 },
        // (25 · 80 + 12 · 66) / 37
        ...rate('global_6_months', 75.46, {
          ...{ low: 59.65, high: 86.48, base: 37 },
          status: 'POOLED',
        }),
        ...noRate('target_occupation_6_months'),
        ...noRate('target_occupation_2_years'),
      },
      {
        ...body,
        ...{ certification_code: 'RNCP101', register: 'RNCP', title: 'Concepteur de logiciels' },
        ...{ level: 6, registration_type: 'ON_REQUEST', active: true },
        ...{ registration_ends_on: '2027-05-10' },
        ...{ newest_cohort: 2024, cohorts: 3, overdue_rates: 0 },
        ...rate('global_6_months', 60, { low: 46.18, high: 72.39, base: 50, status: 'POOLED' }),
        // (10 · 50 + 20 · 60) / 30, and (10 · 55 + 20 · 65) / 30
        ...rate('target_occupation_6_months', 56.67, {
          ...{ low: 39.2, high: 72.62, base: 30 },
          status: 'POOLED',
        }),
        ...rate('target_occupation_2_years', 61.67, {
          ...{ low: 43.91, high: 76.78, base: 30 },
          status: 'POOLED',
        }),
      },
      {
        // École B certifies it as well, and is not in this portfolio.
        ...body,
        ...{ certification_code: 'RNCP130', register: 'RNCP', title: 'Assistant de gestion' },
        ...{ level: 4, registration_type: 'ON_REQUEST', active: true },
        ...{ registration_ends_on: '2026-12-15' },
        // The global rate of 2024 has been late since 2025-12-31.
        ...{ newest_cohort: 2024, cohorts: 2, overdue_rates: 1 },
        ...rate('global_6_months', 77, { low: 44.53, high: 93.32, base: 9, status: 'POOLED' }),
        ...noRate('target_occupation_6_months'),
        ...noRate('target_occupation_2_years'),
      },
      {
        ...body,
        ...{ certification_code: 'RS200', register: 'RS', title: 'Sauveteur au travail' },
        ...{ level: null, registration_type: 'ON_REQUEST', active: true },
        ...{ registration_ends_on: '2027-01-31' },
        ...{ newest_cohort: 2024, cohorts: 2, overdue_rates: 0 },
        ...noRate('global_6_months'),
        ...noRate('target_occupation_6_months'),
        ...noRate('target_occupation_2_years'),
      },
    ]);
  });

  test('of all: a row for each body, and one for a certification without any', async () => {
    const rows = await readRecords(await opened, certifierPortfolio, { as_of: AS_OF });
    const names = ['certification_code', 'certifier_siren', 'certifier_name'];
    expect(rows.map((row) => pick(row, names))).toEqual([
      ['RNCP100', SCHOOL_A, 'École A'],
      ['RNCP101', SCHOOL_A, 'École A'], // « Ancienne école » certifies it no more
      ...[1, 2, 3, 4, 5, 6].map((peer) => [`RNCP11${peer}`, SCHOOL_B, 'École B']),
      ['RNCP120', MINISTRY, 'Ministère'],
      ['RNCP121', MINISTRY, 'Ministère'],
      ['RNCP130', SCHOOL_A, 'École A'],
      ['RNCP130', SCHOOL_B, 'École B'],
      ['RNCP140', null, null],
      ['RNCP160', SCHOOL_B, 'École B'],
      ['RS200', SCHOOL_A, 'École A'],
      ['RS201', SCHOOL_B, 'École B'],
    ]);
  });

  test('parameters choose certifications and how many cohorts are pooled', async () => {
    const query = { as_of: AS_OF, last_cohorts: '1', certifier: SCHOOL_B, level: '4,7' };
    const rows = await readRecords(await opened, certifierPortfolio, query);
    const names = ['certification_code', 'cohorts', 'global_6_months', 'global_6_months_base'];
    expect(rows.map((row) => pick(row, names))).toEqual([
      ['RNCP130', 2, null, 0],
      ['RNCP160', 2, 70, 100],
    ]);
  });

  test('a body counts once on a fiche, whatever its establishments and names', async () => {
    const database = await openDatabase();
    await publishFiches(database, [
      ficheWith({
        code: 'RNCP1',
        certifiers: [
          certifierWith('École', { siret: `${SCHOOL_B}00022` }),
          certifierWith('École A', { siret: `${SCHOOL_A}00011` }),
          certifierWith('ECOLE A, ANNEXE', { siret: `${SCHOOL_A}00029` }),
          certifierWith('Ministère', { siret: `${MINISTRY}00033`, state: 'Inactif' }),
        ],
      }),
    ]);
    const rows = await readRows(database, certifierPortfolio, { as_of: AS_OF });
    expect(rows.map((row) => row[0])).toEqual([SCHOOL_A, SCHOOL_B]);
    const ofMinistry = await readRows(database, certifierPortfolio, { certifier: MINISTRY });
    expect(ofMinistry).toEqual([]);
  });
});
