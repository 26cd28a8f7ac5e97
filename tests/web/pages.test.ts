import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { HOSTILE, hostileRegister, PAGE_ADDRESSES, serveQuestionRegister } from './web-server.ts';

/** A page without its tags, in one line. */
function textOf(page: string): string {
  return page
    .replace(/<(?:script|style)[^>]*>.*?<\/(?:script|style)>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/[\s\u00a0\u202f]+/g, ' ');
}

describeEachEngine('pages on', (openDatabase) => {
  let database: Database;
  let server: QuestionServer;

  beforeAll(async () => {
    database = await openDatabase();
    server = await serveQuestionRegister(database);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, { headers: { 'accept-language': 'fr', ...headers } });

  const read = async (path: string) => textOf(await (await get(path)).text());

  test.each(Object.entries(PAGE_ADDRESSES))('%s is a page in both languages', async (_, path) => {
    for (const [asked, language] of [
      ['', 'fr'],
      [`${path.includes('?') ? '&' : '?'}lang=en`, 'en'],
    ]) {
      const response = await get(`${path}${asked}`);
      const page = await response.text();
      expect([response.status, page.slice(0, 15)]).toEqual([200, '<!doctype html>']);
      expect(response.headers.get('content-language')).toBe(language);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(page).toContain(`<html lang="${language}">`);
      // Nothing inline, nothing of another site, nothing that was forgotten.
      expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?! type="module" src="\/theme\/)/);
      expect(page.replaceAll(`"${server.url}/`, '"/')).not.toMatch(
        /(?:src|href)="(?:https?:)?\/\/(?!www\.francecompetences\.fr|www\.etalab)/,
      );
      expect(textOf(page)).not.toMatch(/undefined|\[object|NaN/);
      expect(page.match(/<h1/g)).toHaveLength(1);
    }
  });

  test('the home page tells the state of the registers, and what changed', async () => {
    const page = await read('/');
    const active = QUESTION_REGISTER.filter(({ code }) => code.startsWith('RNCP')).length;
    expect(page).toContain(`sur ${active} fiches`);
    expect(page).toContain('Taux d’insertion par année de promotion');
    expect(page).toContain('Depuis la publication précédente');
    expect(page).toContain('export du 20/11/2026');
    expect(page).toContain('Publication 2, registre du ');
  });

  test('the page of a certification tells its pooled rate by hand, its peers and its renewal', async () => {
    const page = await read('/certifications/RNCP101');
    // (20·50 + 20·70 + 10·60) / 50 = 60; the peers have 70, 75, 80, 85, 90, 95.
    expect(page).toContain('Taux d’insertion global à 6 mois 60 %');
    expect(page).toContain('sur 50 certifiés');
    expect(page).toContain('10 mai 2027');
    expect(page).toContain('Remplace RNCP100 Développeur');
  });

  test('a search marks the words that it found, in whatever form', async () => {
    const page = await (await get('/recherche?q=concepteurs')).text();
    expect(page).toContain('<mark>Concepteur</mark>');
    expect(page).toContain('/certifications/RNCP101');
  });

  test('a filter is a link that adds it to the address, and one that takes it away', async () => {
    const page = await (await get('/recherche?niveau=6')).text();
    expect(page).toContain('href="/recherche?registre=RNCP&amp;niveau=6&amp;tri=code"');
    expect(page).toMatch(/href="\/recherche\?tri=code" aria-label="Retirer le filtre Niveau 6"/);
  });

  test('what is not there is 404 with a way on; a value that is not accepted is 400 in words', async () => {
    const missing = await get('/certifications/RNCP999');
    expect(missing.status).toBe(404);
    expect(textOf(await missing.text())).toContain('RNCP999 n’est pas dans les registres');
    for (const path of [
      '/certifications/abc',
      '/recherche?tri=beau',
      '/recherche?niveau=9',
      '/recherche?fin=mille',
      '/statistiques?par=AGE',
      '/statistiques?de=20',
      '/comparer?codes=1+2+3+4+5+6',
      '/?publication=x',
    ]) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 400]);
      expect(textOf(await response.text())).toContain('Cette page ne peut pas être montrée');
    }
  });

  test('a page is kept by publication and day: the same bytes, 304 for who has it', async () => {
    const [one, other] = [
      await get('/statistiques?par=LEVEL'),
      await get('/statistiques?par=LEVEL'),
    ];
    const etag = one.headers.get('etag') ?? '';
    expect(await one.text()).toBe(await other.text());
    expect(other.headers.get('server-timing')).toContain('cache;desc=hit');
    const again = await get('/statistiques?par=LEVEL', { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(one.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  });

  test('a past publication is shown as it was, says so, and its links stay in it', async () => {
    const response = await get('/certifications/RNCP101?publication=1');
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(textOf(page)).toMatch(
      /Vous lisez le registre tel qu’il était le \d+(?:er)? \S+ \d{4}\./,
    );
    expect(textOf(page)).toContain('ancien intitulé');
    expect(page).toContain('<a href="/certifications/RNCP101">Lire le registre du jour</a>');
    expect(page).toMatch(/href="\/recherche\?[^"]*publication=1/);
    expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
  });

  test('files of the theme are kept for a year, and packed', async () => {
    const page = await (await get('/')).text();
    const [style = ''] = /\/theme\/[\w-]+style\.css/.exec(page) ?? [];
    const response = await get(style, { 'accept-encoding': 'br' });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toBe('br');
  });
});

describeEachEngine('a register whose every text is hostile, on', (openDatabase) => {
  let server: QuestionServer;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, hostileRegister(QUESTION_REGISTER));
    server = await serveQuestions(database, schema);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  test.each(Object.entries(PAGE_ADDRESSES))('is shown by %s and never run', async (_, path) => {
    const page = await (await fetch(`${server.url}${path}`)).text();
    expect(page).not.toMatch(/<script>|<img|onerror=alert\(2\)>(?!&amp;amp;)/);
  });

  test('is shown as it is written', async () => {
    const page = await (await fetch(`${server.url}/certifications/RNCP101`)).text();
    expect(textOf(page).replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toContain(HOSTILE);
    const search = `${server.url}/recherche?q=${encodeURIComponent(HOSTILE)}`;
    expect(await (await fetch(search)).text()).not.toMatch(/<script>|<img/);
  });
});
