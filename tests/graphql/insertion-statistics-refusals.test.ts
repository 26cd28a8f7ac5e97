import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { refusal, SERVICES, type Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { MINISTRY, SCHOOL, STATISTICS_REGISTER } from '../support/statistics-register.ts';
import { figures, STATISTICS, statisticsOn, TOTAL } from './statistics-question.ts';

describeEachEngine('insertion statistics on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, STATISTICS_REGISTER);
  });

  const statistics = (variables: Variables = {}) => statisticsOn(database, variables);

  test('of a list of more groups than allowed are refused, and of as many are not', async () => {
    const services = { ...SERVICES, maxGroups: 3 };
    const by = (dimension: string) =>
      refusal(database, STATISTICS, { groupBy: [dimension] }, services);
    expect(await by('CERTIFICATION')).toEqual({
      name: 'BadUserInputError',
      message:
        'groupBy: [CERTIFICATION] makes more than 3 groups: group by fewer dimensions, or restrict the filter',
    });
    expect(await by('LEVEL')).toBeNull();
    // What is asked for is not what is made.
    const variables = { groupBy: ['ACTIVE', 'CERTIFICATION'], first: 1 };
    expect((await refusal(database, STATISTICS, variables, services))?.message).toMatch(
      /^groupBy: \[ACTIVE, CERTIFICATION\] makes more than 3 groups/,
    );
  });

  const certification = (filter: object) => ({ filter: { certification: filter } });

  test.each<[Variables, string]>([
    [
      { groupBy: ['YEAR', 'LEVEL', 'YEAR'] },
      'groupBy: YEAR is given twice: give each dimension once',
    ],
    [{ first: -1 }, 'first: -1 is not accepted: give a number of groups, 0 or more'],
    [
      { having: { certified: { from: 10, to: 9 } } },
      'having.certified: { from: 10, to: 9 } ends before it begins: give a from that is not after to',
    ],
    [
      { having: { certifications: { from: 2, to: 1 } } },
      'having.certifications: { from: 2, to: 1 } ends before it begins: give a from that is not after to',
    ],
    [
      { having: { cohorts: { from: 2, to: 1 } } },
      'having.cohorts: { from: 2, to: 1 } ends before it begins: give a from that is not after to',
    ],
    [
      { having: { coverage: { indicator: 'GLOBAL_6_MONTHS', from: 60, to: 50 } } },
      'having.coverage: { from: 60, to: 50 } ends before it begins: give a from that is not after to',
    ],
    [
      { having: { coverage: { indicator: 'GLOBAL_6_MONTHS', from: 101 } } },
      '101 is not a percentage: give 0 to 100',
    ],
    [
      { groupBy: ['YEAR'], orderBy: [{ by: 'MEDIAN' }] },
      'orderBy: MEDIAN is the measure of a rate: name the indicator, for example { by: MEDIAN, indicator: GLOBAL_6_MONTHS }',
    ],
    [
      { filter: { year: { from: 2023, to: 2022 } } },
      'year: { from: 2023, to: 2022 } ends before it begins: give a from that is not after to',
    ],
    [
      { filter: { certified: { from: 2, to: 1 } } },
      'certified: { from: 2, to: 1 } ends before it begins: give a from that is not after to',
    ],
    [
      {
        filter: { rateDue: { indicator: 'GLOBAL_6_MONTHS', from: '2026-01-02', to: '2026-01-01' } },
      },
      'rateDue: { from: "2026-01-02", to: "2026-01-01" } ends before it begins: give a from that is not after to',
    ],
    [
      certification({ cohortYear: { from: 2, to: 1 } }),
      'cohortYear: { from: 2, to: 1 } ends before it begins: give a from that is not after to',
    ],
    [
      certification({ registrationEnds: { from: '2026-01-02', to: '2026-01-01' } }),
      'registrationEnds: { from: "2026-01-02", to: "2026-01-01" } ends before it begins: give a from that is not after to',
    ],
    ...['usableCohorts', 'newestCohort', 'certifierCount'].map((argument): [Variables, string] => [
      certification({ [argument]: { from: 2, to: 1 } }),
      `${argument}: { from: 2, to: 1 } ends before it begins: give a from that is not after to`,
    ]),
    [
      {
        filter: {
          has: ['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_2_YEARS'],
          lacks: ['TARGET_OCCUPATION_2_YEARS'],
        },
      },
      'has and lacks: both name TARGET_OCCUPATION_2_YEARS, and no cohort publishes a rate and does not: name it in one of them',
    ],
    [
      { asOf: '1989-12-31' },
      'asOf: 1989-12-31 is not accepted: give a day from 1990-01-01 to 2200-12-31, or none for today',
    ],
    [
      { asOf: '2201-01-01' },
      'asOf: 2201-01-01 is not accepted: give a day from 1990-01-01 to 2200-12-31, or none for today',
    ],
    [
      certification({ belowPeerMedian: { lastCohorts: 0 } }),
      'lastCohorts 0 is not accepted: give a whole number from 1 to 50',
    ],
    [
      certification({ funnel: { lastCohorts: 51, anyOf: ['WITHIN'] } }),
      'lastCohorts 51 is not accepted: give a whole number from 1 to 50',
    ],
  ])(
    'of %j are refused, naming the argument, the value and what is accepted',
    async (variables, message) => {
      expect(await refusal(database, STATISTICS, variables)).toEqual({
        name: 'BadUserInputError',
        message,
      });
    },
  );

  test('take the days at both ends of what is accepted', async () => {
    // In 1990 no year of these cohorts had begun.
    expect(figures((await statistics({ asOf: '1990-01-01' })).total)).toEqual([0, 0, 0, null]);
    expect(figures((await statistics({ asOf: '2200-12-31' })).total)).toEqual(TOTAL);
  });

  test.each([
    [
      { codes: ['RNCP900001', '900009'] },
      // Nine characters alike, then four, then one.
      'codes: "RNCP900009" is not the number of a fiche that the register has; some that it has: RNCP900001, RNCP900002, RNCP900003, RNCP1000001, RS900001',
    ],
    [
      { specialities: ['32', '325'] },
      'specialities: "325" is not an NSF code that the register has; some that it has: 326, 326n, 326t, 314',
    ],
    [
      { occupations: ['M1806'] },
      'occupations: "M1806" is not a ROME code that the register has; some that it has: M1802, M1805, M1203',
    ],
    [
      { formacodes: ['30855'] },
      'formacodes: "30855" is not a Formacode that the register has; some that it has: 30854, 32654',
    ],
    [
      // A Formacode is asked for whole.
      { formacodes: ['308'] },
      'formacodes: "308" is not a Formacode that the register has; some that it has: 30854, 32654',
    ],
    [
      { abbreviations: ['Tp', 'TPE'] },
      'abbreviations: "TPE" is not an abbreviation that the register has; some that it has: TP, BTS',
    ],
    [
      { certifiers: ['222 222 228'] },
      `certifiers: "222222228" is not the SIREN of a certifying body that the register has; some that it has: ${MINISTRY}, ${SCHOOL}`,
    ],
  ])(
    'of %j, which the register lacks, are refused with the nearest codes',
    async (filter, message) => {
      expect(await refusal(database, STATISTICS, certification(filter))).toEqual({
        name: 'BadUserInputError',
        message,
      });
    },
  );
});
