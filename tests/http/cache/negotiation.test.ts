import { describe, expect, test } from 'vitest';
import { preferredEncoding, preferredMediaType } from '../../../src/http/cache/negotiation.ts';

const JSON_TYPE = 'application/json';
const GRAPHQL = 'application/graphql-response+json';

describe('the media type for', () => {
  test.each([
    [undefined, JSON_TYPE],
    ['', JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['application/*', JSON_TYPE],
    [GRAPHQL, GRAPHQL],
    [`${GRAPHQL}; charset=utf-8, application/json;q=0.9`, GRAPHQL],
    [`${GRAPHQL};q=0.5, */*;q=0.8`, JSON_TYPE],
    ['application/json;q=0, application/*', GRAPHQL],
    ['APPLICATION/JSON', JSON_TYPE],
    ['application/json;odata=verbose', JSON_TYPE],
    [`${GRAPHQL}, application/json`, GRAPHQL],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', JSON_TYPE],
    ['text/csv', null],
    ['*/*;q=0', null],
    [',', null],
  ])('%j is %j', (accept, expected) => {
    expect(preferredMediaType({ accept }, [JSON_TYPE, GRAPHQL])).toBe(expected);
  });
});

describe('the encoding for', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.5, gzip', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['identity, gzip;q=0.5', 'identity'],
    ['*', 'br'],
    ['deflate', 'identity'],
    ['identity;q=0', 'identity'],
  ])('%j is %j', (header, expected) => {
    expect(preferredEncoding({ 'accept-encoding': header })).toBe(expected);
  });
});
