import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { describeEachEngine } from '../support/database.ts';
import { certifierWith, cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';
import { textsOf } from './body-register.ts';

const SIREN = '130025265';
const certifiers = [certifierWith('Alpha', { siret: `${SIREN}00013` })];
const shown = { certifiers, activeFlag: true, registrationEndsOn: day('2028-01-01') };
const level = (code: string) => ({ code: `NIV${code}`, label: `Niveau ${code}` });

/**
 * Three certifications without a rate. Of a cohort the rates at 6 months are due at the end of the
 * year after it, those at 2 years two years later.
 */
const FICHES = [
  ficheWith({
    ...{ ...shown, code: 'RNCP1', title: 'Boulanger', level: level('5') },
    cohorts: [cohortWith(2023, 20), cohortWith(2024, 10), cohortWith(2026, 5)],
  }),
  ficheWith({ ...shown, code: 'RNCP2', title: 'Boulanger fin', level: level('6') }),
  ficheWith({
    ...{ ...shown, code: 'RNCP3', title: 'Boulanger pâtissier', level: level('7') },
    cohorts: [cohortWith(2023, null, { global6: 80 })],
  }),
];

const LATE = 'aucun taux : en retard 2, pas encore observable 1';
const UNWEIGHTED = 'aucun taux : publié sans nombre de certifiés 1';

describeEachEngine('why there is no rate over several cohorts on', (openDatabase) => {
  let server: QuestionServer;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, FICHES, { datedOn: day('2026-11-01') });
    server = await serveQuestions(database, schema);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const cellsAt = async (path: string) => {
    const page = await fetch(`${server.url}${path}`, { headers: { 'accept-language': 'fr' } });
    const cells = textsOf(await page.text(), 'td.absent');
    return cells.map((cell) => cell.replace(/[\s\u00a0\u202f]+/g, ' '));
  };

  test.each([
    ['/recherche?q=boulanger&tri=code', [LATE, 'aucune promotion', UNWEIGHTED]],
    [`/certificateurs/${SIREN}`, [LATE, 'aucune promotion', UNWEIGHTED]],
    // Over the years of both: 2023.
    ['/comparer?codes=RNCP1+RNCP3', ['aucun taux : en retard 1', UNWEIGHTED]],
    ['/statistiques?par=LEVEL', [LATE, UNWEIGHTED]],
    ['/certifications/RNCP1', [LATE]],
    ['/certifications/RNCP3', [UNWEIGHTED]],
  ])('%s says it by statuses', async (path, expected) => {
    expect(await cellsAt(path)).toEqual(expect.arrayContaining(expected));
  });

  test('in English as well', async () => {
    const cells = await cellsAt('/recherche?q=boulanger&tri=code&lang=en');
    expect(cells).toEqual([
      'no rate: overdue 2, not yet observable 1',
      'no cohort',
      'no rate: published without a number certified 1',
    ]);
  });

  test('no cell says no more than that there is none', async () => {
    for (const path of [
      '/',
      '/statistiques',
      '/certifications/RNCP1',
      `/certificateurs/${SIREN}`,
    ]) {
      expect(await cellsAt(path)).not.toContain('aucun taux');
    }
  });
});
