import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { changesPage } from '../../src/web/changes/page.ts';
import { renderPage } from '../../src/web/render.ts';
import { CHANGES_EN } from '../../src/web/words/en/changes.ts';
import { CHANGES_FR } from '../../src/web/words/fr/changes.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { describeEachEngine } from '../support/database.ts';
import { certifierWith, cohortWith, ficheWith, publishFiches } from '../support/factories.ts';
import { ownSentences, textOf, textsOf } from './body-register.ts';

const SIREN = '130025265';
const SCRIPT = '<script>alert(1)</script>';
const certifiers = [certifierWith('Alpha', { siret: `${SIREN}00013` })];
const level = { code: 'NIV5', label: 'Niveau 5' };

/** A boulanger whose rate of 2020 is this; a new fiche comes, another one goes. */
function boulanger(global6: number) {
  return ficheWith({
    ...{ code: 'RNCP1', title: `Boulanger ${SCRIPT}`, level, certifiers, activeFlag: true },
    cohorts: [cohortWith(2020, 100, { global6 })],
  });
}
const fleuriste = ficheWith({ code: 'RNCP2', title: 'Fleuriste' });
const libraire = ficheWith({ code: 'RNCP3', title: 'Libraire' });

/** Gives publications other days than that of the test, first one first. */
async function redate(database: Database, days: readonly string[]): Promise<void> {
  await using session = await database.session();
  for (const [index, datedOn] of days.entries()) {
    await sql`update publication set dated_on = ${datedOn} where id = ${index + 1}`.execute(
      session.db,
    );
  }
}

