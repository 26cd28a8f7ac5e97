import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { body, cleanFiche, Importer } from '../../ingest/publish/importer.ts';
import { describeEachEngine } from '../../support/database.ts';
import { day } from '../../support/factories.ts';
import { newBreak, newNote, note } from '../../support/notes.ts';
import { type QuestionServer, serveQuestions, untilAnswer } from '../question-server.ts';
import { childrenOf, parseXml, textOf, type XmlElement } from './xml-tree.ts';

const other = body('<SIRET_CERTIFICATEUR>13002526500013</SIRET_CERTIFICATEUR>');
const styliste = {
  code: 'RNCP3',
  title: 'Styliste',
  level: 'NIV6',
  endsOn: '31/12/2030',
  extra: other,
};
/** A title that XML has to escape, in part twice: it stands in contents that are HTML. */
const HOSTILE = 'R&amp;D &lt;b&gt;"x"&lt;/b&gt; ]]&gt;';

const uuid = /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** Holds a feed to what RFC 4287 asks of it, and gives its entries. */
function checked(feed: XmlElement): readonly XmlElement[] {
  expect(feed.name).toBe('feed');
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
  const entries = childrenOf(feed, 'entry');
  for (const element of [feed, ...entries]) {
    expect(textOf(element, 'id')).toMatch(uuid);
    expect(textOf(element, 'title')).not.toBe('');
    expect(textOf(element, 'updated')).toMatch(instant);
  }
  for (const entry of entries) {
    const [content] = childrenOf(entry, 'content');
    expect(content?.attributes['type']).toBe('html');
    expect(content?.text).toMatch(/^<ul>(<li>.+<\/li>)+<\/ul>$/s);
    expect(childrenOf(entry, 'category').length).toBeGreaterThan(0);
  }
  const ids = [feed, ...entries].map((element) => textOf(element, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
  const [author] = childrenOf(feed, 'author');
  expect(author && textOf(author, 'name')).toBe('Débouchés');
  const rels = childrenOf(feed, 'link').map(({ attributes }) => attributes['rel']);
  expect(rels.filter((rel) => rel === 'self')).toHaveLength(1);
  const moments = entries.map((entry) => textOf(entry, 'updated'));
  expect(moments).toEqual(moments.toSorted().reverse());
  return entries;
}

describeEachEngine('the feed of changes on', (openDatabase) => {
  let database: Database;
  let importer: Importer;
  let server: QuestionServer;

  beforeAll(async () => {
    database = await openDatabase();
    importer = await Importer.into(database);
    await importer.export('RNCP', '2026-01-01', [
      cleanFiche('RNCP1', { cohorts: [['2021', '20', '80']] }),
      styliste,
    ]);
    await importer.export('RNCP', '2026-01-02', [
      cleanFiche('RNCP1', { cohorts: [['2021', '20', '81.5', '70']], title: HOSTILE }),
      { ...styliste, level: 'NIV5' },
    ]);
    await importer.export(
      'RNCP',
      '2026-01-03',
      [cleanFiche('RNCP1', { cohorts: [['2021', '20', '82', '70']], title: HOSTILE })],
      { allowShrink: true },
    );
    server = await serveQuestions(database, schema);
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await importer[Symbol.asyncDispose]();
  });

  const get = (query = '', headers: Record<string, string> = {}) =>
    fetch(`${server.url}/changes.atom${query}`, { headers });
  const read = async (query = '', headers: Record<string, string> = {}) => {
    const response = await get(query, headers);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      ...[200, 'application/atom+xml; charset=utf-8'],
    ]);
    const feed = parseXml(await response.text());
    return { feed, entries: checked(feed), response };
  };
  const titles = (entries: readonly XmlElement[]) =>
    entries.map((entry) => textOf(entry, 'title').replace(/ .* — /, ' — '));

  test('has an entry for each certification and publication, newest first', async () => {
    const { feed, entries } = await read();
    expect(feed.attributes['xml:lang']).toBe('fr');
    expect(textOf(feed, 'title')).toBe('Changements des répertoires RNCP et RS');
    expect(titles(entries)).toEqual([
      'RNCP1 — Taux modifié',
      'RNCP3 — Retirée des répertoires',
      'RNCP1 — Fiche modifiée, Taux ajouté, Taux modifié',
      'RNCP3 — Fiche modifiée',
    ]);
    const [, , second] = entries;
    if (!second) throw new Error('there are four entries');
    expect(textOf(second, 'title')).toBe(
      'RNCP1 R&D <b>"x"</b> ]]> — Fiche modifiée, Taux ajouté, Taux modifié',
    );
    // In HTML what a text has of its signs is escaped once more.
    expect(textOf(second, 'content')).toBe(
      '<ul><li>Fiche modifiée : Intitulé, Titre de RNCP1 → R&amp;D &lt;b&gt;&quot;x&quot;&lt;/b&gt; ]]&gt;</li>' +
        '<li>Taux modifié : Taux d’insertion global à 6 mois, promotion 2021, 80 % → 81,5 %</li>' +
        '<li>Taux ajouté : Taux d’insertion dans le métier visé à 2 ans, promotion 2021, absent → 70 %</li></ul>',
    );
    expect(childrenOf(second, 'category').map(({ attributes }) => attributes)).toEqual([
      { term: 'UPDATED', label: 'Fiche modifiée' },
      { term: 'RATE_ADDED', label: 'Taux ajouté' },
      { term: 'RATE_ALTERED', label: 'Taux modifié' },
    ]);
    expect(childrenOf(second, 'link').map(({ attributes }) => attributes)).toEqual([
      { rel: 'alternate', href: 'https://www.francecompetences.fr/recherche/rncp/1/' },
    ]);
  });

  test('is in English by lang, and by Accept-Language; the same entries have the same ids', async () => {
    const ids = (elements: readonly XmlElement[]) => elements.map((each) => textOf(each, 'id'));
    const french = await read();
    for (const { feed, entries, response } of [
      await read('?lang=en'),
      await read('', { 'accept-language': 'en-GB,en;q=0.9,fr;q=0.5' }),
    ]) {
      expect(feed.attributes['xml:lang']).toBe('en');
      expect(response.headers.get('content-language')).toBe('en');
      expect(textOf(entries[0] as XmlElement, 'title')).toMatch(/ — Rate altered$/);
      expect(ids([feed, ...entries])).toEqual(ids([french.feed, ...french.entries]));
    }
    const { feed } = await read('?lang=fr', { 'accept-language': 'en' });
    expect(feed.attributes['xml:lang']).toBe('fr');
    expect((await read('', { 'accept-language': 'de' })).feed.attributes['xml:lang']).toBe('fr');
  });

  test.each<[string, string[]]>([
    ['?code=RNCP3', ['RNCP3 — Retirée des répertoires', 'RNCP3 — Fiche modifiée']],
    ['?level=5&kinds=REMOVED', ['RNCP3 — Retirée des répertoires']],
    ['?certifier=130025265', ['RNCP3 — Retirée des répertoires', 'RNCP3 — Fiche modifiée']],
    ['?kinds=RATE_ADDED,removed', ['RNCP3 — Retirée des répertoires', 'RNCP1 — Taux ajouté']],
    ['?register=RS', []],
    [
      '?code=RNCP1&key=secret',
      ['RNCP1 — Taux modifié', 'RNCP1 — Fiche modifiée, Taux ajouté, Taux modifié'],
    ],
  ])('%s is what somebody follows', async (query, expected) => {
    expect(titles((await read(query)).entries)).toEqual(expected);
  });

  test('a key of its address is in no link', async () => {
    const text = await (await get('?code=RNCP1&key=secret')).text();
    expect(text).not.toContain('secret');
    expect(text).toContain('<link rel="self" href="/changes.atom?code=RNCP1"/>');
  });

  describe('conditions', () => {
    test('by ETag and by day get 304 until something is published', async () => {
      const first = await get('?code=RNCP1');
      const etag = first.headers.get('etag') ?? '';
      const modified = first.headers.get('last-modified') ?? '';
      expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
      await first.text();
      expect((await get('?code=RNCP1', { 'if-none-match': etag })).status).toBe(304);
      expect((await get('?code=RNCP1', { 'if-modified-since': modified })).status).toBe(304);
      // Another feed, another language, another coding.
      for (const other of [
        await get('?code=RNCP3'),
        await get('?code=RNCP1&lang=en'),
        await get('?code=RNCP1', { 'accept-encoding': 'identity' }),
      ]) {
        expect(other.headers.get('etag')).not.toBe(etag);
        await other.text();
      }
      const before = await read('?code=RNCP1');
      await importer.export('RNCP', '2026-01-04', [
        cleanFiche('RNCP1', { cohorts: [['2021', '20', '83', '70']], title: HOSTILE }),
      ]);
      const changed = await untilAnswer(
        () => get('?code=RNCP1', { 'if-none-match': etag }),
        ({ status }) => status === 200,
      );
      const entries = checked(parseXml(await changed.text()));
      expect(entries).toHaveLength(before.entries.length + 1);
      expect(entries.slice(1).map((entry) => textOf(entry, 'id'))).toEqual(
        before.entries.map((entry) => textOf(entry, 'id')),
      );
    });

    test('a HEAD has the headers of the feed alone', async () => {
      const head = await fetch(`${server.url}/changes.atom`, { method: 'HEAD' });
      expect(head.headers.get('etag')).toBe((await get()).headers.get('etag'));
      expect(await head.text()).toBe('');
    });
  });

  test.each<[string, number, RegExp]>([
    ['?kinds=LOST', 400, /^kinds is "LOST": one of CREATED, .* is accepted$/],
    ['?level=9', 400, /^level is "9": a whole number from 1 to 8 is accepted$/],
    [
      '?since=2026-01-01',
      400,
      /^since is not known: code, register, .*, kinds, lang, after are accepted$/,
    ],
    ['?after=x', 400, /^after is "x": a place as 12-40 is accepted$/],
    ['?code=RNCP9', 400, /^code: "RNCP9" is not the number of a fiche/],
  ])('%s is refused in words', async (query, status, detail) => {
    const response = await get(query, { 'accept-language': 'en' });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      ...[status, 'application/problem+json; charset=utf-8'],
    ]);
    const problem = (await response.json()) as { code: string; detail: string };
    expect(problem).toMatchObject({
      code: 'BAD_USER_INPUT',
      detail: expect.stringMatching(detail),
    });
  });

  test('is named by /about.json', async () => {
    const about = (await (await fetch(`${server.url}/about.json`)).json()) as { feeds: object };
    expect(about.feeds).toEqual({ changes: '/changes.atom' });
  });
});

