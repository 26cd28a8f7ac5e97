import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failureOf } from '../../src/cli/failure.ts';
import { download } from '../../src/refresh/download.ts';
import { RefreshError } from '../../src/refresh/refresh-error.ts';
import { retryAfterMs, type TransferLimits } from '../../src/refresh/transfer.ts';
import { breakingOff, DataGouv, status, testTransfer } from './data-gouv.ts';

const NAME = 'export-fiches-rncp-v4-1-2026-11-22.zip';
const PATH = `/resources/${NAME}`;
const BYTES = Buffer.from(Array.from({ length: 40_000 }, (_, at) => (at * at) % 251));
const OTHER = Buffer.from(BYTES).reverse();
const hash = (type: string, bytes: Buffer) => createHash(type).update(bytes).digest('hex');
const SHA1 = { type: 'sha1', value: hash('sha1', BYTES) } as const;

let site: DataGouv;
let other: DataGouv;
let folder = '';
let said: string[] = [];
let waits: number[] = [];
beforeAll(async () => {
  site = await DataGouv.start();
  other = await DataGouv.start();
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
});
beforeEach(async () => {
  for (const each of [site, other]) each.reset();
  site.serve(PATH, BYTES);
  folder = await mkdtemp(join(tmpdir(), 'debouches-download-'));
  said = [];
  waits = [];
  return () => rm(folder, { recursive: true, force: true });
});

type Wanted = Parameters<typeof download>[0];

interface Options extends Partial<TransferLimits> {
  readonly maxBytes?: number;
}

function fetchFile(wanted: Partial<Wanted> = {}, { maxBytes = 1e6, ...limits }: Options = {}) {
  const file = { name: NAME, url: new URL(PATH, site.url), bytes: null, checksum: null, ...wanted };
  return download(
    file,
    { path: folder, maxBytes },
    {
      ...testTransfer(said, limits),
      wait: async (ms) => waits.push(ms),
    },
  );
}

/** What is said when a download fails. */
async function failure(wanted: Partial<Wanted> = {}, options: Options = {}): Promise<string> {
  const error = await fetchFile(wanted, options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RefreshError);
  const { message, exitCode } = failureOf(error);
  expect(message).not.toContain('\n');
  expect(exitCode).toBe(1);
  return message;
}

const downloaded = () => readFile(join(folder, NAME));
const names = async () => (await readdir(folder)).toSorted();
const ranges = () => site.requests.map(({ headers }) => headers.range);

/** Sends some bytes every now and then, for ever. */
const dripping = (_request: unknown, response: ServerResponse) => {
  response.writeHead(200, { etag: '"drip"' });
  const timer = setInterval(() => response.write('drip'), 20);
  response.on('close', () => clearInterval(timer));
};

test('a file is written whole, under its name, with nothing left beside it but its receipt', async () => {
  const file = await fetchFile({ bytes: BYTES.length, checksum: SHA1 });
  expect(file).toEqual({
    path: join(folder, NAME),
    sha256: hash('sha256', BYTES),
    transferred: true,
  });
  expect(await downloaded()).toEqual(BYTES);
  expect(await names()).toEqual([NAME, `${NAME}.json`]);
  expect(site.requests[0]?.headers).toMatchObject({
    'user-agent': 'debouches/test',
    'accept-encoding': 'identity',
  });
});

