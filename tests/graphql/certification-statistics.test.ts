import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, refusal, SERVICES, type Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { ficheWith, publishFiches } from '../support/factories.ts';
import { MINISTRY, STATISTICS_REGISTER } from '../support/statistics-register.ts';

/** Without cohorts, and of a level that is not in statistics of insertion. */
const FICHES = [
  ...STATISTICS_REGISTER,
  ficheWith({
    code: 'RNCP900060',
    level: { code: 'NIV7', label: null },
    activeFlag: true,
    registrationYears: 1,
  }),
];

const STATISTICS = `query (
  $filter: CertificationFilter, $groupBy: [CertificationDimension!]
  $orderBy: [CertificationGroupOrder!], $first: Int, $asOf: Date
) {
  certificationStatistics(
    filter: $filter, groupBy: $groupBy, orderBy: $orderBy, first: $first, asOf: $asOf
  ) {
    groupCount overlapping
    total { ...Summary }
    groups { key { fr: label en: label(language: EN) unknown } summary { ...Summary } }
  }
}
fragment Summary on CertificationSummary {
  certifications active withCohorts withUsualCohorts withCompleteSixMonthRates completeShare
  replaced filingPassed
}`;

interface Summary {
  readonly certifications: number;
  readonly active: number;
  readonly withCohorts: number;
  readonly withUsualCohorts: number;
  readonly withCompleteSixMonthRates: number;
  readonly completeShare: number | null;
  readonly replaced: number;
  readonly filingPassed: number;
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

describeEachEngine('statistics of certifications on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES);
  });

  async function statistics(variables: Variables = {}): Promise<Statistics> {
    const answer = await ask<{ certificationStatistics: Statistics }>(
      database,
      STATISTICS,
      variables,
    );
    return answer.certificationStatistics;
  }

  test('count all of them, with and without cohorts, on the day of the tests', async () => {
    expect(await statistics()).toEqual({
      ...{ groups: [], groupCount: 0, overlapping: false },
      total: {
        certifications: 6,
        active: 4, // RNCP900001, RNCP900003, RNCP900060, and RS900001 up to that day
        withCohorts: 5,
        withUsualCohorts: 1, // RNCP900001
        // RNCP900001, RNCP900002 and RNCP1000001; RNCP900003 is overdue, the RS has no rate.
        ...{ withCompleteSixMonthRates: 3, completeShare: 50 },
        replaced: 1, // RNCP900002
        // RNCP900003 from 2026-10-31 on and RS900001 from 2026-03-25 on; RNCP900002 is not active.
        filingPassed: 2,
      },
    });
  });

  test('follow the as-of day', async () => {
    // The cohort of 2024 of RNCP900003 is due on 2025-12-31.
    const { total } = await statistics({ asOf: '2025-12-31' });
    expect(total).toMatchObject({ withCompleteSixMonthRates: 4, completeShare: 66.67 });
    expect(total).toMatchObject({ active: 4, filingPassed: 0 });
    expect((await statistics({ asOf: '2026-03-24' })).total).toMatchObject({ filingPassed: 0 });
    expect((await statistics({ asOf: '2026-03-25' })).total).toMatchObject({ filingPassed: 1 });
    expect((await statistics({ asOf: '2026-10-31' })).total).toMatchObject({ filingPassed: 2 });
    // RS900001 has ended, and is not to be renewed any more.
    expect((await statistics({ asOf: '2026-11-25' })).total).toMatchObject({
      ...{ active: 3, filingPassed: 1 },
    });
  });

  const unknown = (fr: string, en: string) => `${fr} / ${en}`;

  test.each<[string, boolean, (readonly [string, number, number])[]]>([
    // Certifications, and those that are active.
    [
      'REGISTER',
      false,
      [
        ['RNCP', 5, 3],
        ['RS', 1, 1],
      ],
    ],
    [
      'LEVEL',
      false,
      [
        ['Niveau 5 / Level 5', 1, 1],
        ['Niveau 6 / Level 6', 2, 1],
        ['Niveau 7 / Level 7', 1, 1],
        [unknown('Niveau non renseigné', 'Level not known'), 2, 1],
      ],
    ],
    [
      'REGISTRATION_TYPE',
      false,
      [
        ['Enregistrement de droit / Registered by law', 1, 1],
        ['Enregistrement sur demande / Registered on request', 2, 1],
        [unknown('Type non renseigné', 'Type not known'), 3, 2],
      ],
    ],
    [
      'REGISTRATION_YEARS',
      false,
      [
        ['1 an / 1 year', 1, 1],
        ['3 ans / 3 years', 1, 0],
        ['5 ans / 5 years', 1, 1],
        [unknown('Durée non renseignée', 'Duration not known'), 3, 2],
      ],
    ],
    [
      'REGISTRATION_END_MONTH',
      false,
      [
        ['2023-06', 1, 0],
        ['2026-11', 1, 1],
        ['2027-06', 1, 1],
        ['2028-01', 1, 1],
        [unknown('Échéance non renseignée', 'End not known'), 2, 1],
      ],
    ],
    [
      'ABBREVIATION',
      false,
      [
        ['BTS Brevet de technicien supérieur', 1, 1],
        ['TP Titre professionnel', 2, 1],
        [unknown('Sans abrégé', 'Without abbreviation'), 3, 2],
      ],
    ],
    [
      'ACTIVE',
      false,
      [
        ['Inactive', 1, 0],
        ['Active', 4, 4],
        [unknown('Non renseigné', 'Not known'), 1, 0],
      ],
    ],
    [
      'SPECIALITY_DOMAIN',
      true,
      [
        ['3 Domaines technico-professionnels des services', 4, 3],
        [unknown('Sans code NSF', 'Without NSF code'), 2, 1],
      ],
    ],
    [
      'SPECIALITY_SUBDOMAIN',
      true,
      [
        ['31 Échanges et gestion', 1, 1],
        ['32 Communication et information', 3, 2],
        [unknown('Sans code NSF', 'Without NSF code'), 2, 1],
      ],
    ],
    [
      'SPECIALITY',
      true,
      [
        ['314 Comptabilité, gestion', 1, 1],
        ['326 Informatique', 3, 2],
        [unknown('Sans code NSF', 'Without NSF code'), 2, 1],
      ],
    ],
    [
      'OCCUPATION_DOMAIN',
      true,
      [
        ['M12 Comptabilité et gestion', 1, 1],
        ['M18 Systèmes d’information et de télécommunication', 2, 1],
        [unknown('Sans code ROME', 'Without ROME code'), 3, 2],
      ],
    ],
    [
      'OCCUPATION',
      true,
      [
        ['M1203 Comptabilité', 1, 1],
        ['M1802 Expertise informatique', 1, 1],
        ['M1805 Études et développement informatique', 2, 1],
        [unknown('Sans code ROME', 'Without ROME code'), 3, 2],
      ],
    ],
    [
      'FORMACODE',
      true,
      [
        ['30854 Développement informatique', 1, 1],
        ['32654 Comptabilité', 1, 1],
        [unknown('Sans Formacode', 'Without Formacode'), 4, 2],
      ],
    ],
    [
      'CERTIFIER',
      true,
      [
        ['École du numérique', 3, 2],
        ['Ministère de l’exemple', 2, 1],
        [unknown('Sans certificateur connu par SIREN', 'Without a certifier known by SIREN'), 2, 1],
      ],
    ],
    [
      'ACCESS_ROUTE',
      true,
      [
        ['Formation initiale / Initial training', 2, 2],
        ['VAE / Validation of experience (VAE)', 2, 1],
        [unknown('Sans voie d’accès ouverte', 'Without an open access route'), 3, 2],
      ],
    ],
  ])('by %s (overlapping: %s) are counted group by group', async (...row) => {
    const [dimension, overlapping, expected] = row;
    const answer = await statistics({ groupBy: [dimension] });
    expect(
      answer.groups.map(({ key, summary }) => [
        key.fr === key.en ? key.fr : `${key.fr} / ${key.en}`,
        ...[summary.certifications, summary.active],
      ]),
    ).toEqual(expected);
    expect(answer).toMatchObject({ overlapping, groupCount: expected.length });
    expect(answer.total.certifications).toBe(6);
    const sum = answer.groups.reduce((added, group) => added + group.summary.certifications, 0);
    if (!overlapping) expect(sum).toBe(6);
    for (const { key } of answer.groups) {
      const isUnknown = /^Sans|non renseigné/i.test(key.fr);
      expect([key.fr, key.unknown]).toEqual([key.fr, isUnknown ? [dimension] : []]);
    }
  });

  test('by month of the end have the first day of the month, and years as a number', async () => {
    const { certificationStatistics } = await ask<{ certificationStatistics: object }>(
      database,
      `{ certificationStatistics(groupBy: [REGISTRATION_END_MONTH, REGISTRATION_YEARS]) {
        groups { key { registrationEndMonth registrationYears register label } }
      } }`,
    );
    const key = (registrationEndMonth: string | null, registrationYears: number | null) => ({
      key: expect.objectContaining({ registrationEndMonth, registrationYears, register: null }),
    });
    expect(certificationStatistics).toEqual({
      groups: [
        ...[key('2023-06-01', 3), key('2026-11-01', null), key('2027-06-01', null)],
        ...[key('2028-01-01', 5), key(null, 1), key(null, null)],
      ],
    });
  });

  test('are over the certifications of a filter', async () => {
    const filter = { specialities: ['32'], active: true };
    expect((await statistics({ filter })).total).toMatchObject({ certifications: 2, active: 2 });
    const none = await statistics({ filter: { levels: [1] }, groupBy: ['LEVEL'] });
    expect(none).toMatchObject({ groups: [], groupCount: 0 });
    expect(none.total).toEqual({
      ...{ certifications: 0, active: 0, withCohorts: 0, withUsualCohorts: 0 },
      ...{ withCompleteSixMonthRates: 0, completeShare: null, replaced: 0, filingPassed: 0 },
    });
  });

  test('of a search are over what the search finds, as all other statistics', async () => {
    const answer = await ask(
      database,
      `{
        certifications(filter: { search: "développeurs" }) { nodes { code } }
        certificationStatistics(filter: { search: "développeurs" }, groupBy: [LEVEL]) {
          total { certifications } groups { summary { certifications } }
        }
        certificationFacets(
          filter: { search: "développeurs", levels: [6] }, dimensions: [LEVEL, REGISTER]
        ) { values { certifications } }
        insertionStatistics(filter: { certification: { search: "développeurs" } }) {
          total { certifications cohorts certified }
        }
        partnerStatistics(filter: { search: "développeurs" }) { rows }
        certifier(siren: "${MINISTRY}") {
          cohorts(filter: { certification: { search: "développeurs" } }) { totalCount }
        }
      }`,
    );
    const two = { values: [{ certifications: 2 }] };
    expect(answer).toEqual({
      certifications: { nodes: [{ code: 'RNCP900001' }, { code: 'RNCP900002' }] },
      certificationStatistics: {
        total: { certifications: 2 },
        groups: [{ summary: { certifications: 2 } }],
      },
      certificationFacets: [two, two],
      insertionStatistics: { total: { certifications: 2, cohorts: 5, certified: 110 } },
      partnerStatistics: [],
      certifier: { cohorts: { totalCount: 2 } },
    });
  });

  // By level 5, 6, 7, not known: certifications 1, 2, 1, 2; active 1, 1, 1, 1; complete 0, 2, 0, 1;
  // filing passed 1, 0, 0, 1.
  test.each([
    ['KEY', '567?', '765?'],
    ['CERTIFICATIONS', '576?', '6?57'],
    ['ACTIVE', '567?', '567?'],
    ['COMPLETE', '57?6', '6?57'],
    ['FILING_PASSED', '675?', '5?67'],
  ])('are ordered by %s both ways, ties by key, unknown keys last', async (by, ...expected) => {
    for (const [index, direction] of ['ASC', 'DESC'].entries()) {
      const { groups } = await statistics({ groupBy: ['LEVEL'], orderBy: [{ by, direction }] });
      const levels = groups.map(({ key }) => /\d/.exec(key.en)?.[0] ?? '?').join('');
      expect([direction, levels]).toEqual([direction, expected[index]]);
    }
  });

  test('give the first groups of all', async () => {
    const orderBy = [{ by: 'CERTIFICATIONS', direction: 'DESC' }];
    const answer = await statistics({ groupBy: ['LEVEL'], orderBy, first: 1 });
    expect(answer.groups.map(({ key }) => key.en)).toEqual(['Level 6']);
    expect(answer.groupCount).toBe(4);
  });

  test.each([
    [{ groupBy: ['LEVEL', 'LEVEL'] }, 'groupBy: LEVEL is given twice: give each dimension once'],
    [{ first: -5 }, 'first: -5 is not accepted: give a number of groups, 0 or more'],
    [
      { asOf: '2201-01-01' },
      'asOf: 2201-01-01 is not accepted: give a day from 1990-01-01 to 2200-12-31, or none for today',
    ],
    [
      { filter: { formacodes: ['1'] } },
      'formacodes: "1" is not a Formacode that the register has; some that it has: 30854, 32654',
    ],
  ])('of %j are refused', async (variables, message) => {
    expect(await refusal(database, STATISTICS, variables)).toEqual({
      name: 'BadUserInputError',
      message,
    });
  });

  test('in more groups than allowed are refused', async () => {
    const services = { ...SERVICES, maxGroups: 3 };
    expect(await refusal(database, STATISTICS, { groupBy: ['LEVEL'] }, services)).toEqual({
      name: 'BadUserInputError',
      message:
        'groupBy: [LEVEL] makes more than 3 groups: group by fewer dimensions, or restrict the filter',
    });
    expect(await refusal(database, STATISTICS, { groupBy: ['ACTIVE'] }, services)).toBeNull();
  });
});
