import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import type { RegisterCode } from '../../../src/domain/certification/register-code.ts';
import { schema } from '../../../src/graphql/schema.ts';
import type { RestrictedRead } from '../../../src/http/access/restricted-reads.ts';
import { surveyTemplate } from '../../../src/http/surveys/template.ts';
import { eraseSurvey } from '../../../src/ingest/surveys/erase-survey.ts';
import { surveyService } from '../../../src/snapshot/surveys/survey-service.ts';
import { publishSurveys, READERS } from '../../datasets/surveys/survey-register.ts';
import { describeEachEngine } from '../../support/database.ts';
import { day } from '../../support/factories.ts';
import { SECRET } from '../../support/surveys.ts';
import { unzip } from '../../support/unzip.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';
import { keyOf, serveUploads, textOf, type Who } from './upload-server.ts';

describeEachEngine('the page of surveys over', (openDatabase) => {
  let database: Database;
  let server: QuestionServer;
  const reads: RestrictedRead[] = [];

  beforeAll(async () => {
    database = await openDatabase();
    await publishSurveys(database);
    server = await serveUploads(database, reads);
  });
  beforeEach(() => {
    reads.length = 0;
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const get = (who: Who, query = '', headers: Record<string, string> = {}) =>
    fetch(`${server.url}/enquetes${query}`, {
      headers: { 'accept-language': 'fr', ...keyOf(who), ...headers },
    });
  const read = async (who: Who, query = '') => textOf(await (await get(who, query)).text());

  test('asks who has no role for a key, and says where public figures are', async () => {
    const response = await get('everybody');
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe(
      'Basic realm="debouches", charset="UTF-8"',
    );
    expect(response.headers.get('cache-control')).toContain('no-store');
    const page = await response.text();
    expect(textOf(page)).toMatch(/Cette page demande une clé.*le nom d’utilisateur est libre/);
    expect(page).toContain('href="/reports/survey-rates.csv?labels=fr"');
    expect(textOf(page)).not.toContain('RNCP1');
    expect(page).not.toContain('<form class="stack"');
    const english = await get('everybody', '?lang=en');
    expect([english.status, english.headers.get('content-language')]).toEqual([401, 'en']);
    expect(textOf(await english.text())).toContain('This page asks for a key.');
    expect(reads).toEqual([]);
  });

  test('shows a body its own cohorts in full, with the figures of the worked example', async () => {
    const response = await get('school');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('etag')).toBeNull();
    expect(response.headers.get('set-cookie')).toBeNull();
    const page = textOf(await response.text());
    expect(page).toMatch(/Rôle Certificateur Nom school SIREN 111111118/);
    expect(page).toContain('3 promotions enquêtées');
    expect(page).toMatch(
      /2024 6 mois 60 48 6 42 80 % 70 % 80,95 % \[66,7 ; 90,02\] bornes \[62,96 ; 85,19\] publié 81 %, concordant 59,52 % \[44,49 ; 72,96\] bornes \[46,3 ; 68,52\] publié 70 %, écart de plus d’un point/,
    );
    // All 24 of RNCP4 are employed after two years, when the register has no global rate.
    expect(page).toMatch(
      /2023 24 mois 24 24 0 24 100 % 100 % 100 % \[86,2 ; 100\] bornes \[100 ; 100\] 100 %/,
    );
    expect(page).toContain('2024 liste des titulaires seule, 10 titulaires');
    expect(page).toContain(
      'Promotion 2024 : Le nombre de titulaires n’est pas celui du répertoire',
    );
    expect(page).not.toMatch(/RNCP2|RNCP3/);
    expect(reads).toMatchObject([
      {
        ...{ reader: READERS.school, operation: 'SurveysPage' },
        certifications: ['RNCP1', 'RNCP4', 'RNCP5'],
      },
    ]);
  });

  test.each<readonly [Who, readonly string[]]>([
    ['school', ['RNCP1', 'RNCP4', 'RNCP5']],
    ['other', ['RNCP2', 'RNCP3']],
    ['alice', ['RNCP2']],
    ['boss', ['RNCP1', 'RNCP2', 'RNCP3', 'RNCP4', 'RNCP5']],
  ])('shows %s the certifications that they read in full: %j', async (who, codes) => {
    const page = await (await get(who)).text();
    expect([...page.matchAll(/<h3 id="(\w+)">/g)].map(([, code]) => code)).toEqual(codes);
    expect(page.includes('enctype="multipart/form-data"')).toBe(who !== 'alice');
    expect(page.includes('Seules les certifications de votre organisme')).toBe(
      who === 'school' || who === 'other',
    );
    expect(textOf(page)).not.toMatch(/undefined|\[object|NaN/);
  });

  test('is for each reader alone, and is kept by nobody', async () => {
    const pages = await Promise.all(
      (['school', 'other', 'alice', 'boss', 'everybody'] as const).map((who) => read(who)),
    );
    expect(new Set(pages).size).toBe(5);
    expect(await read('school')).toBe(pages[0]);
    expect(reads.filter(({ reader }) => reader.role === 'BODY')).toHaveLength(3);
  });

  test('has pages, each of which has its own cohorts read', async () => {
    const { data } = (await (
      await server.ask(
        {
          query: `{ surveyedCohorts(first: 2) { totalCount nodes { year certification { code } }
            pageInfo { hasNextPage endCursor } } }`,
        },
        keyOf('boss'),
      )
    ).json()) as {
      data: {
        surveyedCohorts: {
          totalCount: number;
          nodes: object[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      };
    };
    expect(data.surveyedCohorts).toMatchObject({
      ...{ totalCount: 5, pageInfo: { hasNextPage: true } },
      nodes: [
        { year: 2024, certification: { code: 'RNCP1' } },
        { year: 2024, certification: { code: 'RNCP2' } },
      ],
    });
    reads.length = 0;
    const page = await read('boss', `?apres=${data.surveyedCohorts.pageInfo.endCursor}`);
    expect(page).toContain('RNCP3');
    expect(page).not.toContain('RNCP1 ');
    expect(reads.flatMap(({ certifications }) => certifications)).toEqual([
      ...['RNCP3', 'RNCP4', 'RNCP5'],
    ]);
  });

  test('names no cohort to who has no role, by GraphQL either', async () => {
    const query = '{ surveyedCohorts { totalCount nodes { year } } dataStatus { surveysServed } }';
    expect(await (await server.ask({ query })).json()).toMatchObject({
      data: { surveyedCohorts: { totalCount: 0, nodes: [] }, dataStatus: { surveysServed: true } },
    });
  });

  test('is found from every page, where surveys are served', async () => {
    const linked = async (url: string) =>
      (await (await fetch(`${url}/rapports`)).text()).includes('href="/enquetes"');
    expect(await linked(server.url)).toBe(true);
    for (const surveys of [null, surveyService('another secret', { has: () => true })]) {
      await using off = await serveQuestions(database, schema, {
        surveys,
        apiKeys: [
          {
            ...{ name: 'boss', reader: READERS.boss },
            sha256: createHash('sha256').update('boss').digest('hex'),
          },
        ],
      });
      expect(await linked(off.url)).toBe(false);
      const page = await fetch(`${off.url}/enquetes`, { headers: keyOf('boss') });
      expect(textOf(await page.text())).toContain('Ce serveur ne sert aucune enquête');
    }
  });

  test('has the workbook to fill, as the command line writes it', async () => {
    const response = await fetch(`${server.url}/enquetes/modele.xlsx`);
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="enquete-titulaires.xlsx"',
    );
    const given = await unzip(Buffer.from(await response.arrayBuffer()));
    expect(given.size).toBeGreaterThan(5);
    expect(given).toEqual(await unzip(await buffer(surveyTemplate())));
    const etag = response.headers.get('etag') ?? '';
    const again = await fetch(`${server.url}/enquetes/modele.xlsx`, {
      headers: { 'if-none-match': etag },
    });
    expect([again.status, etag]).toEqual([304, expect.stringMatching(/^".+"$/)]);
  });

  test('answers of a past publication that a survey was erased since', async () => {
    const past = () => get('school', '?publication=2');
    const response = await past();
    expect([response.status, textOf(await response.text())]).toEqual([
      200,
      expect.stringContaining('Vous lisez le registre tel qu’il était'),
    ]);
    await eraseSurvey(
      database,
      { certificationCode: 'RNCP1' as RegisterCode, year: null, holder: null },
      { secret: SECRET, today: day('2026-11-24') },
    );
    await expect.poll(async () => (await past()).status, { timeout: 10_000 }).toBe(410);
    expect(await read('school')).not.toContain('RNCP1');
  });

  test('is where a browser is led that asks for the address of the form', async () => {
    const response = await fetch(`${server.url}/enquetes/import?lang=en`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/enquetes?lang=en']);
  });
});
