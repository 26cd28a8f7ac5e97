import { afterAll, beforeAll, expect, test } from 'vitest';
import type { QuestionServer } from '../http/question-server.ts';
import { describeEachEngine } from '../support/database.ts';
import { serveQuestionRegister } from './web-server.ts';

describeEachEngine('the file of a search on', (openDatabase) => {
  let server: QuestionServer;

  beforeAll(async () => {
    server = await serveQuestionRegister(await openDatabase());
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const get = (path: string) => fetch(`${server.url}${path}`);
  const codesOf = async (path: string) => {
    const { rows } = (await (await get(path)).json()) as { rows: { certification_code: string }[] };
    return rows.map(({ certification_code: code }) => code);
  };

  test.each([
    ['q=concepteur', ['RNCP101']],
    ['q=concepteur&registre=RS', []],
    ['type=BY_LAW&q=', null],
    ['statut=OVERDUE&rome=M1805', null],
    ['fin=12&active=oui', null],
    // Pooled rates of 60, 70 and 75; the others have 80 to 95.
    ['mediane=sous', ['RNCP101', 'RNCP111', 'RNCP112']],
  ])('%s has all that it finds', async (query, expected) => {
    const page = await (await get(`/recherche?${query}`)).text();
    const listed = [...page.matchAll(/<th scope="row"><a [^>]*>(R\w+)</g)].map(([, code]) => code);
    const codes = await codesOf(`/recherche.json?${query}`);
    expect(codes.toSorted()).toEqual(listed.toSorted());
    if (expected) expect(codes).toEqual(expected);
    const [, link = ''] = /href="(\/recherche\.json[^"]*)"/.exec(page) ?? [];
    if (codes.length > 0) expect(await codesOf(link.replaceAll('&amp;', '&'))).toEqual(codes);
  });

  test('without a filter is the whole report, in each format', async () => {
    expect(await codesOf('/recherche.json')).toEqual(await codesOf('/reports/certifications.json'));
    for (const ending of ['csv', 'xlsx', 'jsonl', 'parquet']) {
      const response = await get(`/recherche.${ending}?q=concepteur&labels=fr`);
      const report = await get(`/reports/certifications.${ending}?code=RNCP101&labels=fr`);
      expect(response.headers.get('content-type')).toBe(report.headers.get('content-type'));
      expect(Buffer.from(await response.arrayBuffer())).toEqual(
        Buffer.from(await report.arrayBuffer()),
      );
    }
  });

  test('is of a past publication where that is named, with its words of then', async () => {
    expect(await codesOf('/recherche.json?q=ancien+intitulé&publication=1')).not.toEqual([]);
    const response = await get('/recherche.csv?q=concepteur&publication=1');
    expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
  });

  test.each([
    ['/recherche.csv?niveau=9', 'niveau'],
    ['/recherche.csv?labels=de', 'labels'],
    ['/recherche.csv?publication=x', 'publication'],
    ['/recherche.csv?publication=99', '99'],
  ])('%s is refused, in words', async (path, words) => {
    const response = await get(path);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.text()).toContain(words);
  });
});
