import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { describeEachEngine } from '../../support/database.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';
import { askReports, problem, publishLongRegister, serveLongRegister } from './report-server.ts';

/** More than the buffers between two sockets take: who does not read it stops it. */
const LARGE = '/reports/insertion-rates.json?labels=en';

describeEachEngine('reports on', (openDatabase, engine) => {
  let database: Database;
  let server: QuestionServer;
  beforeAll(async () => {
    database = await openDatabase();
    server = await serveLongRegister(database);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const ask = (path: string, headers?: Record<string, string>, method?: string) =>
    askReports(server, path, headers, method);

  /** Begins to read a large report, and stops. */
  const stall = async (url = server.url, path = LARGE) => {
    const { promise, resolve } = Promise.withResolvers<IncomingMessage>();
    const request = get(url + path, resolve).on('error', () => {});
    const response = await promise;
    await once(response, 'data');
    response.pause();
    return { request, response };
  };
  const eventually = async (what: string, holds: () => boolean | Promise<boolean>) => {
    for (let left = 400; !(await holds()); left--) {
      if (left === 0) throw new Error(`it never came about that ${what}`);
      await setTimeout(50);
    }
  };
  const lastOf = (path: string) => server.lines.findLast((line) => line['path'] === path);
  const backends = async (what: string) => {
    await using session = await database.session();
    const { rows } = await sql<{ pid: number }>`
      select ${sql.raw(what)} as pid from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
        and state <> 'idle'`.execute(session.db);
    return rows.length;
  };

  test('end when the client goes away: nothing is read any more', async () => {
    const { request } = await stall();
    request.destroy();
    await eventually('the log tells that the client has left', () => {
      const line = lastOf('/reports/insertion-rates.json');
      return line?.['status'] === 499 && Number(line['rows']) < 28_000;
    });
    if (engine === 'postgres') {
      await eventually('no transaction is open', async () => (await backends('pid')) === 0);
    }
    expect((await ask('/cohorts.csv?limit=1')).status).toBe(200);
  });

  test('that break off do not look whole', async () => {
    const path = '/reports/blocks.json';
    const { response } = await stall(server.url, path);
    // The texts of blocks are read as they are sent, from a publication that is then let go.
    await publishLongRegister(database);
    {
      await using session = await database.session();
      await sql`
        update publication set state = 'PRUNED'
        where id not in (select publication_id from current_publication)`.execute(session.db);
    }
    const rest = async () => {
      for await (const _ of response);
    };
    await expect(rest()).rejects.toThrow('aborted');
    await eventually('the log tells why', () =>
      String(lastOf(path)?.['codes']).includes('PUBLICATION_REPLACED'),
    );
    expect((await ask('/cohorts.csv?limit=1')).status).toBe(200);
  });

  test('are sent many at once, each whole, and hold neither place nor connection', async () => {
    await using busy = await serveQuestions(database, schema, { cacheBytes: 0 });
    const stalled = await Promise.all(Array.from({ length: 8 }, () => stall(busy.url)));
    // More than are made at once, and none of them is in the way of others.
    for (let left = 2; left > 0; left--) {
      expect((await fetch(`${busy.url}/reports/cohorts.csv?register=RNCP`)).status).toBe(200);
    }
    await eventually('the readers of eight are waited for', async () => {
      const metrics = await (await fetch(`${busy.url}/metrics`)).text();
      return metrics.includes('debouches_reports{state="sending"} 8');
    });
    // One is in use for a moment when the server looks for a newer publication.
    await eventually('no connection is held', () => {
      const { total, idle } = database.connections() ?? { total: 0, idle: 0 };
      return total === idle;
    });
    const whole = await Promise.all(
      stalled.map(async ({ response }) => {
        let bytes = response.readableLength;
        for await (const chunk of response) bytes += (chunk as Buffer).byteLength;
        return bytes;
      }),
    );
    expect(Math.min(...whole)).toBeGreaterThan(1_000_000);
  });

  test('are too many when no more may be open, and may be asked for again', async () => {
    // What is held open is read slowly: it makes room when it has taken nothing for a second.
    const limits = { maxConcurrentReports: 1, reportQueueLimit: 0, cacheBytes: 0 };
    await using narrow = await serveQuestions(database, schema, limits);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        fetch(`${narrow.url}/reports/insertion-rates.json?limit=5000`, {
          headers: { 'accept-language': 'fr' },
        }),
      ),
    );
    const refused = answers.find(({ status }) => status === 503);
    expect(refused?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refused?.json()).toMatchObject({
      code: 'TOO_MANY_EXPORTS',
      detail: expect.stringContaining('trop de rapports'),
    });
    // What is described needs no turn.
    expect((await fetch(`${narrow.url}/reports/cohorts/schema`)).status).toBe(200);
    for (const answer of answers) if (answer.status === 200) await answer.arrayBuffer();
    expect((await fetch(`${narrow.url}/reports/cohorts.csv?limit=1`)).status).toBe(200);
  });

  test('that take too long are cancelled', async () => {
    await using hasty = await serveQuestions(database, schema, { reportTimeout: 1 });
    // The embedded database lets no timer run before the first rows are there: the answer may have
    // begun, with or without any of its bytes being sent.
    const response = await fetch(hasty.url + LARGE).catch(() => null);
    if (response?.ok) await expect(response.text()).rejects.toThrow();
    else if (response) {
      expect(await problem(response)).toMatchObject({ status: 503, code: 'TIMEOUT' });
    }
    await eventually('the log tells why', () =>
      hasty.lines.some((line) => String(line['codes']).includes('TIMEOUT')),
    );
  });
});
