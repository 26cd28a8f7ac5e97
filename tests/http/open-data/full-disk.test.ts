import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openMigratedPglite } from '../../support/database.ts';
import { MAY_MOUNT, mountDisk } from '../../support/mounted-disk.ts';
import { type PublishedServer, publishTwice, servePublished } from './published-server.ts';

let folder = '';
let database: Awaited<ReturnType<typeof openMigratedPglite>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-full-files-'));
  database = await openMigratedPglite();
  await publishTwice(database);
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await database?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const serve = (place: string) =>
  servePublished(database, { publicationFiles: { folder: place, maxBytes: 1e9 } });

/** Expects an answer that files cannot be written, in both languages, and its reason in the log. */
const expectUnavailable = async (
  served: PublishedServer,
  path: string,
  headers: Readonly<Record<string, string>> = {},
) => {
  for (const [language, words] of [
    ['en', 'cannot write files now'],
    ['fr', 'ne peut pas écrire de fichiers'],
  ] as const) {
    const response = await served.get(path, { ...headers, 'accept-language': language });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    const problem = await response.json();
    expect(problem).toMatchObject({ code: 'FILES_UNAVAILABLE', status: 503 });
    expect(problem.detail).toContain(words);
    expect(JSON.stringify(problem)).not.toContain(folder);
  }
  expect(JSON.stringify(served.server.lines)).toMatch(/ENOSPC|ENOTDIR/);
};

describe.runIf(MAY_MOUNT)('on a disk that is full', () => {
  test('no file of a publication is served or left, and the next request writes them', async () => {
    const place = join(folder, 'small');
    using disk = mountDisk(place, 300);
    await using served = await serve(place);
    for (const path of [
      '/publications/2/manifest.json',
      '/publications/2/files/cohorts.csv',
      '/datapackage.json',
    ])
      await expectUnavailable(served, path);
    expect(await readdir(place)).toEqual([]);
    disk.resize(100_000);
    const manifest = await served.manifest(2);
    for (const { path, bytes } of manifest.files) {
      const response = await served.get(`/publications/2/${path}`);
      expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, bytes]);
    }
    // Of another publication nothing fits in: what is there is served on.
    disk.fill(100);
    await expectUnavailable(served, '/publications/1/manifest.json');
    expect((await readdir(place)).length).toBe(1);
    expect((await served.manifest(2)).edition).toBe(manifest.edition);
  });

  test('parts of a report are not served, and reports that are sent as they are made are', async () => {
    const place = join(folder, 'small-temporary');
    using disk = mountDisk(place, 100);
    vi.stubEnv('TMPDIR', place);
    disk.fill(8);
    await using served = await serve(join(folder, 'other'));
    const range = { range: 'bytes=0-9' };
    await expectUnavailable(served, '/reports/insertion-rates.parquet', range);
    expect((await served.get('/reports/cohorts.csv')).status).toBe(200);
    disk.resize(100_000);
    const part = await served.get('/reports/insertion-rates.parquet', range);
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10]);
  });
});

test('a folder that is none is told of, until it is one', async () => {
  const place = join(folder, 'a-file', 'files');
  await writeFile(join(folder, 'a-file'), '');
  await using served = await serve(place);
  await expectUnavailable(served, '/publications/2/manifest.json');
  await rm(join(folder, 'a-file'));
  await mkdir(place, { recursive: true });
  await chmod(place, 0o700);
  expect((await served.manifest(2)).publication).toBe(2);
});

test('files that were removed or spoiled behind the server are written again', {
  timeout: 120_000,
}, async () => {
  const place = join(folder, 'cleaned');
  await using served = await serve(place);
  const before = await served.manifest(2);
  const [name = ''] = await readdir(place);
  const spoil: Readonly<Record<string, () => Promise<void>>> = {
    'one file': () => rm(join(place, name, 'files/cohorts.csv')),
    'bytes of one': () => writeFile(join(place, name, 'files/cohorts.csv'), 'spoiled'),
    'the manifest': () => writeFile(join(place, name, 'manifest.json'), '{"publication":'),
    'all of it': () => rm(place, { recursive: true }),
  };
  for (const [what, act] of Object.entries(spoil)) {
    await act();
    // Another server of the folder has nothing in memory.
    await using other = await serve(place);
    for (const each of [served, other]) {
      const response = await each.get('/publications/2/files/cohorts.csv');
      const { length } = await response.text();
      expect([what, response.status, length]).toEqual([what, 200, expect.any(Number)]);
      expect((await each.manifest(2)).files_sha256).toBe(before.files_sha256);
    }
    expect((await readdir(place)).length).toBe(1);
  }
});
