import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { renderCalendar } from '../../src/web/ends/ics.ts';
import { type QuestionServer, serveQuestions, untilAnswer } from '../http/question-server.ts';
import { describeEachEngine } from '../support/database.ts';
import { certifierWith, day, ficheWith, publishFiches } from '../support/factories.ts';

const SIREN = '130025265';
const ADDRESS = `/certificateurs/${SIREN}/echeances.ics`;
const certifiers = [certifierWith('Alpha, Bêta; C\\D', { siret: `${SIREN}00013` })];

/** Titles with all that a calendar escapes or may cut within, by code. */
const TITLES: Readonly<Record<string, string>> = {
  RNCP1: 'Boulanger, pâtissier; \\ traiteur',
  RNCP2: `Fleuriste\nde quartier ${'🌷'.repeat(30)}`,
  RS3: 'Libraire \\n qui n’est pas une ligne : \\, \\; "entre guillemets"',
};

const FICHES = Object.entries(TITLES).map(([code, title]) =>
  ficheWith({ code, title, certifiers, activeFlag: true, registrationEndsOn: day('2027-03-15') }),
);

/** Entries as a calendar program reads them: by UID, with day and text. */
function entriesOf(text: string): Map<string, readonly [day: string, summary: string]> {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  const entries = new Map(
    events.map(({ uid, startDate, summary }) => {
      expect(startDate.isDate).toBe(true);
      return [uid, [startDate.toString(), summary] as const];
    }),
  );
  expect(entries.size).toBe(events.length);
  return entries;
}

/** The three days of a registration that ends on 15 March 2027. */
function expectedOf(code: string, title: string): [string, readonly [string, string]][] {
  return [
    [`${code}-file-by@debouches`, ['2026-07-15', `Dépôt recommandé – ${code} ${title}`]],
    [`${code}-file-at-latest@debouches`, ['2026-08-15', `Dépôt au plus tard – ${code} ${title}`]],
    [`${code}-end@debouches`, ['2027-03-15', `Fin d’enregistrement – ${code} ${title}`]],
  ];
}

describeEachEngine('the calendar of a certifying body on', (openDatabase) => {
  let database: Database;
  let server: QuestionServer;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES, { datedOn: day('2026-11-01') });
    server = await serveQuestions(database, schema);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const get = (address = ADDRESS, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${address}`, { headers: { 'accept-language': 'fr', ...headers } });
  const cacheOf = (response: Response) =>
    /cache;desc=(\w+)/.exec(response.headers.get('server-timing') ?? '')?.[1];

  test('has every day with its title, whatever the title has', async () => {
    const text = await (await get()).text();
    expect(entriesOf(text)).toEqual(
      new Map(Object.entries(TITLES).flatMap(([code, title]) => expectedOf(code, title))),
    );
    const calendar = new ICAL.Component(ICAL.parse(text));
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    // The parser knows no such property, and leaves it as it is written.
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe(
      'Échéances – Alpha\\, Bêta\\; C\\\\D',
    );
  });

  test('has the same entries in English, so that a program replaces them', async () => {
    const [fr, en] = [await get(), await get(`${ADDRESS}?lang=en`)];
    expect([...entriesOf(await en.text()).keys()]).toEqual([...entriesOf(await fr.text()).keys()]);
  });

  test('is kept in memory by language and encoding', async () => {
    const forms = [
      { 'accept-language': 'en', 'accept-encoding': 'gzip' },
      { 'accept-language': 'en', 'accept-encoding': 'br' },
      { 'accept-language': 'de, fr', 'accept-encoding': 'br' },
    ];
    const [seen, texts] = [[] as unknown[], [] as string[]];
    for (const headers of [...forms, ...forms]) {
      const response = await get(ADDRESS, headers);
      texts.push(await response.text());
      seen.push([cacheOf(response), response.headers.get('content-language')]);
    }
    expect(seen.slice(3)).toEqual([
      ['hit', 'en'],
      ['hit', 'en'],
      ['hit', 'fr'],
    ]);
    expect(texts.slice(3)).toEqual(texts.slice(0, 3));
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).not.toBe(texts[2]);
  });

  test('is revalidated', async () => {
    const first = await get();
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const known = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await get(ADDRESS, known)).status).toBe(304);
  });

  test('is another one with the next publication; the one before stays as it was', async () => {
    const before = entriesOf(await (await get()).text());
    const later = FICHES.map((fiche) => ({ ...fiche, registrationEndsOn: day('2029-03-15') }));
    await publishFiches(database, later, { datedOn: day('2026-11-02') });
    const now = await untilAnswer(
      get,
      (response) => response.headers.get('etag') !== null && cacheOf(response) === 'miss',
    );
    const after = entriesOf(await now.text());
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect(after.get('RNCP1-end@debouches')?.[0]).toBe('2029-03-15');
    const past = await get(`${ADDRESS}?publication=1`);
    expect(past.headers.get('cache-control')).toBe('public, max-age=86400');
    expect(entriesOf(await past.text())).toEqual(before);
  });
});

test('each character of a title is read as it was written', () => {
  const titles = [
    'a\r\nb',
    'a\nb',
    '\\',
    '\\\\n',
    ';,;',
    '👩🏽‍🍳'.repeat(20),
    'e\u0301'.repeat(60),
  ];
  const certifications = titles.map((title, at) => ({
    ...{ code: `RNCP${at}`, register: 'RNCP' as const, title },
    renewal: { fileBy: null, fileAtLatest: null, lastActiveDay: '2027-03-15' },
  }));
  const entries = entriesOf(
    renderCalendar({ name: '', datedOn: '2026-11-01', certifications }, 'en'),
  );
  expect([...entries.values()].map(([, summary]) => summary)).toEqual(
    titles.map((title, at) => `End of registration – RNCP${at} ${title.replace('\r\n', '\n')}`),
  );
});
