import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Codes that a connection may begin with, by which it asks for encryption first. */
const ENCRYPTION_REQUESTS = [80_877_103, 80_877_104];

export interface StatementCounter {
  /** The database, through the counter. */
  readonly href: string;
  /** Statements that were sent to be run so far, those that begin and end a transaction included. */
  readonly count: () => number;
  readonly stop: () => Promise<void>;
}

/** Listens in place of a PostgreSQL server, passes all on, and counts the statements. */
export async function startStatementCounter(href: string): Promise<StatementCounter> {
  const target = new URL(href);
  let statements = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    const read = messageReader((type) => {
      if (type === 'Q' || type === 'E') statements += 1;
    });
    client.on('data', read);
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) {
      socket.setNoDelay();
      sockets.add(socket);
      // One side that is gone takes the other with it.
      socket.on('error', () => {});
      socket.on('close', () => {
        client.destroy();
        upstream.destroy();
        sockets.delete(socket);
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(href);
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    href: through.href,
    count: () => statements,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/**
 * Reads the types of the messages that a client of PostgreSQL sends, however they are cut into
 * chunks. The first message of a connection has no type.
 */
function messageReader(found: (type: string) => void): (chunk: Buffer) => void {
  let started = false;
  let head: number[] = [];
  let left = 0;
  return (chunk) => {
    let at = 0;
    while (at < chunk.length) {
      if (left > 0) {
        const passed = Math.min(left, chunk.length - at);
        left -= passed;
        at += passed;
        continue;
      }
      head.push(chunk[at++] ?? 0);
      if (head.length < (started ? 5 : 8)) continue;
      const bytes = Buffer.from(head);
      head = [];
      if (started) {
        found(String.fromCharCode(bytes[0] ?? 0));
        left = bytes.readInt32BE(1) - 4;
      } else if (!ENCRYPTION_REQUESTS.includes(bytes.readInt32BE(4))) {
        left = bytes.readInt32BE(0) - 8;
        started = true;
      }
    }
  };
}
