import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import { schema } from '../../src/graphql/schema.ts';
import { REPORTS_EN } from '../../src/web/words/en/reports.ts';
import { REPORTS_FR } from '../../src/web/words/fr/reports.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { describeEachEngine } from '../support/database.ts';
import { ficheWith, publishFiches } from '../support/factories.ts';
import { ownSentences, textOf, textsOf } from './body-register.ts';

/** A shorter text may be a part of an English word. */
const MOST_OF_A_WORD = 8;

describeEachEngine('the page of reports on', (openDatabase) => {
  let server: QuestionServer;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, [ficheWith({ code: 'RNCP1' })]);
    server = await serveQuestions(database, schema);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const get = (path: string) =>
    fetch(`${server.url}${path}`, { headers: { 'accept-language': 'fr' } });
  const pageAt = async (path: string) => (await get(path)).text();

  test('has every report with its title, columns and parameters', async () => {
    const page = await pageAt('/rapports');
    expect(textOf(page)).toContain(`Les ${DATASETS.length} rapports`);
    for (const { name, title, columns, parameters } of DATASETS) {
      expect(page).toContain(`<h3 id="${name}">`);
      expect(textOf(page)).toContain(`Colonnes de « ${title.fr} »`.replaceAll('&', '&amp;'));
      for (const each of [...columns, ...parameters]) {
        expect(page).toContain(`<code>${each.name}</code>`);
      }
    }
  });

  test.each([
    ['fr', 'en', '/rapports'],
    ['en', 'fr', '/rapports?lang=en'],
  ] as const)('describes all in the language of the page: %s', async (own, other, path) => {
    const page = await pageAt(path);
    const texts = new Set(textsOf(page, 'main p, main dd, main td'));
    for (const { description, grain, columns, parameters } of DATASETS) {
      const parts = [...columns, ...parameters].map((each) => each.description);
      for (const definition of [description, grain, ...parts]) {
        expect([...texts]).toContain(definition[own]);
        if (definition.fr !== definition.en) expect([...texts]).not.toContain(definition[other]);
      }
    }
    expect(textsOf(page, `main [lang="${other}"]`)).toEqual([]);
  });

  test.each(['/rapports', '/rapports?lang=en&publication=1'])(
    'every address that %s links to is there',
    async (path) => {
      const page = await pageAt(path);
      const links = [...page.matchAll(/href="(\/reports[^"]*)"/g)].map(([, link = '']) =>
        link.replaceAll('&amp;', '&'),
      );
      expect(new Set(links).size).toBeGreaterThan(6 * DATASETS.length);
      for (const link of new Set(links)) {
        const response = await get(link);
        await response.body?.cancel();
        expect([link, response.status]).toEqual([link, 200]);
      }
      expect(links.some((link) => link.includes('publication=1'))).toBe(
        path.includes('publication'),
      );
    },
    60_000,
  );

  test('a publication that there is not is told in words', async () => {
    const response = await get('/rapports?publication=99');
    expect(response.status).toBe(400);
    expect(textOf(await response.text())).toContain('99');
  });

  test('English has no French left', async () => {
    const page = await pageAt('/rapports?lang=en');
    expect(page).toContain('In your tools');
    const { recipes } = REPORTS_FR;
    const sentences = ownSentences({ ...REPORTS_FR, ...recipes }, REPORTS_EN);
    for (const sentence of sentences.filter(({ length }) => length > MOST_OF_A_WORD)) {
      expect(textOf(page)).not.toContain(textOf(sentence));
    }
  });
});
