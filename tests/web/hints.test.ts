import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { openMigratedPglite } from '../support/database.ts';
import { cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';
import { HOSTILE } from './web-server.ts';

const COOK = { code: 'G1602', label: 'Personnel de cuisine' };
const PASTRY = { code: 'D1104', label: `Pâtisserie ${HOSTILE}` };

/** A fiche of level 4 with one cohort. */
const certification = (number: number, occupation: typeof COOK, base: number, rate: number) =>
  ficheWith({
    ...{ code: `RNCP${number}`, title: `Titre ${number}`, activeFlag: true },
    ...{ level: { code: 'NIV4', label: 'Niveau 4' }, occupations: [occupation] },
    ...{ registrationType: 'ON_REQUEST' as const, registrationEndsOn: day('2029-12-31') },
    cohorts: [cohortWith(2023, base, { global6: rate })],
  });

/** 71 cooks, of whom RNCP1000 is looked at, and 440 pastry cooks of the same level. */
const REGISTER = [
  ...Array.from({ length: 71 }, (_, at) => certification(1000 + at, COOK, 30, 50 + (at % 40))),
  ...Array.from({ length: 440 }, (_, at) => certification(2000 + at, PASTRY, 25, 60)),
  // On a base of 8 a rate is of low reliability.
  certification(3000, { code: 'A1101', label: 'Conduite' }, 8, 75),
];

describe('points of charts', () => {
  let database: Database;
  let server: QuestionServer;

  beforeAll(async () => {
    database = await openMigratedPglite();
    await publishFiches(database, REGISTER, { datedOn: day('2026-11-01') });
    server = await serveQuestions(database, schema);
  }, 60_000);
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  const get = async (path: string) => (await fetch(`${server.url}${path}`)).text();
  const circles = (page: string) =>
    page.match(/<circle cx="[\d.]+" cy="[\d.]+" r="3"[^>]*><title>/g);

  test('the funnel has every peer, the table the first sixty', async () => {
    const page = await get('/certifications/RNCP1000?lang=fr');
    expect(circles(page)).toHaveLength(70);
    expect(page).toContain('Les 60 premières sur 70.');
    expect(page).not.toContain('sont dessinées');
  });

  test('of more than five hundred peers five hundred are drawn, and that is told', async () => {
    const page = await get('/certifications/RNCP1000?par=LEVEL&lang=fr');
    expect(circles(page)).toHaveLength(500);
    expect(page).toContain('Les 500 premières, par code, sont dessinées, sur 510.');
    expect(await get('/certifications/RNCP1000?par=LEVEL&lang=en')).toContain(
      'The first 500 by code are drawn, of 510.',
    );
  });

  test('a peer tells whose it is, with value, interval and base', async () => {
    // Of 30, at 51 %: by Wilson (0.5740 ± 1.96 · √(0.00833 + 0.00107)) / 1.1281.
    expect(await get('/charts/entonnoir.svg?code=RNCP1000&lang=fr')).toContain(
      '<title>RNCP1001\u00a0: 51\u00a0% [34,04\u00a0; 67,73], sur 30 certifiés</title>',
    );
    expect(await get('/charts/entonnoir.svg?code=RNCP1000&lang=en')).toContain(
      '<title>RNCP1001: 51% [34.04, 67.73], of 30 certified</title>',
    );
  });

  test('a rate of a year tells year, indicator, value, interval and base, and that it is weak', async () => {
    const svg = await get('/charts/promotions.svg?code=RNCP3000&lang=fr');
    expect(svg).toMatch(
      /<title>2023, Taux d’insertion global à 6 mois(?:\u00a0|&#160;): 75(?:\u00a0|&#160;)% \[[^\]]+\], sur 8 certifiés, fiabilité très faible<\/title>/,
    );
    expect(svg).toContain('fill="none"');
  });

  test('what a group is called cannot be more than its name', async () => {
    const page = await get('/embed/statistiques?par=OCCUPATION&lang=en');
    expect(page).toContain('<title>G1602');
    expect(page).toMatch(/<title>D1104[^<]*&lt;script&gt;/);
    expect(page).not.toMatch(/<script|<img/);
  });
});
