/**
 * Fills real disks of several sizes with an import, on both engines, and prints what is left of it.
 * Linux, as root, for it mounts them; PostgreSQL's own programs are needed for the second.
 */

import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../cli/run-cli.ts';
import { writeExport } from '../ingest/publish/killed-imports.ts';

const MEBIBYTE = 1_048_576;
/** Of which some are too small for the tables, some for the log, and the last for neither. */
const SIZES = [100, 115, 125, 140, 150, 170, 220, 400];

const folder = mkdtempSync(join(tmpdir(), 'debouches-disks-'));
const disk = join(folder, 'disk');
const run = (command: string, ...given: readonly string[]) =>
  execFileSync(command, given, { stdio: ['ignore', 'pipe', 'pipe'] }).toString();

/** A disk of so many mebibytes, until disposed of. */
function mountDisk(size: number): Disposable {
  mkdirSync(disk, { recursive: true });
  run('mount', '-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', disk);
  return { [Symbol.dispose]: () => run('umount', disk) };
}

function usedMebibytes(): number {
  const { blocks, bfree, bsize } = statfsSync(disk);
  return Math.round(((blocks - bfree) * bsize) / MEBIBYTE);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A PostgreSQL of its own on the disk, until disposed of. */
async function startPostgres() {
  const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(a) - Number(b));
  const programs = `/usr/lib/postgresql/${versions.at(-1)}/bin`;
  const data = join(disk, 'data');
  const port = await freePort();
  const as = (program: string, ...given: readonly string[]) =>
    run('runuser', '-u', 'postgres', '--', join(programs, program), ...given);
  run('chown', 'postgres', disk);
  as('initdb', '-D', data, '-U', 'debouches', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8');
  const log = join(folder, 'log');
  appendFileSync(log, '');
  chmodSync(log, 0o666);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${disk} -c shared_buffers=16MB -c fsync=off`;
  as('pg_ctl', '-D', data, '-w', '-l', log, '-o', options, 'start');
  return {
    env: { DATABASE_URL: `postgres://debouches@127.0.0.1:${port}/postgres` },
    [Symbol.dispose]: () => as('pg_ctl', '-D', data, '-m', 'immediate', 'stop'),
  };
}

/** Imports over what is served, and prints what was said, how full the disk is, and what is served. */
async function fill(engine: string, size: number, env: Record<string, string>, file: string) {
  const before = usedMebibytes();
  const start = performance.now();
  const { code, stderr } = await runCli(['import', file], env);
  const seconds = Math.round((performance.now() - start) / 1000);
  const after = usedMebibytes();
  const said = stderr.split('\n').findLast((line) => line !== '' && !line.startsWith('{')) ?? '';
  const status = await runCli(['status', '--json'], env);
  const served =
    status.code === 0
      ? `publication ${JSON.parse(status.stdout).publication.number}`
      : status.stderr;
  console.log(
    `${engine}, ${size} MB: exit ${code} after ${seconds} s, ${before} MB used before, ${after} after; ${served} is served; ${said}`,
  );
}

try {
  chmodSync(folder, 0o755);
  const first = await writeExport(folder, { day: '2026-01-01', seed: 1, fiches: 200 });
  const second = await writeExport(folder, { day: '2026-01-02', seed: 2, fiches: 6_000 });
  const served = join(folder, 'served');
  await runCli(['import', first], { DATA_DIR: served });
  for (const size of SIZES) {
    using _disk = mountDisk(size);
    const dataDir = join(disk, 'data');
    cpSync(served, dataDir, { recursive: true });
    await fill('embedded', size, { DATA_DIR: dataDir }, second);
  }
  for (const size of SIZES) {
    using _disk = mountDisk(size);
    using postgres = await startPostgres();
    await runCli(['import', first], postgres.env);
    await fill('PostgreSQL', size, postgres.env, second);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
