import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { post } from '../load.ts';
import { type Attack, CONNECTIONS, type Target } from './attack.ts';

/** How many connections those open that are few by themselves. */
const MANY = 400;

/** Bytes that a slow reader takes at a time, and milliseconds between. */
const [SIP, PAUSE] = [1_024, 500];

/** A socket from the address of the attack; what goes wrong with it is counted. */
function open({ port, localAddress, tally }: Target, onread?: (socket: () => Socket) => boolean) {
  const socket: Socket = connect({
    ...{ port, localAddress, host: '127.0.0.1' },
    ...(onread && {
      onread: { buffer: Buffer.alloc(SIP), callback: () => onread(() => socket) },
    }),
  });
  socket.on('error', ({ code = 'broken' }: NodeJS.ErrnoException) => tally.count(code));
  return socket;
}

const left = ({ end }: Target) => Math.max(0, end - performance.now());

function get(path: string): string {
  return `GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`;
}

/** Asks for something large, and reads little of it. */
function slowReaders(
  name: string,
  connections: number,
  requestAt: (index: number) => string,
): Attack {
  return {
    name,
    run: async (target) => {
      const sockets = Array.from({ length: connections }, (_, index) => {
        const socket = open(target, (self) => {
          globalThis.setTimeout(() => self().resume(), PAUSE);
          return false;
        });
        socket.write(requestAt(index));
        socket.on('close', () => target.tally.count('closed by the server'));
        return socket;
      });
      await setTimeout(left(target));
      for (const socket of sockets) {
        socket.removeAllListeners('close');
        if (!socket.destroyed) target.tally.count('still open');
        socket.destroy();
      }
    },
  };
}

/** Opens many connections, does something to each every so many milliseconds, and reads nothing. */
function manyConnections(name: string, each: (socket: Socket, beat: number) => void): Attack {
  return {
    name,
    run: async (target) => {
      const sockets = Array.from({ length: MANY }, () => {
        const socket = open(target);
        socket.resume();
        socket.on('close', () => target.tally.count('closed by the server'));
        return socket;
      });
      for (let beat = 0; left(target) > 0; beat++) {
        for (const socket of sockets) if (!socket.destroyed) each(socket, beat);
        await setTimeout(Math.min(100, left(target)));
      }
      for (const socket of sockets) {
        socket.removeAllListeners('close');
        if (!socket.destroyed) target.tally.count('still open');
        socket.destroy();
      }
    },
  };
}

/** Asks for something long, and leaves when its first bytes are there, or a moment later. */
const dropped: Attack = {
  name: 'dropped',
  run: async (target) => {
    let index = 0;
    const once = async () => {
      const socket = open(target);
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = globalThis.setTimeout(resolve, 300);
      socket.on('data', () => resolve());
      socket.on('close', () => resolve());
      const report = index++ % 2 === 0 ? 'insertion-rates.json' : 'blocks.csv';
      socket.write(get(`/reports/${report}?limit=${1_000_000 + index}`));
      await promise;
      clearTimeout(timer);
      socket.destroy();
      target.tally.count('dropped');
    };
    const repeat = async () => {
      while (left(target) > 0) await once();
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, repeat));
  },
};

const WIDE = post(
  '{ certifications(first: 500) { nodes { code title objectives activities attestedSkills } } }',
  {},
);

/** A whole request, as its bytes. */
function posted(body: string): string {
  return `POST ${WIDE.path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Attacks by how requests are sent, and answers read. */
export const SOCKET_ATTACKS: readonly Attack[] = [
  slowReaders('slow-readers', CONNECTIONS, (index) =>
    get(`/reports/blocks.csv?limit=${1_000_000 + index}`),
  ),
  slowReaders('many-slow-readers', MANY, (index) =>
    get(`/reports/blocks.csv?limit=${1_000_000 + index}`),
  ),
  slowReaders('slow-readers-of-graphql', CONNECTIONS, () => posted(WIDE.body ?? '')),
  dropped,
  manyConnections('slow-bodies', (socket, beat) => {
    if (beat === 0) socket.write(posted('').replace('length: 0', 'length: 1000'));
    socket.write('{');
  }),
  manyConnections('slow-headers', (socket, beat) => {
    socket.write(beat === 0 ? 'GET / HTTP/1.1\r\nhost: localhost\r\nx: ' : 'x');
  }),
  manyConnections('idle-connections', () => {}),
];
