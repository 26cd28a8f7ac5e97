import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOperations } from '../../src/app.ts';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { createTools } from '../../src/http/tools/tools.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { inFull } from '../support/in-full.ts';
import { QUESTION_REGISTER, SCHOOL_A } from '../support/question-register.ts';

/** Messages that are sent in all, some at the same time. */
const MESSAGES = inFull(1_500, 100_000);
const AT_ONCE = 4;
/** What no answer takes, be the machine busy. */
const HANGS_AFTER_MS = 30_000;

let database: Database;
let server: QuestionServer;
beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(database, QUESTION_REGISTER);
  server = await serveQuestions(database, schema);
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const TOOLS = createTools(schema, await readOperations());

/** Values that an argument may have, right and wrong. */
const VALUES: readonly unknown[] = [
  ...['RNCP101', 'rncp 101', 'RS200', 'RNCP999', SCHOOL_A, 'développeur', 'fr', 'en', '2026-11-24'],
  ...['', ' ', '\u0000', '\ud800', '%27', "'; drop table x", 'x'.repeat(5_000), 'NaN', '__proto__'],
  ...[0, -1, 1, 3, 100, 101, 2 ** 31, 2 ** 53, -0, 1.5, 1e308, true, false, null, [], {}],
  ...[
    ['RNCP101', 'RNCP111'],
    ['LEVEL'],
    ['YEAR', 'YEAR'],
    [[[[]]]],
    { from: 2023 },
    { from: null },
  ],
  ...[{ levels: [6] }, { certification: { levels: [6] } }, { and: [{}] }, { constructor: 1 }],
  ...[{ toString: 1 }, { toString: null, valueOf: 'x' }, [{ toString: 1 }], { toJSON: 1 }],
  ...['GLOBAL_6_MONTHS', 'LEVEL', 'RNCP', 'CgAAAA', { a: { b: { c: { d: {} } } } }],
];

const METHODS = [
  ...['tools/call', 'tools/call', 'tools/call', 'tools/list', 'prompts/list', 'prompts/get'],
  ...['resources/list', 'resources/read', 'resources/templates/list', 'completion/complete'],
  ...['initialize', 'ping', 'server/discover', 'subscriptions/listen', 'logging/setLevel', 'tools'],
  ...[
    'notifications/initialized',
    'notifications/cancelled',
    'resources/subscribe',
    '',
    'toString',
  ],
];

const VERSIONS = [
  ...[undefined, undefined, '2025-11-25', '2025-06-18', '2026-07-28', '2026-07-28', '1', ''],
];

