import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Fastify from 'fastify';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { ClientClosedRequestError, TimeoutError } from '../../src/domain/errors.ts';
import { handleErrors } from '../../src/http/error-handlers.ts';
import { beginRecord } from '../../src/http/request-record.ts';

/** What is written in the log where a long answer is aborted for this reason. */
async function loggedAfter(reason: Error): Promise<unknown[]> {
  const lines: unknown[] = [];
  const logger = pino({ base: null }, { write: (line: string) => lines.push(JSON.parse(line)) });
  await using app = Fastify();
  app.decorateRequest('record');
  app.addHook('onRequest', (request, _reply, done) => {
    request.record = beginRecord(request.id);
    done();
  });
  handleErrors(app, logger);
  app.get('/', async () => {
    const slow = new Writable({ write: () => {} });
    await pipeline(Readable.from(['a']), slow, { signal: AbortSignal.abort(reason) });
  });
  await app.inject('/');
  return lines;
}

test('a client that leaves while it is sent a file is no fault in the log', async () => {
  expect(await loggedAfter(new ClientClosedRequestError())).toEqual([]);
});

test('what aborts an answer for another reason is one', async () => {
  const words = { en: 'too long', fr: 'trop long' };
  expect(await loggedAfter(new TimeoutError(words))).toMatchObject([{ msg: 'unexpected error' }]);
});
