import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import jsQR from 'jsqr';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import { DOSSIER_EN } from '../../src/web/words/en/dossier.ts';
import { DOSSIER_FR } from '../../src/web/words/fr/dossier.ts';
import type { QuestionServer } from '../http/question-server.ts';
import { describeEachEngine } from '../support/database.ts';
import { ownSentences, textOf } from './body-register.ts';
import { serveQuestionRegister } from './web-server.ts';

/** A dossier on one certification, with a text and a title that would be scripts. */
const DOSSIER =
  '/dossier?titre=Comit%C3%A9+%3Cscript%3E&texte=Premier.%0A%0ASecond+%3Cscript%3E.&code=RNCP101&section=certifications&note=La+fiche&section=cohorts&note=&section=benchmark&note=Les+proches';

describeEachEngine('a dossier on', (openDatabase) => {
  let server: QuestionServer;

  beforeAll(async () => {
    server = await serveQuestionRegister(await openDatabase());
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, { headers: { 'accept-language': 'fr', ...headers } });
  const pageAt = async (path: string) => (await get(path)).text();

  test('shows the rows of its reports with their texts, charts and parameters', async () => {
    const response = await get(DOSSIER);
    const page = await response.text();
    const told = textOf(page);
    expect(response.status).toBe(200);
    expect(told).toContain('Comité &lt;script&gt; Premier. Second &lt;script&gt;.');
    expect(page).not.toContain('<script>');
    // (20·50 + 20·70 + 10·60) / 50; the peers have 70, 75, 80, 85, 90, 95.
    expect(told).toContain('Taux global à 6 mois, promotions réunies 60 %');
    expect(told).toContain('Médiane des certifications comparées 82,5 %');
    // Newest first; 2 of 20 in 2024.
    expect(told).toMatch(
      /2024 20 2 50 % \[29,93 ; 70,07\] sur 20 certifiés .*2023 20 1 70 % .*2022 10 60 %/,
    );
    expect(told).toContain('La fiche');
    expect(told).toContain('Les proches');
    // The cohorts are drawn; the fiche is not, nor are so few peers.
    expect(page.match(/<figure class="chart">/g)).toHaveLength(1);
    expect(page.match(/<code>code=RNCP101<\/code>/g)).toHaveLength(3);
    expect((await get(DOSSIER)).headers.get('server-timing')).toContain('cache;desc=hit');
  });

  test.each(DATASETS.map(({ name }) => name))('%s can be a section', async (name) => {
    const response = await get(`/dossier?section=${name}`);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(textOf(page)).not.toMatch(/undefined|\[object|NaN/);
    const { rows } = (await (await get(`/reports/${name}.json`)).json()) as { rows: unknown[] };
    const listed = page.match(/<tbody>.*?<\/tbody>/s)?.[0].match(/<tr>/g)?.length ?? 1;
    expect(listed).toBe(Math.max(1, rows.length));
  });

  test('a chart shows just the rows of its section, or there is none', async () => {
    const drawn = async (query: string) =>
      (await pageAt(`/dossier?${query}`)).match(/<figure class="chart">/g)?.length ?? 0;
    expect(await drawn('section=insertion-by-level&registre=RNCP')).toBe(1);
    expect(await drawn('section=insertion-by-level&code=RNCP101')).toBe(0);
    expect(await drawn('section=cohorts&code=RNCP101+RNCP100')).toBe(0);
    expect(await drawn('section=cohorts&code=RNCP101&de=2023')).toBe(0);
    expect(await drawn('section=cohorts%3Fcode%3DRNCP101%26limit%3D1')).toBe(0);
  });

  test('a section has its own parameters, or the address of a file', async () => {
    const address =
      'https://debouches.example/reports/cohorts.csv?code=RNCP100&labels=fr&limit=1#rows';
    const page = textOf(
      await pageAt(`/dossier?code=RNCP101&section=${encodeURIComponent(address)}`),
    );
    expect(page).toContain('Paramètres : code=RNCP100 limit=1');
    expect(page).toContain('Année d’obtention 2022');
    expect(page).not.toContain('Année d’obtention 2021');
    const other = textOf(await pageAt('/dossier?niveau=6&section=notes&section=expiring'));
    expect(other).toContain('Ce rapport ne connaît pas : Niveaux');
    expect(other).toContain('level=6');
  });

  test.each([
    ['section=beau&section=cohorts&code=RNCP101', '"beau" n’est pas un rapport'],
    ['section=cohorts%3Fbeau%3D1&section=cohorts', 'beau'],
    ['section=cohorts%3Flimit%3Dx', 'limit n’est pas un nombre de lignes'],
    ['section=cohorts%3Fpublication%3D1', 'publication est celle du dossier entier'],
    ['section=cohorts%3Flimit%3D5%3Flimit%3D6', 'limit n’est pas un nombre de lignes'],
    ['section=cohorts&code=RNCP99999', 'RNCP99999'],
    ['section=cohorts&niveau=9', 'level vaut "9"'],
    ['section=findings&code=RNCP101+RNCP100', 'code est donné 2 fois'],
  ])('%s: says what is refused in its place, and shows the rest', async (query, words) => {
    const response = await get(`/dossier?${query}`);
    const page = await response.text();
    expect(response.status).toBe(400);
    expect(/<p class="refused" role="alert">.*?<\/p>/s.exec(page)?.[0]).toContain(
      words.replaceAll('"', '&quot;'),
    );
    if (query.includes('&section=cohorts')) expect(page).toContain('<table');
    const file = await get(`/dossier.xlsx?${query}`);
    expect(file.status).toBe(400);
    expect(file.headers.get('content-type')).toContain('application/problem+json');
  });

  test.each([
    ['registre=RNCPP', 'RNCP, RS'],
    ['active=yes', 'oui, non'],
    [`section=${Array(13).fill('cohorts').join('&section=')}`, '13 sont données'],
    [`texte=${'x'.repeat(4_001)}`, '4001 caractères'],
    ['section=cohorts&check=1', 'check est donné sans publication'],
    ['section=cohorts&publication=1&check=2', 'check'],
  ])('%s is not accepted, in words', async (query, words) => {
    const response = await get(`/dossier?${query}`);
    expect(response.status).toBe(400);
    expect(textOf(await response.text())).toContain(words);
  });

  test('sections are moved and taken away by links', async () => {
    const page = await pageAt('/dossier?section=certifications&note=A&section=cohorts&note=B');
    const links = [...page.matchAll(/<li><a href="(\/dossier[^"]*)" aria-label="([^"]*)"/g)].map(
      ([, href = '', label = '']) => [label.split('\u00a0')[0], href.replaceAll('&amp;', '&')],
    );
    expect(links).toEqual([
      ['Descendre', '/dossier?section=cohorts&note=B&section=certifications&note=A'],
      ['Retirer', '/dossier?section=cohorts&note=B'],
      ['Monter', '/dossier?section=cohorts&note=B&section=certifications&note=A'],
      ['Retirer', '/dossier?section=certifications&note=A'],
    ]);
  });

  test('a printed sheet has an address that keeps its figures, and a code that checks them', async () => {
    for (const path of [DOSSIER, '/comparer?codes=RNCP101+RNCP100']) {
      const page = await pageAt(path);
      expect(textOf(page)).toMatch(/Feuille établie sur le registre du .*, publication 2, méthode/);
      const [, keeps = ''] = /<a href="(http:[^"]*)">http/.exec(page) ?? [];
      const kept = await fetch(keeps.replaceAll('&amp;', '&'));
      expect([kept.status, kept.headers.get('cache-control')]).toEqual([
        200,
        'public, max-age=86400',
      ]);
      // Each text stays with its section, those without one too.
      const texts = (of: string) => [...of.matchAll(/<p class="text">.*?<\/p>/gs)].map(String);
      expect(texts(await kept.text())).toEqual(texts(page));
      const address = readCode(page);
      expect(address).toContain('publication=2');
      expect(address).not.toContain('Premier');
      const checked = await fetch(address);
      expect(textOf(await checked.text())).toContain(
        'Les chiffres de toutes les sections tiennent toujours.',
      );
      expect(checked.headers.get('cache-control')).toBe('no-store');
    }
  });

  test('a check of a past publication says which sections differ, and by how many rows', async () => {
    const query = 'publication=1&check=1&section=cohorts%3Fcode%3DRNCP101&section=notes';
    const page = textOf(await pageAt(`/dossier?${query}`));
    expect(page).toContain('Sections dont les chiffres ne sont plus ceux');
    expect(page).toContain(': 1 sur 2.');
    // All three cohorts had one certified more.
    expect(page).toContain('lignes modifiées 3, ajoutées 0, retirées 0.');
    expect(page).toMatch(/La publication 2 du \S+ est plus récente et dit la même chose/);
  });

  test('the workbook has the texts, then a sheet for each report with all its rows', async () => {
    const response = await get(DOSSIER.replace('/dossier?', '/dossier.xlsx?'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(/filename="dossier-.*\.xlsx"/);
    const sheets = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      ...['Dossier', '1 certifications', '2 cohorts', '3 benchmark'],
    ]);
    const [first, , cohorts] = sheets.map(({ data }) => data);
    const texts = new Map(first?.map(([name, value]) => [name, value]));
    expect(texts.get('Titre')).toBe('Comité <script>');
    expect(String(texts.get('Adresse qui garde ces chiffres'))).toContain('publication=2');
    // The address that the printed sheet has.
    const [, keeps = ''] = /<a href="(http:[^"]*)">http/.exec(await pageAt(DOSSIER)) ?? [];
    expect(texts.get('Adresse qui garde ces chiffres')).toBe(keeps.replaceAll('&amp;', '&'));
    expect(cohorts?.[0]).toContain('Taux d’insertion global à 6 mois');
    const rate = cohorts?.[0]?.indexOf('Taux d’insertion global à 6 mois') ?? -1;
    expect(cohorts?.slice(1).map((row) => row[rate])).toEqual([50, 70, 60]);
    const etag = response.headers.get('etag') ?? '';
    const again = await get(DOSSIER.replace('/dossier?', '/dossier.xlsx?'), {
      'if-none-match': etag,
    });
    expect(again.status).toBe(304);
  });

  test('a certification and a certifying body have a dossier that is ready', async () => {
    for (const path of ['/certifications/RNCP101', '/certificateurs/111111118']) {
      const page = await pageAt(path);
      const [, ready = ''] = /href="(\/dossier\?[^"]*section=findings[^"]*)"/.exec(page) ?? [];
      const response = await get(ready.replaceAll('&amp;', '&'));
      expect([path, response.status]).toEqual([path, 200]);
    }
  });

  test('a host that is none is not printed, and what no page can show is left out', async () => {
    const { port } = server;
    const page = await new Promise<string>((resolve, reject) => {
      const headers = { host: "a'onx=1" };
      request({ port, host: '127.0.0.1', path: '/dossier?titre=a%00%01b&section=notes', headers })
        .on('response', (response) => text(response).then(resolve, reject))
        .on('error', reject)
        .end();
    });
    expect(page).not.toContain('onx');
    expect(page).toContain('<h1>ab</h1>');
  });

  test('English has no French left', async () => {
    const page = textOf(await pageAt(`${DOSSIER}&lang=en`));
    for (const sentence of ownSentences(DOSSIER_FR, DOSSIER_EN)) {
      // « Titre » is in a title of the register.
      if (sentence !== DOSSIER_FR.titleField) expect(page).not.toContain(sentence);
    }
    expect(page).toContain('Pooled rate at 6 months, any employment 60%');
  });
});

