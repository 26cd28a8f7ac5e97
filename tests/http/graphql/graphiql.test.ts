import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { readTabs } from '../../../src/http/graphql/graphiql.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';

describe('the ready questions', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'debouches-questions-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('are the saved operations that say their place, in its order', async () => {
    const files = {
      'a-third.graphql': '# tab: 3\nquery Third($first: Int = 3) { a }',
      'b-first.graphql': '# Status.\n# tab: 1\nquery First { a }',
      'c-second.graphql': '# A card.\n# tab: 2\n# variables: {"code": "35746"}\nquery Second { a }',
      'd-none.graphql': '# variables: {"code": "35746"}\nquery None($code: ID!) { a }',
      'notes.txt': '# tab: 4\nquery Notes { a }',
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    expect(await readTabs(pathToFileURL(`${folder}/`))).toEqual([
      { query: files['b-first.graphql'] },
      { query: files['c-second.graphql'], variables: '{\n  "code": "35746"\n}' },
      { query: files['a-third.graphql'] },
    ]);
  });

  test('are none without the folder', async () => {
    expect(await readTabs(pathToFileURL('/nowhere/at/all/'))).toEqual([]);
  });

  test('of this product are few, one to a place, each with what it needs to run', async () => {
    const questions = await readTabs(new URL('../../../schema/operations/', import.meta.url));
    const places = questions.map(({ query }) => /^# tab: (.*)$/m.exec(query)?.[1]);
    expect(places).toEqual(['1', '2', '3', '4', '5', '6']);
    for (const { query, variables = '{}' } of questions) {
      const needed = parse(query).definitions.flatMap((each) =>
        each.kind === Kind.OPERATION_DEFINITION ? (each.variableDefinitions ?? []) : [],
      );
      const given = Object.keys(JSON.parse(variables));
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
    expect(page.match(/<(?:script|link|img)[^>]*\b(?:src|href)="?(?!data:)[a-z/]/g)).toBeNull();
    expect(response.headers.get('content-security-policy')).not.toMatch(/https?:/);
  });

  test('is packed for browsers that unpack, and whole for the others', async () => {
    const packed = await open('/graphql', { 'accept-encoding': 'gzip' });
    const whole = await open('/graphql', { 'accept-encoding': 'identity' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(whole.headers.get('content-encoding')).toBeNull();
    expect(await packed.text()).toBe(await whole.text());
  });

  test('is where the front door leads', async () => {
    const response = await open('/');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
  });

  test('stays away from programs, which get JSON', async () => {
    const response = await open('/graphql', { accept: 'application/json' });
    expect(response.headers.get('content-type')).toContain('application/json');
  });
});
