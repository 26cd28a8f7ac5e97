import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RefreshProcess, refreshInProcess } from '../../src/cli/refresh/refresh-process.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-process-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const HOUR_MS = 3_600_000;

/** Whether a process is there. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Runs a program as the process of a refresh, and gives its number and what it said. */
async function run(program: string, parts: Partial<RefreshProcess> = {}) {
  const module = join(folder, `${program.length}.mjs`);
  await writeFile(module, program);
  const said: string[] = [];
  const seen = { pid: 0, said };
  const attempt = refreshInProcess({
    ...{ signal: new AbortController().signal, program: [module] },
    onStart: (pid) => {
      seen.pid = pid;
    },
    say: (sentence) => said.push(sentence),
    warn: (sentence) => said.push(`warning: ${sentence}`),
    ...parts,
  });
  return { seen, attempt };
}

test('what it says is passed on, and its attempt is given once it has ended', async () => {
  const { seen, attempt } = await run(`
    process.send({ kind: 'SAID', sentence: 'begun' });
    process.send({ kind: 'NONSENSE' });
    process.send({ kind: 'WARNED', sentence: 'late' });
    process.send({ kind: 'ENDED', attempt: { outcome: 'IMPORTED' } }, () => process.exit(3));`);
  expect(await attempt).toEqual({ outcome: 'IMPORTED' });
  expect(seen.said).toEqual(['begun', 'warning: late']);
  expect(lives(seen.pid)).toBe(false);
});

test('one that ends without an attempt has failed, and how is told with what it said last', async () => {
  const { attempt } = await run(`console.error('no memory is left'); process.exit(134);`);
  expect(await attempt).toEqual({
    ...{ outcome: 'FAILED', failure: 'UNEXPECTED' },
    detail:
      'the process of the refresh ended before it was done (exit code 134): no memory is left',
  });
  const killed = await run(`process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000);`);
  expect(await killed.attempt).toMatchObject({
    detail: 'the process of the refresh ended before it was done (SIGKILL)',
  });
});

const STUBBORN = `
  process.on('SIGTERM', () => process.send({ kind: 'SAID', sentence: 'no' }));
  setInterval(() => {}, 1000);
  process.send({ kind: 'SAID', sentence: 'begun' });`;

test('one that does not end when it is told to is ended by force', async () => {
  const controller = new AbortController();
  const reason = new Error('the server stops');
  const { promise: begun, resolve } = Promise.withResolvers<string>();
  const { seen, attempt } = await run(STUBBORN, {
    signal: controller.signal,
    limits: { termMs: 100, longestMs: HOUR_MS },
    say: resolve,
  });
  await begun;
  controller.abort(reason);
  await expect(attempt).rejects.toBe(reason);
  expect(lives(seen.pid)).toBe(false);
});

test('one that ends politely is not waited for any longer', async () => {
  const controller = new AbortController();
  const { promise: begun, resolve } = Promise.withResolvers<string>();
  const program = `setInterval(() => {}, 1000); process.send({ kind: 'SAID', sentence: 'begun' });`;
  const { seen, attempt } = await run(program, {
    signal: controller.signal,
    // By force it would end after the test's own time.
    limits: { termMs: HOUR_MS, longestMs: HOUR_MS },
    say: resolve,
  });
  await begun;
  controller.abort(new Error('the server stops'));
  await expect(attempt).rejects.toThrow('the server stops');
  expect(lives(seen.pid)).toBe(false);
});

test('one that takes too long is ended, and has failed', async () => {
  const { seen, attempt } = await run(STUBBORN, { limits: { termMs: 50, longestMs: 500 } });
  expect(await attempt).toMatchObject({
    outcome: 'FAILED',
    // The polite signal may come before the program minds it.
    detail: expect.stringMatching(/ended before it was done \(SIG(KILL|TERM)\)$/),
  });
  expect(lives(seen.pid)).toBe(false);
});

test('when the signal was given before, nothing is started', async () => {
  const { seen, attempt } = await run(STUBBORN, {
    signal: AbortSignal.abort(new Error('stopped')),
  });
  await expect(attempt).rejects.toThrow('stopped');
  expect(seen.pid).toBe(0);
});
