import type { Server } from 'node:http';
import { networkOf } from './clients.ts';

/** How many connections may be open. */
export interface ConnectionBounds {
  readonly most: number;
  /** Of one address; null = as many as of all. */
  readonly perAddress: number | null;
}

/** Closes connections past a bound as soon as they are opened: those of one address before all others. */
export function boundConnections(server: Server, { most, perAddress }: ConnectionBounds): void {
  let all = 0;
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const address = networkOf(socket.remoteAddress ?? '');
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    all += 1;
    socket.on('close', () => {
      all -= 1;
      const left = (open.get(address) ?? 0) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
    if (all > most || count > (perAddress ?? most)) socket.destroy();
  });
}

/** Files that the server needs beside its connections: of the database, of reports, of Node. */
const OWN_FILES = 192;

/** How many connections a process may have that may open so many files. */
export function affordableConnections(openFiles: number): number {
  return Math.max(openFiles - OWN_FILES, Math.floor(openFiles / 4));
}
