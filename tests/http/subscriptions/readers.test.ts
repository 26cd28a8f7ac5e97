import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../../../src/graphql/schema.ts';
import type { RestrictedRead } from '../../../src/http/access/restricted-reads.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { bearer, NOW, type OidcIssuer, openIssuer } from '../access/oidc-issuer.ts';
import { markOf, restrictField } from '../access/reader-schema.ts';
import { publishSmallRegister, type Settings, serveQuestions } from '../question-server.ts';
import { type Subscription, subscribe } from './event-client.ts';

let issuer: OidcIssuer;

beforeAll(async () => {
  restrictField('Publication', 'withdrawnBecause', (_value, access) => markOf(access, 'RNCP1'));
  issuer = await openIssuer();
});
afterAll(() => issuer?.[Symbol.asyncDispose]());

async function serve(settings: Settings = {}) {
  const database = await openMigratedPglite();
  await publishSmallRegister(database);
  const server = await serveQuestions(database, schema, { oidc: issuer.settings, ...settings });
  return {
    ...{ server, publish: (seed: number) => publishSmallRegister(database, seed) },
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

const MARKED = { query: 'subscription { publicationPublished { number withdrawnBecause } }' };

/** What the next event says of its reader; null at the end. */
async function markIn(subscription: Subscription): Promise<string | null> {
  const event = await subscription.next();
  if (event?.event !== 'next') return null;
  const { data } = event.data as {
    data: { publicationPublished: { withdrawnBecause: string } };
  };
  return data.publicationPublished.withdrawnBecause;
}

test('each event is for the reader who opened the subscription, and is logged of them', async () => {
  const reads: RestrictedRead[] = [];
  await using own = await serve({
    apiKeys: [
      {
        name: 'alpha',
        sha256: createHash('sha256').update('secret').digest('hex'),
        reader: { role: 'BODY', siren: '552100554', name: 'alpha' },
      },
    ],
    onRestrictedRead: (read) => void reads.push(read),
  });
  const token = await issuer.token({ sub: 'marie', debouches_role: 'examiner' });
  await using everybody = await subscribe(own.server, MARKED);
  await using body = await subscribe(own.server, MARKED, { 'x-api-key': 'secret' });
  await using examiner = await subscribe(own.server, MARKED, bearer(token));
  for (const seed of [2, 3]) {
    reads.length = 0;
    await own.publish(seed);
    expect(await markIn(everybody)).toBe('');
    expect(await markIn(body)).toBe(' for BODY alpha');
    expect(await markIn(examiner)).toBe(' for EXAMINER marie');
    expect(reads.map(({ reader }) => reader.role).toSorted()).toEqual(['BODY', 'EXAMINER']);
  }
});

test('a subscription ends when the token that opened it expires', async () => {
  await using short = await serve();
  const [soon, later] = await Promise.all(
    [1, 600].map(async (seconds) =>
      subscribe(short.server, MARKED, bearer(await issuer.token({ exp: NOW + seconds }))),
    ),
  );
  if (!soon || !later) throw new Error('two are open');
  const begun = performance.now();
  expect(await soon.next()).toEqual({ event: 'complete', data: null });
  expect(await soon.next()).toBeNull();
  expect(performance.now() - begun).toBeLessThan(5_000);
  await short.publish(2);
  expect(await markIn(later)).toBe('');
  await later.leave();
  const metrics = async () => (await fetch(`${short.server.url}/metrics`)).text();
  while (!(await metrics()).includes('debouches_subscriptions 0\n')) await setTimeout(10);
});

test('an event that comes once the token has expired is told to nobody', async () => {
  let now = NOW * 1000;
  await using late = await serve({ clock: () => new Date(now) });
  await using subscription = await subscribe(
    ...([late.server, MARKED, bearer(await issuer.token({ exp: NOW + 600 }))] as const),
  );
  await using keyless = await subscribe(late.server, MARKED);
  // By the clock of the server, whatever its timers do.
  now = (NOW + 600) * 1000;
  await late.publish(2);
  expect(await markIn(keyless)).toBe('');
  expect(await subscription.next()).toEqual({ event: 'complete', data: null });
});

test('a token that has expired opens none', async () => {
  await using none = await serve();
  const token = await issuer.token({ exp: NOW - 60 });
  await using refused = await subscribe(none.server, MARKED, bearer(token));
  expect(refused.response.status).toBe(401);
});
