import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parisDate } from '../../src/domain/calendar.ts';
import { RNCP, RS } from '../ingest/publish/small-imports.ts';
import { DATASET, DataGouv, exportZip, zipName } from '../refresh/data-gouv.ts';
import { runCli, startCli, waitFor } from './run-cli.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const GUIDE = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8');
const TODAY = parisDate(new Date());

let site: DataGouv;
let folder = '';
let env: Record<string, string> = {};
beforeAll(async () => {
  site = await DataGouv.start();
});
afterAll(() => site[Symbol.asyncDispose]());
beforeEach(async () => {
  site.reset();
  folder = await mkdtemp(join(tmpdir(), 'debouches-refresh-cli-'));
  env = { DATA_DIR: join(folder, 'data'), REFRESH_URL: site.url.href };
  return () => rm(folder, { recursive: true, force: true });
});

async function publishPair(day: string) {
  await site.publish('RNCP', day, RNCP);
  await site.publish('RS', day, RS);
}

/**
 * Runs a command line of the guide from the project, with the paths that it names put elsewhere, until
 * it ends, or until it has said something and is then told to end.
 */
async function runGuide(line: string, until?: RegExp) {
  const command = line.replaceAll('/srv/debouches', PROJECT).replaceAll('/srv/exports', folder);
  const child = spawn('bash', ['-c', until ? `exec ${command}` : command], {
    cwd: PROJECT,
    env: { ...process.env, DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = Promise.withResolvers<number | null>();
  child.on('close', ended.resolve);
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
    if (until?.test(stdout)) child.kill('SIGTERM');
  });
  // The pipe is closed when all that npm started has ended.
  return { code: await ended.promise, stdout };
}

/** The lines of the section of the guide that match a pattern. */
function guideLines(pattern: RegExp): string[] {
  const section = GUIDE.split('\n## Refresh\n')[1]?.split('\n## ')[0] ?? '';
  return section.split('\n').filter((line) => pattern.test(line));
}

test('the newest pair is imported, and the next time nothing is changed', async () => {
  await publishPair('2026-01-02');
  const first = await runCli(['refresh'], env);
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/the newest pair is of 2026-01-02, \d+ days ago\n/);
  expect(first.stdout).toMatch(/publication 1 is served from embedded database/);
  expect(first.stdout).toMatch(/export-fiches-rs-v4-1-2026-01-02.zip: RS, 2026-01-02\n/);
  expect(first.stderr.split('\n')[0]).toMatch(/^reading export-fiches-rncp/);
  expect(await readdir(join(folder, 'data', 'downloads'))).toContain(zipName('RS', '2026-01-02'));
  expect(site.userAgent).toMatch(/^debouches\/\d+\.\d+\.\d+$/);
  const again = await runCli(['refresh'], env);
  expect(again).toMatchObject({ code: 0, stderr: '' });
  expect(again.stdout).toContain('is the one that is served: nothing was changed');
}, 60_000);

test('the newest pair is held until it is published, and until then nothing else is imported', async () => {
  await publishPair('2026-01-02');
  expect((await runCli(['refresh'], env)).code).toBe(0);
  await publishPair('2026-01-03');
  const held = await runCli(['refresh', '--hold'], env);
  expect(held.stdout).toContain('publication 2 is held in embedded database');
  expect(held.stdout).toMatch(/^ {2}[\w-]{43}$/m);
  const again = await runCli(['refresh', '--hold'], env);
  expect(again).toMatchObject({ code: 0 });
  expect(again.stdout).toContain('is that of publication 2, which is held: nothing was changed');
  await publishPair('2026-01-04');
  const refused = await runCli(['refresh'], env);
  expect([refused.code, refused.stderr]).toEqual([
    1,
    expect.stringContaining('publication 2 is held: publish it ("debouches publish 2")'),
  ]);
  expect((await runCli(['publish', '2'], env)).code).toBe(0);
  expect((await runCli(['refresh'], env)).stdout).toContain('publication 3 is served');
}, 90_000);

