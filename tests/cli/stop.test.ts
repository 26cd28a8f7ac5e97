import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportFile } from './export-file.ts';
import { runCli, startCli, waitFor } from './run-cli.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const LISTENING = /localhost:(\d+)\/graphql/;

let folder = '';
let env: Record<string, string> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-stop-'));
  env = { DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'warn' };
  expect(await runCli(['import', await exportFile(folder)], env)).toMatchObject({ code: 0 });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function connected(port: number, host = '127.0.0.1'): Promise<Socket> {
  const socket = connect(port, host).setNoDelay();
  await once(socket, 'connect');
  return socket;
}

/** Names of this machine, with their addresses; the first has several where there is IPv6. */
const ADDRESSES = { localhost: ['127.0.0.1', '127.0.0.2'], '127.0.0.1': ['127.0.0.1'] } as const;

/** A machine whose `localhost` has these addresses. */
const NAMES = `data:text/javascript,${encodeURIComponent(`
  import dns, { promises } from 'node:dns';
  import { syncBuiltinESMExports } from 'node:module';
  const found = ${JSON.stringify(ADDRESSES.localhost.map((address) => ({ address, family: 4 })))};
  const { lookup } = dns;
  dns.lookup = (host, options, done) =>
    host === 'localhost' && options.all ? done(null, found) : lookup(host, options, done);
  promises.lookup = async () => found;
  syncBuiltinESMExports();
`)}`;

test.each(Object.entries(ADDRESSES))(
  'requests that were sent to %s just before a server was told to stop are answered',
  async (host, addresses) => {
    const server = startCli(['serve'], { ...env, HOST: host, NODE_OPTIONS: `--import=${NAMES}` });
    const port = Number((await waitFor(server, LISTENING))?.[1]);
    const sockets = await Promise.all(
      Array.from({ length: 24 }, (_, place) =>
        connected(port, addresses[place % addresses.length]),
      ),
    );
    const answers = sockets.map((socket) => text(socket).catch(String));
    const request = 'GET /reports/certifications.csv HTTP/1.1\r\nHost: a\r\n\r\n';
    // Some arrive before the signal, and some are overtaken by it.
    const [before, after] = [sockets.slice(0, 6), sockets.slice(6)];
    for (const socket of before) socket.write(request);
    server.process.kill('SIGTERM');
    for (const socket of after) socket.write(request);
    for (const answer of await Promise.all(answers)) {
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
      expect(answer).toContain('RNCP1');
    }
    expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
  },
  60_000,
);

test.skipIf(process.platform === 'win32')(
  'a server that npm started without a terminal stops when npm is told to',
  async () => {
    const npm = spawn('npm', ['start'], {
      cwd: PROJECT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    npm.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said.stdout += chunk;
    });
    // It has the pipe as long as it lives.
    const ended = once(npm.stdout, 'end');
    while (!LISTENING.test(said.stdout)) await once(npm.stdout, 'data');
    const address = `http://127.0.0.1:${LISTENING.exec(said.stdout)?.[1]}/health/live`;
    expect((await fetch(address)).status).toBe(200);
    npm.kill('SIGTERM');
    await Promise.race([ended, setTimeout(20_000)]);
    expect(said.stdout).toContain('Stopping: running requests may end.');
    await expect(fetch(address)).rejects.toThrow('fetch failed');
    // The folder is free again.
    expect(await runCli(['status'], env)).toMatchObject({ code: 0 });
  },
  60_000,
);
