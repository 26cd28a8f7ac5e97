import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a database server that can be cut, or carry nothing, as when its process is stopped. */
export interface DatabaseProxy extends AsyncDisposable {
  readonly href: string;
  /** Breaks all connections and takes no more. */
  cut(): Promise<void>;
  /** Takes connections and carries nothing, either way. */
  silence(): void;
  /** Ends what was done to it. */
  mend(): Promise<void>;
}

/** Makes a way to the server of an address. */
export async function openDatabaseProxy(href: string): Promise<DatabaseProxy> {
  const { hostname, port } = new URL(href);
  const pairs = new Set<readonly [Socket, Socket]>();
  let silent = false;
  const server = createServer((client) => {
    const target = connect(Number(port || 5432), hostname);
    const pair = [client, target] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, [target, client]] as const) {
      from.on('data', (bytes) => to.write(bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        to.destroy();
        pairs.delete(pair);
      });
      if (silent) from.pause();
    }
  });
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const own = await listen(0);
  const cut = async () => {
    const closed = server.listening ? once(server.close(), 'close') : null;
    for (const pair of pairs) for (const socket of pair) socket.destroy();
    await closed;
  };
  const url = new URL(href);
  url.hostname = '127.0.0.1';
  url.port = String(own);
  return {
    href: url.href,
    cut,
    silence: () => {
      silent = true;
      for (const pair of pairs) for (const socket of pair) socket.pause();
    },
    mend: async () => {
      silent = false;
      for (const pair of pairs) for (const socket of pair) socket.resume();
      if (!server.listening) await listen(own);
    },
    [Symbol.asyncDispose]: cut,
  };
}
