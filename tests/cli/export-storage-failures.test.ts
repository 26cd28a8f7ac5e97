import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BI_DATASETS } from '../../src/datasets/bi.ts';
import type { Manifest } from '../../src/http/open-data/manifest.ts';
import { type Fault, S3_KEYS, type S3Storage, startStorage } from '../support/s3-storage.ts';
import { databaseFolder } from './export-setup.ts';
import { untrue } from './exported-folder.ts';
import { startCli } from './run-cli.ts';

const OPTIONS = ['--url', 'https://data.example.org/debouches', '--formats', 'csv'];

let place: Awaited<ReturnType<typeof databaseFolder>>;
let second: Awaited<ReturnType<typeof databaseFolder>>;
let storage: S3Storage;
beforeAll(async () => {
  [place, second] = [await databaseFolder(), await databaseFolder()];
  storage = await startStorage();
}, 120_000);
beforeEach(() => {
  storage.fault = () => null;
  storage.onPut = () => {};
});
afterAll(async () => {
  await storage?.[Symbol.asyncDispose]();
  await second?.[Symbol.asyncDispose]();
  await place?.[Symbol.asyncDispose]();
});

const start = (target: string, env: Record<string, string> = {}) =>
  startCli(['export', target, ...OPTIONS], {
    ...{ ...place.env, ...S3_KEYS, S3_ENDPOINT: storage.endpoint },
    ...env,
  });
const exportTo = (target: string) => start(target).ended;

const read = async (path: string) =>
  Buffer.from(await (await fetch(`${storage.endpoint}/open-data/${path}`)).arrayBuffer());
const isThere = (path: string) => storage.objects.has(path);

/** Expects a prefix to have a manifest of which everything is so. */
const expectWhole = async (prefix: string) => {
  const manifest = JSON.parse(String(await read(`${prefix}/manifest.json`))) as Manifest;
  expect(await untrue(manifest, (path) => read(`${prefix}/${path}`))).toEqual([]);
};

const at = (method: string, fault: Fault) => (asked: string) => (asked === method ? fault : null);
const AT_ONCE = { 'retry-after': '0' };

/** What goes wrong with each request of a method, what is said of it, and how often it is sent. */
const LASTING: Readonly<Record<string, readonly [string, Fault, readonly string[], number]>> = {
  'is out of order': [
    'GET',
    { status: 500, code: 'InternalError', headers: AT_ONCE },
    ['it answered 500 InternalError', 'export again later'],
    4,
  ],
  'asks for fewer requests': [
    'PUT',
    { status: 503, code: 'SlowDown', headers: AT_ONCE },
    ['it asks for fewer requests', 'what is there stays'],
    4,
  ],
  'limits requests': ['HEAD', { status: 429, headers: AT_ONCE }, ['it asks for fewer requests'], 4],
  'forbids what is not there': [
    'GET',
    { status: 403, code: 'AccessDenied' },
    ['s3:ListBucket', 's3:PutObject'],
    1,
  ],
  'forbids writing': ['PUT', { status: 403 }, ['s3:PutObject'], 1],
  'has lost the bucket meanwhile': ['PUT', { status: 404 }, ['there is no such bucket'], 1],
  'has no room': ['PUT', { status: 507 }, ['it takes no more bytes'], 1],
  'does not know the method': ['PUT', { status: 501 }, ['it answered 501'], 1],
  'cuts its answers': ['GET', 'CUT', ['cannot be reached', 'export again'], 4],
  'cuts what it receives': ['PUT', 'CUT', ['cannot be reached', 'export again'], 4],
  'keeps nothing': ['PUT', 'FORGOTTEN', ['as it was written', 'export again'], 1],
};

describe('a storage that', { timeout: 60_000 }, () => {
  test.each(Object.entries(LASTING))('%s', async (name, [method, fault, said, tries]) => {
    const prefix = name.replaceAll(' ', '-');
    const sent = new Map<string, number>();
    storage.fault = (asked, path) => {
      if (asked === method) sent.set(path, (sent.get(path) ?? 0) + 1);
      return at(method, fault)(asked);
    };
    const { code, stderr, stdout } = await exportTo(`s3://open-data/${prefix}`);
    expect([code, stdout]).toEqual([1, '']);
    for (const words of [`s3://open-data/${prefix}/`, ...said]) expect(stderr).toContain(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([...sent.values()][0]).toBe(tries);
    expect(isThere(`${prefix}/manifest.json`)).toBe(false);
    expect(isThere(`${prefix}/publications/1/manifest.json`)).toBe(false);
  });

  test('recovers takes the whole', async () => {
    const slow: Fault = { status: 503, code: 'SlowDown', headers: AT_ONCE };
    const left = new Map<string, Fault[]>([
      ['GET', [slow, 'CUT']],
      ['HEAD', [slow, slow]],
      ['PUT', [slow, { status: 400, code: 'RequestTimeout', headers: AT_ONCE }, 'CUT']],
    ]);
    storage.fault = (method) => left.get(method)?.pop() ?? null;
    const { code, stderr } = await exportTo('s3://open-data/recovered');
    expect([code, stderr]).toEqual([0, '']);
    expect([...left.values()].flat()).toEqual([]);
    await expectWhole('recovered');
  });

  test('leads elsewhere is not followed: keys and bytes are for it alone', async () => {
    let asked = 0;
    const elsewhere = createServer((_request, response) => {
      asked += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const { port } = elsewhere.address() as AddressInfo;
    const location = `http://127.0.0.1:${port}/open-data/x`;
    storage.fault = () => ({ status: 307, code: 'TemporaryRedirect', headers: { location } });
    const { code, stderr } = await exportTo('s3://open-data/redirected');
    elsewhere.close();
    expect([code, asked]).toEqual([1, 0]);
    expect(stderr).toContain('set S3_REGION or S3_ENDPOINT');
  });

  test.each([
    ['does not answer', 'SILENT'],
    ['asks to wait', { status: 503, headers: { 'retry-after': '60' } }],
  ] as const)('%s is left at once when the export is to end', async (_name, fault) => {
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    storage.fault = (method) => {
      if (method !== 'HEAD') return null;
      resolve();
      return fault;
    };
    const running = start('s3://open-data/left');
    await Promise.race([asked, running.ended]);
    running.process.kill('SIGTERM');
    const { code, stderr } = await running.ended;
    expect([code, stderr]).toEqual([1, expect.stringContaining('was interrupted')]);
  });
});

test('of two exports of different figures at once no description is untrue', {
  timeout: 120_000,
}, async () => {
  const { promise: half, resolve: reached } = Promise.withResolvers<void>();
  const { promise: open, resolve: goOn } = Promise.withResolvers<void>();
  storage.onPut = async () => {
    const stored = [...storage.objects.keys()].filter((name) => name.startsWith('two/'));
    if (stored.length < BI_DATASETS.length) return;
    storage.onPut = () => {};
    reached();
    await open;
  };
  const first = start('s3://open-data/two');
  await Promise.race([half, first.ended]);
  const other = await start('s3://open-data/two', {
    ...{ ...second.env, METHOD_MINIMUM_BASE: '0', METHOD_RANKED_FROM: '0' },
  }).ended;
  expect([other.code, other.stderr]).toEqual([0, '']);
  await expectWhole('two');
  goOn();
  const { code, stderr } = await first.ended;
  expect([code, stderr]).toEqual([1, expect.stringContaining('another export writes there too')]);
  expect(isThere('two/manifest.json')).toBe(false);
  expect(isThere('two/publications/1/manifest.json')).toBe(false);
  expect((await exportTo('s3://open-data/two')).code).toBe(0);
  await expectWhole('two');
});
