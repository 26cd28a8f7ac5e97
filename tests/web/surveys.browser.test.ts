import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { publishSurveys } from '../datasets/surveys/survey-register.ts';
import type { QuestionServer } from '../http/question-server.ts';
import { serveUploads, uploadFolders } from '../http/surveys/upload-server.ts';
import { BROWSER, launchBrowser, NEEDED } from '../support/browser.ts';
import { openMigratedPglite } from '../support/database.ts';
import { cohortFiles, EXAMPLE } from '../support/surveys.ts';
import { violationsOf } from './axe.ts';

const { roster, situations } = cohortFiles('RNCP1', EXAMPLE, { year: 2023, prefix: 'N' });
const fileOf = (name: string, text: string) => ({
  ...{ name, mimeType: 'text/csv', buffer: Buffer.from(text) },
});

describe.skipIf(!BROWSER)(`the page of surveys in a browser${NEEDED}`, () => {
  let database: Database;
  let server: QuestionServer;
  let browser: Browser;
  beforeAll(async () => {
    if (!BROWSER) return;
    database = await openMigratedPglite();
    await publishSurveys(database);
    server = await serveUploads(database);
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  /** Opens the page with the key of the school, as its reader typed it, and uses it. */
  async function withPage(
    use: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const context = await browser.newContext({
      ...{ locale: 'fr-FR', httpCredentials: { username: 'me', password: 'school' } },
      ...options,
    });
    try {
      const page = await context.newPage();
      await page.goto(`${server.url}/enquetes`);
      await use(page);
      expect(await context.cookies()).toEqual([]);
    } finally {
      await context.close();
    }
  }

  async function sendFiles(page: Page, button: string, texts: readonly string[]): Promise<void> {
    const files = texts.map((text, at) => fileOf(`${at}.csv`, text));
    await page.getByLabel('Fichiers', { exact: true }).setInputFiles(files);
    await page.getByRole('button', { name: button }).click();
    await page.waitForURL('**/enquetes/import?lang=fr');
  }

  test.each([true, false])(
    'checks and then imports files by the form, which the page then shows; scripts: %s',
    async (javaScriptEnabled) => {
      await withPage(
        async (page) => {
          await sendFiles(page, 'Vérifier', [roster, situations]);
          await page.getByRole('heading', { level: 1, name: 'Fichiers vérifiés' }).waitFor();
          await page.getByRole('link', { name: 'Revenir aux enquêtes' }).click();
          await sendFiles(page, 'Importer', [roster, situations]);
          await page.getByRole('heading', { level: 1, name: 'Fichiers importés' }).waitFor();
          const shown = async () => {
            await page.goto(`${server.url}/enquetes`);
            return page.getByRole('row', { name: /^2023 6 mois 60 48 6 42 80/ }).count();
          };
          await expect.poll(shown, { timeout: 10_000 }).toBe(1);
        },
        { javaScriptEnabled },
      );
      expect(await uploadFolders()).toEqual([]);
    },
    60_000,
  );

  test('is refused to a form of another site, though the browser adds the key', async () => {
    await withPage(async (page) => {
      // Another port is another origin, and `localhost` another site.
      const evil = `<form method="post" enctype="multipart/form-data" action="${server.url}/enquetes/import"><button name="action" value="importer">go</button></form>`;
      await page.route('http://localhost:1/', (route) =>
        route.fulfill({ contentType: 'text/html', body: evil }),
      );
      await page.goto('http://localhost:1/');
      const [response] = await Promise.all([
        page.waitForResponse('**/enquetes/import'),
        page.getByRole('button').click(),
      ]);
      expect(response.status()).toBe(403);
      await page.getByText('envoyé par une page d’un autre site').waitFor();
    });
  }, 30_000);

  test.each(['light', 'dark'] as const)(
    'and what it answers have nothing that axe objects to: %s',
    async (colorScheme) => {
      await withPage(
        async (page) => {
          expect(await violationsOf(page)).toEqual([]);
          await sendFiles(page, 'Vérifier', [roster, situations]);
          expect(await violationsOf(page)).toEqual([]);
          await page.goto(`${server.url}/enquetes`);
          await sendFiles(page, 'Vérifier', [roster.replaceAll('RNCP1', 'RNCP2')]);
          await page.getByRole('heading', { level: 1, name: 'Fichiers refusés' }).waitFor();
          expect(await violationsOf(page)).toEqual([]);
        },
        { colorScheme, bypassCSP: true },
      );
      const anonymous = await browser.newContext({ locale: 'fr-FR', colorScheme, bypassCSP: true });
      const page = await anonymous.newPage();
      // A browser without a window shows nothing of an answer that asks for a key.
      await page.route('**/enquetes', async (route) => {
        const response = await fetch(route.request().url(), { headers: { accept: 'text/html' } });
        expect(response.status).toBe(401);
        await route.fulfill({ contentType: 'text/html', body: await response.text() });
      });
      await page.goto(`${server.url}/enquetes`);
      await page.getByText(/Cette page demande une clé|This page asks for a key/).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await anonymous.close();
    },
    60_000,
  );

  test('keeps to the width of the screen', async () => {
    for (const width of [320, 768, 1280]) {
      await withPage(
        async (page) => {
          const wide = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          );
          expect([width, wide]).toEqual([width, 0]);
        },
        { viewport: { width, height: 900 } },
      );
    }
  }, 60_000);
});
