import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { publishSmallRegister, type Settings, serveQuestions } from '../question-server.ts';
import { EVENTS, open, PUBLISHED, type Subscription, subscribe } from './event-client.ts';

let database: Database;

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishSmallRegister(database);
});
afterAll(() => database?.[Symbol.asyncDispose]());

const serve = (settings: Settings = {}) => serveQuestions(database, schema, settings);

interface Told {
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string };
  }[];
}

/** Status, code and message of what is no subscription, told in JSON or as the one event of a stream. */
async function refusalOf(subscription: Subscription) {
  const { response } = subscription;
  const isStream = response.headers.get('content-type') === 'text/event-stream';
  const told = isStream ? await subscription.next() : null;
  const { errors } = (told ? told.data : await response.json()) as Told;
  if (isStream) {
    expect(told?.event).toBe('next');
    expect(await subscription.next()).toEqual({ event: 'complete', data: null });
    expect(response.headers.get('content-encoding')).toBeNull();
  }
  const [{ message = '', extensions = { code: null } } = {}] = errors ?? [];
  return { status: response.status, code: extensions.code, message };
}

/** What a client accepts that reads errors as JSON. */
const BOTH = { accept: 'application/graphql-response+json, text/event-stream' };

describe('a subscription past the limit', () => {
  test('of all clients is told, in the language of its reader, and when to come again', async () => {
    await using server = await serve({ maxSubscriptions: 1 });
    await using first = await subscribe(server);
    await first.quiet(1);
    await using second = await subscribe(server);
    expect(second.response.headers.get('retry-after')).toBe('5');
    expect(await refusalOf(second)).toEqual({
      ...{ status: 503, code: 'TOO_MANY_SUBSCRIPTIONS' },
      message:
        'as many subscriptions of this server are open as may be, which is 1: end one, or ask again later',
    });
    await using french = await subscribe(server, undefined, { 'accept-language': 'fr' });
    expect((await refusalOf(french)).message).toContain('abonnements ouverts de ce serveur');
    // All else is answered.
    expect((await server.ask({ query: '{ __typename }' })).status).toBe(200);
  });

  test('of one client, a quarter of it, leaves the others theirs', async () => {
    await using server = await serve({ maxSubscriptions: 8, trustedProxies: 1 });
    const from = (address: string) => subscribe(server, undefined, { 'x-forwarded-for': address });
    await using _one = await from('192.0.2.1');
    await using _two = await from('192.0.2.1');
    await using three = await from('192.0.2.1');
    expect(await refusalOf(three)).toMatchObject({
      ...{ status: 503, code: 'TOO_MANY_SUBSCRIPTIONS' },
      message: expect.stringContaining('of this client are open as may be, which is 2:'),
    });
    await using other = await from('192.0.2.2');
    expect(other.response.status).toBe(200);
  });

  test('is none where none may be open', async () => {
    await using server = await serve({ maxSubscriptions: 0 });
    await using none = await subscribe(server);
    expect(await refusalOf(none)).toMatchObject({ code: 'TOO_MANY_SUBSCRIPTIONS' });
  });
});

