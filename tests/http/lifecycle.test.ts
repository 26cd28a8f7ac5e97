import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { answered } from '../support/answered.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishSmallRegister, type QuestionServer, serveQuestions } from './question-server.ts';

let database: Database;
let server: QuestionServer;

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishSmallRegister(database);
  server = await serveQuestions(database);
});

beforeEach(() => {
  server.lines.length = 0;
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

describe('the number of a request', () => {
  test('is the one that the caller gave', async () => {
    const response = await server.ask({ query: '{ today }' }, { 'x-request-id': 'proxy-1:7' });
    expect(response.headers.get('x-request-id')).toBe('proxy-1:7');
    expect(server.lines).toMatchObject([{ requestId: 'proxy-1:7' }]);
  });

  test.each(['a b', '<script>', 'é', 'x'.repeat(129)])(
    'is a new one when the caller gave %j, unfit for a log',
    async (given) => {
      const response = await server.ask({ query: '{ today }' }, { 'x-request-id': given });
      expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-/);
    },
  );

  test('differs from request to request', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const response = await fetch(`${server.url}/health/live`);
        return response.headers.get('x-request-id');
      }),
    );
    expect(new Set(ids).size).toBe(20);
  });
});

describe('the log', () => {
  test('has one line for a request, with the name of the operation and not its text', async () => {
    const query = 'query Ask($number: Int!) { positive(number: $number) }';
    await server.ask({ query, variables: { number: 4242 } });
    expect(server.lines).toEqual([
      expect.objectContaining({
        msg: 'request',
        level: 30,
        method: 'POST',
        path: '/graphql',
        operation: 'Ask',
        status: 200,
        ms: expect.any(Number),
        requestId: expect.any(String),
      }),
    ]);
    expect(JSON.stringify(server.lines)).not.toMatch(/positive|4242/);
  });

  test('has the codes of errors, and not the query of a GET', async () => {
    const query = 'query Bad { positive(number: -1) nothing: positive(number: -2) }';
    await fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`);
    expect(server.lines).toMatchObject([
      { method: 'GET', path: '/graphql', operation: 'Bad', codes: ['BAD_USER_INPUT'] },
    ]);
    expect(JSON.stringify(server.lines)).not.toContain('positive');
  });

  test('has refused requests and pages too, and health checks at level debug', async () => {
    await fetch(`${server.url}/nowhere`);
    await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } });
    await fetch(`${server.url}/health/live`);
    expect(server.lines).toMatchObject([
      { path: '/nowhere', status: 404, level: 30 },
      { path: '/graphql', status: 200, level: 30 },
      { path: '/health/live', status: 200, level: 20 },
    ]);
  });
});

test('the time of a request is counted for pages too', async () => {
  const fresh = await serveQuestions(database);
  // The first view of GraphiQL puts the page together, which takes a while.
  await fetch(`${fresh.url}/graphql`, { headers: { accept: 'text/html' } });
  await fresh[Symbol.asyncDispose]();
  expect(fresh.lines).toMatchObject([{ path: '/graphql', ms: expect.any(Number) }]);
  expect(fresh.lines[0]?.['ms']).toBeGreaterThan(5);
});

describe('headers', () => {
  const requests: [string, () => Promise<Response>][] = [
    ['an answer', () => server.ask({ query: '{ today }' }, { origin: 'https://bi.example' })],
    ['a fault', () => server.ask({ query: '{ fault }' }, { origin: 'https://bi.example' })],
    ['a refusal', () => fetch(`${server.url}/nowhere`)],
    ['a check', () => fetch(`${server.url}/health/ready`)],
    ['GraphiQL', () => fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } })],
  ];
  test.each(requests)(
    'of %s let any site read it, without cookies, and no page frame it',
    async (_, send) => {
      const { headers } = await send();
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-expose-headers')).toContain('x-request-id');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-request-id')).toBeTruthy();
    },
  );

  test('of a preflight allow GET and POST with a content type', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://bi.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(response.headers.get('access-control-allow-headers')).toContain('content-type');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });
});

test('a running question ends with its answer when the server stops', async () => {
  const stopping = await serveQuestions(database);
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { promise: slow, resolve: onSlow } = Promise.withResolvers<void>();
  Object.assign(stopping.levers, { gate, onSlow });
  const answer = stopping.ask({ query: '{ slow publication }' });
  await slow;
  const stopped = stopping[Symbol.asyncDispose]();
  open();
  expect(await (await answer).json()).toEqual(answered({ slow: 1, publication: 1 }));
  await stopped;
});
