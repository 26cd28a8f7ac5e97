import type { Socket } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { describe, expect, test } from 'vitest';
import { createClients, networkOf } from '../../src/http/clients.ts';

function clientsAt(burst: number, perSecond: number) {
  const clock = { ms: 0 };
  const accountOf = createClients({ burst, perSecond }, () => clock.ms);
  const socket = {} as Socket;
  const account = (ip: string, caller: string | null = null, over = socket) =>
    accountOf({ ip, record: { caller }, raw: { socket: over } } as FastifyRequest);
  return { clock, account };
}

describe('what a client may spend', () => {
  test('is refused past its burst, with the seconds until there is enough', () => {
    const { account } = clientsAt(1_000, 100);
    const mine = account('1.2.3.4');
    expect(mine.reserve(600)).toBe(0);
    expect(mine.reserve(600)).toBe(2);
  });

  test('grows with time, and never past the burst', () => {
    const { account, clock } = clientsAt(1_000, 100);
    const mine = account('1.2.3.4');
    mine.reserve(1_000);
    clock.ms = 5_000;
    expect(mine.reserve(500)).toBe(0);
    expect(mine.reserve(1)).toBe(1);
    clock.ms = 1_000_000;
    expect(mine.reserve(1_000)).toBe(0);
    expect(mine.reserve(1)).toBe(1);
  });

  test('is what was really spent once an operation is over', () => {
    const { account } = clientsAt(1_000, 100);
    const mine = account('1.2.3.4');
    mine.reserve(1_000);
    mine.spend(10);
    mine.release(1_000);
    expect(mine.reserve(990)).toBe(0);
    expect(mine.reserve(100)).toBe(1);
  });

  test('is counted for an address over all of its connections, and for no other', () => {
    const { account } = clientsAt(1_000, 100);
    account('1.2.3.4').reserve(1_000);
    expect(account('1.2.3.4', null, {} as Socket).reserve(100)).toBe(1);
    expect(account('1.2.3.5').reserve(100)).toBe(0);
  });

  test('is counted for a key, from whichever address', () => {
    const { account } = clientsAt(1_000, 100);
    account('1.2.3.4', 'tool').reserve(1_000);
    expect(account('9.9.9.9', 'tool').reserve(100)).toBe(1);
    expect(account('1.2.3.4').reserve(100)).toBe(0);
  });

  test('is without a limit when none is set', () => {
    const { account } = clientsAt(1_000, 0);
    const mine = account('1.2.3.4');
    for (let time = 0; time < 10; time++) expect(mine.reserve(1_000)).toBe(0);
  });
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
