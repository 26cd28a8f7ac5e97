import { isIPv6, type Socket } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { type Payer, Share } from './fair-turns.ts';

/** Clients that are remembered. */
const MOST_CLIENTS = 10_000;

/** What clients may spend. Both are milliseconds of processor. */
export interface Allowance {
  /** At once, after a while without a request. */
  readonly burst: number;
  /** In each second from then on; 0 = without a limit. */
  readonly perSecond: number;
}

/** A client: who has a key, else who sends from an address. */
class Client extends Share {
  /** What is left to it, in milliseconds of processor, and since when, in milliseconds. */
  left: number;
  at: number;

  constructor(left: number, at: number) {
    super();
    this.left = left;
    this.at = at;
  }
}

/** The requests of one client over one connection. */
export interface Account extends Payer {
  /**
   * Takes what an operation is estimated to cost, in milliseconds of processor. Gives the seconds after
   * which there is enough for it where there is not, else 0.
   */
  readonly reserve: (milliseconds: number) => number;
  /** Gives back what was reserved; what was really spent was taken meanwhile. */
  readonly release: (milliseconds: number) => void;
}

/** Finds the account of a request. */
export type AccountOf = (request: FastifyRequest) => Account;

/** Makes what knows clients; those that were away for longest are forgotten first. */
export function createClients(
  { burst, perSecond }: Allowance,
  now: () => number = () => performance.now(),
): AccountOf {
  const clients = new LRUCache<string, Client>({ max: MOST_CLIENTS });
  const connections = new WeakMap<Socket, Map<Client, Account>>();
  const clientOf = (name: string): Client => {
    const known = clients.get(name);
    if (known) return known;
    const made = new Client(burst, now());
    clients.set(name, made);
    return made;
  };
  const refill = (client: Client) => {
    const at = now();
    client.left = Math.min(burst, client.left + ((at - client.at) / 1000) * perSecond);
    client.at = at;
  };
  const open = (client: Client): Account => ({
    client,
    connection: new Share(),
    spend: (milliseconds) => {
      client.left -= milliseconds;
    },
    reserve: (milliseconds) => {
      if (perSecond === 0) return 0;
      refill(client);
      const lacking = Math.min(milliseconds, burst) - client.left;
      if (lacking > 0) return Math.ceil(lacking / perSecond);
      client.left -= milliseconds;
      return 0;
    },
    release: (milliseconds) => {
      if (perSecond > 0) client.left += milliseconds;
    },
  });
  return ({ record, ip, raw }) => {
    const client = clientOf(
      record.caller === null ? `at ${networkOf(ip)}` : `key ${record.caller}`,
    );
    const accounts = connections.get(raw.socket) ?? new Map<Client, Account>();
    connections.set(raw.socket, accounts);
    const known = accounts.get(client);
    if (known) return known;
    const account = open(client);
    // Behind a proxy one connection serves many clients, one after the other.
    if (accounts.size < MOST_OF_A_CONNECTION) accounts.set(client, account);
    return account;
  };
}

/** Of a request whose sender is not known yet. */
export const NOBODY: Account = {
  ...{ client: new Share(), connection: new Share() },
  spend: () => {},
  reserve: () => 0,
  release: () => {},
};

/** Which proxies are believed, as Fastify has it. */
export function proxiesOf(trusted: number | readonly string[] | null) {
  if (trusted === null) return false;
  if (typeof trusted !== 'number') return [...trusted];
  return (_address: string, hop: number) => hop < trusted;
}

const MOST_OF_A_CONNECTION = 100;

/** An address; of one of IPv6 its first half: a household, or a machine, has all of the rest. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const all = tail === undefined ? before : [...before, ...zeros, ...after];
  return `${all
    .slice(0, 4)
    .map((each) => Number.parseInt(each, 16).toString(16))
    .join(':')}::/64`;
}
