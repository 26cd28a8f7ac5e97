import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, type Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { MINISTRY, STATISTICS_REGISTER } from '../support/statistics-register.ts';
import {
  figures,
  type Statistics,
  type Summary,
  statisticsOn,
  TOTAL,
} from './statistics-question.ts';

describeEachEngine('insertion statistics on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, STATISTICS_REGISTER);
  });

  const statistics = (variables: Variables = {}) => statisticsOn(database, variables);

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
        ['Inactive', [1, 2, 10, 60]],
        ['Active', [3, 6, 280, 78]], // 15600 / 200
      ],
      // Neither an end nor a flag.
      ['Non renseigné / Not known', D],
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
});