test('what fails is one paragraph on standard error and 1; a wrong setting or folder is 2', async () => {
  site.misbehave(DATASET, (_request, response) => response.end('{}'));
  const failed = await runCli(['refresh'], env);
  expect(failed).toMatchObject({ code: 1, stdout: '' });
  expect(failed.stderr).toMatch(/^the catalogue http:\S+ has no list "resources": .*by hand\n$/);
  await publishPair('2026-01-02');
  await writeFile(join(folder, 'file'), '');
  const unusable = await runCli(['refresh'], { ...env, REFRESH_DIR: join(folder, 'file') });
  expect(unusable.code).toBe(2);
  expect(unusable.stderr).toMatch(
    /^REFRESH_DIR is ".*", which cannot be used: it is no folder.*\n$/,
  );
  const insecure = await runCli(['refresh'], { ...env, REFRESH_URL: 'http://example.org' });
  expect(insecure.code).toBe(2);
  expect(insecure.stderr).toMatch(/http is accepted for this machine alone/);
  const both = await runCli(['refresh', '--watch', '--history', folder], env);
  expect(both.code).toBe(2);
}, 60_000);

test.each(['SIGTERM', 'SIGINT'] as const)(
  'a watch goes on after a failure and ends at %s with 0',
  async (signal) => {
    site.misbehave(DATASET, (_request, response) => response.end('{}'));
    const watching = startCli(['refresh', '--watch'], env);
    expect(await waitFor(watching, /next refresh at \d{4}-/)).not.toBeNull();
    expect(watching.said.stderr).toMatch(/has no list "resources"/);
    watching.process.kill(signal);
    const { code, stdout } = await watching.ended;
    expect(code).toBe(0);
    expect(stdout).toMatch(/Stopped\.\n$/);
  },
  60_000,
);

test('a watch that downloads ends at once too, and the next one resumes', async () => {
  await publishPair('2026-01-02');
  const path = `/resources/${zipName('RNCP', '2026-01-02')}`;
  const bytes = await exportZip('RNCP', '2026-01-02', RNCP);
  const asked = Promise.withResolvers<void>();
  site.misbehave(path, (_request, response) => {
    response.writeHead(200, { etag: '"never ends"', 'content-length': bytes.length });
    response.write(bytes.subarray(0, 50), () => asked.resolve());
  });
  const watching = startCli(['refresh', '--watch'], env);
  await asked.promise;
  watching.process.kill('SIGTERM');
  expect(await watching.ended).toMatchObject({ code: 0 });
  expect(await runCli(['refresh'], env)).toMatchObject({ code: 0 });
}, 60_000);

test('a watch over a folder that cannot be used ends with 2', async () => {
  await publishPair('2026-01-02');
  await writeFile(join(folder, 'file'), '');
  const ended = await runCli(['refresh', '--watch'], { ...env, REFRESH_DIR: join(folder, 'file') });
  expect(ended.code).toBe(2);
}, 60_000);

test('the commands of the guide are run as they are written', async () => {
  await publishPair(TODAY);
  const [once = '', ...more] = guideLines(/^npm run refresh$/);
  expect(more).toEqual([]);
  expect(await runGuide(once)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('publication 1 is served'),
  });
  const [cron = ''] = guideLines(/^40 7 \* \* \* {2}/);
  const nothingNew = { code: 0, stdout: expect.stringContaining('nothing was changed') };
  expect(await runGuide(cron.replace(/^(\S+\s+){5}/, ''))).toMatchObject(nothingNew);
  const [unit = ''] = guideLines(/^ExecStart=/);
  expect(await runGuide(unit.replace('ExecStart=', ''))).toMatchObject(nothingNew);
  for (const [register, fiches] of [
    ['RNCP', RNCP],
    ['RS', RS],
  ] as const) {
    await writeFile(
      join(folder, zipName(register, '2020-01-01')),
      await exportZip(register, '2020-01-01', fiches),
    );
  }
  const [history = ''] = guideLines(/--history \//);
  expect(await runGuide(history)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('2 exports of 2020-01-01 are older than what is served'),
  });
  const [watch = ''] = guideLines(/^npm run refresh -- --watch$/);
  const ended = await runGuide(watch, /next refresh at .*\n/);
  expect(ended.stdout).toMatch(/nothing was changed\nnext refresh at .*\nStopped\.\n$/);
}, 120_000);
