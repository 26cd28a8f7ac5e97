import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, chownSync, constants, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import {
  freePort,
  ownedFolder,
  type Programs,
  serverOwner,
  untilConnected,
} from './postgres-cluster.ts';

/** PgBouncer on this machine. */
export function pgbouncerProgram(): Programs {
  const owner = serverOwner();
  if (owner === null) return { lacks: 'as root, the user postgres' };
  const places = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];
  const folder = places.find((place) => isProgram(join(place, 'pgbouncer')));
  return folder === undefined ? { lacks: 'pgbouncer' } : { folder, owner };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A pooler before the server of an address; disposed of, nothing of it is left. */
export interface Pooler extends AsyncDisposable {
  readonly href: string;
}

/**
 * Starts PgBouncer in transaction mode before a server.
 *
 * - connections: of the pooler to the server, fewer than those of its clients.
 * - settings: others of its own.
 */
export async function startPgbouncer(
  { folder: programs, owner }: Exclude<Programs, { readonly lacks: string }>,
  target: string,
  connections: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<Pooler> {
  const { hostname, port, username, password, pathname } = new URL(target);
  const database = pathname.slice(1);
  const folder = ownedFolder(owner);
  const own = await freePort();
  const user = `user=${username}${password && ` password=${decodeURIComponent(password)}`}`;
  const file = join(folder, 'pgbouncer.ini');
  const lines = Object.entries({
    ...{ listen_addr: '127.0.0.1', listen_port: own, unix_socket_dir: '', auth_type: 'any' },
    ...{ pool_mode: 'transaction', default_pool_size: connections, logfile: join(folder, 'log') },
    ...settings,
  }).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(
    file,
    `[databases]\n${database} = host=${hostname} port=${port || 5432} dbname=${database} ${user}\n[pgbouncer]\n${lines.join('\n')}\n`,
  );
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(file, owner.uid, owner.gid);
  const child = spawn(join(programs, 'pgbouncer'), [file], { ...owner, stdio: 'ignore' });
  const href = `postgres://${username}@127.0.0.1:${own}/${database}`;
  await untilConnected(href, child);
  return {
    href,
    [Symbol.asyncDispose]: async () => {
      const ended = once(child, 'exit');
      if (child.exitCode === null) {
        // At once, by the number of its process.
        child.kill('SIGTERM');
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
