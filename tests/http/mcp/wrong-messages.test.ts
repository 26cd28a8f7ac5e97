import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { publishFiches } from '../../support/factories.ts';
import { QUESTION_REGISTER } from '../../support/question-register.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';
import { connectMcp, type McpClient } from './mcp-client.ts';

let database: Database;
let server: QuestionServer;
let agent: McpClient;
beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(database, QUESTION_REGISTER);
  server = await serveQuestions(database, schema, {
    clock: () => new Date('2026-11-24T12:00:00Z'),
  });
  agent = await connectMcp(server.url, { headers: { 'accept-language': 'en' } });
});
afterAll(async () => {
  await agent?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

/** What is told of a message, in a language. */
async function told(body: unknown, language: 'en' | 'fr', accept = 'application/json') {
  const response = await fetch(`${server.url}/mcp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, 'accept-language': language },
    body: JSON.stringify(body),
  });
  const { error } = (await response.json()) as { error?: { message: string } };
  return { status: response.status, message: error?.message ?? null };
}

const message = (method: string, params: object = {}) => ({
  ...{ jsonrpc: '2.0', id: 1, method, params },
});

describe('a message is told what was given and what is accepted:', () => {
  test.each<[string, unknown, RegExp, RegExp]>([
    ['a list', [message('ping')], /^a list of messages was sent/, /^une liste de messages/],
    ['a number', 7, /^message is 7: an object as \{"jsonrpc"/, /^message vaut 7/],
    [
      'another protocol',
      { ...message('ping'), jsonrpc: '1.0' },
      /^jsonrpc is "1.0": "2.0" is accepted$/,
      /^jsonrpc vaut "1.0"\u00a0: "2.0" est accepté$/,
    ],
    [
      'no protocol',
      { id: 1, method: 'ping' },
      /^jsonrpc is not given: /,
      /^jsonrpc n’est pas donné/,
    ],
    [
      'a method that is no text',
      { ...message('ping'), method: 3 },
      /^method is 3/,
      /^method vaut 3/,
    ],
    ['an id that is an object', { ...message('ping'), id: {} }, /^id is \{\}/, /^id vaut \{\}/],
  ])('%s', async (_, body, english, french) => {
    const [en, fr] = [await told(body, 'en'), await told(body, 'fr')];
    expect([en.status, fr.status]).toEqual([400, 400]);
    expect(en.message).toMatch(english);
    expect(fr.message).toMatch(french);
  });

  test.each([
    ['tools/call', { name: 'benchmrk' }, /^there is no tool "benchmrk": there are .*benchmark/],
    ['prompts/get', { name: 'benchmrk' }, /^there is no prompt "benchmrk": there are .*benchmark/],
    ['resources/read', { uri: 'debouches://x' }, /^there is no resource "debouches:\/\/x"/],
  ] as const)('%s of what there is not', async (method, params, english) => {
    expect((await told(message(method, params), 'en')).message).toMatch(english);
    const french = (await told(message(method, params), 'fr')).message;
    expect(french).toMatch(/^il n’y a pas d/);
    expect(french).toContain('peut-être');
  });

  test('parameters of the wrong type are not told as the library dumps them', async () => {
    const { message: text } = await told(message('tools/call', { name: 5 }), 'en');
    expect(text).toContain('name');
    expect(text).not.toMatch(/[[{]/);
  });

  test.each(['*/*', 'application/*', 'application/json, text/event-stream'])(
    'a client that accepts %s gets JSON',
    async (accept) => {
      const answer = await told(message('tools/list'), 'en', accept);
      expect(answer).toEqual({ status: 200, message: null });
    },
  );

  test('one that takes none is told so', async () => {
    expect(await told(message('tools/list'), 'en', 'text/html')).toEqual({
      status: 406,
      message:
        'the header Accept is "text/html": application/json is accepted, alone or with text/event-stream',
    });
  });
});

describe('a prompt', () => {
  const get = (name: string, given: Record<string, string>) =>
    agent.client.getPrompt({ name, arguments: given });

  test('is filled in with codes', async () => {
    const { messages } = await get('benchmark', { code: 'RNCP101' });
    expect(JSON.stringify(messages)).toContain('code = RNCP101');
  });

  test.each([
    ['what it needs', {}, 'benchmark needs code, which is not given'],
    ['what it does not ask', { code: 'RNCP101', cod: '1' }, 'benchmark has no argument "cod"'],
    ['a code that is none', { code: 'nope' }, 'nope'],
    ['a code of no list', { code: 'RNCP101', indicator: 'X' }, 'GLOBAL_6_MONTHS'],
  ])('is refused by %s', async (_, given, text) => {
    await expect(get('benchmark', given as Record<string, string>)).rejects.toThrow(text);
  });
});

describe('a code is completed', () => {
  const complete = async (name: string, argument: string, value: string) => {
    const ref = { type: 'ref/prompt', name } as const;
    const { completion } = await agent.client.complete({
      ref,
      argument: { name: argument, value },
    });
    return completion.values;
  };

  test.each(['RNCP10', 'rncp10', 'rncp 10', '10', ' RNCP-10'])('from %j', async (value) => {
    const found = await complete('benchmark', 'code', value);
    expect(found).toContain('RNCP101');
    expect(found.every((each) => /^(?:RNCP|RS)10/.test(each))).toBe(true);
  });

  test('as the last of several', async () => {
    const found = await complete('compare_certifications', 'codes', 'RNCP101, RNCP11');
    expect(found).toContain('RNCP101, RNCP111');
    expect(found.every((each) => each.startsWith('RNCP101, RNCP11'))).toBe(true);
  });

  test('but not of a resource that there is not', async () => {
    const ref = { type: 'ref/resource', uri: 'debouches://nothing/{code}' } as const;
    const asked = agent.client.complete({ ref, argument: { name: 'code', value: 'R' } });
    await expect(asked).rejects.toThrow('there is no resource "debouches://nothing/{code}"');
  });
});
