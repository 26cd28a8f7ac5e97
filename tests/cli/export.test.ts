import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Manifest } from '../../src/http/open-data/manifest.ts';
import { S3_KEYS, type S3Storage, startStorage } from '../support/s3-storage.ts';
import { databaseFolder } from './export-setup.ts';
import { filesIn, untrue } from './exported-folder.ts';
import { runCli, startCli } from './run-cli.ts';

const URL_OPTION = ['--url', 'https://data.example.org/debouches'];

let place: Awaited<ReturnType<typeof databaseFolder>>;
beforeAll(async () => {
  place = await databaseFolder();
}, 120_000);
afterAll(() => place?.[Symbol.asyncDispose]());

const exportTo = (target: string, args: readonly string[] = [], env: Record<string, string> = {}) =>
  runCli(['export', target, ...URL_OPTION, ...args], { ...place.env, ...env });

describe('to a folder', () => {
  test('everything is there, described, and not written again', { timeout: 120_000 }, async () => {
    const site = join(place.folder, 'site');
    const first = await exportTo(site);
    expect([first.code, first.stderr]).toEqual([0, '']);
    const manifest = JSON.parse(await readFile(join(site, 'manifest.json'), 'utf8')) as Manifest;
    expect(await untrue(manifest, (path) => readFile(join(site, path)))).toEqual([]);
    const names = await filesIn(site);
    for (const name of [
      ...['datapackage.json', 'catalog.jsonld', 'catalog.ttl', '.well-known/csvm'],
      ...['csvw.json', 'manifest.json', 'catalog.ttl', 'files/cohorts.csv-metadata.json'].map(
        (each) => `publications/1/${each}`,
      ),
    ]) {
      expect(names).toContain(name);
    }
    expect(names.filter((name) => name.includes('.part-'))).toEqual([]);
    expect(await readFile(join(site, 'catalog.ttl'), 'utf8')).toContain(
      'https://data.example.org/debouches/publications/1/files/cohorts.csv',
    );
    const before = await stat(join(site, 'publications/1/files/cohorts.csv'));
    const again = await exportTo(site);
    expect(again.stdout).toContain(
      `0 files were written to ${site} and ${names.length} were there`,
    );
    expect((await stat(join(site, 'publications/1/files/cohorts.csv'))).mtimeMs).toBe(
      before.mtimeMs,
    );
    // What was spoiled is written again, and nothing else.
    await writeFile(join(site, 'publications/1/files/cohorts.csv'), 'spoiled');
    expect((await exportTo(site)).stdout).toContain('publication 1: 1 files were written');
    // Made by another method the figures differ: nothing tells of the former ones.
    await exportTo(site, [], { METHOD_MINIMUM_BASE: '0', METHOD_RANKED_FROM: '0' });
    const other = JSON.parse(await readFile(join(site, 'manifest.json'), 'utf8')) as Manifest;
    expect(other.edition).not.toBe(manifest.edition);
    expect(await untrue(other, (path) => readFile(join(site, path)))).toEqual([]);
  });

  test('only the formats that are asked for', { timeout: 60_000 }, async () => {
    const site = join(place.folder, 'csv-and-parquet');
    expect((await exportTo(site, ['--formats', 'parquet, csv'])).code).toBe(0);
    const manifest = JSON.parse(await readFile(join(site, 'manifest.json'), 'utf8')) as Manifest;
    expect(new Set(manifest.files.map(({ format }) => format))).toEqual(
      new Set(['csv', 'parquet']),
    );
  });

  test.each([
    [['--formats', 'xlsx'], 2, 'csv, jsonl, parquet are accepted'],
    [['--publication', '0'], 2, 'The number of a publication is accepted'],
    [['--publication', '77'], 1, 'there is no publication 77'],
    [['--url', 'ftp://example.org'], 2, '--url is not accepted'],
    [['--url', 'https://user:secret@example.org'], 2, '--url is not accepted'],
  ])('%j ends with %i', { timeout: 60_000 }, async (args, code, said) => {
    const ended = await exportTo(join(place.folder, 'never'), args);
    expect([ended.code, ended.stderr]).toEqual([code, expect.stringContaining(said)]);
    expect(ended.stderr).not.toContain('secret');
    expect(await readdir(place.folder)).not.toContain('never');
  });
});

