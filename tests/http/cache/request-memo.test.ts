import type { FastifyRequest } from 'fastify';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../../src/domain/calendar.ts';
import { memoizeByMoment, memoizeRequests } from '../../../src/http/cache/request-memo.ts';

function asking(url: string, headers: Record<string, string> = {}): FastifyRequest {
  return { url, headers } as unknown as FastifyRequest;
}

/** A memo that says whether a request had to be read. */
function counted() {
  let reads = 0;
  const memo = memoizeRequests(() => ({ read: ++reads }));
  return (request: FastifyRequest) => {
    const before = reads;
    memo(request);
    return reads > before ? 'read' : 'remembered';
  };
}

describe('the memo of requests', () => {
  test('does not read again what was asked before', () => {
    const ask = counted();
    expect(ask(asking('/reports/vae.csv?year=2020'))).toBe('read');
    expect(ask(asking('/reports/vae.csv?year=2020'))).toBe('remembered');
  });

  test('reads another address, or another form that is accepted', () => {
    const ask = counted();
    ask(asking('/reports/vae?year=2020'));
    for (const other of [
      asking('/reports/vae.csv?year=2020'),
      asking('/reports/vae?year=2021'),
      asking('/reports/vae?year=2020', { accept: 'text/csv' }),
      asking('/reports/vae?year=2020', { 'accept-encoding': 'gzip' }),
      asking('/reports/vae?year=2020', { accept: 'gzip' }),
    ]) {
      expect(ask(other)).toBe('read');
    }
    expect(ask(asking('/reports/vae?year=2020', { host: 'elsewhere' }))).toBe('remembered');
  });

  test('keeps no address with a key, nor one that is very long', () => {
    const ask = counted();
    for (const search of ['?key=s3cret', `?code=${'1,'.repeat(2_000)}`]) {
      expect(ask(asking(`/reports/vae.csv${search}`))).toBe('read');
      expect(ask(asking(`/reports/vae.csv${search}`))).toBe('read');
    }
  });

  test('remembers the latest, whatever is asked, and forgets the others', () => {
    const ask = counted();
    const number = (each: number) => asking(`/reports/vae.csv?limit=${each}`);
    for (let each = 0; each < 2_000; each++) {
      ask(number(each));
      expect(ask(asking('/reports'))).toBe(each === 0 ? 'read' : 'remembered');
    }
    expect(ask(number(1_999))).toBe('remembered');
    expect(ask(number(1_600))).toBe('remembered');
    expect(ask(number(0))).toBe('read');
  });
});

test('what is computed of a request is remembered for its last publication and day', () => {
  let computed = 0;
  const memo = memoizeByMoment((asked: { name: string }, { id }, today) => {
    computed += 1;
    return `${asked.name} ${id} ${today}`;
  });
  const publication = (id: number) => ({
    ...{ id, publishedAt: new Date(0), demonstration: false, method: '2.0', lastErasure: 0 },
  });
  const [first, second] = [publication(1), publication(2)];
  const [today, tomorrow] = ['2026-11-02' as PlainDate, '2026-11-03' as PlainDate];
  const asked = { name: 'cohorts' };
  expect(memo(asked, first, today)).toBe('cohorts 1 2026-11-02');
  expect(memo(asked, first, today)).toBe('cohorts 1 2026-11-02');
  expect(computed).toBe(1);
  expect(memo(asked, first, tomorrow)).toBe('cohorts 1 2026-11-03');
  expect(memo(asked, second, tomorrow)).toBe('cohorts 2 2026-11-03');
  expect(memo({ name: 'vae' }, second, tomorrow)).toBe('vae 2 2026-11-03');
  expect(computed).toBe(4);
});
