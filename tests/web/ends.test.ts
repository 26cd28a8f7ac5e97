import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CalendarContent, renderCalendar } from '../../src/web/ends/ics.ts';
import { ENDS_EN } from '../../src/web/words/en/ends.ts';
import { ENDS_FR } from '../../src/web/words/fr/ends.ts';
import type { QuestionServer } from '../http/question-server.ts';
import { describeEachEngine } from '../support/database.ts';
import { ALPHA, ownSentences, serveBodies, textOf } from './body-register.ts';

describeEachEngine('the page of ends on', (openDatabase) => {
  let server: QuestionServer;

  beforeAll(async () => {
    server = await serveBodies(await openDatabase());
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, { headers: { 'accept-language': 'fr', ...headers } });
  const pageAt = async (path: string) => (await get(path)).text();

  test('counts a year by month, level and body, and lists it by end with the days of filing', async () => {
    const page = textOf(await pageAt('/echeances'));
    expect(page).toContain('3 certifications.');
    expect(page).toContain('mars 2027 2 2 0 septembre 2027 1 0 0 En tout 3 2 0');
    expect(page).toContain('Niveau 5 2 Niveau 6 1');
    expect(page).toContain('15 mars 2027 15 juillet 2026 15 août 2026 Dépôt hors délai non');
    expect(page).toContain('30 septembre 2027 30 janvier 2027 28 février 2027 À surveiller non');
    const places = ['RNCP1 Boulanger', 'RNCP5 Sommelier', 'RNCP2 Fleuriste'].map((title) =>
      page.indexOf(title),
    );
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test.each([
    ['?mois=36', ['RNCP1', 'RNCP2', 'RNCP3', 'RNCP5']],
    ['?niveau=6', ['RNCP2']],
    [`?siren=${ALPHA}`, ['RNCP1', 'RNCP2']],
    ['?depot=passe', ['RNCP1', 'RNCP5']],
    ['?depot=a-venir&remplacee=non', ['RNCP2']],
    ['?remplacee=oui', []],
  ])('%s chooses', async (query, codes) => {
    const page = await pageAt(`/echeances${query}`);
    const listed = [...page.matchAll(/<th scope="row"><a [^>]*>(RNCP\d+)</g)];
    expect(listed.map(([, code]) => code).toSorted()).toEqual(codes);
    const [, file = ''] = /href="(\/reports\/expiring\.json[^"]*)"/.exec(page) ?? [];
    if (codes.length === 0) return;
    const { rows } = (await (await get(file.replaceAll('&amp;', '&'))).json()) as {
      rows: { certification_code: string }[];
    };
    expect(rows.map((row) => row.certification_code).toSorted()).toEqual(codes);
  });

  test.each([
    ['mois=0', '1 … 36'],
    ['mois=37', '1 … 36'],
    ['mois=un', '1 … 36'],
    ['niveau=9', '1, 2, 3, 4, 5, 6, 7, 8'],
    ['siren=12', 'n’est pas un SIREN'],
    ['siren=999999999', 'n’est pas le SIREN d’un certificateur'],
    ['depot=x', 'passe, a-venir'],
    ['remplacee=x', 'oui, non'],
  ])('%s is not accepted, in words', async (query, words) => {
    const response = await get(`/echeances?${query}`);
    expect(response.status).toBe(400);
    expect(textOf(await response.text())).toContain(words);
  });

  test('titles are escaped, and English has no French left', async () => {
    const page = await pageAt('/echeances?lang=en');
    expect(page).not.toContain('<script>');
    for (const sentence of ownSentences(ENDS_FR, ENDS_EN)) {
      expect(textOf(page)).not.toContain(sentence);
    }
  });

  test('the calendar of a body has an entry for each day of its renewals', async () => {
    const address = `/certificateurs/${ALPHA}/echeances.ics`;
    const response = await get(address);
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    // Three active certifications of three days each; the one that ended has none.
    expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(9);
    expect(text).toContain('UID:RNCP2-file-by@debouches\r\n');
    expect(text).toMatch(/UID:RNCP2-file-at-latest@debouches\r\n.*\r\nDTSTART;VALUE=DATE:20270228/);
    expect(text).not.toContain('RNCP4');
    const etag = response.headers.get('etag') ?? '';
    expect((await get(address, { 'if-none-match': etag })).status).toBe(304);
    expect(await (await get(`${address}?lang=en`)).text()).toContain('SUMMARY:File by');
  });

  test.each([
    ['/certificateurs/999999999/echeances.ics', 404],
    ['/certificateurs/abc/echeances.ics', 400],
    [`/certificateurs/${ALPHA}/echeances.ics?publication=x`, 400],
    [`/certificateurs/${ALPHA}/echeances.ics?publication=1`, 200],
  ])('%s is %i', async (address, status) => {
    expect((await get(address)).status).toBe(status);
  });
});

test('lines of a calendar are escaped, folded at 75 octets, and ended by CRLF', () => {
  const title = `a,b;c\\d\ne ${'é'.repeat(60)}`;
  const content: CalendarContent = {
    ...{ name: 'Alpha, Bêta', datedOn: '2026-11-01' },
    certifications: [
      {
        ...{ code: 'RNCP1', register: 'RNCP', title },
        renewal: { fileBy: null, fileAtLatest: null, lastActiveDay: '2027-03-15' },
      },
    ],
  };
  const text = renderCalendar(content, 'fr');
  const lines = text.split('\r\n');
  expect(lines.at(-1)).toBe('');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain(
    `SUMMARY:Fin d’enregistrement – RNCP1 a\\,b\\;c\\\\d\\ne ${'é'.repeat(60)}\r\n`,
  );
  expect(unfolded).toContain('X-WR-CALNAME:Échéances – Alpha\\, Bêta\r\n');
  expect(unfolded.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Débouchés//FR']);
});