describeEachEngine('a long feed of changes on', (openDatabase) => {
  test('is read page by page, each entry once', async () => {
    const database = await openDatabase();
    await using importer = await Importer.into(database);
    const many = (title: string, rate: string) =>
      Array.from({ length: 130 }, (_, index) =>
        cleanFiche(`RNCP${index + 1}`, {
          title,
          cohorts: [
            ['2021', '20', rate],
            ['2022', '9', rate],
            ['2023', '9', rate],
            ['2020', '9', rate],
          ],
        }),
      );
    await importer.export('RNCP', '2026-01-01', many('Un', '80'));
    await importer.export('RNCP', '2026-01-02', many('Deux', '81'));
    await using server = await serveQuestions(database, schema);
    const seen: string[] = [];
    const ids = new Set<string>();
    const sizes: number[] = [];
    for (let next: string | undefined = '/changes.atom?kinds=UPDATED,RATE_ALTERED'; next; ) {
      const response: Response = await fetch(server.url + next);
      const feed = parseXml(await response.text());
      const entries = checked(feed);
      sizes.push(entries.length);
      for (const entry of entries) {
        seen.push(textOf(entry, 'title').split(' ')[0] ?? '');
        ids.add(textOf(entry, 'id'));
        expect(textOf(entry, 'content').match(/<li>/g)).toHaveLength(5);
      }
      next = childrenOf(feed, 'link').find(({ attributes }) => attributes['rel'] === 'next')
        ?.attributes['href'];
    }
    expect(seen).toEqual(Array.from({ length: 130 }, (_, index) => `RNCP${index + 1}`));
    expect(ids.size).toBe(130);
    // Of 501 changes the last entry may lack some, and comes with the next page.
    expect(sizes).toEqual([100, 30]);
  });
});