/** Pixels of a module, as a camera would see it. */
const SCALE = 4;

/** What a QR code of a page says. */
function readCode(page: string): string {
  const [, view = '', path = ''] =
    /<svg class="qr"[^>]*viewBox="([^"]*)".*?<path [^>]*d="([^"]*)"/s.exec(page) ?? [];
  const [left = 0, , side = 0] = view.split(' ').map(Number);
  const pixels = side * SCALE;
  const image = new Uint8ClampedArray(pixels * pixels * 4).fill(255);
  const isInside = insideOf(path);
  for (let y = 0; y < pixels; y++) {
    for (let x = 0; x < pixels; x++) {
      if (!isInside(left + x / SCALE + 0.1, left + y / SCALE + 0.1)) continue;
      image.fill(0, (y * pixels + x) * 4, (y * pixels + x) * 4 + 3);
    }
  }
  return jsQR.default(image, pixels, pixels)?.data ?? '';
}

/** Whether a point is within a path of straight lines, by how often a ray from it crosses them. */
function insideOf(path: string): (x: number, y: number) => boolean {
  const outlines = path
    .split('Z')
    .map((outline) =>
      [...outline.matchAll(/[ML](\d+) (\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const),
    );
  const edges = outlines.flatMap((points) =>
    points.map((point, at) => [point, points[(at + 1) % points.length] ?? point] as const),
  );
  return (x, y) =>
    edges.filter(([from, to]) => from[0] > x && from[1] <= y !== to[1] <= y).length % 2 === 1;
}
