import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportText } from '../ingest/sources/export/export-text.ts';
import { answered } from '../support/answered.ts';
import { runCli, startCli, waitFor } from './run-cli.ts';

const PAGE = fileURLToPath(new URL('../../src/demonstration/RNCP35746.txt', import.meta.url));
const SCHEMA = new URL('../../schema/schema.graphql', import.meta.url);
const EXAMPLE = new URL('../../.env.example', import.meta.url);

let folder = '';
let env: Record<string, string> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-cli-'));
  env = { DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'warn' };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The title of the page that a browser gets. */
async function pageTitle(port: string | undefined): Promise<string | undefined> {
  const page = await fetch(`http://127.0.0.1:${port}/graphql`, {
    headers: { accept: 'text/html' },
  });
  return /<title>(.*?)<\/title>/.exec(await page.text())?.[1];
}

describe('being called', () => {
  test.each([
    'serve',
    'migrate',
    'import',
    'refresh',
    'print-schema',
    'models',
    'demo',
    'status',
    'publications',
    'prune',
    'rollback',
    'withdraw',
    'note',
    'note add',
    'note end',
    'notes',
    'survey',
    'survey template',
  ])('%s --help says what it does and how it ends', async (name) => {
    const { code, stdout } = await runCli([...name.split(' '), '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: debouches ${name}`);
    expect(stdout).toContain('Exit codes: 0 done, 1 it failed and nothing was changed');
  });

  test('--help names every setting but that of the tests', async () => {
    const { stdout } = await runCli(['--help']);
    const listed = Object.keys(parseEnv(await readFile(EXAMPLE, 'utf8')));
    expect(listed.filter((name) => !new RegExp(`\\b${name}\\b`).test(stdout))).toEqual([
      'TEST_DATABASE_URL',
    ]);
  });

  test.each([
    [['bogus'], /unknown command 'bogus'/],
    [['import'], /missing required argument 'files'/],
    [['import', 'x.xml', '--date', '31/12/2020'], /"31\/12\/2020" is not a day: write YYYY-MM-DD/],
    [['serve', '--prot', '1'], /unknown option '--prot'/],
  ])('%j is refused with exit code 2', async (args, message) => {
    const { code, stderr, stdout } = await runCli(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stdout).toBe('');
  });

  test('settings that cannot be used are told all at once, with exit code 2', async () => {
    const { code, stderr } = await runCli(['status'], {
      PORT: 'x',
      DATABASE_URL: 'mysql://u:secret@h/d',
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/PORT is "x"/);
    expect(stderr).toMatch(/DATABASE_URL/);
    expect(stderr).not.toContain('secret');
  });

  test('a PostgreSQL that is not there is told in one line, without the password', async () => {
    const { code, stderr } = await runCli(['status'], {
      DATABASE_URL: 'postgres://user:secret@127.0.0.1:1/none',
    });
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(
      /the database server at 127.0.0.1:1 cannot be used: nothing listens there/,
    );
    expect(stderr).not.toContain('secret');
  });
});

test('print-schema prints the committed schema', async () => {
  const { code, stdout } = await runCli(['print-schema']);
  expect(code).toBe(0);
  expect(stdout).toBe(await readFile(SCHEMA, 'utf8'));
});

test('demo writes the register and its surveys once and leaves other files alone', async () => {
  const out = join(folder, 'demo');
  const first = await runCli(['demo', out]);
  expect(first.code).toBe(0);
  const paths = first.stdout.trim().split('\n');
  expect(paths).toHaveLength(4);
  expect(await runCli(['demo', out])).toMatchObject({ code: 0, stdout: first.stdout });
  await writeFile(paths[0] ?? '', 'mine');
  const refused = await runCli(['demo', out]);
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('is not that of the demonstration');
  expect(await readFile(paths[0] ?? '', 'utf8')).toBe('mine');
});

test('what is imported by command is what status tells and what a server answers', async () => {
  const path = join(folder, 'export_fiches_RNCP_V4_1_2026-01-01.xml');
  await writeFile(path, exportText([{ code: 'RNCP1', title: 'Un titre' }]));
  const imported = await runCli(['import', path, PAGE, '--date', '2026-01-01'], env);
  expect(imported.code).toBe(0);
  expect(imported.stdout).toMatch(/publication 1 is served from embedded database/);
  expect(imported.stdout).toMatch(
    /RNCP35746.txt: FICHE_PAGE[^\n]*\n +1 certifications, 5 blocks, 3 cohorts/,
  );
  const steps = imported.stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).step);
  expect(steps).toEqual(['READ', 'SUPPLEMENTS', 'INDEX', 'PUBLISH']);

  const again = await runCli(['import', path], env);
  expect(again).toMatchObject({ code: 0, stderr: '' });
  expect(again.stdout).toContain('already has these files: nothing was changed');

  const wrong = join(folder, 'wrong.txt');
  await writeFile(wrong, 'bonjour\n');
  const refused = await runCli(['import', wrong], env);
  expect(refused.code).toBe(1);
  expect(refused.stderr.trim().split('\n')).toHaveLength(1);
  expect(refused.stderr).toMatch(/wrong.txt begins with "bonjour.*" and was not recognised/);

  const status = await runCli(['status', '--json'], env);
  expect(JSON.parse(status.stdout)).toMatchObject({
    pendingMigrations: [],
    publication: {
      number: 1,
      demonstration: false,
      sources: [{ kind: 'FICHE_PAGE' }, { register: 'RNCP', certifications: 1 }],
    },
  });

  const server = startCli(['serve'], env);
  const port = (await waitFor(server, /localhost:(\d+)\/graphql/))?.[1];
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ certifications { nodes { code title } } }' }),
  });
  expect(await response.json()).toEqual(
    answered({
      certifications: {
        nodes: [
          { code: 'RNCP1', title: 'Un titre' },
          { code: 'RNCP35746', title: 'Chargé de communication cross-média' },
        ],
      },
    }),
  );

  expect(await pageTitle(port)).toBe('Débouchés');

  // The embedded database serves one process at a time.
  const second = await runCli(['import', path], env);
  expect(second.code).toBe(1);
  expect(second.stderr).toContain(`is in use by process ${server.process.pid}`);

  server.process.kill('SIGTERM');
  const { code, stdout, stderr } = await server.ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('Stopping: running requests may end.');
  expect(stdout).not.toContain('demonstration');
}, 120_000);

