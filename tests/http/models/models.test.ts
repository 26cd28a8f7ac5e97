import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DATASETS } from '../../../src/datasets/catalogue.ts';
import { MODEL_FORMS } from '../../../src/datasets/model/forms.ts';
import { CONTRACTS } from '../../../src/domain/contracts.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { unzip } from '../../support/unzip.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';

describe('semantic models', () => {
  let server: QuestionServer;
  beforeAll(async () => {
    const database = await openMigratedPglite();
    await publishFiches(database, QUESTION_REGISTER);
    server = await serveQuestions(database, schema);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, { headers, redirect: 'manual' });

  test('are listed, each at an address that answers', async () => {
    const response = await ask('/models');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('x-contract-version')).toBe(CONTRACTS.bi);
    const { models } = (await response.json()) as {
      models: { name: string; address: string; title: { fr: string; en: string } }[];
    };
    expect(models.map(({ name }) => name)).toEqual(MODEL_FORMS.map(({ name }) => name));
    for (const { name, address, title } of models) {
      const form = await ask(address);
      expect([address, form.status]).toEqual([address, 200]);
      expect(form.headers.get('content-disposition')).toBe(
        `attachment; filename="debouches-${name}"`,
      );
      expect((await form.arrayBuffer()).byteLength).toBeGreaterThan(100);
      expect([title.fr, title.en]).not.toContain('');
    }
  });

  test('are a section of the page of reports to a browser, which offers Excel for each report', async () => {
    const response = await ask('/models', { accept: 'text/html,application/xhtml+xml' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/rapports#models']);
    for (const language of ['fr', 'en'] as const) {
      const page = await (await ask(`/rapports?lang=${language}`)).text();
      expect(page).toContain('<h2 id="models">');
      const names = ['power-bi-odata.zip', 'tableau.tds', 'odata.pbids'];
      for (const name of [...names, ...DATASETS.map((each) => `${each.name}.odc`)]) {
        expect([name, page.includes(`href="/models/${name}?lang=${language}"`)]).toEqual([
          name,
          true,
        ]);
      }
    }
    const list = (await (await ask('/reports')).json()) as { reports: object[]; models: string };
    expect(list.models).toBe('/models');
    expect(list.reports[0]).toMatchObject({ excel: '/models/certifications.odc' });
  });

  test('name the server by the address they were asked by', async () => {
    const pbids = await (await ask('/models/odata.pbids')).text();
    expect(JSON.parse(pbids).connections[0].details.address.url).toBe(`${server.url}/odata/`);
    const sent = await new Promise<string>((resolve, reject) => {
      const { port } = server;
      const headers = { host: 'debouches.example' };
      request({ port, host: '127.0.0.1', path: '/models/vae.odc', headers }, (response) =>
        text(response).then(resolve, reject),
      ).end();
    });
    expect(sent).toContain('http://debouches.example/odata/');
    expect(sent).not.toContain('127.0.0.1');
  });

  test('are in the language of lang, else of Accept-Language, else in French', async () => {
    const title = async (path: string, headers?: Record<string, string>) => {
      const response = await ask(path, headers);
      const { semantic_model: models } = parse(await response.text());
      return [
        response.headers.get('content-language'),
        models[0].datasets[1].description.split('.')[0],
      ];
    };
    expect(await title('/models/ossie.yaml', { 'accept-language': '' })).toEqual([
      'fr',
      'Promotions',
    ]);
    expect(await title('/models/ossie.yaml', { 'accept-language': 'en' })).toEqual([
      'en',
      'Cohorts',
    ]);
    expect(await title('/models/ossie.yaml?lang=fr', { 'accept-language': 'en' })).toEqual([
      ...['fr', 'Promotions'],
    ]);
  });

  test('are the same bytes each time, and 304 for who has them', async () => {
    const bytes = async () =>
      Buffer.from(await (await ask('/models/power-bi-odata.zip?lang=fr')).arrayBuffer());
    const once = await bytes();
    expect((await bytes()).equals(once)).toBe(true);
    const parts = await unzip(once);
    expect(JSON.parse(parts.get('Debouches.pbip') ?? '')).toMatchObject({ version: '1.0' });
    expect(parts.get('Debouches.SemanticModel/definition/expressions.tmdl')).toContain(server.url);
    for (const form of ['power-bi-odata.zip', 'tableau.tds']) {
      const first = await ask(`/models/${form}`);
      const etag = first.headers.get('etag') ?? '';
      await first.body?.cancel();
      const again = await ask(`/models/${form}`, { 'if-none-match': etag });
      expect([form, again.status]).toEqual([form, 304]);
      expect(again.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
      const other = await ask(`/models/${form}?lang=en`, { 'if-none-match': etag });
      expect([form, other.status]).toEqual([form, 200]);
      await other.body?.cancel();
    }
  });

  test.each([
    [
      '/models/excel.xlsx',
      404,
      '"excel.xlsx" is not a form of the model: /models has power-bi-odata.zip',
    ],
    ['/models/tableau.tds?lang=de', 400, 'lang is "de": one of fr, en is accepted'],
    ['/models/tableau.tds?language=en', 400, 'language is not known: lang is accepted'],
  ])('%s says what is accepted', async (path, status, detail) => {
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining(detail) });
  });
});
