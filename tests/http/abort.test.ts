import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { ClientClosedRequestError, TimeoutError } from '../../src/domain/errors.ts';
import { clientSignal, Deadline } from '../../src/http/abort.ts';

/** A response whose connection is closed by hand. */
function response(state: { writableFinished: boolean; destroyed: boolean }) {
  return Object.assign(new EventEmitter(), state) as unknown as ServerResponse & EventEmitter;
}

describe('the signal of a client', () => {
  test('aborts when the connection closes before the answer is whole', () => {
    const closing = response({ writableFinished: false, destroyed: false });
    const signal = clientSignal(closing);
    expect(signal.aborted).toBe(false);
    closing.emit('close');
    expect(signal.reason).toBeInstanceOf(ClientClosedRequestError);
  });

  test('does not abort when it closes after that', () => {
    const closing = response({ writableFinished: true, destroyed: false });
    const signal = clientSignal(closing);
    closing.emit('close');
    expect(signal.aborted).toBe(false);
  });

  test('is aborted from the start when the client has left already', () => {
    expect(clientSignal(response({ writableFinished: false, destroyed: true })).aborted).toBe(true);
  });
});

describe('a deadline', () => {
  const words = {
    what: { en: 'answer', fr: 'la réponse' },
    ask: { en: 'less', fr: 'moins' },
  };

  test('aborts with what took too long, and what to ask instead', async () => {
    using deadline = new Deadline(new AbortController().signal, 10, words);
    await once(deadline.signal, 'abort');
    expect(deadline.signal.reason).toBeInstanceOf(TimeoutError);
    expect(deadline.signal.reason.message).toBe(
      'the answer took longer than 0.01 s and was cancelled: ask for less',
    );
    expect(deadline.signal.reason.text.fr).toBe(
      'la réponse a pris plus de 0.01 s et a été abandonné : demandez moins',
    );
  });

  test('aborts with the client', () => {
    const client = new AbortController();
    using deadline = new Deadline(client.signal, 60_000, words);
    client.abort(new ClientClosedRequestError());
    expect(deadline.signal.reason).toBeInstanceOf(ClientClosedRequestError);
  });
});
