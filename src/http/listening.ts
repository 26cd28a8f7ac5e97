import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Addresses of a host that can be listened on: of `localhost` all that it has, else the host as it is.
 *
 * - Throws Node's own error when there is none, or the port is not free: `EADDRINUSE`, `EACCES`,
 *   `EADDRNOTAVAIL`, `ENOTFOUND`.
 */
export async function checkAddresses(host: string, port: number): Promise<readonly string[]> {
  const usable: string[] = [];
  let missing: unknown;
  for (const address of await addressesOf(host)) {
    try {
      await close(await open(createServer(), address, port));
      usable.push(address);
    } catch (error) {
      // A machine without IPv6 may name it all the same.
      if (!isMissing(error)) throw error;
      missing = error;
    }
  }
  if (usable.length === 0) throw missing;
  return usable;
}

/**
 * Listens on addresses, on one port; gives it. Connections of all of them are those of the one server
 * of the application: bounded, counted and drained together, which Fastify does not do by itself.
 */
export async function listenOn(
  app: FastifyInstance,
  [first, ...others]: readonly string[],
  port: number,
): Promise<number> {
  const doors = others.map(() =>
    // As a server of HTTP has it.
    createServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
      app.server.emit('connection', socket),
    ),
  );
  let closing: readonly Promise<void>[] = [];
  app.addHook('preClose', async () => {
    closing = doors.filter(({ listening }) => listening).map(close);
  });
  app.addHook('onClose', async () => {
    await Promise.all(closing);
  });
  await app.listen({ ...(first !== undefined && { host: first }), port });
  const { port: listening } = app.server.address() as AddressInfo;
  for (const [place, door] of doors.entries()) await open(door, others[place], listening);
  return listening;
}

async function addressesOf(host: string): Promise<readonly string[]> {
  if (host.toLowerCase() !== 'localhost') return [host];
  const found = await lookup(host, { all: true });
  return [...new Set(found.map(({ address }) => address))];
}

async function open(server: Server, host: string | undefined, port: number): Promise<Server> {
  await once(server.listen({ host, port }), 'listening');
  return server;
}

async function close(server: Server): Promise<void> {
  await once(server.close(), 'close');
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && MISSING.has(String(error.code));
}

const MISSING: ReadonlySet<string> = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);
