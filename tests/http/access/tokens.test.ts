import { createHash, createHmac } from 'node:crypto';
import { exportSPKI } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';
import { type IssuerServer, openSmallRegister, serveWithIssuer } from './issuer-server.ts';
import {
  bearer,
  NOW,
  type OidcIssuer,
  openIssuer,
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
  served = await serveWithIssuer(database);
  ({ issuer, server } = served);
});

beforeEach(() => {
  server.lines.length = 0;
});

afterAll(async () => {
  await served?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const sha256 = (key: string) => createHash('sha256').update(key).digest('hex');

const VIEWER = { query: '{ viewer { role name siren } }' };

/** Who asks with a token, as the server sees it. */
async function viewer(token: string, to = server): Promise<unknown> {
  const response = await to.ask(VIEWER, bearer(token));
  const { data } = (await response.json()) as { data: { viewer: unknown } };
  return data.viewer;
}

/** Status and message of what is refused. */
async function refusal(token: string, to = server) {
  const response = await to.ask(VIEWER, bearer(token));
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: { code: string } }[];
  };
  const [{ message = '', extensions = { code: '' } } = {}] = errors ?? [];
  return { status: response.status, code: extensions.code, message, headers: response.headers };
}

describe('a token', () => {
  test.each([
    ['no role', {}, { role: 'PUBLIC', name: null, siren: null }],
    ['a role that is null', { debouches_role: null }, { role: 'PUBLIC', name: null, siren: null }],
    [
      'the role operator, and a SIREN that means nothing then',
      { debouches_role: 'operator', siren: '552100554' },
      { role: 'OPERATOR', name: 'somebody', siren: null },
    ],
    [
      'the role examiner',
      { debouches_role: 'examiner', sub: 'auth0|Zoé Ünal' },
      { role: 'EXAMINER', name: 'auth0|Zoé Ünal', siren: null },
    ],
    [
      'the role body with its SIREN',
      { debouches_role: 'body', siren: '552100554' },
      { role: 'BODY', name: 'somebody', siren: '552100554' },
    ],
  ])('with %s is of its subject', async (_what, claims, expected) => {
    expect(await viewer(await issuer.token(claims))).toEqual(expected);
  });

  test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('signed by %s is read', async (alg) => {
    await using other = await openIssuer();
    other.keys = [await signingKey('only', alg)];
    await using serves = await serveQuestions(database, schema, { oidc: other.settings });
    const token = await other.token({ debouches_role: 'operator' });
    expect(await viewer(token, serves)).toMatchObject({ role: 'OPERATOR' });
  });

  test('names its subject in the log, and neither it nor its claims stand there', async () => {
    const token = await issuer.token({ sub: 'marie@example.org', secret_claim: 'c0nfidential' });
    expect((await server.ask({ query: '{ __typename }' }, bearer(token))).status).toBe(200);
    await issuer.token({ sub: 'x'.repeat(200) }).then((long) => server.ask(VIEWER, bearer(long)));
    await issuer.token({ sub: 'a\u202eb c' }).then((odd) => server.ask(VIEWER, bearer(odd)));
    expect(server.lines.map(({ caller }) => caller)).toEqual([
      'marie@example.org',
      expect.stringMatching(/^x{55}~[0-9a-f]{8}$/),
      expect.stringMatching(/^a_b_c~[0-9a-f]{8}$/),
    ]);
    const log = JSON.stringify(server.lines);
    for (const part of [...token.split('.'), 'c0nfidential']) expect(log).not.toContain(part);
  });

  test('lets its owner ask anything where others may ask persisted operations alone', async () => {
    await using closed = await serveQuestions(database, schema, {
      ...{ oidc: issuer.settings, persistedOperationsOnly: true },
    });
    const query = '{ dataStatus { demonstration } }';
    expect((await closed.ask({ query })).status).toBe(403);
    expect((await closed.ask({ query }, bearer(await issuer.token()))).status).toBe(200);
  });

  test('counts as a client of its own', async () => {
    await using thrifty = await serveQuestions(database, schema, {
      ...{ oidc: issuer.settings, allowance: { burst: 200, perSecond: 0.001 } },
    });
    const [one, other] = [await issuer.token({ sub: 'one' }), await issuer.token({ sub: 'two' })];
    const ask = async (token: string) =>
      (await thrifty.ask({ query: '{ dataStatus { demonstration } }' }, bearer(token))).status;
    // The first operation of a process takes longer than a client has at once.
    await ask(await issuer.token({ sub: 'zero' }));
    expect(await ask(one)).toBe(200);
    for (let left = 20_000; left > 0 && (await ask(one)) !== 429; left--);
    expect(await ask(one)).toBe(429);
    expect(await ask(other)).toBe(200);
  });
});

