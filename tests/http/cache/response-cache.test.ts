import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../src/http/cache/canonical-json.ts';
import {
  type CachedResponse,
  createResponseCache,
  type ResponseIdentity,
  responseKey,
} from '../../../src/http/cache/response-cache.ts';
import { publicationKey } from '../../../src/http/publication.ts';

const IDENTITY: ResponseIdentity = {
  publication: '3',
  day: '2026-11-02',
  request: ['sha256:ab', '{}'],
  form: ['application/json', 'identity'],
};

const KEY = responseKey(IDENTITY);

const asking = (what: string) => responseKey({ ...IDENTITY, request: [what] });

const answer = (text: string): CachedResponse => ({
  body: Buffer.from(text),
  headers: { 'content-type': 'application/json' },
  etag: '"tag"',
});

describe('the cache of answers', () => {
  test('gives back what was put, and counts', () => {
    const cache = createResponseCache(1_000_000);
    expect(cache.get(KEY)).toBeUndefined();
    const given = answer('{"data":{}}');
    cache.put(KEY, given);
    expect(cache.get(responseKey({ ...IDENTITY }))).toBe(given);
    expect(cache.counts()).toMatchObject({ hits: 1, misses: 1, entries: 1 });
    expect(cache.counts().bytes).toBeGreaterThan(given.body.byteLength);
  });

  test.each([
    ['publication', { publication: '4' }],
    ['day', { day: '2026-11-03' }],
    ['document', { request: ['sha256:ac', '{}'] }],
    ['variables', { request: ['sha256:ab', '{"code":"1"}'] }],
    ['media type', { form: ['application/graphql-response+json', 'identity'] }],
    ['encoding', { form: ['application/json', 'gzip'] }],
  ])('has nothing for another %s', (_, other) => {
    const cache = createResponseCache(1_000_000);
    cache.put(KEY, answer('x'));
    expect(cache.get(responseKey({ ...IDENTITY, ...other }))).toBeUndefined();
  });

  test('gives up what was unused for longest, and never holds more than its limit', () => {
    const cache = createResponseCache(100_000);
    const tenth = answer('x'.repeat(9_000));
    for (let index = 0; index < 9; index += 1) cache.put(asking(`${index}`), tenth);
    expect(cache.counts().entries).toBe(9);
    expect(cache.get(asking('0'))).toBeDefined();
    cache.put(asking('9'), tenth);
    expect(cache.get(asking('0'))).toBeDefined();
    expect(cache.get(asking('1'))).toBeUndefined();
    expect(cache.counts().bytes).toBeLessThanOrEqual(100_000);
  });

  test('counts bytes as they are, whatever is put, replaced and given up', () => {
    const puts = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.nat(12_000)));
    fc.assert(
      fc.property(puts, (each) => {
        const cache = createResponseCache(80_000);
        for (const [what, size] of each) cache.put(asking(`${what}`), answer('x'.repeat(size)));
        const kept = Array.from({ length: 21 }, (_, what) => cache.get(asking(`${what}`)));
        const bodies = kept.reduce((sum, one) => sum + (one?.body.byteLength ?? 0), 0);
        const { bytes, entries } = cache.counts();
        expect(entries).toBe(kept.filter(Boolean).length);
        expect(bytes).toBeLessThanOrEqual(80_000);
        expect(bytes).toBeGreaterThanOrEqual(bodies);
        if (entries === 0) expect(bytes).toBe(0);
      }),
    );
  });

  test('does not give up many answers for one that is large', () => {
    const cache = createResponseCache(100_000);
    cache.put(asking('small'), answer('x'));
    cache.put(asking('large'), answer('x'.repeat(cache.largest)));
    expect(cache.get(asking('large'))).toBeUndefined();
    expect(cache.get(asking('small'))).toBeDefined();
  });

  test('of 0 bytes keeps nothing', () => {
    const cache = createResponseCache(0);
    cache.put(KEY, answer(''));
    expect(cache.get(KEY)).toBeUndefined();
    expect(cache.counts()).toEqual({ hits: 0, misses: 1, bytes: 0, entries: 0 });
  });
});

test('a publication key is one publication of one database, by one method', () => {
  const at = new Date('2026-11-02T10:00:00Z');
  const publication = { id: 3, publishedAt: at, method: '2.0', lastErasure: 0 };
  const key = publicationKey(publication);
  expect(publicationKey({ ...publication })).toBe(key);
  const others = [
    ...[{ id: 4 }, { publishedAt: new Date('2026-11-02T10:00:01Z') }],
    ...[{ method: '2.0 graceMonths=3' }, { lastErasure: 1 }],
  ];
  for (const other of others) {
    expect(publicationKey({ ...publication, ...other })).not.toBe(key);
  }
});

test('a key tells apart what was asked from the form it is given in', () => {
  const one = responseKey({ ...IDENTITY, request: ['a', 'b'], form: [] });
  expect(responseKey({ ...IDENTITY, request: ['a'], form: ['b'] })).not.toBe(one);
});

describe('the spelling of variables', () => {
  test.each([
    [
      '{"b": 1, "a": {"d": [2, {"f": 3, "e": 4}], "c": null}}',
      '{"a":{"c":null,"d":[2,{"e":4,"f":3}]},"b":1}',
    ],
    ['{ }', '{}'],
    ['null', '{}'],
    ['{"__proto__": 1, "a": 2}', '{"__proto__":1,"a":2}'],
    ['{"10": 1, "9": 2}', '{"9":2,"10":1}'],
  ])('of %s is %s', (given, spelled) => {
    expect(canonicalJson(JSON.parse(given))).toBe(spelled);
  });

  test('means the same, and is the same for any order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (variables) => {
        const spelled = canonicalJson(variables);
        expect(canonicalJson(JSON.parse(spelled))).toBe(spelled);
        expect(JSON.parse(spelled)).toEqual(JSON.parse(JSON.stringify(variables)));
        const turned = Object.fromEntries(Object.entries(variables).reverse());
        expect(canonicalJson(turned)).toBe(spelled);
      }),
    );
  });
});
