import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Session } from '../../../src/db/database.ts';
import { prunePublications } from '../../../src/db/load/prune.ts';
import { withdrawPublication } from '../../../src/db/load/withdraw.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { describeEachEngine } from '../../support/database.ts';
import {
  publishSmallRegister,
  type QuestionServer,
  type Settings,
  serveQuestions,
  untilAnswer,
} from '../question-server.ts';
import { subscribe } from './event-client.ts';

const published = (number: number) => ({
  event: 'next',
  data: {
    data: { publicationPublished: { number, current: true } },
    extensions: { cost: expect.objectContaining({ milliseconds: expect.any(Number) }) },
  },
});

/** A sample of the metrics. */
async function metric({ url }: QuestionServer, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1]);
}

describeEachEngine('a subscription to publications on', (openDatabase) => {
  /** A server over a database with one publication. */
  async function serve(settings: Settings = {}) {
    const database = await openDatabase();
    await publishSmallRegister(database);
    return { database, server: await serveQuestions(database, schema, settings) };
  }

  /** Waits until the server knows of so many publications, up to 3, that they cannot be read. */
  async function untilUnreadable(server: QuestionServer, count: number): Promise<void> {
    const query = '{ publications { nodes { number state } } }';
    for (let left = 500; left > 0; left--) {
      const { data } = (await (await server.ask({ query })).json()) as {
        data: { publications: { nodes: { number: number; state: string }[] } };
      };
      const { nodes } = data.publications;
      const unreadable = nodes.filter(({ state }) => state !== 'PUBLISHED');
      if (nodes[0]?.number === 3 && unreadable.length === count) return;
      await setTimeout(10);
    }
    throw new Error(`the server does not know that ${count} cannot be read`);
  }

  async function numberServed(server: QuestionServer): Promise<unknown> {
    const answer = await server.ask({ query: '{ dataStatus { publication { number } } }' });
    return ((await answer.json()) as { data: { dataStatus: { publication: { number: number } } } })
      .data.dataStatus.publication.number;
  }

  test('tells what an import publishes, once it is served', async () => {
    const { database, server } = await serve();
    await using subscription = await subscribe(server);
    const { status, headers } = subscription.response;
    expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    expect(headers.get('cache-control')).toBe('no-store');
    // More than twice, so that it is answered by what was compiled.
    for (const number of [2, 3, 4]) {
      await publishSmallRegister(database, number);
      expect(await subscription.next()).toEqual(published(number));
      expect(await numberServed(server)).toBe(number);
    }
    expect(await metric(server, 'debouches_subscription_events_total')).toBe(3);
    // Nothing of an earlier publication is held for it.
    expect(await metric(server, 'debouches_snapshots')).toBe(1);
    await server[Symbol.asyncDispose]();
  });

  test('tells nothing of what is withdrawn or let go beside it, and tells of going back', async () => {
    const { database, server } = await serve();
    for (const number of [2, 3]) await publishSmallRegister(database, number);
    await untilUnreadable(server, 0);
    await using subscription = await subscribe(server);
    await subscription.quiet(1);
    const retire = async (act: (session: Session) => Promise<unknown>) => {
      await using session = await database.session();
      await act(session);
    };
    await retire((session) => withdrawPublication(session, 'a wrong column', 2));
    await untilUnreadable(server, 1);
    await retire((session) => prunePublications(session, [1]));
    await untilUnreadable(server, 2);
    await publishSmallRegister(database, 4);
    expect(await subscription.next()).toEqual(published(4));
    await retire((session) => withdrawPublication(session, 'another wrong column'));
    expect(await subscription.next()).toEqual(published(3));
    // A number is given once.
    await publishSmallRegister(database, 4);
    expect(await subscription.next()).toEqual(published(5));
    expect(await metric(server, 'debouches_subscription_events_total')).toBe(3);
    await subscription.leave();
    await server[Symbol.asyncDispose]();
  });

  test('is free for another once its client has left, which is no failure', async () => {
    const { server } = await serve({ maxSubscriptions: 1 });
    const first = await subscribe(server);
    await first.quiet(1);
    expect(await metric(server, 'debouches_subscriptions')).toBe(1);
    await first.leave();
    const line = await server.lineOf('/graphql');
    expect(line).toMatchObject({ status: 200, events: 0 });
    expect(line).not.toHaveProperty('codes');
    expect(await metric(server, 'debouches_subscriptions')).toBe(0);
    await using next = await subscribe(server);
    expect(next.response.status).toBe(200);
    await next.leave();
    await server[Symbol.asyncDispose]();
  });

  test('ends with the server, whole', async () => {
    const { database, server } = await serve({ drainMs: 600_000 });
    await using subscription = await subscribe(server);
    await publishSmallRegister(database, 2);
    expect(await subscription.next()).toEqual(published(2));
    const closed = server[Symbol.asyncDispose]();
    expect(await subscription.next()).toEqual({ event: 'complete', data: null });
    expect(await subscription.next()).toBeNull();
    await closed;
    expect(server.lines.at(-1)).toMatchObject({ status: 200, events: 1 });
  });

  test('that is quiet for longer than answers may take is kept, with comments', async () => {
    const { database, server } = await serve({
      ...{ requestTimeout: 200, receptionMs: 300 },
      ...{ readWindowMs: 300, minReadBytesPerSecond: 1_000_000 },
    });
    await using subscription = await subscribe(server);
    await subscription.quiet(6);
    await publishSmallRegister(database, 2);
    expect(await subscription.next()).toEqual(published(2));
    await subscription.leave();
    await server[Symbol.asyncDispose]();
  });

  test('is one of many, and each is told once', async () => {
    const { database, server } = await serve();
    const many = await Promise.all(Array.from({ length: 20 }, () => subscribe(server)));
    await publishSmallRegister(database, 2);
    for (const each of many) expect(await each.next()).toEqual(published(2));
    for (const each of many) await each.leave();
    await untilAnswer(
      () => fetch(`${server.url}/metrics`),
      () => server.lines.filter(({ events }) => events === 1).length === 20,
    );
    expect(await metric(server, 'debouches_subscriptions')).toBe(0);
    await server[Symbol.asyncDispose]();
  });
});
