import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { findNewestPair } from '../../src/refresh/catalogue.ts';
import { RefreshError } from '../../src/refresh/refresh-error.ts';
import { RNCP, RS } from '../ingest/publish/small-imports.ts';
import { TODAY } from '../support/client.ts';
import { DATASET, DataGouv, status, testTransfer } from './data-gouv.ts';

let site: DataGouv;
beforeAll(async () => {
  site = await DataGouv.start();
});
afterAll(() => site[Symbol.asyncDispose]());
beforeEach(() => site.reset());

const find = (today = TODAY, base = site.url) => findNewestPair(base, today, testTransfer());

/** What is said when no pair is found. */
async function failure(): Promise<string> {
  const error = await find().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RefreshError);
  const { message } = error as RefreshError;
  expect(message).not.toContain('\n');
  return message;
}

async function publishPair(day: string) {
  await site.publish('RNCP', day, RNCP);
  await site.publish('RS', day, RS);
}

test('the newest day with both registers is taken, whatever else is listed', async () => {
  await publishPair('2026-11-22');
  await publishPair('2026-11-21');
  await site.publish('RS', '2026-11-24', RS);
  await site.publish('RNCP', '2026-11-23', RNCP);
  const { day, exports, incomplete } = await find();
  expect(day).toBe('2026-11-22');
  expect(exports.map(({ register, name }) => [register, name])).toEqual([
    ['RNCP', 'export-fiches-rncp-v4-1-2026-11-22.zip'],
    ['RS', 'export-fiches-rs-v4-1-2026-11-22.zip'],
  ]);
  expect(exports[0]?.bytes).toBeGreaterThan(100);
  expect(exports[0]?.checksum).toEqual({
    type: 'sha1',
    value: expect.stringMatching(/^[0-9a-f]{40}$/),
  });
  expect(incomplete).toEqual([
    { day: '2026-11-24', missing: 'RNCP' },
    { day: '2026-11-23', missing: 'RS' },
  ]);
  expect(site.userAgent).toBe('debouches/test');
});

test('a day in the future is not taken', async () => {
  await publishPair('2026-11-24');
  await publishPair('2026-11-25');
  expect(await find()).toMatchObject({ day: '2026-11-24', incomplete: [] });
  expect(await find(parsePlainDate('2026-11-25'))).toMatchObject({ day: '2026-11-25' });
});

test('of two resources with one title the last modified is taken', async () => {
  await publishPair('2026-11-22');
  const title = 'export-fiches-rs-v4-1-2026-11-22.zip';
  const url = 'https://example.org/';
  site.resources.push({ title, url, last_modified: '2026-11-21T00:00:00' });
  expect((await find()).exports[1]?.url.host).toBe(site.url.host);
  site.resources.push({ title, url, last_modified: '2026-11-23T00:00:00' });
  expect(await find().catch(String)).toMatchObject({ exports: [{}, { url: new URL(url) }] });
});

test('a checksum in capitals is read, one by another function is not looked at', async () => {
  const value = 'AB'.repeat(32);
  await site.publish('RNCP', '2026-11-22', RNCP, { checksum: { type: 'SHA-256', value } });
  await site.publish('RS', '2026-11-22', RS, { checksum: { type: 'md5', value }, filesize: null });
  const { exports } = await find();
  expect(exports.map(({ checksum }) => checksum)).toEqual([
    { type: 'sha256', value: 'ab'.repeat(32) },
    null,
  ]);
  expect(exports[1]?.bytes).toBeNull();
});

test('a site whose address has a path keeps it', async () => {
  site.misbehave(`/mirror${DATASET}`, (_request, response) => response.end('{"resources":[]}'));
  await expect(find(TODAY, new URL('mirror', site.url))).rejects.toThrow(/lists 0 resources/);
});

test.each([
  ['no JSON', '<html>', /is not JSON: .*REFRESH_URL.*by hand/],
  ['an answer cut short', '{"resources":[', /is not JSON/],
  ['another object', '{"message":"moved"}', /has no list "resources"/],
  ['a list that is none', '{"resources":{}}', /has no list "resources"/],
  ['null', 'null', /has no list "resources"/],
])('%s is told in one sentence', async (_, text, message) => {
  site.misbehave(DATASET, (_request, response) => response.end(text));
  expect(await failure()).toMatch(message);
});

test('a list without a pair is told with its size', async () => {
  await site.publish('RNCP', '2026-11-22', RNCP);
  expect(await failure()).toMatch(/lists 58 resources, and no day of which there are both/);
});

test.each([
  ['no address', { url: undefined }, /lists export-fiches-rs-\S+ in another form \(url: /],
  ['an odd size', { filesize: '12' }, /in another form \(filesize: /],
  ['an address that is none', { url: 'file:///etc/passwd' }, /"file:.*, which is not accepted/],
  ['an address in the open', { url: 'http://example.org/' }, /which is not accepted: https is/],
])('an export with %s is told by its name', async (_, resource, message) => {
  await site.publish('RNCP', '2026-11-22', RNCP);
  await site.publish('RS', '2026-11-22', RS, resource);
  expect(await failure()).toMatch(message);
});

test('a catalogue that is there only the second time is read', async () => {
  await publishPair('2026-11-22');
  site.misbehave(DATASET, status(500));
  expect(await find()).toMatchObject({ day: '2026-11-22' });
});

test('a catalogue that is not there is not asked for again', async () => {
  site.misbehave(DATASET, status(404));
  expect(await failure()).toMatch(/was answered with status 404: refresh again later, or import/);
});

test('a catalogue that has no end is given up', async () => {
  site.misbehave(DATASET, (_request, response) => {
    const timer = setInterval(() => response.write(' '.repeat(200_000)), 1);
    response.on('close', () => clearInterval(timer));
  });
  expect(await failure()).toMatch(/has more than 1000000 bytes: it may have changed/);
});
