import { describe, expect, test } from 'vitest';
import { codingOf, mediaTypeFor } from '../../src/http/negotiation.ts';

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
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', JSON_TYPE],
    ['text/csv', null],
    ['*/*;q=0', null],
    [',', null],
  ])('%j is %j', (accept, expected) => {
    expect(mediaTypeFor(accept, [JSON_TYPE, GRAPHQL])).toBe(expected);
  });
});

describe('the coding for', () => {
  test.each([
    [undefined, null],
    ['', null],
    ['gzip, deflate', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.5, gzip', 'gzip'],
    ['br;q=0, gzip;q=0', null],
    ['GZIP', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['deflate', null],
  ])('%j is %j', (header, expected) => {
    expect(codingOf(header)).toBe(expected);
  });
});