describe('to a storage of the protocol of S3', () => {
  let storage: S3Storage;
  beforeAll(async () => {
    storage = await startStorage();
  });
  afterAll(() => storage?.[Symbol.asyncDispose]());

  const toStorage = (target: string, env: Record<string, string> = {}) =>
    exportTo(target, [], { ...S3_KEYS, S3_ENDPOINT: storage.endpoint, ...env });
  const at = (path: string) => fetch(`${storage.endpoint}/open-data/${path}`);
  const read = async (path: string) => Buffer.from(await (await at(`site/${path}`)).arrayBuffer());

  test('everything is there, and not written again', { timeout: 120_000 }, async () => {
    const first = await toStorage('s3://open-data/site');
    expect([first.code, first.stderr]).toEqual([0, '']);
    const manifest = JSON.parse(String(await read('manifest.json'))) as Manifest;
    expect(manifest.files.length).toBeGreaterThan(60);
    expect(await untrue(manifest, read)).toEqual([]);
    const { headers } = await at('site/publications/1/csvw.json');
    expect(headers.get('content-type')).toBe('application/csvm+json');
    const again = await toStorage('s3://open-data/site/');
    expect(again.stdout).toContain('publication 1: 0 files were written to s3://open-data/site/');
  });

  test.each([
    ['s3://no-such-bucket/site', {}, 1, 'there is no such bucket'],
    ['s3://open-data/x', { AWS_ACCESS_KEY_ID: 'WRONG' }, 1, 'does not know AWS_ACCESS_KEY_ID'],
    [
      's3://open-data/x',
      { AWS_SECRET_ACCESS_KEY: 'hidden-one' },
      1,
      'AWS_SECRET_ACCESS_KEY is not',
    ],
    ['s3://open-data/x', { S3_ENDPOINT: 'http://127.0.0.1:9' }, 1, 'cannot be reached'],
    ['s3://open-data/x', { AWS_ACCESS_KEY_ID: '' }, 2, 'are not set'],
    ['s3://Open_Data/x', {}, 2, 's3://bucket/prefix'],
    ['gs://open-data/x', {}, 2, 's3://bucket/prefix'],
    ['s3://open-data/x', { S3_ENDPOINT: 'http://example.org' }, 2, 'S3_ENDPOINT cannot be used'],
  ])('%s with %j ends with %i', { timeout: 60_000 }, async (target, env, code, said) => {
    const ended = await toStorage(target, env as Record<string, string>);
    expect([ended.code, ended.stderr]).toEqual([code, expect.stringContaining(said)]);
    expect(ended.stderr + ended.stdout).not.toContain('hidden-one');
  });

  test('one that is interrupted shows no manifest, and goes on', { timeout: 120_000 }, async () => {
    const before = storage.objects.size;
    const { promise: fortieth, resolve: reached } = Promise.withResolvers<void>();
    storage.onPut = async () => {
      if (storage.objects.size - before < 40) return;
      reached();
      await new Promise(() => {});
    };
    const running = startCli(['export', 's3://open-data/broken', ...URL_OPTION], {
      ...{ ...place.env, ...S3_KEYS, S3_ENDPOINT: storage.endpoint },
    });
    await Promise.race([fortieth, running.ended]);
    running.process.kill('SIGTERM');
    const ended = await running.ended;
    storage.onPut = () => {};
    expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining('was interrupted')]);
    expect((await at('broken/manifest.json')).status).toBe(404);
    expect((await at('broken/publications/1/manifest.json')).status).toBe(404);
    const after = await toStorage('s3://open-data/broken');
    expect([after.code, after.stderr]).toEqual([0, '']);
    const [, kept] = / and (\d+) were there already/.exec(after.stdout) ?? [];
    expect(Number(kept)).toBe(40);
    expect((await at('broken/manifest.json')).status).toBe(200);
  });
});
