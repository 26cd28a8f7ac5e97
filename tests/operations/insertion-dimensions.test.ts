import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { type CohortDimension, InsertionByDimensionsDocument } from '../support/operations.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';
import { schoolA } from './certifying-bodies.ts';
import { keyOf } from './expected-groups.ts';

describeEachEngine('statistics on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    send = sendOn(database);
  });

  const DIMENSIONS: readonly (readonly [CohortDimension, readonly object[]])[] = [
    ['YEAR', [2022, 2023, 2024].map((year) => ({ year, label: String(year) }))],
    ['REGISTER', [{ register: 'RNCP', label: 'RNCP' }]],
    ['LEVEL', [{ level: 6, label: 'Niveau 6' }]],
    [
      'REGISTRATION_TYPE',
      [{ registrationType: 'ON_REQUEST', label: 'Enregistrement sur demande' }],
    ],
    ['ABBREVIATION', [{ abbreviation: 'TP', label: 'TP Titre professionnel' }]],
    ['ACTIVE', [{ active: true, label: 'Active' }]],
    [
      'CERTIFICATION',
      [
        {
          certification: { code: 'RNCP101', title: 'Concepteur de logiciels' },
          label: 'RNCP101 Concepteur de logiciels',
        },
      ],
    ],
    [
      'SPECIALITY_DOMAIN',
      [
        {
          specialityDomain: { code: '3', label: 'Domaines technico-professionnels des services' },
          label: '3 Domaines technico-professionnels des services',
        },
      ],
    ],
    [
      'SPECIALITY_SUBDOMAIN',
      [
        {
          specialitySubdomain: { code: '32', label: 'Communication et information' },
          label: '32 Communication et information',
        },
      ],
    ],
    // Fiches carry 326n and 326t; none carries the group itself, with its label.
    ['SPECIALITY', [{ speciality: { code: '326', label: null }, label: '326' }]],
    [
      'OCCUPATION_DOMAIN',
      [
        {
          occupationDomain: {
            code: 'M18',
            label: 'Systèmes d’information et de télécommunication',
          },
          label: 'M18 Systèmes d’information et de télécommunication',
        },
      ],
    ],
    [
      'OCCUPATION',
      [
        {
          occupation: { code: 'M1805', label: 'Études et développement informatique' },
          label: 'M1805 Études et développement informatique',
        },
      ],
    ],
    [
      'FORMACODE',
      [
        {
          formacode: { code: '31054', label: 'Informatique et systèmes d’information' },
          label: '31054 Informatique et systèmes d’information',
        },
      ],
    ],
    ['CERTIFIER', [{ certifier: schoolA, label: 'École A' }]],
    [
      'ACCESS_ROUTE',
      [
        { accessRoute: 'INITIAL_TRAINING', label: 'Formation initiale' },
        { accessRoute: 'VAE', label: 'VAE' },
      ],
    ],
  ];

  test.each(DIMENSIONS)('33: by %s, of RNCP101', async (dimension, keys) => {
    const { insertionStatistics } = await send(InsertionByDimensionsDocument, {
      groupBy: [dimension],
      filter: { certification: { codes: ['RNCP101'] } },
    });
    expect(insertionStatistics.groups.map(({ key }) => key)).toEqual(keys.map(keyOf));
    expect(insertionStatistics.total.certified).toBe(50);
  });
});
