import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** Who runs a server: PostgreSQL and PgBouncer refuse to be run by root. */
export interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** A way to start servers, or the reason why there is none. */
export type Programs =
  | { readonly folder: string; readonly owner: Owner }
  | { readonly lacks: string };

const NEEDED = ['initdb', 'pg_basebackup', 'postgres'];

/** PostgreSQL's own programs on this machine, the newest. */
export function postgresPrograms(): Programs {
  const owner = serverOwner();
  if (owner === null) return { lacks: 'as root, the user postgres' };
  const folder = candidates().find((each) => NEEDED.every((name) => existsSync(join(each, name))));
  return folder === undefined ? { lacks: `PostgreSQL's ${NEEDED.join(', ')}` } : { folder, owner };
}

/** The user of this process, or where that is root the one of Debian's package; null without one. */
export function serverOwner(): Owner | null {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = [said('id', '-u', 'postgres'), said('id', '-g', 'postgres')];
  return uid === null || gid === null ? null : { uid: Number(uid), gid: Number(gid) };
}

function candidates(): string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const newestFirst = versions.toSorted((a, b) => Number(b) - Number(a));
  const configured = said('pg_config', '--bindir');
  return [
    ...newestFirst.map((version) => join(debian, version, 'bin')),
    ...(configured === null ? [] : [configured]),
  ];
}

function said(program: string, ...args: readonly string[]): string | null {
  try {
    return execFileSync(program, args, { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return null;
  }
}

/** A folder that its owner alone may use. */
export function ownedFolder({ uid, gid }: Owner): string {
  const folder = mkdtempSync(join(tmpdir(), 'debouches-cluster-'));
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
}

/** A port of this machine that nobody has. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await once(server.close(), 'close');
  return port;
}

/** A PostgreSQL of a test's own, in a folder of its own; disposed of, neither is left. */
export interface PostgresServer extends AsyncDisposable {
  readonly href: string;
  readonly port: number;
  start(): Promise<void>;
  /** Ends it as `pg_ctl stop -m fast` does; connections are broken. */
  stop(): Promise<void>;
  /** Sends one statement as the superuser. */
  query(statement: string): Promise<readonly Record<string, unknown>[]>;
}

/** A server that follows another one. */
export interface Standby extends PostgresServer {
  /** What the primary sends is received, and not shown from now on. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Resolves when it shows what the primary has by now. */
  caughtUp(): Promise<void>;
  /** Resolves when it does, or when what it is to show next waits for who reads it. */
  caughtUpOrHeld(): Promise<void>;
  /** Makes it a primary, which takes writes once this resolves. */
  promote(): Promise<void>;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // A test database may be lost in a crash: no waiting for the disk.
  fsync: 'off',
  shared_buffers: '16MB',
  max_wal_senders: '4',
  hot_standby: 'on',
  hot_standby_feedback: 'on',
  wal_retrieve_retry_interval: '200ms',
};

type Installed = Exclude<Programs, { readonly lacks: string }>;

/** Makes a server and starts it. */
export async function startPrimary({
  folder: programs,
  owner,
}: Installed): Promise<PostgresServer> {
  const folder = ownedFolder(owner);
  const data = join(folder, 'data');
  const identity = [
    '-U',
    'debouches',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ];
  execFileSync(join(programs, 'initdb'), ['-D', data, ...identity], { ...owner, stdio: 'ignore' });
  return startServer({ programs, owner, folder, data });
}

/** Makes a copy of a server that follows it, and starts it. */
export async function startStandby(
  { folder: programs, owner }: Installed,
  primary: PostgresServer,
): Promise<Standby> {
  const folder = ownedFolder(owner);
  const data = join(folder, 'data');
  const from = ['-h', '127.0.0.1', '-p', String(primary.port), '-U', 'debouches'];
  const how = ['-D', data, '-R', '-X', 'stream', '-c', 'fast', '--no-sync'];
  execFileSync(join(programs, 'pg_basebackup'), [...from, ...how], { ...owner, stdio: 'ignore' });
  const server = await startServer({ programs, owner, folder, data });
  const holds = async (condition: string) => {
    while (!(await server.query(`select ${condition} as holds`))[0]?.['holds']);
  };
  const hasAll = async () => {
    const [row] = await primary.query('select pg_current_wal_lsn()::text as place');
    return `pg_last_wal_replay_lsn() >= '${row?.['place']}'`;
  };
  return {
    ...server,
    pause: async () => {
      await server.query('select pg_wal_replay_pause()');
      await holds(`pg_get_wal_replay_pause_state() = 'paused'`);
    },
    resume: async () => {
      await server.query('select pg_wal_replay_resume()');
    },
    caughtUp: async () => holds(await hasAll()),
    caughtUpOrHeld: async () =>
      holds(`${await hasAll()} or exists (select from pg_locks where not granted)`),
    promote: async () => {
      await server.query('select pg_promote()');
      await holds('not pg_is_in_recovery()');
    },
  };
}

interface Files {
  readonly programs: string;
  readonly owner: Owner;
  readonly folder: string;
  readonly data: string;
}

async function startServer({ programs, owner, folder, data }: Files): Promise<PostgresServer> {
  const port = await freePort();
  const href = `postgres://debouches@127.0.0.1:${port}/postgres`;
  const sockets = join(folder, 'sockets');
  mkdirSync(sockets);
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(sockets, owner.uid, owner.gid);
  const settings = { ...SETTINGS, unix_socket_directories: sockets };
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-D', data, '-p', String(port), ...given];
  let running: ChildProcess | null = null;
  const server: PostgresServer = {
    href,
    port,
    start: async () => {
      running = spawn(join(programs, 'postgres'), args, { ...owner, stdio: 'ignore' });
      await untilConnected(href, running);
    },
    stop: async () => {
      if (!running || running.exitCode !== null) return;
      const ended = once(running, 'exit');
      // A fast shutdown, by the number of its process.
      running.kill('SIGINT');
      await ended;
      running = null;
    },
    query: (statement) => queryOnce(href, statement),
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

/** Sends one statement over a connection of its own. */
async function queryOnce(href: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: href });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Resolves when a server takes connections, and fails when its process ends before. */
export async function untilConnected(href: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    try {
      await queryOnce(href, 'select 1');
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
