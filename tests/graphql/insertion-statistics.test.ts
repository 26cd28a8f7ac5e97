import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { PeerBoards } from '../../src/graphql/peer-boards.ts';
import { ask, refusal, StatementLog, type Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../support/factories.ts';
import { MINISTRY, SCHOOL, STATISTICS_REGISTER } from '../support/statistics-register.ts';

const STATISTICS = `query (
  $filter: CohortFilter, $groupBy: [CohortDimension!], $having: InsertionHaving
  $orderBy: [InsertionGroupOrder!], $first: Int, $asOf: Date
) {
  insertionStatistics(
    filter: $filter, groupBy: $groupBy, having: $having, orderBy: $orderBy, first: $first, asOf: $asOf
  ) {
    groupCount overlapping
    total { ...Summary }
    groups { key { fr: label en: label(language: EN) unknown } summary { ...Summary } }
  }
}
fragment Summary on InsertionSummary {
  certifications cohorts certified rate(indicator: GLOBAL_6_MONTHS) { value }
}`;

interface Summary {
  readonly certifications: number;
  readonly cohorts: number;
  readonly certified: number;
  readonly rate: { readonly value: number | null };
}

interface Statistics {
  readonly groupCount: number;
  readonly overlapping: boolean;
  readonly total: Summary;
  readonly groups: readonly {
    readonly key: { readonly fr: string; readonly en: string; readonly unknown: readonly string[] };
    readonly summary: Summary;
  }[];
}

/** Certifications, cohorts, certified, and the pooled global rate at 6 months. */
function figures({ certifications, cohorts, certified, rate }: Summary) {
  return [certifications, cohorts, certified, rate.value];
}

describeEachEngine('insertion statistics on', (openDatabase) => {
  const log = new StatementLog();
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase(log.listen);
    await publishFiches(database, STATISTICS_REGISTER);
  });

  async function statistics(variables: Variables = {}): Promise<Statistics> {
    const answer = await ask<{ insertionStatistics: Statistics }>(database, STATISTICS, variables);
    return answer.insertionStatistics;
  }

  // 40 + 60 + 10 + 0 + 100 + 50 + 20 + 30 = 310 certified. Of them 230 have a rate that counts:
  // (3200 + 5400 + 600 + 7000 + 2000) / 230 = 18200 / 230 = 79.1304…
  const TOTAL = [5, 9, 310, 79.13];

  test('without dimensions give the total alone', async () => {
    const answer = await statistics();
    expect(figures(answer.total)).toEqual(TOTAL);
    expect(answer).toMatchObject({ groups: [], groupCount: 0, overlapping: false });
  });

  test('sum up heads, and give the share of VAE over cohorts that publish both numbers', async () => {
    const { insertionStatistics } = await ask<{ insertionStatistics: object }>(
      database,
      `{ insertionStatistics { total {
        certified certifiedThroughVae cohortsWithoutCertified vaeShare certifiedChange { previous }
      } } }`,
    );
    expect(insertionStatistics).toEqual({
      total: {
        certified: 310,
        // 4 + 6 + 5 + 0 + 8 + 0 + 3; without the 5, of 40 + 60 + 0 + 100 + 50 + 30: 2100 / 280.
        certifiedThroughVae: 26,
        cohortsWithoutCertified: 1,
        vaeShare: 7.5,
        certifiedChange: null,
      },
    });
  });

  test('pool cohorts, and take mean and quartiles over certifications', async () => {
    const { insertionStatistics } = await ask<{ insertionStatistics: object }>(
      database,
      `{ insertionStatistics { total { rates {
        indicator value basis base reliability unweightedMean lowerQuartile median upperQuartile
        interval { lower upper level method }
        coverage { certified certifiedWithRate cohorts cohortsWithRate cohortsWithoutCertified ratio }
        change { difference }
      } } } }`,
    );
    const coverage = { certified: 310, cohorts: 9, cohortsWithoutCertified: 1 };
    expect(insertionStatistics).toEqual({
      total: {
        rates: [
          {
            indicator: 'GLOBAL_6_MONTHS',
            value: 79.13,
            basis: 'CERTIFIED_WEIGHTED',
            base: 230,
            reliability: 'GOOD',
            // The certifications pool 86, 60, 70 and 100: sorted 60, 70, 86, 100.
            unweightedMean: 79,
            lowerQuartile: 67.5, // 60 + 0.75 · 10
            median: 78,
            upperQuartile: 89.5, // 86 + 0.25 · 14
            // p = 0.791304, n = 230: centre 0.786519, half 0.052305.
            interval: { lower: 73.42, upper: 83.88, level: 0.95, method: 'WILSON' },
            // The cohort of 50 without N has a rate and no weight: 6 cohorts, 230 of 310.
            coverage: { ...coverage, certifiedWithRate: 230, cohortsWithRate: 6, ratio: 74.19 },
            change: null,
          },
          {
            indicator: 'TARGET_OCCUPATION_6_MONTHS',
            ...{ value: null, basis: 'CERTIFIED_WEIGHTED', base: 0, reliability: null },
            ...{ unweightedMean: null, lowerQuartile: null, median: null, upperQuartile: null },
            interval: null,
            coverage: { ...coverage, certifiedWithRate: 0, cohortsWithRate: 0, ratio: 0 },
            change: null,
          },
          {
            indicator: 'TARGET_OCCUPATION_2_YEARS',
            // (40·70 + 100·65) / 140 = 9300 / 140.
            ...{ value: 66.43, basis: 'CERTIFIED_WEIGHTED', base: 140, reliability: 'GOOD' },
            // 70 and 65.
            ...{ unweightedMean: 67.5, lowerQuartile: 66.25, median: 67.5, upperQuartile: 68.75 },
            // p = 0.664286, n = 140: centre 0.659898, half 0.077298.
            interval: { lower: 58.26, upper: 73.72, level: 0.95, method: 'WILSON' },
            // 140 / 310.
            coverage: { ...coverage, certifiedWithRate: 140, cohortsWithRate: 2, ratio: 45.16 },
            change: null,
          },
        ],
      },
    });
  });

  const A = [1, 3, 100, 86];
  const C = [1, 2, 150, 70];
  const D = [1, 1, 20, 100];
  const S = [1, 1, 30, null];
  // (8600 + 600) / 110.
  const A_B = [2, 5, 110, 83.64];
  const A_B_S = [3, 6, 140, 83.64];
  const D_S = [2, 2, 50, 100];
  const PROGRAMMERS = 'M1805 Études et développement informatique';

  test.each([
    [
      'YEAR',
      [
        ['2022', [2, 2, 50, 76]], // 3800 / 50
        ['2023', [5, 5, 210, 80]], // 14400 / 180
        ['2024', [2, 2, 50, null]],
      ],
      null,
    ],
    [
      'REGISTER',
      [
        ['RNCP', [4, 8, 280, 79.13]],
        ['RS', S],
      ],
      null,
    ],
    [
      'LEVEL',
      [
        ['Niveau 5 / Level 5', C],
        ['Niveau 6 / Level 6', A_B],
      ],
      ['Niveau non renseigné / Level not known', D_S],
    ],
    [
      'REGISTRATION_TYPE',
      [
        ['Enregistrement de droit / Registered by law', C],
        ['Enregistrement sur demande / Registered on request', A_B],
      ],
      ['Type non renseigné / Type not known', D_S],
    ],
    [
      'ABBREVIATION',
      [
        ['BTS Brevet de technicien supérieur', C],
        ['TP Titre professionnel', A_B], // TP and tp
      ],
      ['Sans abrégé / Without abbreviation', D_S],
    ],
    [
      'ACTIVE',
      [
        ['Inactive', [2, 3, 30, 86.67]], // 2600 / 30
        ['Active', [3, 6, 280, 78]], // 15600 / 200
      ],
      null,
    ],
    [
      'CERTIFICATION',
      [
        ['RNCP900001 Développeur', A],
        ['RNCP900002 Développeur, ancienne', [1, 2, 10, 60]],
        ['RNCP900003 Comptable', C],
        ['RNCP1000001 Sans rien', D],
        ['RS900001 Sécurité', S],
      ],
      null,
    ],
  ] as const)('by %s add up to the total, each certification in one group', async (...row) => {
    const [dimension, known, unknown] = row;
    const { groups, overlapping, groupCount, total } = await statistics({ groupBy: [dimension] });
    expect(overlapping).toBe(false);
    expectGroups(groups, dimension, known, unknown);
    expect(groupCount).toBe(groups.length);
    expect(figures(total)).toEqual(TOTAL);
    const sum = (of: (summary: Summary) => number) =>
      groups.reduce((added, { summary }) => added + of(summary), 0);
    expect(sum(({ cohorts }) => cohorts)).toBe(9);
    expect(sum(({ certified }) => certified)).toBe(310);
  });

  test.each([
    [
      'SPECIALITY_DOMAIN',
      [['3 Domaines technico-professionnels des services', [4, 8, 290, 77.14]]], // 16200 / 210
      ['Sans code NSF / Without NSF code', D],
    ],
    [
      'SPECIALITY_SUBDOMAIN',
      [
        ['31 Échanges et gestion', C],
        ['32 Communication et information', A_B_S],
      ],
      ['Sans code NSF / Without NSF code', D],
    ],
    [
      'SPECIALITY',
      [
        ['314 Comptabilité, gestion', C],
        ['326 Informatique', A_B_S], // 326t and 326n of one certification are one
      ],
      ['Sans code NSF / Without NSF code', D],
    ],
    [
      'OCCUPATION_DOMAIN',
      [
        ['M12 Comptabilité et gestion', C],
        ['M18 Systèmes d’information et de télécommunication', A_B],
      ],
      ['Sans code ROME / Without ROME code', D_S],
    ],
    [
      'OCCUPATION',
      [
        ['M1203 Comptabilité', C],
        ['M1802 Expertise informatique', A],
        [PROGRAMMERS, A_B],
      ],
      ['Sans code ROME / Without ROME code', D_S],
    ],
    [
      'FORMACODE',
      [
        ['30854 Développement informatique', A],
        ['32654 Comptabilité', C],
      ],
      ['Sans Formacode / Without Formacode', [3, 4, 60, 86.67]], // (600 + 2000) / 30
    ],
    [
      'CERTIFIER',
      [
        ['École du numérique', A_B_S],
        ['Ministère de l’exemple', [2, 4, 160, 69.09]], // (600 + 7000) / 110
      ],
      ['Sans certificateur connu par SIREN / Without a certifier known by SIREN', D],
    ],
    [
      'ACCESS_ROUTE',
      [
        ['Formation initiale / Initial training', [2, 5, 250, 78]], // 15600 / 200
        ['VAE / Validation of experience (VAE)', A_B],
      ],
      ['Sans voie d’accès ouverte / Without an open access route', D_S],
    ],
  ] as const)(
    'by %s may overlap, and the total counts each cohort once',
    async (dimension, known, unknown) => {
      const { groups, overlapping, total } = await statistics({ groupBy: [dimension] });
      expect(overlapping).toBe(true);
      expectGroups(groups, dimension, known, unknown);
      expect(figures(total)).toEqual(TOTAL);
    },
  );

  type Row = readonly [string, readonly (number | null)[]];

  /** Groups as `[label, figures]`, the label in both languages where they differ; unknown last. */
  function expectGroups(
    groups: Statistics['groups'],
    dimension: string,
    known: readonly Row[],
    unknown: Row | null,
  ) {
    expect(
      groups.map(({ key, summary }) => [
        key.fr === key.en ? key.fr : `${key.fr} / ${key.en}`,
        figures(summary),
        key.unknown,
      ]),
    ).toEqual([
      ...known.map(([label, row]) => [label, row, []]),
      ...(unknown ? [[...unknown, [dimension]]] : []),
    ]);
  }

  test('have keys that lead to the objects they name', async () => {
    const key = `{
      year register level registrationType abbreviation active certification { code title }
      specialityDomain { code label } specialitySubdomain { code } speciality { code label }
      occupationDomain { code label } occupation { code } formacode { code label }
      certifier { siren name } accessRoute
    }`;
    const { insertionStatistics } = await ask<{ insertionStatistics: { groups: object[] } }>(
      database,
      `{ insertionStatistics(
        filter: { year: { from: 2024 }, certification: { codes: ["900003"] } }
        groupBy: [
          YEAR REGISTER LEVEL REGISTRATION_TYPE ABBREVIATION ACTIVE CERTIFICATION SPECIALITY_DOMAIN
          SPECIALITY_SUBDOMAIN SPECIALITY OCCUPATION_DOMAIN OCCUPATION FORMACODE CERTIFIER ACCESS_ROUTE
        ]
      ) { groups { key ${key} } } }`,
    );
    expect(insertionStatistics.groups).toEqual([
      {
        key: {
          ...{ year: 2024, register: 'RNCP', level: 5, registrationType: 'BY_LAW' },
          ...{ abbreviation: 'BTS', active: true },
          certification: { code: 'RNCP900003', title: 'Comptable' },
          specialityDomain: { code: '3', label: 'Domaines technico-professionnels des services' },
          specialitySubdomain: { code: '31' },
          speciality: { code: '314', label: 'Comptabilité, gestion' },
          occupationDomain: { code: 'M12', label: 'Comptabilité et gestion' },
          occupation: { code: 'M1203' },
          formacode: { code: '32654', label: 'Comptabilité' },
          certifier: { siren: MINISTRY, name: 'Ministère de l’exemple' },
          accessRoute: 'INITIAL_TRAINING',
        },
      },
    ]);
  });

  test('have no key of what they are not grouped by, nor of what is not known', async () => {
    const { insertionStatistics } = await ask<{ insertionStatistics: { groups: object[] } }>(
      database,
      `{ insertionStatistics(filter: { certification: { codes: ["1000001"] } }, groupBy: [
        SPECIALITY CERTIFIER ABBREVIATION LEVEL
      ]) { groups { key {
        label unknown year active speciality { code } certifier { siren } abbreviation level
      } } } }`,
    );
    expect(insertionStatistics.groups).toEqual([
      {
        key: {
          label:
            'Sans code NSF · Sans certificateur connu par SIREN · Sans abrégé · Niveau non renseigné',
          unknown: ['SPECIALITY', 'CERTIFIER', 'ABBREVIATION', 'LEVEL'],
          ...{ year: null, active: null, speciality: null, certifier: null },
          ...{ abbreviation: null, level: null },
        },
      },
    ]);
  });

  test('by two dimensions have a group for each pair that occurs, in the order of both', async () => {
    const labels = async (groupBy: readonly string[]) =>
      (await statistics({ groupBy })).groups.map(({ key, summary }) => [key.en, summary.certified]);
    expect(await labels(['YEAR', 'LEVEL'])).toEqual([
      ['2022 · Level 6', 50],
      ['2023 · Level 5', 100],
      ['2023 · Level 6', 60],
      ['2023 · Level not known', 50],
      ['2024 · Level 5', 50],
      ['2024 · Level 6', 0],
    ]);
    expect(await labels(['LEVEL', 'YEAR'])).toEqual([
      ['Level 5 · 2023', 100],
      ['Level 5 · 2024', 50],
      ['Level 6 · 2022', 50],
      ['Level 6 · 2023', 60],
      ['Level 6 · 2024', 0],
      ['Level not known · 2023', 50],
    ]);
    expect(await labels(['CERTIFIER', 'SPECIALITY'])).toEqual([
      ['École du numérique · 326 Informatique', 140],
      ['Ministère de l’exemple · 314 Comptabilité, gestion', 150],
      ['Ministère de l’exemple · 326 Informatique', 10],
      ['Without a certifier known by SIREN · Without NSF code', 20],
    ]);
  });

  test('never count a rate that is published on the RS', async () => {
    const { insertionStatistics } = await ask<{ insertionStatistics: object }>(
      database,
      `{ insertionStatistics(filter: { certification: { register: RS } }) { total {
        cohorts certified vaeShare
        rate(indicator: GLOBAL_6_MONTHS) {
          value base unweightedMean median interval { lower }
          coverage { cohortsWithRate ratio } statuses { status cohorts }
        }
      } } }`,
    );
    expect(insertionStatistics).toEqual({
      total: {
        cohorts: 1,
        certified: 30,
        vaeShare: 10,
        rate: {
          ...{ value: null, base: 0, unweightedMean: null, median: null, interval: null },
          coverage: { cohortsWithRate: 0, ratio: 0 },
          statuses: [{ status: 'NOT_APPLICABLE', cohorts: 1 }],
        },
      },
    });
  });

  describe('statuses', () => {
    async function statuses(asOf: string | null, filter: object = {}) {
      const { insertionStatistics } = await ask<{
        insertionStatistics: {
          total: { rates: { statuses: { status: string; cohorts: number }[] }[] };
        };
      }>(
        database,
        `query ($filter: CohortFilter, $asOf: Date) {
          insertionStatistics(filter: $filter, asOf: $asOf) {
            total { rates { statuses { status cohorts } } }
          }
        }`,
        { filter, asOf },
      );
      return insertionStatistics.total.rates.map((rate) =>
        rate.statuses.map(({ status, cohorts }) => `${cohorts} ${status}`),
      );
    }

    test('are counted on the day of the tests', async () => {
      expect(await statuses(null)).toEqual([
        // RNCP900002 2023 certified nobody; RNCP900003 2024 was due on 2025-12-31.
        ['6 PUBLISHED', '1 NO_HOLDER', '1 NOT_APPLICABLE', '1 OVERDUE'],
        // The export never carries it.
        ['8 NOT_IN_SOURCE', '1 NOT_APPLICABLE'],
        // 2024 is observed on 2026-12-31; RNCP900002 ended before 2022 was due, on 2025-06-30; 2023
        // of RNCP900001 and RNCP1000001 was due on 2026-06-30.
        [
          ...['2 PUBLISHED', '1 NO_HOLDER', '1 NOT_APPLICABLE', '2 NOT_YET_OBSERVABLE'],
          ...['1 CLOSED_BEFORE_DUE', '2 OVERDUE_OPTIONAL'],
        ],
      ]);
    });

    test('follow the as-of day, for stored groups as for computed ones', async () => {
      const expected = [
        // Observed on 2025-06-30, due on 2025-12-31.
        ['6 PUBLISHED', '1 NO_HOLDER', '1 NOT_APPLICABLE', '1 IN_COLLECTION'],
        ['8 NOT_IN_SOURCE', '1 NOT_APPLICABLE'],
        // 2023 is observed on 2025-12-31; 2022 of RNCP900002 was due on 2025-06-30, that day included.
        [
          ...['2 PUBLISHED', '1 NO_HOLDER', '1 NOT_APPLICABLE', '4 NOT_YET_OBSERVABLE'],
          ...['1 IN_COLLECTION'],
        ],
      ];
      expect(await statuses('2025-06-30')).toEqual(expected);
      expect(await statuses('2025-06-30', { year: { from: 2000 } })).toEqual(expected);
    });

    test('are counted in each group', async () => {
      const { insertionStatistics } = await ask<{ insertionStatistics: { groups: object[] } }>(
        database,
        `{ insertionStatistics(groupBy: [ACCESS_ROUTE], filter: { year: { from: 2023 } }) {
          groups { key { accessRoute } summary { rate(indicator: GLOBAL_6_MONTHS) {
            statuses { status cohorts }
          } } }
        } }`,
      );
      const group = (accessRoute: string | null, ...counts: [string, number][]) => ({
        key: { accessRoute },
        summary: { rate: { statuses: counts.map(([status, cohorts]) => ({ status, cohorts })) } },
      });
      expect(insertionStatistics.groups).toEqual([
        group('INITIAL_TRAINING', ['PUBLISHED', 3], ['OVERDUE', 1]),
        group('VAE', ['PUBLISHED', 2], ['NO_HOLDER', 1]),
        group(null, ['PUBLISHED', 1], ['NOT_APPLICABLE', 1]),
      ]);
    });
  });

  const names = ({ groups }: Statistics) => groups.map(({ key }) => key.en);
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

  test('over no cohort are zero, and absent where nothing can be divided', async () => {
    const filter = { year: { from: 2030 } };
    const answer = await statistics({ filter, groupBy: ['YEAR'] });
    expect(figures(answer.total)).toEqual([0, 0, 0, null]);
    expect(answer).toMatchObject({ groups: [], groupCount: 0 });
    const { insertionStatistics } = await ask<{ insertionStatistics: object }>(
      database,
      `{ insertionStatistics(filter: { year: { from: 2030 } }) { total { vaeShare rates {
        base reliability median coverage { ratio } statuses { status }
      } } } }`,
    );
    const rate = {
      ...{ base: 0, reliability: null, median: null },
      ...{ coverage: { ratio: null }, statuses: [] },
    };
    expect(insertionStatistics).toEqual({ total: { vaeShare: null, rates: [rate, rate, rate] } });
  });

  test('restrict the cohorts, and not only their certifications', async () => {
    const filter = { certified: { from: 50 }, certification: { certifiers: [SCHOOL, MINISTRY] } };
    // RNCP900001 2023 (60 at 90), RNCP900003 2023 (100 at 70) and 2024 (50): 12400 / 160.
    expect(figures((await statistics({ filter })).total)).toEqual([2, 3, 210, 77.5]);
    const has = { has: ['TARGET_OCCUPATION_2_YEARS'] };
    // 40 at 80 and 100 at 70: 10200 / 140.
    expect(figures((await statistics({ filter: has })).total)).toEqual([2, 2, 140, 72.86]);
    // All cohorts of the two certifications that have such a cohort.
    expect(figures((await statistics({ filter: { certification: has } })).total)).toEqual([
      ...[2, 5, 250, 78],
    ]);
  });

  test('over a whole register are read where they are stored, and else computed', async () => {
    const reads = async (variables: Variables) => {
      const sent = await log.during(() => statistics(variables));
      const from = (table: string) => sent.some((statement) => statement.includes(table));
      return [from('from insertion_group'), from('insertion_fact')];
    };
    const [stored, computed] = [
      [true, false],
      [false, true],
    ];
    const register = { certification: { register: 'RNCP' } };
    expect(await reads({})).toEqual(stored);
    expect(await reads({ groupBy: ['LEVEL', 'YEAR'], filter: register })).toEqual(stored);
    expect(await reads({ groupBy: ['CERTIFIER'], asOf: '2020-01-01' })).toEqual(stored);
    // The total is stored, the groups are not.
    expect(await reads({ groupBy: ['CERTIFICATION'] })).toEqual([true, true]);
    expect(await reads({ filter: { year: { from: 2000 } } })).toEqual(computed);
    // They are the same either way.
    const every = { filter: { year: { from: 2000 } } };
    for (const groupBy of [['LEVEL', 'YEAR'], ['CERTIFIER'], ['REGISTER', 'ACCESS_ROUTE']]) {
      expect(await statistics({ groupBy, ...every })).toEqual(await statistics({ groupBy }));
    }
  });

  test('look at what is active on the as-of day', async () => {
    const active = { certification: { active: true } };
    const on = async (asOf: string) =>
      figures((await statistics({ filter: active, asOf })).total)[0];
    expect(await on('2023-06-01')).toBe(4);
    expect(await on('2023-06-02')).toBe(3);
    expect(await on('2026-11-25')).toBe(2);
    const { groups } = await statistics({ groupBy: ['ACTIVE'], asOf: '2023-06-01' });
    expect(groups.map(({ key, summary }) => [key.en, summary.certifications])).toEqual([
      ['Inactive', 1],
      ['Active', 4],
    ]);
  });

  test('by year say how they went from the year before, whatever is kept of the groups', async () => {
    const { insertionStatistics } = await ask<{ insertionStatistics: { groups: object[] } }>(
      database,
      `{ insertionStatistics(groupBy: [YEAR], having: { certified: { from: 100 } }) { groups {
        key { year }
        summary {
          certifiedChange { previous difference growth }
          rate(indicator: GLOBAL_6_MONTHS) {
            change { from to difference lower upper level verdict }
          }
        }
      } } }`,
    );
    expect(insertionStatistics.groups).toEqual([
      {
        key: { year: 2023 },
        summary: {
          certifiedChange: { previous: 50, difference: 160, growth: 320 },
          rate: {
            change: {
              // 80 of 180: [73.56, 85.19]; 76 of 50: [62.59, 85.70].
              // 4 − √(6.44² + 9.70²), 4 + √(5.19² + 13.41²).
              ...{ from: 76, to: 80, difference: 4, lower: -7.65, upper: 18.38, level: 0.95 },
              verdict: 'NOT_SIGNIFICANT',
            },
          },
        },
      },
    ]);
  });

  test('of a list of more groups than allowed are refused, and of as many are not', async () => {
    const services = { boards: new PeerBoards(), maxGroups: 3 };
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
    expect(figures((await statistics({ asOf: '1990-01-01' })).total)).toEqual(TOTAL);
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

describeEachEngine('changes from year to year in insertion statistics on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, [
      ficheWith({
        code: 'RNCP900020',
        cohorts: [
          cohortWith(2019, 0),
          cohortWith(2020, 200, { global6: 60 }),
          cohortWith(2021, 200, { global6: 80 }),
          cohortWith(2022, 200, { global6: 50 }),
          // 2023 is missing.
          cohortWith(2024, 100, { global6: 90 }),
        ],
      }),
      ficheWith({ code: 'RNCP900021', cohorts: [cohortWith(2023, 50, { global6: 90 })] }),
    ]);
  });

  const CHANGES = `query ($groupBy: [CohortDimension!], $level: Float, $filter: CohortFilter) {
    insertionStatistics(groupBy: $groupBy, filter: $filter) { groups {
      key { year }
      summary {
        certifiedChange { previous difference growth }
        rate(indicator: GLOBAL_6_MONTHS) {
          change(level: $level) { from to difference lower upper verdict }
        }
      }
    } }
  }`;

  interface Changes {
    readonly insertionStatistics: {
      readonly groups: readonly {
        readonly key: { readonly year: number | null };
        readonly summary: {
          readonly certifiedChange: Readonly<Record<string, number | null>> | null;
          readonly rate: { readonly change: Readonly<Record<string, unknown>> | null };
        };
      }[];
    };
  }

  async function changes(variables: Variables) {
    const { insertionStatistics } = await ask<Changes>(database, CHANGES, variables);
    return insertionStatistics.groups.map(({ key, summary }) => [
      key.year,
      summary.certifiedChange && Object.values(summary.certifiedChange),
      summary.rate.change && Object.values(summary.rate.change),
    ]);
  }

  test('have Newcombe’s bounds, and are called rise or fall when these leave 0 out', async () => {
    expect(await changes({ groupBy: ['CERTIFICATION', 'YEAR'] })).toEqual([
      [2019, null, null],
      // Nobody before: growth has no meaning, and there was no rate.
      [2020, [0, 200, null], null],
      // 80 of 200: [73.91, 84.95]; 60 of 200: [53.08, 66.54].
      // 20 − √(6.09² + 6.54²), 20 + √(4.95² + 6.92²).
      [2021, [200, 0, 0], [60, 80, 20, 11.07, 28.51, 'RISE']],
      // 50 of 200: [43.14, 56.86]: −30 − √(6.86² + 4.95²), −30 + √(6.86² + 6.09²).
      [2022, [200, 0, 0], [80, 50, -30, -38.47, -20.83, 'FALL']],
      // The year before is missing, of this certification.
      [2024, null, null],
      [2023, null, null],
    ]);
  });

  test('are between groups that are alike in all else, wherever the year stands', async () => {
    const flipped = await changes({ groupBy: ['YEAR', 'CERTIFICATION'] });
    expect(flipped.find(([year]) => year === 2024)).toEqual([2024, null, null]);
    const byYear = await changes({ groupBy: ['YEAR'] });
    // 100 after 50, at the same rate: 0 is inside, on it as it were. 90 of 100: [82.56, 94.48];
    // 90 of 50: [78.64, 95.65]: −√(7.44² + 5.65²), √(4.48² + 11.36²).
    expect(byYear.at(-1)).toEqual([
      2024,
      [50, 50, 100],
      [90, 90, 0, -9.34, 12.21, 'NOT_SIGNIFICANT'],
    ]);
    expect(await changes({ groupBy: ['REGISTER'] })).toEqual([[null, null, null]]);
  });

  test('have no year before that the filter leaves out', async () => {
    const filter = { year: { from: 2021, to: 2022 } };
    const found = await changes({ groupBy: ['YEAR'], filter });
    expect(found.map(([year, heads]) => [year, heads])).toEqual([
      [2021, null],
      [2022, [200, 0, 0]],
    ]);
  });

  test('are called at the level that is asked for', async () => {
    const variables = { groupBy: ['YEAR'], level: 0.9999999, filter: { year: { to: 2021 } } };
    const [, , rise] = await changes(variables);
    // z = 5.3267: 20 − √(18.31² + 16.07²) is below 0.
    expect(rise?.[2]).toMatchObject({ 2: 20, 5: 'NOT_SIGNIFICANT' });
    expect(await refusal(database, CHANGES, { groupBy: ['YEAR'], level: 1 })).toEqual({
      name: 'BadUserInputError',
      message:
        'level 1 is not accepted: give a confidence level strictly between 0.5 and 1, for example 0.95',
    });
  });

  test('a code is refused also where the register has none of its kind', async () => {
    const filter = { certification: { formacodes: ['30854'] } };
    expect(await refusal(database, CHANGES, { filter })).toEqual({
      name: 'BadUserInputError',
      message: 'formacodes: "30854" is not a Formacode that the register has; it has none',
    });
  });
});