test('the first start loads the demonstration and says that it is fictitious', async () => {
  const fresh = { ...env, DATA_DIR: join(folder, 'fresh') };
  const server = startCli(['serve'], fresh);
  const port = (await waitFor(server, /localhost:(\d+)\/graphql/))?.[1];
  expect(server.said.stdout).toContain('First start: loading the demonstration register');
  // Without a terminal too all is said in words, and what is served with its days and counts.
  const lines = `${server.said.stdout}\n${server.said.stderr}`.split('\n').filter(Boolean);
  expect(lines.filter((line) => /^[[{]/.test(line))).toEqual([]);
  expect(server.said.stdout).toMatch(
    /Publication 2 \(RNCP of \d{4}-\d\d-\d\d, RS of \d{4}-\d\d-\d\d\): 3001 certifications, \d+ cohorts\./,
  );
  expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
  // The command that it offers to try is one that works.
  const query = /"query":"(.*?)"\}'/.exec(server.said.stdout)?.[1]?.replaceAll('\\"', '"');
  const response = await fetch(
    `http://127.0.0.1:${port}/graphql?query=${encodeURIComponent(query ?? '')}`,
  );
  expect(await response.json()).toMatchObject({
    data: { certification: { insertion: [{ value: 92.31 }, { value: 52.98 }, { value: 52.53 }] } },
  });
  const status = await fetch(
    `http://127.0.0.1:${port}/graphql?query={dataStatus{demonstration,notice{fr}registers{register,certifications}}}`,
  );
  expect(await status.json()).toMatchObject({
    data: {
      dataStatus: {
        demonstration: true,
        notice: { fr: expect.stringContaining('fictives') },
        registers: [
          { register: 'RNCP', certifications: 2401 },
          { register: 'RS', certifications: 600 },
        ],
      },
    },
  });
  expect(await pageTitle(port)).toBe('Débouchés : demonstration, fictitious data');
  server.process.kill('SIGINT');
  expect((await server.ended).code).toBe(0);

  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const address = taken.address();
  const inUse = typeof address === 'object' && address ? String(address.port) : '';
  const refused = await runCli(['serve'], { ...fresh, PORT: inUse });
  taken.close();
  expect(refused.code).toBe(1);
  expect(refused.stdout).not.toContain('First start');
  expect(refused.stderr).toContain(
    `127.0.0.1:${inUse} is in use by another program: stop it, or choose another port with PORT`,
  );
}, 120_000);
