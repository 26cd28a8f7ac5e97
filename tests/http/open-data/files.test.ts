import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATASETS } from '../../../src/datasets/catalogue.ts';
import type { Database } from '../../../src/db/database.ts';
import { describeEachEngine } from '../../support/database.ts';
import { type PublishedServer, publishTwice, servePublished } from './published-server.ts';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describeEachEngine('whole files of a publication on', (openDatabase) => {
  let database: Database;
  let served: PublishedServer;
  beforeAll(async () => {
    database = await openDatabase();
    await publishTwice(database);
    served = await servePublished(database);
  });
  afterAll(() => served?.[Symbol.asyncDispose]());

  const bytesOf = async (path: string) => {
    const response = await served.get(path);
    expect([path, response.status]).toEqual([path, 200]);
    return Buffer.from(await response.arrayBuffer());
  };

  test('the manifest names every table that is for everybody, in three formats, with size and digest', async () => {
    const { files, publication, method_version: method } = await served.manifest(2);
    expect([publication, method]).toEqual([2, '2.0']);
    const tables = new Set(files.map(({ table }) => table));
    const reports = DATASETS.filter(({ dependsOnReader }) => !dependsOnReader);
    for (const { name } of reports) expect(tables).toContain(name.replaceAll('-', '_'));
    for (const star of ['certification', 'cohort', 'insertion_rate', 'certification_occupation']) {
      expect(tables).toContain(star);
    }
    expect(tables).not.toContain('survey_rates');
    expect(files.length).toBe(3 * tables.size);
    for (const { path, bytes, sha256: digest, media_type: type } of files) {
      const response = await served.get(`/publications/2/${path}`);
      const body = Buffer.from(await response.arrayBuffer());
      expect([path, body.byteLength, sha256(body)]).toEqual([path, bytes, digest]);
      expect(response.headers.get('content-type')?.split(';')[0]).toBe(type);
    }
  });

  test('a file has the bytes of the report of the same publication', async () => {
    for (const name of ['certifications', 'insertion-rates', 'changes', 'insertion-by-year']) {
      for (const format of ['csv', 'jsonl', 'parquet']) {
        const file = await bytesOf(`/publications/2/files/${name.replaceAll('-', '_')}.${format}`);
        const report = await bytesOf(`/reports/${name}.${format}?publication=2`);
        expect([name, format, sha256(file)]).toEqual([name, format, sha256(report)]);
      }
    }
  });

  test('a past publication has files of its own, and the newest an address that leads to it', async () => {
    const [first, second] = [await served.manifest(1), await served.manifest(2)];
    expect(first.publication).toBe(1);
    expect(first.edition).not.toBe(second.edition);
    expect(first.files_sha256).not.toBe(second.files_sha256);
    const led = await fetch(`${served.url}/publications/latest/files/cohorts.csv?sha256=`, {
      redirect: 'manual',
    });
    expect(led.status).toBe(307);
    expect(led.headers.get('location')).toBe('/publications/2/files/cohorts.csv?sha256=');
    expect((await served.manifest('latest')).publication).toBe(2);
  });

  test('a file says its digest, is sent in parts, and not again to who has it', async () => {
    const { files } = await served.manifest(2);
    const file = files.find(({ path }) => path === 'files/cohorts.csv');
    const at = '/publications/2/files/cohorts.csv';
    const whole = await served.get(at);
    const text = await whole.text();
    expect(whole.headers.get('etag')).toBe(`"${file?.sha256}"`);
    const base64 = Buffer.from(file?.sha256 ?? '', 'hex').toString('base64');
    expect(whole.headers.get('repr-digest')).toBe(`sha-256=:${base64}:`);
    expect(whole.headers.get('cache-control')).toBe('public, max-age=86400');
    expect(whole.headers.get('x-row-count')).toBe(String(file?.rows));
    expect(whole.headers.get('link')).toContain(
      '</publications/2/files/cohorts.csv-metadata.json>; rel="describedby"; type="application/csvm+json"',
    );
    const part = await served.get(at, { range: 'bytes=0-3' });
    expect([part.status, await part.text()]).toEqual([206, text.slice(0, 4)]);
    expect(part.headers.get('content-range')).toBe(`bytes 0-3/${file?.bytes}`);
    const past = await served.get(at, { range: 'bytes=999999999-' });
    expect([past.status, past.headers.get('cache-control')]).toEqual([416, 'no-store']);
    expect(await past.json()).toMatchObject({
      detail: expect.stringContaining(`the answer has ${file?.bytes} bytes`),
    });
    const known = await served.get(at, { 'if-none-match': `"${file?.sha256}"` });
    expect([known.status, await known.text()]).toEqual([304, '']);
    const head = await fetch(`${served.url}${at}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(file?.bytes)]);
  });

  test('an address with the digest is immutable, and gives these bytes or an error', async () => {
    const { files } = await served.manifest(2);
    const { sha256: digest = '' } = files.find(({ path }) => path === 'files/cohorts.csv') ?? {};
    const at = '/publications/2/files/cohorts.csv';
    const right = await served.get(`${at}?sha256=${digest}`);
    expect(right.status).toBe(200);
    expect(right.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const wrong = await served.get(`${at}?sha256=${'0'.repeat(64)}`, { 'accept-language': 'fr' });
    expect(wrong.status).toBe(410);
    expect(wrong.headers.get('cache-control')).toBe('no-store');
    expect(await wrong.json()).toMatchObject({
      code: 'PUBLICATION_GONE',
      detail: expect.stringContaining(digest),
    });
    const manifest = await served.get('/publications/2/manifest.json');
    const own = sha256(Buffer.from(await manifest.arrayBuffer()));
    expect(manifest.headers.get('etag')).toBe(`"${own}"`);
    const named = await served.get(`/publications/2/manifest.json?sha256=${own}`);
    expect(named.headers.get('cache-control')).toContain('immutable');
  });

  test.each([
    ['/publications/9/manifest.json', 404, 'NOT_FOUND', 'there is no publication 9'],
    ['/publications/0/manifest.json', 404, 'NOT_FOUND', '/publications/12/manifest.json'],
    ['/publications/two/manifest.json', 404, 'NOT_FOUND', '/publications/12/manifest.json'],
    ['/publications/2/nothing.json', 404, 'NOT_FOUND', 'catalog.ttl'],
    ['/publications/2/files/nothing.csv', 404, 'NOT_FOUND', 'insertion_rates'],
    ['/publications/2/files/cohorts.xlsx', 404, 'NOT_FOUND', 'cohorts.parquet'],
    ['/publications/2/files/survey_rates.csv', 404, 'NOT_FOUND', 'tables are certifications'],
    ['/publications/2/files/../manifest.json%00', 404, 'NOT_FOUND', '/publications'],
    [
      '/publications/2/files/cohorts.csv?sha256=abc',
      400,
      'BAD_USER_INPUT',
      '64 hexadecimal digits',
    ],
    ['/publications/2/files/cohorts.csv?limit=3', 400, 'BAD_USER_INPUT', 'limit is not known'],
    ['/publications/2/manifest.json?publication_token=x', 400, 'BAD_USER_INPUT', 'not known'],
    ['/catalog.jsonld?page=0', 400, 'BAD_USER_INPUT', '1 to 1000'],
    ['/catalog.jsonld?page=77', 404, 'NOT_FOUND', 'pages 1 to 2'],
    ['/catalog.ttl?lang=de', 400, 'BAD_USER_INPUT', 'fr, en'],
  ])('%s is %i %s', async (path, status, code, said) => {
    const response = await served.get(path);
    expect([path, response.status]).toEqual([path, status]);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code, detail: expect.stringContaining(said) });
  });
});