describe('a subscription that cannot be answered is refused at once:', () => {
  const refused: readonly (readonly [string, object, number, string])[] = [
    ['no GraphQL', { query: 'subscription {' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['no field', { query: 'subscription { published }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'two fields',
      { query: 'subscription { a: publicationPublished { id } b: publicationPublished { id } }' },
      ...([400, 'GRAPHQL_VALIDATION_FAILED'] as const),
    ],
    [
      'a variable that is missing',
      { query: 'subscription ($a: Boolean!) { publicationPublished { id @skip(if: $a) } }' },
      ...([400, 'BAD_USER_INPUT'] as const),
    ],
    [
      'nothing that is left',
      { query: 'subscription { publicationPublished @skip(if: true) { id } }' },
      ...([400, 'BAD_USER_INPUT'] as const),
    ],
    ['too costly', { query: PUBLISHED }, 400, 'QUERY_TOO_COMPLEX'],
  ];
  test.each(refused)('%s', async (name, body, status, code) => {
    await using server = await serve({
      maxSubscriptions: 1,
      ...(name === 'too costly' && { maxCost: 0.001 }),
    });
    for (let round = 0; round < 3; round++) {
      await using json = await subscribe(server, body, BOTH);
      expect(json.response.headers.get('content-type')).toContain('json');
      expect(await refusalOf(json)).toMatchObject({ status, code });
      // EventSource tells its page of no other status.
      await using events = await subscribe(server, body);
      expect(events.response.headers.get('content-type')).toBe('text/event-stream');
      expect(await refusalOf(events)).toMatchObject({ status: 200, code });
    }
    expect(await (await fetch(`${server.url}/metrics`)).text()).toContain(
      'debouches_subscriptions 0\n',
    );
  });

  test('of a client that has used its share', async () => {
    await using server = await serve({ allowance: { burst: 0.001, perSecond: 0.001 } });
    const answers = [await subscribe(server), await subscribe(server)];
    expect(await refusalOf(answers[1] as Subscription)).toMatchObject({
      ...{ status: 429, code: 'TOO_MANY_REQUESTS' },
    });
    for (const each of answers) await each.leave();
  });

  test('without a publication', async () => {
    await using none = await openMigratedPglite();
    await using server = await serveQuestions(none, schema);
    await using subscription = await subscribe(server);
    expect(await refusalOf(subscription)).toMatchObject({ status: 200, code: 'NO_PUBLICATION' });
  });
});

describe('by what a client accepts', () => {
  const QUERY = '{ __typename }';
  test.each([
    ['a subscription, not as JSON', PUBLISHED, 'application/json', 406],
    ['a subscription, not as anything else', PUBLISHED, 'application/graphql-response+json', 406],
    ['a query, not as events', '{ dataStatus { demonstration } }', 'text/event-stream', 406],
    ['a mutation, not at all', 'mutation { __typename }', '*/*', 400],
    ['a page', QUERY, 'text/plain', 406],
  ])('%s', async (_name, query, accept, status) => {
    await using server = await serve();
    for (let round = 0; round < 2; round++) {
      await using answer = await subscribe(server, { query }, { accept });
      expect(await refusalOf(answer)).toMatchObject({ status, code: 'BAD_REQUEST' });
    }
  });

  test.each(['*/*', 'application/json, text/event-stream', 'text/event-stream, multipart/mixed'])(
    'a subscription as events: %s',
    async (accept) => {
      await using server = await serve();
      await using subscription = await subscribe(server, undefined, { accept });
      expect(subscription.response.headers.get('content-type')).toBe('text/event-stream');
      // What was read before is a query, and no stream of events, for the same client.
      const json = await server.ask({ query: QUERY }, { accept: `application/json, ${accept}` });
      expect(await json.json()).toEqual({ data: { __typename: 'Query' } });
    },
  );
});

describe('a persisted subscription', () => {
  const address = async (url: string) => {
    const list = (await (await fetch(`${url}/graphql/documents`)).json()) as readonly {
      readonly name: string;
      readonly documentId: string;
      readonly text: string;
    }[];
    return list.find(({ name }) => name === 'PublicationPublished');
  };

  test('is opened by its id, by POST and by GET, where nothing else may be asked', async () => {
    await using server = await serve({
      persistedOperationsOnly: true,
      apiKeys: [{ name: 'one', sha256: createHash('sha256').update('key').digest('hex') }],
    });
    const { documentId = '', text = '' } = (await address(server.url)) ?? {};
    const path = `${server.url}/graphql?documentId=${documentId}`;
    await using byPost = await subscribe(server, { documentId });
    await using byText = await subscribe(server, { query: text });
    await using byGet = await open(path);
    await using again = await open(`${path}&variables=%7B%7D`);
    for (const { response } of [byPost, byText, byGet, again]) {
      expect([response.status, response.headers.get('content-type')]).toEqual([
        ...[200, 'text/event-stream'],
      ]);
    }
    await using other = await subscribe(server);
    expect(await refusalOf(other)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    await using withKey = await subscribe(server, undefined, { 'x-api-key': 'key' });
    expect(withKey.response.status).toBe(200);
    await using asJson = await open(path, { headers: { accept: 'application/json' } });
    expect(await refusalOf(asJson)).toMatchObject({ status: 406, code: 'BAD_REQUEST' });
  });

  test('and any other is opened from an address, as EventSource does', async () => {
    await using server = await serve();
    await using subscription = await open(
      `${server.url}/graphql?query=${encodeURIComponent(PUBLISHED)}`,
      { headers: { ...EVENTS, origin: 'https://bi.example' } },
    );
    expect(subscription.response.headers.get('access-control-allow-origin')).toBe('*');
    await subscription.quiet(2);
  });
});
