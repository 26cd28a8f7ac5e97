import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { activityOn } from '../../src/domain/certification/activity.ts';
import { ask, refusal } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { day, ficheWith, publishFiches } from '../support/factories.ts';
import { MINISTRY, SCHOOL, SMALL_REGISTER } from '../support/register.ts';

const LIST = `query ($filter: CertificationFilter, $asOf: Date) {
  certifications(filter: $filter, asOf: $asOf) { totalCount nodes { code } }
}`;

interface List {
  readonly certifications: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly code: string }[];
  };
}

describeEachEngine('filtering certifications on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, SMALL_REGISTER);
  });

  /** Numbers of the certifications that a filter selects; those of the RS with their register. */
  async function select(filter: object | null, asOf?: string): Promise<string[]> {
    const { certifications } = await ask<List>(database, LIST, { filter, asOf });
    expect(certifications.totalCount).toBe(certifications.nodes.length);
    return certifications.nodes.map(({ code }) => code.replace(/^RNCP9000/, ''));
  }

  test('no filter, an empty one and one of nulls select all, by register and number', async () => {
    const all = ['01', '02', '03', '10', 'RS900001'];
    expect(await select(null)).toEqual(all);
    expect(await select({})).toEqual(all);
    expect(await select({ active: null, levels: null, search: ' ' })).toEqual(all);
  });

  test.each([
    ['register', { register: 'RS' }, ['RS900001']],
    ['activity', { active: true }, ['01', '03', '10', 'RS900001']],
    ['inactivity', { active: false }, ['02']],
    ['codes in any written form', { codes: ['900003', 'rs 900001'] }, ['03', 'RS900001']],
    ['an empty list, which nothing is in', { codes: [] }, []],
    ['levels', { levels: [4, 6] }, ['01', '10']],
    ['an NSF code with its letter', { specialities: ['326T'] }, ['01', '10', 'RS900001']],
    ['first digits of NSF codes', { specialities: ['326'] }, ['01', '02', '10', 'RS900001']],
    ['a ROME code', { occupations: ['m1203'] }, ['03', '10']],
    ['first characters of ROME codes', { occupations: ['M180'] }, ['01', '02']],
    ['Formacodes', { formacodes: ['32654', '30854'] }, ['01', '03']],
    ['certifiers in force', { certifiers: [SCHOOL] }, ['01', '10', 'RS900001']],
    [
      'any of several certifiers',
      { certifiers: [SCHOOL, MINISTRY] },
      ['01', '03', '10', 'RS900001'],
    ],
    ['registration types', { registrationTypes: ['BY_LAW'] }, ['03']],
    [
      'end dates, both ends included',
      { registrationEnds: { from: '2023-01-18', to: '2026-11-24' } },
      ['02', 'RS900001'],
    ],
    ['end dates that are open', { registrationEnds: { from: '2027-01-18' } }, ['01', '03']],
    ['abbreviations in any case', { abbreviations: ['bts'] }, ['03']],
    ['open access routes', { accessRoutes: ['VAE', 'APPRENTICESHIP'] }, ['03']],
    ['years of cohorts', { cohortYear: { from: 2020, to: 2021 } }, ['02']],
    ['sizes of cohorts', { certified: { to: 12 } }, ['01', '02', '10']],
    ['numbers of certified through VAE', { certifiedThroughVae: { from: 1 } }, ['01']],
    ['rates that are there', { has: ['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_2_YEARS'] }, ['01']],
    ['rates that are missing', { lacks: ['GLOBAL_6_MONTHS'] }, ['01', '02', 'RS900001']],
    [
      'one and the same cohort for all that is asked of cohorts',
      { cohortYear: { from: 2024 }, has: ['TARGET_OCCUPATION_2_YEARS'] },
      [],
    ],
    [
      'the very cohort that has certified through VAE',
      { cohortYear: { from: 2024 }, certifiedThroughVae: { from: 1 } },
      [],
    ],
    ['several restrictions, of which all hold', { levels: [5], active: true }, ['03']],
  ])('selects by %s', async (_what, filter, expected) => {
    expect(await select(filter)).toEqual(expected);
  });

  test('decides on the as-of day what is active', async () => {
    expect(await select({ active: true }, '2023-01-18')).toContain('02');
    expect(await select({ active: true }, '2023-01-19')).not.toContain('02');
    expect(await select({ active: false }, '2027-01-19')).toEqual(['01', '02', 'RS900001']);
  });

  test.each([
    [{ levels: [9] }, '9 is not a level of qualification: give 1 to 8'],
    [
      { specialities: ['x'] },
      '"x" is not an NSF code: give one to three digits, with or without a letter, for example 3, 32, 326 or 326t',
    ],
    [
      { occupations: ['Z1'] },
      '"Z1" is not a ROME code: give a letter from A to N and up to four digits, for example M, M18 or M1805',
    ],
    [
      { formacodes: ['30%'] },
      '"30%" is not a Formacode: give up to five digits, for example 46301',
    ],
    [{ certifiers: ['12'] }, '"12" is not a SIREN: write its nine digits, for example 328007786'],
    [
      { registrationEnds: { from: '31/12/2023' } },
      '"31/12/2023" is not a day: write YYYY-MM-DD, for example 2023-01-15',
    ],
    [
      { search: 'a\0b' },
      'search: the character U+0000 is not accepted: give text without control characters',
    ],
  ])('refuses %j and says what it accepts', async (filter, message) => {
    expect(await refusal(database, LIST, { filter })).toEqual({
      name: 'BadUserInputError',
      message,
    });
  });
});

describeEachEngine('activity as a filter has it on', (openDatabase) => {
  test('is that of the domain, for every end date, flag and day', async () => {
    const database = await openDatabase();
    const ends = [null, day('2026-11-23'), day('2026-11-24'), day('2026-11-25')];
    const fiches = ends.flatMap((registrationEndsOn, row) =>
      [null, true, false].map((activeFlag, column) =>
        ficheWith({ code: `RNCP${900100 + 10 * row + column}`, registrationEndsOn, activeFlag }),
      ),
    );
    await publishFiches(database, fiches);
    const days = [day('2026-11-23'), day('2026-11-24'), day('2026-11-25')];
    for (const [asOf, active] of days.flatMap((each) => [
      [each, true] as const,
      [each, false] as const,
    ])) {
      const { certifications } = await ask<List>(database, LIST, { filter: { active }, asOf });
      const expected = fiches
        .filter((fiche) => activityOn(fiche, asOf) === active)
        .map(({ code }) => code);
      expect(certifications.nodes.map(({ code }) => code)).toEqual(expected);
      expect(expected.length).toBeGreaterThan(0);
      expect(expected.length).toBeLessThan(fiches.length);
    }
  });
});
