import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import type { Asked } from '../../src/http/exchange.ts';
import { createRecall } from '../../src/http/recall.ts';

function asking(path: string, search = '', headers: IncomingHttpHeaders = {}): Asked {
  const request = { headers } as IncomingMessage;
  return { request, response: {} as ServerResponse, path, search };
}

/** A recall that tells how often it had to read. */
function counted() {
  const recall = createRecall<number>();
  let reads = 0;
  return (asked: Asked) => {
    const before = reads;
    recall(asked, () => ++reads);
    return reads > before ? 'read' : 'recalled';
  };
}

test('what was asked before is not read again', () => {
  const ask = counted();
  expect(ask(asking('/reports/vae.csv', '?year=2020'))).toBe('read');
  expect(ask(asking('/reports/vae.csv', '?year=2020'))).toBe('recalled');
});

test('another address, or another form that is accepted, is', () => {
  const ask = counted();
  ask(asking('/reports/vae', '?year=2020'));
  for (const other of [
    asking('/reports/vae.csv', '?year=2020'),
    asking('/reports/vae', '?year=2021'),
    asking('/reports/vae', '?year=2020', { accept: 'text/csv' }),
    asking('/reports/vae', '?year=2020', { 'accept-encoding': 'gzip' }),
    asking('/reports/vae', '?year=2020', { accept: 'gzip' }),
  ]) {
    expect(ask(other)).toBe('read');
  }
  expect(ask(asking('/reports/vae', '?year=2020', { host: 'elsewhere' }))).toBe('recalled');
});

test('an address with a key is kept nowhere, nor is one that is very long', () => {
  const ask = counted();
  for (const search of ['?key=s3cret', `?code=${'1,'.repeat(2_000)}`]) {
    expect(ask(asking('/reports/vae.csv', search))).toBe('read');
    expect(ask(asking('/reports/vae.csv', search))).toBe('read');
  }
});

test('the latest are remembered, whatever is asked; others are forgotten', () => {
  const ask = counted();
  const number = (each: number) => asking('/reports/vae.csv', `?limit=${each}`);
  for (let each = 0; each < 2_000; each++) {
    ask(number(each));
    expect(ask(asking('/reports'))).toBe(each === 0 ? 'read' : 'recalled');
  }
  expect(ask(number(1_999))).toBe('recalled');
  expect(ask(number(1_600))).toBe('recalled');
  expect(ask(number(0))).toBe('read');
});