describeEachEngine('the page of what is new on', (openDatabase) => {
  let server: QuestionServer;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, [boulanger(80), fleuriste]);
    await publishFiches(database, [boulanger(70), fleuriste], { compared: true });
    await publishFiches(database, [boulanger(65), libraire], { compared: true });
    await redate(database, ['2026-09-01', '2026-10-01', '2026-11-01']);
    server = await serveQuestions(database, schema);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const get = (path: string) =>
    fetch(`${server.url}${path}`, { headers: { 'accept-language': 'fr' } });
  const pageAt = async (path: string) => (await get(path)).text();

  test('tells what changed since the publication before the one that is shown', async () => {
    const page = await pageAt('/nouveautes');
    expect(textOf(page)).toContain(
      'Depuis la publication précédente (2, du 1er octobre 2026), jusqu’à la publication que montre cette page.',
    );
    expect(textOf(page)).toContain('3 changements');
    expect(page).toContain('href="/nouveautes?depuis=debut"');
    expect(page).toMatch(/href="\/reports\/changes\.csv\?since=2&amp;/);
  });

  test('of a past publication, what changed since the one before it', async () => {
    const page = textOf(await pageAt('/nouveautes?publication=2'));
    expect(page).toContain('Depuis la publication précédente (1, du 1er septembre 2026),');
    expect(page).toContain('Un changement');
    expect(page).toContain('promotion 2020, 80 % → 70 %');
  });

  test('counts what it lists by kind, each kind a link to it alone', async () => {
    const page = await pageAt('/nouveautes?depuis=debut&niveau=5');
    expect(textsOf(page, '[aria-label="Changements par nature"] li')).toEqual(['Taux modifié – 2']);
    const all = await pageAt('/nouveautes');
    expect(textsOf(all, '[aria-label="Changements par nature"] li')).toEqual([
      ...['Nouvelle dans les répertoires – 1', 'Retirée des répertoires – 1', 'Taux modifié – 1'],
    ]);
    expect(all).toContain('href="/nouveautes?nature=REMOVED"');
    expect(textOf(await pageAt('/nouveautes?nature=REMOVED'))).toContain('Un changement');
  });

  test('tells all that is known, newest first, a figure from old to new', async () => {
    const page = textOf(await pageAt('/nouveautes?depuis=debut'));
    expect(page).toContain('Depuis le début de l’historique, jusqu’à');
    expect(page).toContain('4 changements');
    expect(page).toMatch(/promotion 2020, 70 % → 65 %.*promotion 2020, 80 % → 70 %/);
    expect(page).toContain('Retirée des répertoires');
    expect(page).toContain('Nouvelle dans les répertoires');
    expect(page).toContain('3 , 1er novembre 2026');
  });

  test('links to certifications that there are, to publications, to the one before', async () => {
    const page = await pageAt('/nouveautes');
    expect(page).toContain('href="/certifications/RNCP3"');
    expect(page).not.toContain('href="/certifications/RNCP2"');
    expect(page).toContain('href="/publications/2"');
    expect(page).toContain('href="/nouveautes?depuis=2"');
    expect(textOf(page)).toContain('aucune : l’historique commence avec elle');
  });

  test.each([
    ['depuis=2', 3],
    ['depuis=debut', 4],
    ['', 3],
    ['depuis=2026-10-15', 3],
    ['jusque=2', 1],
    ['depuis=1&jusque=2026-10-31', 1],
    ['nature=CREATED&nature=REMOVED', 2],
    ['nature=RATE_ALTERED', 1],
    ['depuis=debut&nature=RATE_ALTERED', 2],
    [`depuis=debut&siren=${SIREN}`, 2],
    ['niveau=5&depuis=2', 1],
    ['code=RNCP1', 1],
    ['depuis=3', 0],
  ])('?%s chooses %i, as does its file; the feed has its filters', async (query, count) => {
    const page = await pageAt(`/nouveautes?${query}`);
    const told = ['Aucun changement', 'Un changement'][count] ?? `${count} changements`;
    expect(textOf(page)).toContain(told);
    const [, file = ''] = /href="(\/reports\/changes\.json[^"]*)"/.exec(page) ?? [];
    const { rows } = (await (await get(file.replaceAll('&amp;', '&'))).json()) as {
      rows: unknown[];
    };
    expect(rows).toHaveLength(count);
    const [, feed = ''] = /<link rel="alternate"[^>]* href="([^"]*)"/.exec(page) ?? [];
    expect((await get(feed.replaceAll('&amp;', '&'))).status).toBe(200);
  });

  test.each([
    ['nature=RIEN', 'CREATED'],
    ['depuis=hier', 'ni un jour'],
    ['depuis=2026-02-30', '2026-02-30'],
    ['jusque=debut', 'ni un jour'],
    ['depuis=99', 'depuis : il n’y a pas de publication 99 : les numéros vont de 1 à 3'],
    ['jusque=99', 'jusque : il n’y a pas de publication 99'],
    ['jusque=2020-01-01', 'jusque : rien n’était connu le'],
    ['depuis=3&jusque=1', 'depuis désigne la publication 3 et jusque la 1 : donnez un depuis qui'],
    ['siren=1', 'n’est pas un SIREN'],
    ['niveau=9', '8'],
    ['code=boulanger', 'boulanger'],
  ])('%s is not accepted, in words', async (query, words) => {
    const response = await get(`/nouveautes?${query}`);
    expect(response.status).toBe(400);
    expect(textOf(await response.text())).toContain(words);
  });

  test('of the first publication it is not known, and said so', async () => {
    const page = textOf(await pageAt('/nouveautes?publication=1'));
    expect(page).toContain('Ce qui a changé n’est pas connu');
    expect(page).not.toContain('Depuis la publication');
  });

  test('titles are escaped, and English has no French left', async () => {
    const page = await pageAt('/nouveautes?lang=en&depuis=debut');
    expect(page).not.toContain('<script>');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(textOf(page)).toContain('cohort of 2020, 70 % → 65 %');
    for (const sentence of ownSentences(CHANGES_FR, CHANGES_EN)) {
      expect(textOf(page)).not.toContain(sentence);
    }
  });
});

test('while the database is away, the page says so and keeps its publications', () => {
  const publication = { number: 2, datedOn: '2026-10-01', comparedWith: null };
  const data = {
    dataStatus: {
      ...{ publication, exportedOn: '2026-10-01', ageDays: 0, demonstration: false, notice: null },
      ...{ databaseReachable: false, surveysServed: false, refresh: null },
      ...{ attribution: '', licence: '', licenceUrl: '' },
      methodVersion: '2.0',
    },
    publications: {
      totalCount: 2,
      nodes: [{ ...publication, state: 'WITHDRAWN', withdrawnBecause: `fichier ${SCRIPT}` }],
    },
  };
  const theme = { name: null, asset: String, styles: [], icon: '', logo: null };
  const request = { path: {}, query: new URLSearchParams(), language: 'fr', origin: '' } as const;
  const { status, text } = renderPage(changesPage, request, {
    ...{ self: '/nouveautes', theme, answers: { data, texts: null } },
  });
  expect(status).toBe(200);
  expect(text).toContain(CHANGES_FR.away);
  expect(text).toContain('(retirée – fichier &lt;script&gt;');
  expect(text).not.toContain('href="/publications/2"');
  expect(textOf(text)).toContain('Les 1 plus récentes sur 2.');
});
