import { expect, test } from 'vitest';
import { createFairQueue } from '../../src/http/fair-queue.ts';
import { type Payer, Share } from '../../src/http/fair-turns.ts';

const payer = (): Payer => ({ client: new Share(), connection: new Share(), spend: () => {} });

test('the only read of one client comes before the many of another', async () => {
  const { inTurn: readInTurn } = createFairQueue(2);
  const [many, one] = [payer(), payer()];
  const log: string[] = [];
  const read = (by: Payer, name: string) =>
    readInTurn(by, async () => {
      log.push(name);
      await new Promise(setImmediate);
      return name;
    });
  const reads = Array.from({ length: 8 }, (_, place) => read(many, `m${place}`));
  reads.push(read(one, 'one'));
  expect(await Promise.all(reads)).toHaveLength(9);
  expect(log.indexOf('one')).toBe(2);
});

test('a client alone has all connections', async () => {
  const { inTurn: readInTurn } = createFairQueue(3);
  const alone = payer();
  let [running, most] = [0, 0];
  const read = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
  };
  await Promise.all(Array.from({ length: 9 }, () => readInTurn(alone, read)));
  expect(most).toBe(3);
});

test('a read whose request has ended is not begun, and those after it are', async () => {
  const { inTurn: readInTurn } = createFairQueue(1);
  const client = payer();
  const { promise: gate, resolve: open } = Promise.withResolvers<string>();
  const first = readInTurn(client, () => gate);
  const controller = new AbortController();
  const second = readInTurn(client, async () => 'second', controller.signal);
  const third = readInTurn(client, async () => 'third');
  controller.abort(new Error('gone'));
  open('first');
  await expect(second).rejects.toThrow('gone');
  expect(await Promise.all([first, third])).toEqual(['first', 'third']);
  expect(client.client.queued).toBe(0);
});

test('a read that fails gives its place to the next', async () => {
  const { inTurn: readInTurn } = createFairQueue(1);
  const client = payer();
  const failed = readInTurn(client, () => Promise.reject(new Error('lost')));
  const next = readInTurn(client, async () => 'next');
  await expect(failed).rejects.toThrow('lost');
  expect(await next).toBe('next');
});
