import { readdir, readFile } from 'node:fs/promises';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOperations } from '../../../src/app.ts';
import type { Database } from '../../../src/db/database.ts';
import { QUESTION_GROUPS } from '../../../src/http/graphiql/questions.ts';
import { readyTabs, tabOf } from '../../../src/http/graphiql/tab.ts';
import type { PersistedOperation } from '../../../src/http/graphql/persisted-operations.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';

const operationOf = (name: string, text: string): PersistedOperation => ({
  ...{ name, text, documentId: `sha256:${name}`, description: '', variables: [] },
  isSubscription: false,
});

describe('the tabs that open at first', () => {
  test('are the saved operations that say their place, in its order, without saying it', () => {
    const tabs = readyTabs([
      operationOf('Third', '# tab: 3\nquery Third($first: Int = 3) { a }'),
      operationOf('First', '# Status.\n# tab: 1\nquery First { a }'),
      operationOf(
        'Second',
        '# A card.\n# tab: 2\n# variables: {"code": "35746"}\nquery Second { a }',
      ),
      operationOf('None', '# variables: {"code": "35746"}\nquery None($code: ID!) { a }'),
    ]);
    expect(tabs).toEqual([
      { query: '# Status.\nquery First { a }', variables: '' },
      { query: '# A card.\nquery Second { a }', variables: '{\n  "code": "35746"\n}' },
      { query: 'query Third($first: Int = 3) { a }', variables: '' },
    ]);
  });

  test('of this product are few, one to a place', async () => {
    const { list } = await readOperations();
    const places = list.flatMap(({ text }) => /^# tab: (.*)$/m.exec(text)?.[1] ?? []);
    expect(places.toSorted()).toEqual(['1', '2', '3', '4', '5', '6']);
  });
});

describe('the questions of the page', () => {
  const listed = QUESTION_GROUPS.flatMap(({ questions }) => questions);

  test('are all saved operations but the deprecated ones, each once, in two languages', async () => {
    const folder = new URL('../../../schema/operations/', import.meta.url);
    const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql'));
    const texts = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
    const names = texts.map((text) => /^query (\w+)/m.exec(text)?.[1]);
    expect(listed.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    for (const language of ['en', 'fr'] as const) {
      const titles = listed.map(({ title }) => title[language]);
      expect(new Set(titles).size).toBe(titles.length);
      for (const title of titles) expect(title.length).toBeLessThanOrEqual(40);
    }
  });

  test('open with what they need to run', async () => {
    const { list } = await readOperations();
    for (const { name } of listed) {
      const operation = list.find((each) => each.name === name) as PersistedOperation;
      const { query, variables } = tabOf(operation);
      const needed = parse(query).definitions.flatMap((each) =>
        each.kind === Kind.OPERATION_DEFINITION ? (each.variableDefinitions ?? []) : [],
      );
      const given = Object.keys(JSON.parse(variables || '{}'));
      for (const { variable, type, defaultValue } of needed) {
        if (type.kind !== Kind.NON_NULL_TYPE || defaultValue) continue;
        expect(given).toContain(variable.name.value);
      }
    }
  });
});

describe('GraphiQL', () => {
  let database: Database;
  let server: QuestionServer;
  beforeAll(async () => {
    database = await openMigratedPglite();
    server = await serveQuestions(database);
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });
  const open = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, {
      headers: { accept: 'text/html', ...headers },
      redirect: 'manual',
    });

  test('is a page of its own, with nothing to fetch from elsewhere', async () => {
    const response = await open('/graphql');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await response.text();
    expect(page).toContain('<title>Débouchés</title>');
    for (const [, address] of page.matchAll(/<[^>]*\b(?:src|href)="([^"]*)"/g)) {
      expect(address).toMatch(/^(?:\/|data:)/);
    }
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/https?:|eval|blob:/);
    expect(policy).toContain("script-src 'self';");
  });

  test('has files that are kept for good, compressed for browsers that decompress', async () => {
    const page = await (await open('/graphql')).text();
    const files = [...page.matchAll(/(?:src|href)="(\/graphql\/assets\/[^"]+)"/g)];
    expect(files.length).toBe(4);
    for (const [, path = ''] of files) {
      const whole = await open(path, { 'accept-encoding': 'identity' });
      const packed = await open(path, { 'accept-encoding': 'gzip' });
      for (const { status, headers } of [whole, packed]) {
        expect([status, headers.get('cache-control')]).toEqual([
          200,
          'public, max-age=31536000, immutable',
        ]);
        expect(headers.get('content-type')).toMatch(/^text\/(?:css|javascript); charset=utf-8$/);
      }
      expect(whole.headers.get('content-encoding')).toBeNull();
      expect(await packed.text()).toBe(await whole.text());
    }
    expect((await open('/graphql/assets/other.js')).status).toBe(404);
  });

  test('is in French or English, as lang says, or else the browser', async () => {
    const french = { 'accept-language': 'fr-FR,fr;q=0.9,en;q=0.5' };
    const languageOf = async (path: string, headers = {}) => {
      const response = await open(path, headers);
      const page = await response.text();
      const language = /<html lang="(\w+)">/.exec(page)?.[1];
      expect(response.headers.get('content-language')).toBe(language);
      expect(page.includes('Certificateurs')).toBe(language === 'fr');
      expect(page.includes('Certifying bodies')).toBe(language === 'en');
      return language;
    };
    expect(await languageOf('/graphql')).toBe('en');
    expect(await languageOf('/graphql', french)).toBe('fr');
    expect(await languageOf('/graphql?lang=en', french)).toBe('en');
    expect(await languageOf('/graphql?lang=fr')).toBe('fr');
    expect(await languageOf('/graphql?lang=de', french)).toBe('fr');
  });

  test('links to what else is served, and every link leads somewhere', async () => {
    const page = await (await open('/graphql')).text();
    const links = [...page.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    const needed = ['/reports', '/changes.atom', '/graphql/schema', '/graphql/documents'];
    for (const path of [...needed, '/about.json']) {
      expect(links).toContain(path);
    }
    // Nothing is published here, which these tell of.
    const ofPublication = ['/about.json', '/changes.atom'];
    for (const path of links.filter((each) => !ofPublication.includes(each))) {
      expect([path, (await open(path)).status]).toEqual([path, 200]);
    }
  });

  test('passes over a question that there is not, whatever is in its name', async () => {
    const page = await (await open('/graphql?question=%3C/script%3E%3Cb%3E')).text();
    expect(page).not.toContain('<b>');
    expect(page).toContain('"open":null');
  });

  test('opens an operation with the variables of the address', async () => {
    const variables = encodeURIComponent('{"code":"RNCP99"}');
    const page = await (
      await open(`/graphql?question=CertificationCard&variables=${variables}`)
    ).text();
    expect(page).toContain('RNCP99');
    expect((await open('/graphql?question=CertificationCard&variables=%7B')).status).toBe(200);
  });

  test('stays away from programs, which get JSON', async () => {
    const response = await open('/graphql', { accept: 'application/json' });
    expect(response.headers.get('content-type')).toContain('application/json');
  });
});
