import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Fiche } from '../../src/domain/certification/fiche.ts';
import type { RegisterCode } from '../../src/domain/certification/register-code.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { openMigratedPglite } from '../support/database.ts';
import { day, publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';

/** The six peers of RNCP101 once more: a funnel needs ten. */
const MORE_PEERS: readonly Fiche[] = QUESTION_REGISTER.filter(({ code }) =>
  /^RNCP11\d$/.test(code),
).map((fiche) => ({ ...fiche, code: fiche.code.replace('RNCP11', 'RNCP98') as RegisterCode }));

const CHARTS = [
  'national',
  'promotions?code=RNCP101',
  'entonnoir?code=RNCP101',
  'statistiques?par=LEVEL',
];

describe('charts for other sites', () => {
  let database: Database;
  let server: QuestionServer;

  beforeAll(async () => {
    database = await openMigratedPglite();
    await publishFiches(database, [...QUESTION_REGISTER, ...MORE_PEERS], {
      datedOn: day('2026-11-20'),
    });
    server = await serveQuestions(database, schema);
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, { headers });

  test.each(CHARTS)(
    '%s is a page that any site may frame, with its table and source',
    async (name) => {
      const response = await get(`/embed/${name}`);
      const page = await response.text();
      expect(response.status).toBe(200);
      expect(response.headers.get('content-security-policy')).toContain('frame-ancestors *');
      expect(response.headers.get('x-frame-options')).toBeNull();
      expect(page).toMatch(/<svg [^>]*role="img"/);
      expect(page).toContain('<table');
      expect(page).toContain('export du 20/11/2026');
      expect(page).not.toMatch(/<style|\sstyle=|<script/);
      const again = await get(`/embed/${name}`, {
        'if-none-match': response.headers.get('etag') ?? '',
      });
      expect([again.status, again.headers.get('x-frame-options')]).toEqual([304, null]);
    },
  );

  test.each(CHARTS)('%s is an image of its own, with its words and its colours', async (name) => {
    const [chart, query = ''] = name.split('?');
    const response = await get(`/charts/${chart}.svg?${query}`);
    const svg = await response.text();
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(svg).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg /);
    expect(svg.match(/<svg [^>]*>/)?.[0]).toMatch(
      /(?=.*xmlns="http:\/\/www\.w3\.org\/2000\/svg")(?=.*role="img")(?=.*aria-label="[^"]{20,})/,
    );
    expect(svg).toContain('color="#005a9c"');
    expect(svg).not.toMatch(/<style|\sstyle=|<script/);
  });

  test('no other page may be framed', async () => {
    const response = await get('/certifications/RNCP101');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(response.headers.get('x-frame-options')).toBe('DENY');
  });

  test('the page of a chart tells where its oEmbed is, which gives the frame', async () => {
    const page = await (await get('/embed/promotions?code=RNCP101')).text();
    const [, address = ''] = /type="application\/json\+oembed" href="([^"]+)"/.exec(page) ?? [];
    const told = await (await get(address.replaceAll('&amp;', '&'))).json();
    expect(told).toMatchObject({
      ...{ version: '1.0', type: 'rich', width: 760 },
      html: expect.stringContaining(`<iframe src="${server.url}/embed/promotions?code=RNCP101"`),
    });
  });

  test.each([
    ['/', 'national?lang=fr'],
    ['/certifications/RNCP101?par=LEVEL', 'promotions?par=LEVEL&lang=fr&code=RNCP101'],
    ['/statistiques?par=LEVEL&lang=en', 'statistiques?par=LEVEL&lang=en'],
  ])('the page %s tells where its chart is, and is embedded as %s', async (path, embedded) => {
    const page = await (await get(path, { 'accept-language': 'fr' })).text();
    const [, link = ''] = /type="application\/json\+oembed" href="([^"]+)"/.exec(page) ?? [];
    const told = await (await get(link.replaceAll('&amp;', '&'))).json();
    const source = `${server.url}/embed/${embedded}`.replaceAll('&', '&amp;');
    expect(told.html).toContain(`<iframe src="${source}"`);
    expect((await get(`/embed/${embedded}`)).status).toBe(200);
    // The address of the page itself does as well, wherever this server is called from.
    const own = new URLSearchParams({ url: `https://example.org${path}` });
    const same = await (await get(`/oembed?${own}`)).json();
    const [name = ''] = embedded.split('?');
    expect(same.html).toContain(`<iframe src="${server.url}/embed/${name}`);
    if (name === 'promotions') expect(same.html).toContain('par=LEVEL&amp;code=RNCP101"');
  });

  test.each([
    ...['/anomalies', '/certifications/', '/certifications/RNCP1/x', '/certifications/%E0%A4%A'],
    ...['/embed/none', 'http://', ''],
  ])('oEmbed of %s, which has no chart, is 404', async (url) => {
    expect((await get(`/oembed?${new URLSearchParams({ url })}`)).status).toBe(404);
  });

  test('a page without a chart tells of none', async () => {
    for (const path of ['/certifications/RNCP120', '/anomalies', '/certifications/RNCP999']) {
      expect(await (await get(path)).text()).not.toContain('json+oembed');
    }
  });

  test('what there is no chart of is 404, and a bad parameter 400', async () => {
    expect((await get('/charts/promotions.svg?code=RNCP999')).status).toBe(404);
    expect((await get('/embed/promotions?code=RNCP999')).status).toBe(404);
    expect((await get('/charts/promotions.svg?code=x')).status).toBe(400);
    expect((await get('/embed/statistiques?par=AGE')).status).toBe(400);
  });
});
