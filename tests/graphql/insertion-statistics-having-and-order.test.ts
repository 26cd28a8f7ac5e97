import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { STATISTICS_REGISTER } from '../support/statistics-register.ts';
import { figures, names, statisticsOn, TOTAL } from './statistics-question.ts';

describeEachEngine('insertion statistics on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, STATISTICS_REGISTER);
  });

  const statistics = (variables: Variables = {}) => statisticsOn(database, variables);

  const [FIVE, SIX, NO_LEVEL] = ['Level 5', 'Level 6', 'Level not known'];

  test.each([
    ['certified', { certified: { from: 110 } }, [FIVE, SIX]],
    ['certifications', { certifications: { from: 2, to: 2 } }, [SIX, NO_LEVEL]],
    ['cohorts', { cohorts: { to: 2 } }, [FIVE, NO_LEVEL]],
    // Level 5: 100 / 150 = 66.67; 6: 110 / 110; not known: 20 / 50 = 40.
    [
      'coverage',
      { coverage: { indicator: 'GLOBAL_6_MONTHS', from: 40, to: 66.7 } },
      [FIVE, NO_LEVEL],
    ],
    [
      'coverage of 0',
      { coverage: { indicator: 'TARGET_OCCUPATION_6_MONTHS', to: 0 } },
      [FIVE, SIX, NO_LEVEL],
    ],
    [
      'an open range, which keeps all',
      { coverage: { indicator: 'GLOBAL_6_MONTHS' } },
      [FIVE, SIX, NO_LEVEL],
    ],
    [
      'several conditions, of which all hold',
      { certified: { to: 120 }, cohorts: { from: 3 } },
      [SIX],
    ],
    ['what no group has', { certified: { from: 1000 } }, []],
  ])('keep groups by %s, and the total as it is', async (_what, having, expected) => {
    const answer = await statistics({ groupBy: ['LEVEL'], having });
    expect(names(answer)).toEqual(expected);
    expect(answer.groupCount).toBe(expected.length);
    expect(figures(answer.total)).toEqual(TOTAL);
  });

  test('leave a group whose coverage cannot be computed out of any range of it', async () => {
    // The one cohort of RNCP900002 in 2023 has no certified: 0 / 0.
    const filter = { year: { from: 2023 }, certification: { codes: ['900002', '900001'] } };
    const having = { coverage: { indicator: 'GLOBAL_6_MONTHS', from: 0 } };
    const groupBy = ['CERTIFICATION'];
    expect(names(await statistics({ filter, groupBy }))).toHaveLength(2);
    expect(names(await statistics({ filter, groupBy, having }))).toEqual([
      'RNCP900001 Développeur',
    ]);
  });

  // By year: certified 50, 210, 50; VAE 4 of 40, 17 of 190, 0 of 50 and 5; pooled 76, 80, none.
  test.each([
    ['KEY', 2022, 2023, 2024],
    ['CERTIFICATIONS', 2022, 2024, 2023],
    ['COHORTS', 2022, 2024, 2023],
    ['CERTIFIED', 2022, 2024, 2023],
    ['CERTIFIED_THROUGH_VAE', 2022, 2024, 2023], // 4, 5, 17
    ['VAE_SHARE', 2024, 2023, 2022], // 0, 8.95, 10
    ['VALUE', 2022, 2023, null],
    ['UNWEIGHTED_MEAN', 2022, 2023, null], // 70, 86.67
    ['MEDIAN', 2022, 2023, null], // 70, 90
    ['LOWER_QUARTILE', 2022, 2023, null], // 65, 80
    ['UPPER_QUARTILE', 2022, 2023, null], // 75, 95
    ['BASE', 2024, 2022, 2023], // 0, 50, 180
    ['COVERAGE', 2024, 2023, 2022], // 0, 85.71, 100
    ['COHORTS_WITHOUT_RATE', 2022, 2024, 2023], // 0, 1, 2
  ])('are ordered by %s both ways, what is not known last, ties by key', async (by, ...years) => {
    const ascending = years.map((year) => String(year ?? 2024));
    const known = ascending.slice(0, years.includes(null) ? 2 : 3);
    const reversed = [...known.toReversed(), ...ascending.slice(known.length)];
    // 2022 and 2024 are equal there: the key decides, whichever way.
    const tied = ['CERTIFICATIONS', 'COHORTS', 'CERTIFIED'].includes(by);
    const ordered = async (direction: string) =>
      names(
        await statistics({
          groupBy: ['YEAR'],
          orderBy: [{ by, direction, indicator: 'GLOBAL_6_MONTHS' }],
        }),
      );
    expect(await ordered('ASC')).toEqual(ascending);
    expect(await ordered('DESC')).toEqual(tied ? ['2023', '2022', '2024'] : reversed);
  });

  test('are ordered by several things, the first first', async () => {
    const orderBy = [
      { by: 'COHORTS', direction: 'DESC' },
      { by: 'CERTIFIED', direction: 'DESC' },
    ];
    // Level 6 has 5 cohorts; 5 and not known have 2 each, with 150 and 50 certified.
    const answer = await statistics({ groupBy: ['LEVEL'], orderBy });
    expect(names(answer)).toEqual([SIX, FIVE, NO_LEVEL]);
    const byKey = [{ by: 'KEY', direction: 'DESC' }];
    expect(names(await statistics({ groupBy: ['LEVEL'], orderBy: byKey }))).toEqual([
      SIX,
      FIVE,
      NO_LEVEL,
    ]);
  });

  test('give the first groups of all, and how many there are', async () => {
    const orderBy = [{ by: 'CERTIFIED', direction: 'DESC' }];
    const answer = await statistics({ groupBy: ['LEVEL'], orderBy, first: 1 });
    expect([names(answer), answer.groupCount]).toEqual([[FIVE], 3]);
    const none = await statistics({ groupBy: ['LEVEL'], first: 0 });
    expect([none.groups, none.groupCount, figures(none.total)]).toEqual([[], 3, TOTAL]);
  });
});
