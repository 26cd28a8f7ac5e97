import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Fiche } from '../../src/domain/certification/fiche.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';
import { textOf } from './body-register.ts';

/** Heads and rate of twelve certifications of METHOD’s worked example, in two years. */
const EXAMPLE = [
  [25, 92, 20, 90],
  [40, 88, 45, 91],
  [60, 75, 55, 80],
  [30, 95, 30, 96],
  [120, 84, 110, 83],
  [20, 70, 24, 78],
  [80, 90, 85, 93],
  [45, 82, 40, 85],
  [35, 97, 38, 95],
  [150, 79, 160, 82],
  [50, 86, 52, 88],
  [28, 64, 25, 70],
] as const;

const FICHES: readonly Fiche[] = [
  ...EXAMPLE.map(([former, formerRate, later, laterRate], at) =>
    ficheWith({
      code: `RNCP${at + 1}`,
      level: { code: 'NIV6', label: 'Niveau 6' },
      cohorts: [
        cohortWith(2021, former, { global6: formerRate }, 5),
        cohortWith(2022, later, { global6: laterRate }),
      ],
    }),
  ),
  // Too few certifications for an interval between them; one keeps its own.
  ...[80, 60].map((global6, at) =>
    ficheWith({
      code: `RNCP${20 + at}`,
      level: { code: 'NIV5', label: 'Niveau 5' },
      cohorts: [cohortWith(2021, 100, { global6 })],
    }),
  ),
  ficheWith({
    code: 'RNCP30',
    level: { code: 'NIV4', label: 'Niveau 4' },
    cohorts: [cohortWith(2021, 100, { global6: 50 })],
  }),
];

describeEachEngine('statistics of groups on', (openDatabase) => {
  let server: QuestionServer;

  beforeAll(async () => {
    const database: Database = await openDatabase();
    await publishFiches(database, FICHES, { datedOn: day('2026-11-01') });
    server = await serveQuestions(database, schema);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const pageAt = async (query: string) =>
    (await fetch(`${server.url}/statistiques?${query}`, { headers: { 'accept-language': 'fr' } }))
      .text()
      .then(textOf);

  test('have the interval between their certifications, in the table and in the chart', async () => {
    const page = await (await fetch(`${server.url}/statistiques?par=LEVEL&a=2021&lang=fr`)).text();
    const told = textOf(page);
    // METHOD: R = 83.2753, between [78.643, 87.908]; Wilson would be [80.292, 85.886].
    expect(told).toContain('Niveau 6 12 12 683 83,28 % [78,64 ; 87,91] sur 683 certifiés');
    expect(told).not.toContain('[80,29 ; 85,89]');
    expect(told).toContain(
      'Niveau 5 2 2 200 70 % intervalle non donné : trop peu de certifications sur 200 certifiés',
    );
    // One certification is a proportion of its holders: Wilson’s of 50 of 100.
    expect(told).toContain('Niveau 4 1 1 100 50 % [40,38 ; 59,62] sur 100 certifiés');
  });

  test('measures are chosen, and are those of the catalogue', async () => {
    const query = ['vae', 'couverture', 'moyenne', 'effet', 'statuts'];
    const page = await pageAt(
      `par=LEVEL&a=2021&${query.map((each) => `mesures=${each}`).join('&')}`,
    );
    expect(page).toContain('Nombre de certifiés du groupe par la VAE');
    // 60 of 683 by VAE; the mean of the twelve rates is 1002 / 12; the design effect of METHOD.
    expect(page).toMatch(/Niveau 6 60 8,78 % 100 % 12 promotions sur 12 83,5 % 2,17 Publié 12/);
    // Rates are drawn, and no column of the table.
    expect(page).not.toContain('Niveau 6 83,28 %');
  });

  test('the change from the year before has the interval that it is judged by', async () => {
    const page = await pageAt('par=YEAR&et=LEVEL&niveau=6&mesures=evolution');
    // METHOD: 2.3066, [0.527, 4.087]. Newcombe’s leaves 0 in, and both are needed for a rise.
    expect(page).toContain('+2,31 points [0,53 ; 4,09] Évolution non établie');
    // 684 after 683.
    expect(page).toContain('+0,15 %');
    expect(page).toContain('Pas d’année précédente');
  });

  test('a measure that there is not is refused, in words', async () => {
    const response = await fetch(`${server.url}/statistiques?mesures=age`);
    expect(response.status).toBe(400);
    expect(textOf(await response.text())).toContain('couverture, quartiles, moyenne');
  });
});
