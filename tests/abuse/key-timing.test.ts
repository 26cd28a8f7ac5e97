import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { expect, test, vi } from 'vitest';
import { createCallerCheck } from '../../src/http/access/caller-check.ts';

/** The lengths that were compared in constant time, in order. */
const compared = vi.hoisted(() => [] as [number, number][]);
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  return {
    ...crypto,
    timingSafeEqual: (one: Buffer, other: Buffer) => {
      compared.push([one.length, other.length]);
      return crypto.timingSafeEqual(one, other);
    },
  };
});

const KEYS = ['first-key', 'second-key', 'third-key', 'fourth-key', 'last-key'];

const check = createCallerCheck(
  KEYS.map((key) => ({ name: key, sha256: createHash('sha256').update(key).digest('hex') })),
);

test.each([
  ...KEYS,
  ...['wrong', 'f', 'first-kez', 'first-key-', 'FIRST-KEY', 'x'.repeat(100_000), 'é'],
])('the key %.20s is compared with every one, by digests of one length, whichever fits', (key) => {
  compared.length = 0;
  const caller = check({ headers: { 'x-api-key': key }, url: '/' } as unknown as IncomingMessage);
  // A key is never waited for.
  expect(caller).toEqual(KEYS.includes(key) ? { name: key, reader: { role: 'PUBLIC' } } : null);
  // As many comparisons of as many bytes for the first, the last and none of them.
  expect(compared).toEqual(KEYS.map(() => [32, 32]));
});