describeEachEngine('a feed of changes with notes on', (openDatabase) => {
  test('says what the operator notes of figures that changed, on the day of their publication', async () => {
    const database = await openDatabase();
    await using importer = await Importer.into(database);
    const fiche = (rate: string) => cleanFiche('RNCP1', { cohorts: [['2021', '20', rate]] });
    await importer.export('RNCP', '2026-01-01', [fiche('80')]);
    await importer.export('RNCP', '2026-01-02', [fiche('81')]);
    await note(database, newNote({ textFr: 'De 2020', years: [2020, 2020] }));
    await note(database, newNote({ textFr: 'Plus tard', startsOn: day('2026-01-03') }));
    await note(database, newBreak(2021, { textFr: 'Enquête', textEn: 'Survey' }));
    await using server = await serveQuestions(database, schema);
    const contents = async (query: string) => {
      const response = await fetch(`${server.url}/changes.atom${query}`);
      return checked(parseXml(await response.text())).map((entry) => textOf(entry, 'content'));
    };
    expect(await contents('')).toEqual([
      '<ul><li>Taux modifié : Taux d’insertion global à 6 mois, promotion 2021, 80 % → 81 %</li>' +
        '<li>Rupture de série 2021 : Enquête</li></ul>',
    ]);
    expect((await contents('?lang=en'))[0]).toContain('<li>Break in series 2021: Survey</li></ul>');
    const id = await importer.export('RNCP', '2026-01-03', [fiche('82')]);
    const page = await untilAnswer(
      () => fetch(`${server.url}/publications/${id}`),
      ({ status }) => status === 200,
    );
    // Among all notes, and beside the figure.
    expect((await page.text()).split('<li>Rupture de série 2021 : Enquête</li></ul>')).toHaveLength(
      3,
    );
  });
});
