import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { connectMcp, type McpClient } from '../http/mcp/mcp-client.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { faultsOf } from './check.ts';
import { askModel, chatOf } from './live.ts';
import type { Question } from './transcript.ts';

let database: Database;
let server: QuestionServer;
let agent: McpClient;
beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(database, QUESTION_REGISTER);
  server = await serveQuestions(database, schema, {
    clock: () => new Date('2026-11-24T12:00:00Z'),
  });
  agent = await connectMcp(server.url);
});
afterAll(async () => {
  await agent?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const ASKED: Question = {
  question: 'Quel est le taux de RNCP101 ?',
  tool: 'pooled_rates',
  arguments: { code: 'RNCP101' },
  figures: { 'certification.insertion.0.value': 60 },
};

interface Asked {
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly tools: readonly { readonly function: { readonly name: string } }[];
  };
}

/** A chat that first calls a tool, and says what it is told to once it has the answer. */
async function fakeChat(final: string) {
  const asked: Asked[] = [];
  const http = createServer(async (request, response) => {
    const body = (await json(request)) as Asked['body'];
    asked.push({ authorization: request.headers.authorization, body });
    const hasAnswer = body.messages.some(({ role }) => role === 'tool');
    const called = { name: 'pooled_rates', arguments: '{"code":"RNCP101"}' };
    const message = hasAnswer
      ? { role: 'assistant', content: final }
      : {
          ...{ role: 'assistant', content: null },
          tool_calls: [{ id: 'call-1', type: 'function', function: called }],
        };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ choices: [{ message }] }));
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const { port } = http.address() as AddressInfo;
  return {
    asked,
    chat: { url: `http://127.0.0.1:${port}/v1`, key: 'secret', model: 'any' },
    [Symbol.asyncDispose]: async () => void http.close(),
  };
}

test('a model is given the tools, and its calls and its text are checked', async () => {
  await using fake = await fakeChat(
    'Son taux, publié, est de 60 % sur les promotions 2022 à 2024 (base 50).',
  );
  const transcript = await askModel(fake.chat, agent, ASKED.question);
  expect(faultsOf(ASKED, transcript)).toEqual([]);
  const [first, second] = fake.asked;
  expect(first?.authorization).toBe('Bearer secret');
  expect(first?.body.tools.map((each) => each.function.name)).toContain('pooled_rates');
  expect(first?.body.messages.map(({ role }) => role)).toEqual(['system', 'user']);
  expect(second?.body.messages.at(-1)?.content).toContain('"value":60');
});

test('a model that makes a figure up is found out', async () => {
  await using fake = await fakeChat('Son taux est de 63 %.');
  const faults = faultsOf(ASKED, await askModel(fake.chat, agent, ASKED.question));
  expect(faults).toEqual([
    '63 is in no answer',
    'a rate without its status: Son taux est de 63 %.',
    'a rate without its period: Son taux est de 63 %.',
  ]);
});

test('no model is asked unless the environment names one', () => {
  expect(chatOf({})).toBeNull();
  expect(() => chatOf({ QUESTIONS_CHAT_URL: 'http://a/v1' })).toThrow('QUESTIONS_CHAT_MODEL');
  expect(chatOf({ QUESTIONS_CHAT_URL: 'http://a/v1/', QUESTIONS_CHAT_MODEL: 'm' })).toEqual({
    ...{ url: 'http://a/v1', key: '', model: 'm' },
  });
});