describe('a file that is there', () => {
  test('is not asked for when its checksum is the one that is listed', async () => {
    await fetchFile({ checksum: SHA1 });
    expect(await fetchFile({ checksum: SHA1 })).toMatchObject({ transferred: false });
    expect(site.requests).toHaveLength(1);
  });

  test('is not transferred when its server says that it is the same', async () => {
    await fetchFile();
    expect(await fetchFile()).toMatchObject({
      transferred: false,
      sha256: hash('sha256', BYTES),
    });
    expect(site.requests[1]?.headers['if-none-match']).toMatch(/^"/);
  });

  test('is replaced when it is another by now', async () => {
    await fetchFile();
    site.serve(PATH, OTHER);
    expect(await fetchFile()).toMatchObject({ transferred: true, sha256: hash('sha256', OTHER) });
    expect(await downloaded()).toEqual(OTHER);
  });

  test('is replaced when it was damaged on disk', async () => {
    await fetchFile();
    await writeFile(join(folder, NAME), OTHER);
    expect(await fetchFile()).toMatchObject({ transferred: true });
    expect(await downloaded()).toEqual(BYTES);
  });
});

describe('a transfer that broke off', () => {
  test('is resumed where it was, if the file is still the same', async () => {
    site.misbehave(PATH, breakingOff(BYTES, 15_000));
    await fetchFile({ checksum: SHA1 });
    expect(await downloaded()).toEqual(BYTES);
    expect(ranges()).toEqual([undefined, 'bytes=15000-']);
    expect(site.requests[1]?.headers['if-range']).toMatch(/^"[0-9a-f]{32}"$/);
    expect(said).toEqual([expect.stringMatching(/cannot be read: .*: tried again in 1 s$/)]);
  });

  test('is resumed by the next call too', async () => {
    site.misbehave(PATH, breakingOff(BYTES, 15_000));
    expect(await failure({}, { attempts: 1 })).toMatch(/it was tried 1 times: refresh again later/);
    expect(await names()).toEqual([`${NAME}.part`, `${NAME}.part.json`]);
    await fetchFile();
    expect(ranges()).toEqual([undefined, 'bytes=15000-']);
    expect(await downloaded()).toEqual(BYTES);
    expect(await names()).toEqual([NAME, `${NAME}.json`]);
  });

  test('begins anew when the server knows no ranges', async () => {
    site.misbehave(PATH, breakingOff(BYTES, 15_000), (_request, response) => response.end(BYTES));
    await fetchFile({ checksum: SHA1 });
    expect(ranges()).toEqual([undefined, 'bytes=15000-']);
    expect(await downloaded()).toEqual(BYTES);
  });

  test('begins anew when the file is another by now', async () => {
    site.misbehave(PATH, breakingOff(OTHER, 15_000));
    await fetchFile({ checksum: SHA1 });
    expect(ranges()).toEqual([undefined, 'bytes=15000-']);
    expect(await downloaded()).toEqual(BYTES);
  });

  test('begins anew when there is nothing at that place', async () => {
    site.misbehave(PATH, breakingOff(BYTES, 15_000), status(416));
    await fetchFile({ checksum: SHA1 });
    expect(ranges()).toEqual([undefined, 'bytes=15000-', undefined]);
    expect(await downloaded()).toEqual(BYTES);
  });

  test('begins anew, and keeps no part, when the server does not tell which state it sent', async () => {
    site.misbehave(PATH, breakingOff(BYTES, 15_000, { etag: 'W/"weak"' }));
    await failure({}, { attempts: 1 });
    expect(await names()).toEqual([]);
    await fetchFile();
    expect(ranges()).toEqual([undefined, undefined]);
  });

  test('is resumed when the server does not say how long the whole is', async () => {
    site.misbehave(PATH, breakingOff(BYTES, 15_000), (_request, response) => {
      response.writeHead(206, { 'content-range': 'bytes 15000-39999/*' });
      response.end(BYTES.subarray(15_000));
    });
    await fetchFile({ bytes: 40_000, checksum: SHA1 });
    expect(await downloaded()).toEqual(BYTES);
  });

  test('is refused when it goes on at another place', async () => {
    site.misbehave(PATH, breakingOff(BYTES, 15_000), (_request, response) => {
      response.writeHead(206, { 'content-range': `bytes 14000-39999/40000` });
      response.end(BYTES.subarray(14_000));
    });
    expect(await failure()).toMatch(/was resumed at another place/);
    expect(await names()).toEqual([]);
  });
});

describe('a server that asks for time or has trouble', () => {
  test('is asked again after the time that it asks for', async () => {
    site.misbehave(PATH, status(429, { 'retry-after': '20' }), status(429));
    await fetchFile();
    expect(waits).toEqual([20_000, 4_000]);
    expect(said).toEqual([
      expect.stringMatching(/answered with status 429: tried again in 20 s$/),
      expect.stringMatching(/answered with status 429: tried again in 4 s$/),
    ]);
  });

  test('is left alone when that is too long', async () => {
    site.misbehave(PATH, status(503, { 'retry-after': '600' }));
    expect(await failure()).toMatch(
      /status 503, .* left alone for 10 minutes: refresh again then$/,
    );
    expect(site.requests).toHaveLength(1);
  });

  test('is asked again after a fault', async () => {
    site.misbehave(PATH, status(500), status(502));
    await fetchFile();
    expect(site.requests).toHaveLength(3);
  });

  test('is not asked for ever', async () => {
    site.misbehave(PATH, ...Array.from({ length: 9 }, () => status(500)));
    expect(await failure()).toMatch(/status 500; it was tried 3 times: refresh again later$/);
    expect(site.requests).toHaveLength(3);
  });

  test('is not asked again when the file is not there', async () => {
    site.misbehave(PATH, status(404));
    expect(await failure()).toMatch(
      /status 404: refresh again later, or import the files by hand$/,
    );
    expect(site.requests).toHaveLength(1);
  });

  test('is given up when it does not answer', async () => {
    site.misbehave(PATH, () => {});
    expect(await failure({}, { attempts: 1, headersMs: 100 })).toMatch(
      /did not answer within 0.1 s/,
    );
  });

  test('is given up when its bytes come drop by drop', async () => {
    site.misbehave(PATH, dripping);
    expect(await failure({}, { attempts: 1 })).toMatch(/sent \d+ bytes within 0.2 s, .* too slow/);
  });

  test('is named when nothing listens there', async () => {
    const gone = await DataGouv.start();
    const url = new URL(PATH, gone.url);
    await gone[Symbol.asyncDispose]();
    expect(await failure({ url }, { attempts: 1 })).toContain(
      `${url.host} cannot be read: nothing listens there`,
    );
  });
});

describe('a redirect', () => {
  const to = (location: string, code = 302) => status(code, { location });

  test('to another host is followed, and what is begun is resumed there', async () => {
    other.serve('/moved', BYTES);
    other.misbehave('/moved', breakingOff(BYTES, 15_000));
    site.misbehave(
      PATH,
      to(new URL('/moved', other.url).href),
      to(new URL('/moved', other.url).href, 307),
    );
    await fetchFile({ checksum: SHA1 });
    expect(await downloaded()).toEqual(BYTES);
    expect(other.requests.map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=15000-']);
  });

  test('to itself, again and again, ends', async () => {
    site.misbehave(PATH, ...Array.from({ length: 9 }, () => to(PATH)));
    expect(await failure()).toMatch(/redirects more than 3 times, in a circle perhaps/);
    expect(site.requests).toHaveLength(4);
  });

  test.each(['file:///etc/passwd', 'http://example.org/x', 'ftp://127.0.0.1/x', 'http://'])(
    'to %s is not followed',
    async (location) => {
      site.misbehave(PATH, to(location));
      expect(await failure()).toMatch(/redirects to ".*", which is not accepted/);
    },
  );
});

describe('a file that is not what was said', () => {
  test.each([
    [
      'is longer than is listed',
      { bytes: 39_999 },
      /has 40000 bytes at \S+ and 39999 in the catalogue/,
    ],
    [
      'has another checksum',
      { checksum: { ...SHA1, value: '0'.repeat(40) } },
      /and the catalogue says 0{40}/,
    ],
  ] as const)('and %s is refused and removed', async (_, wanted, message) => {
    expect(await failure(wanted)).toMatch(message);
    expect(await names()).toEqual([]);
  });

  test('and whose length nobody said is compared at its end', async () => {
    site.misbehave(PATH, (_request, response) => {
      response.write(BYTES.subarray(0, 100));
      response.end();
    });
    expect(await failure({ bytes: 40_000 })).toMatch(/has 100 bytes at/);
    expect(await names()).toEqual([]);
  });

  test('because it ended early is resumed', async () => {
    site.misbehave(PATH, breakingOff(BYTES, 39_000));
    await fetchFile({ bytes: 40_000 });
    expect(await downloaded()).toEqual(BYTES);
  });

  test('is left alone when it is too large, be it that nobody said so', async () => {
    const message = /has \d+ bytes or more and at most 30000 are accepted: raise REFRESH_MAX_BYTES/;
    expect(await failure({ bytes: 40_000 }, { maxBytes: 30_000 })).toMatch(message);
    expect(site.requests).toHaveLength(0);
    expect(await failure({}, { maxBytes: 30_000 })).toMatch(message);
    site.misbehave(PATH, (_request, response) => {
      response.write(BYTES);
      response.end();
    });
    expect(await failure({}, { maxBytes: 30_000 })).toMatch(message);
    expect(await names()).toEqual([]);
  });
});

test('Retry-After is read in seconds and as a date', () => {
  const now = Date.parse('2026-11-24T07:00:00Z');
  expect(retryAfterMs('120', now)).toBe(120_000);
  expect(retryAfterMs('Tue, 24 Nov 2026 07:00:30 GMT', now)).toBe(30_000);
  expect(retryAfterMs('Tue, 24 Nov 2026 06:00:00 GMT', now)).toBe(0);
  for (const value of [null, '', 'soon', '-5', '1.5']) expect(retryAfterMs(value, now)).toBeNull();
});

// What is written to /dev/full finds no space.
test.skipIf(process.platform !== 'linux')(
  'a full disk ends with 1 and leaves no part',
  async () => {
    await symlink('/dev/full', join(folder, `${NAME}.part`));
    expect(await failure()).toMatch(/^the disk of .* is full: make room, or choose another folder/);
    expect(await names()).toEqual([]);
  },
);

test('a folder that is none ends with 2', async () => {
  await writeFile(join(folder, 'file'), '');
  const path = join(folder, 'file');
  const file = { name: NAME, url: new URL(PATH, site.url), bytes: null, checksum: null };
  const error = await download(file, { path, maxBytes: 1e6 }, testTransfer()).catch(
    (reason: unknown) => reason,
  );
  expect(failureOf(error)).toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(/^REFRESH_DIR is ".*", which cannot be used: it, or what it is/),
  });
});