describe('a token is refused', () => {
  const unsecured = (header: object, claims: object, signature = '') =>
    [
      ...[header, claims].map((each) => Buffer.from(JSON.stringify(each)).toString('base64url')),
      signature,
    ].join('.');
  const good = () => ({
    ...{ iss: issuer.url, aud: 'debouches', sub: 'somebody', exp: NOW + 600 },
    debouches_role: 'operator',
  });

  const cases: readonly (readonly [string, () => Promise<string> | string, RegExp])[] = [
    ['that has expired', () => issuer.token({ exp: NOW - 6 }), /has expired: get a new one/],
    ['without an expiry', () => issuer.token({ exp: undefined }), /with an expiry \(exp\)/],
    ['of tomorrow', () => issuer.token({ nbf: NOW + 60 }), /cannot be verified/],
    ['for another audience', () => issuer.token({ aud: 'others' }), /another audience \(aud\)/],
    ['without an audience', () => issuer.token({ aud: undefined }), /another audience \(aud\)/],
    ['of another issuer', () => issuer.token({ iss: `${issuer.url}/` }), /another issuer \(iss\)/],
    ['without an issuer', () => issuer.token({ iss: undefined }), /another issuer \(iss\)/],
    ['without a subject', () => issuer.token({ sub: undefined }), /names nobody/],
    ['with an empty subject', () => issuer.token({ sub: '' }), /names nobody/],
    ['with a subject that breaks lines', () => issuer.token({ sub: 'a\nb' }), /names nobody/],
    ['with an unknown role', () => issuer.token({ debouches_role: 'admin' }), /role .* not known/],
    ['with several roles', () => issuer.token({ debouches_role: ['body'] }), /role .* not known/],
    [
      'of a body without a SIREN',
      () => issuer.token({ debouches_role: 'body' }),
      /its SIREN: nine/,
    ],
    [
      'of a body whose SIREN has a wrong check digit',
      () => issuer.token({ debouches_role: 'body', siren: '552100555' }),
      /its SIREN: nine/,
    ],
    [
      'of a body whose SIREN is a number',
      () => issuer.token({ debouches_role: 'body', siren: 552100554 }),
      /its SIREN: nine/,
    ],
    ['that nobody signed (none)', () => unsecured({ alg: 'none' }, good()), /cannot be verified/],
    [
      'signed with the public key as a secret',
      async () => {
        const [{ publicKey, kid }] = issuer.keys as readonly [SigningKey];
        const text = unsecured({ alg: 'HS256', kid }, good()).slice(0, -1);
        const hmac = createHmac('sha256', await exportSPKI(publicKey)).update(text);
        return `${text}.${hmac.digest('base64url')}`;
      },
      /cannot be verified/,
    ],
    [
      'signed by another key under the same name',
      async () => signed(await signingKey('first'), good()),
      /cannot be verified/,
    ],
    [
      'whose claims were changed after it was signed',
      async () => {
        const [header, , signature] = (await issuer.token()).split('.');
        return [header, Buffer.from(JSON.stringify(good())).toString('base64url'), signature].join(
          '.',
        );
      },
      /cannot be verified/,
    ],
    [
      'of an unknown key',
      async () => signed(await signingKey('unknown'), good()),
      /cannot be verified/,
    ],
    ['that is none', () => 'a.b.c', /cannot be verified/],
    ['that is no token', () => 'opaque', /^the key that was given is not one of this server$/],
  ];
  test.each(cases)('%s', async (_what, make, message) => {
    const token = await make();
    const refused = await refusal(token);
    expect(refused).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(refused.message).toMatch(message);
    // Without keys no browser asks for a password.
    expect(refused.headers.get('www-authenticate')).toBe(
      'Bearer realm="debouches", error="invalid_token"',
    );
    expect(refused.headers.get('cache-control')).toBe('no-store');
    const told = JSON.stringify([refused.message, server.lines]);
    for (const part of token.split('.').filter(({ length }) => length > 3)) {
      expect(told).not.toContain(part);
    }
  });

  test('some seconds after it has expired, for clocks differ', async () => {
    expect(await viewer(await issuer.token({ exp: NOW - 4 }))).toMatchObject({ role: 'PUBLIC' });
    expect((await refusal(await issuer.token({ exp: NOW - 5 }))).status).toBe(401);
  });

  test('by every door, in its form and language', async () => {
    const headers = bearer(await issuer.token({ exp: NOW - 60 }));
    const report = await fetch(`${server.url}/reports/cohorts.csv`, { headers });
    expect([report.status, await report.json()]).toEqual([
      401,
      expect.objectContaining({ code: 'UNAUTHENTICATED', status: 401 }),
    ]);
    const page = await fetch(`${server.url}/`, {
      headers: { ...headers, accept: 'text/html', 'accept-language': 'fr' },
    });
    expect(page.status).toBe(401);
    expect(await page.text()).toContain('le jeton donné a expiré');
  });
});

describe('where there are tokens', () => {
  test('keys go on, those that look like a token too', async () => {
    await using both = await serveQuestions(database, schema, {
      oidc: issuer.settings,
      apiKeys: [
        {
          name: 'dotted',
          sha256: sha256('my.own.key'),
          reader: { role: 'EXAMINER', name: 'dotted' },
        },
        { name: 'other', sha256: sha256('another') },
      ],
    });
    expect(await viewer('my.own.key', both)).toMatchObject({ role: 'EXAMINER', name: 'dotted' });
    const byToken = await issuer.token({ debouches_role: 'operator' });
    expect(await viewer(byToken, both)).toMatchObject({ role: 'OPERATOR' });
    expect((await refusal('not.my.key', both)).status).toBe(401);
  });

  test('who gives none is answered, and what is no bearer is not looked at', async () => {
    for (const headers of [{}, { 'x-api-key': 'x' }, { authorization: `Basic ${btoa('a:b')}` }]) {
      const response = await server.ask(VIEWER, headers);
      expect(await response.json()).toMatchObject({ data: { viewer: { role: 'PUBLIC' } } });
    }
  });
});

test('where no issuer is set a gateway may have its own tokens', async () => {
  await using open = await serveQuestions(database, schema);
  const token = await issuer.token({ debouches_role: 'operator' });
  expect(await viewer(token, open)).toMatchObject({ role: 'PUBLIC' });
});
