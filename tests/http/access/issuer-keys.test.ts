import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';
import { type IssuerServer, openSmallRegister, serveWithIssuer } from './issuer-server.ts';
import {
  bearer,
  NOW,
  type OidcIssuer,
  type SigningKey,
  signed,
  signingKey,
} from './oidc-issuer.ts';

let database: Database;
let issuer: OidcIssuer;
let server: QuestionServer;
let served: IssuerServer;

beforeAll(async () => {
  database = await openSmallRegister();
});
afterAll(() => database?.[Symbol.asyncDispose]());

beforeEach(async () => {
  served = await serveWithIssuer(database);
  ({ issuer, server } = served);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await served[Symbol.asyncDispose]();
});

const DISCOVERY = '/realms/x/.well-known/openid-configuration';
const KEYS = '/realms/x/keys';

const ask = (token: string) => server.ask({ query: '{ viewer { role } }' }, bearer(token));

const operator = (key: SigningKey) =>
  signed(key, {
    ...{ iss: issuer.url, aud: 'debouches', sub: 'me', exp: NOW + 600 },
    debouches_role: 'operator',
  });

/** Lines of the log about what went wrong. */
const errors = () => server.lines.filter(({ level }) => Number(level) >= 50);

/** Has the clocks that wait for the issuer go on by so many milliseconds. */
function later(milliseconds: number): void {
  const [now, since] = [Date.now.bind(Date), performance.now.bind(performance)];
  vi.spyOn(Date, 'now').mockImplementation(() => now() + milliseconds);
  vi.spyOn(performance, 'now').mockImplementation(() => since() + milliseconds);
}

describe('the keys of an issuer', () => {
  test('are fetched with the first token, and once for all who come together', async () => {
    expect(issuer.asked).toEqual([]);
    await server.ask({ query: '{ viewer { role } }' });
    expect(issuer.asked).toEqual([]);
    const token = await issuer.token();
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(token)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    await ask(token);
    expect(issuer.asked).toEqual([DISCOVERY, KEYS]);
  });

  test('may be at an address that is set', async () => {
    const jwksUrl = `${issuer.url}/keys`;
    await using direct = await serveQuestions(database, schema, {
      oidc: { ...issuer.settings, jwksUrl },
    });
    const response = await direct.ask({ query: '{ __typename }' }, bearer(await issuer.token()));
    expect(response.status).toBe(200);
    expect(issuer.asked).toEqual([KEYS]);
  });

  test('change: a new one is fetched when a token comes that it signed', async () => {
    const [first] = issuer.keys as readonly [SigningKey];
    const next = await signingKey('next', 'ES256');
    expect((await ask(await operator(first))).status).toBe(200);
    issuer.keys = [next, first];
    // Not for each token with an unknown key, which anybody may send.
    for (let sent = 0; sent < 5; sent++) expect((await ask(await operator(next))).status).toBe(401);
    expect(issuer.asked).toEqual([DISCOVERY, KEYS]);
    later(31_000);
    expect((await ask(await operator(next))).status).toBe(200);
    expect((await ask(await operator(first))).status).toBe(200);
    expect(issuer.asked).toEqual([DISCOVERY, KEYS, KEYS]);
  });

  test('that are withdrawn open nothing any longer, ten minutes later at the latest', async () => {
    const [first] = issuer.keys as readonly [SigningKey];
    const token = await operator(first);
    expect((await ask(token)).status).toBe(200);
    issuer.keys = [await signingKey('next')];
    later(601_000);
    expect((await ask(token)).status).toBe(401);
  });
});

describe('while the keys of an issuer cannot be fetched', () => {
  const outages: readonly (readonly [string, OidcIssuer['answer']])[] = [
    ['it fails', (response) => response.writeHead(500).end()],
    ['it breaks off', (response) => response.destroy()],
    ['it answers what is no JSON', (response) => response.end('<html>')],
    ['it answers what is no object', (response) => response.end('null')],
    [
      'its discovery is of another issuer',
      (response) =>
        response.end('{"issuer":"https://other.example","jwks_uri":"https://other.example/k"}'),
    ],
    [
      'its discovery leads to http elsewhere',
      (response) =>
        response.end(JSON.stringify({ issuer: issuer.url, jwks_uri: 'http://192.0.2.1/k' })),
    ],
    [
      'its keys are elsewhere by a redirect',
      (response) => response.writeHead(302, { location: 'https://other.example/keys' }).end(),
    ],
    [
      'its keys are none',
      (response, path) =>
        response.end(
          JSON.stringify(
            path === KEYS
              ? { keys: 'none' }
              : { issuer: issuer.url, jwks_uri: `${issuer.url}/keys` },
          ),
        ),
    ],
  ];
  test.each(outages)(
    'for %s, nobody is let in by a token: 503, logged once',
    async (_what, answer) => {
      issuer.answer = answer;
      const token = await issuer.token({ debouches_role: 'operator' });
      for (let sent = 0; sent < 3; sent++) {
        const response = await ask(token);
        expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
        expect(await response.json()).toMatchObject({
          errors: [{ extensions: { code: 'ISSUER_UNAVAILABLE' } }],
        });
      }
      expect(errors()).toMatchObject([
        { issuer: issuer.url, msg: 'the keys of the issuer of tokens cannot be fetched' },
      ]);
      expect(JSON.stringify(server.lines)).not.toContain(token.split('.')[1]);
      // Who gives no token is answered.
      expect((await server.ask({ query: '{ viewer { role } }' })).status).toBe(200);
      // Asked again in some seconds.
      const asked = issuer.asked.length;
      issuer.answer = null;
      expect((await ask(token)).status).toBe(503);
      expect(issuer.asked).toHaveLength(asked);
      later(5_001);
      expect((await ask(token)).status).toBe(200);
    },
  );

  test('for it is silent, the token waits some seconds, and nobody else does', async () => {
    issuer.answer = () => {};
    const token = await issuer.token({ debouches_role: 'operator' });
    const begun = performance.now();
    const waiting = [ask(token), ask(token)];
    while (issuer.asked.length === 0) await setTimeout(5);
    const others = await Promise.all([
      server.ask({ query: '{ viewer { role } }' }),
      fetch(`${server.url}/reports/cohorts.csv?limit=1`),
    ]);
    expect(others.map(({ status }) => status)).toEqual([200, 200]);
    expect(performance.now() - begun).toBeLessThan(2_500);
    const answers = await Promise.all(waiting);
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    expect(issuer.asked).toEqual([DISCOVERY]);
    expect(errors()).toHaveLength(1);
    // The next one does not wait.
    const again = performance.now();
    expect((await ask(token)).status).toBe(503);
    expect(performance.now() - again).toBeLessThan(1_000);
  }, 20_000);

  test('for it is silent about its keys alone, likewise', async () => {
    issuer.answer = (response, path) => {
      if (path === KEYS) return;
      response.end(JSON.stringify({ issuer: issuer.url, jwks_uri: `${issuer.url}/keys` }));
    };
    expect((await ask(await issuer.token())).status).toBe(503);
    expect(issuer.asked).toEqual([DISCOVERY, KEYS]);
  }, 20_000);

  test('tokens of keys that are known go on', async () => {
    const [first] = issuer.keys as readonly [SigningKey];
    expect((await ask(await operator(first))).status).toBe(200);
    issuer.answer = (response) => response.writeHead(500).end();
    later(31_000);
    expect((await ask(await operator(await signingKey('unknown')))).status).toBe(503);
    expect((await ask(await operator(first))).status).toBe(200);
  });
});