/** Numbers from 0 up to 1, of a seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

interface Sent {
  readonly headers: Record<string, string>;
  readonly body: string;
}

class MessageMaker {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = randomOf(seed);
  }

  message(): Sent {
    const version = this.#of(VERSIONS);
    const method = this.#of(METHODS);
    const params = this.#params(method);
    const isModern = version === '2026-07-28' && this.#next() < 0.9;
    const meta = {
      'io.modelcontextprotocol/protocolVersion': version,
      'io.modelcontextprotocol/clientInfo': { name: 'fuzz', version: '1' },
      'io.modelcontextprotocol/clientCapabilities': this.#next() < 0.9 ? {} : this.#of(VALUES),
    };
    const message = {
      jsonrpc: this.#next() < 0.97 ? '2.0' : this.#of(VALUES),
      ...(this.#next() < 0.9 && { id: this.#next() < 0.9 ? 1 : this.#of(VALUES) }),
      method: this.#next() < 0.98 ? method : this.#of(VALUES),
      params: isModern ? { ...(params as object), _meta: meta } : params,
    };
    const called = (params as { name?: unknown } | null)?.name;
    const name = typeof called === 'string' ? called : '';
    const isTold = isModern && this.#next() < 0.95 && /^[\w.-]*$/.test(name);
    const headers = {
      'content-type': this.#next() < 0.97 ? 'application/json' : 'text/plain',
      accept: this.#next() < 0.97 ? 'application/json, text/event-stream' : 'text/html',
      ...(version !== undefined && { 'mcp-protocol-version': version }),
      ...(isTold && { 'mcp-method': method, ...(name !== '' && { 'mcp-name': name }) }),
    };
    return { headers, body: this.#spoiled(JSON.stringify(message)) };
  }

  #params(method: string): unknown {
    if (this.#next() < 0.03) return this.#of(VALUES);
    const tool = this.#of(TOOLS);
    if (method === 'resources/read') {
      return { uri: this.#of(['debouches://schema', 'debouches://certification/RNCP101', 'x', 7]) };
    }
    if (method === 'completion/complete') {
      const ref = this.#of([{ type: 'ref/prompt', name: tool.name }, { type: 'ref/x' }, null]);
      return { ref, argument: { name: 'code', value: this.#of(VALUES) } };
    }
    const names = [...tool.variables.map(({ name }) => name), 'language', 'publication', 'nope'];
    const given = names
      .filter(() => this.#next() < 0.3)
      .map((name) => [name, this.#of(VALUES)] as const);
    const required = tool.variables.filter(({ isRequired }) => isRequired);
    const usual = required.map(({ name }) => [name, 'RNCP101'] as const);
    const args = Object.fromEntries(this.#next() < 0.5 ? [...given, ...usual] : given);
    return {
      name: this.#next() < 0.97 ? tool.name : this.#of(VALUES),
      arguments: this.#next() < 0.97 ? args : this.#of(VALUES),
    };
  }

  #spoiled(body: string): string {
    const choice = this.#next();
    if (choice > 0.06) return body;
    if (choice > 0.05) return `[${body},${body}]`;
    const at = Math.floor(this.#next() * body.length);
    return body.slice(0, at) + body.slice(at + Math.floor(this.#next() * 12));
  }

  #of<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.#next() * items.length)] as Item;
  }
}

/** What is wrong with an answer; null when nothing is. */
function fault({ status }: Response, text: string): string | null {
  if (status === 202) return text === '' ? null : 'what is accepted has a body';
  if (status >= 500) return `it has the status ${status}`;
  let body: { jsonrpc?: unknown; result?: unknown; error?: { code?: unknown; message?: unknown } };
  try {
    body = JSON.parse(text);
  } catch {
    return 'it is no JSON';
  }
  if (body.jsonrpc !== '2.0') return 'it is no JSON-RPC';
  if ((body.result === undefined) === (body.error === undefined)) return 'it is no answer';
  if (body.error) {
    const { code, message } = body.error;
    if (!Number.isInteger(code) || typeof message !== 'string') return 'its error is none';
    if (code === -32_603) return 'it is a fault of the server';
  }
  return text.includes('INTERNAL_SERVER_ERROR') ? 'it is a fault of the server' : null;
}

test(
  'random messages to agents’ door are answered or refused in good order',
  async () => {
    const seen = { answers: 0, toolErrors: 0, errors: 0 };
    let sent = 0;
    const worker = async (seed: number) => {
      const maker = new MessageMaker(seed);
      for (; sent < MESSAGES; sent++) {
        const message = maker.message();
        const response = await fetch(`${server.url}/mcp`, {
          ...{ method: 'POST', ...message, signal: AbortSignal.timeout(HANGS_AFTER_MS) },
        });
        const text = await response.text();
        expect([message, fault(response, text), text]).toEqual([message, null, text]);
        if (text.includes('"isError":true')) seen.toolErrors += 1;
        else if (text.includes('"result":')) seen.answers += 1;
        else seen.errors += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => worker(index + 1)));
    // None is rare: else the messages would be no test of it.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(MESSAGES / 50);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    expect(server.lines.filter(({ level }) => level === 50 || level === 60)).toEqual([]);
  },
  inFull(120_000, 3_600_000),
);
