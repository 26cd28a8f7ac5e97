import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import type { PlainDate } from '../../../src/domain/calendar.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { importFiles } from '../../../src/ingest/publish/publish.ts';
import { BROWSER, launchBrowser, NEEDED } from '../../support/browser.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';

const PAGE = fileURLToPath(new URL('../../../src/demonstration/RNCP35746.txt', import.meta.url));

let database: Database;
let server: QuestionServer;
let browser: Browser;

beforeAll(async () => {
  if (!BROWSER) return;
  database = await openMigratedPglite();
  await importFiles(database, [PAGE], {
    today: '2026-11-02' as PlainDate,
    date: '2026-11-02' as PlainDate,
    title: 'Chargé de communication cross-média',
  });
  server = await serveQuestions(database, schema);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

/** What a page complains about and where it goes for what it loads. */
function watch(page: Page) {
  const complaints: string[] = [];
  const hosts = new Set<string>();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['blob:', 'data:'].includes(url.protocol)) hosts.add(url.host);
  });
  return { complaints, hosts };
}

const TAB_MS = 30_000;

/** Runs the query of the tab in front until its answer has a text. */
async function expectAnswer(page: Page, text: string): Promise<void> {
  const run = page.getByRole('button', { name: /execute query/i });
  const answer = page.locator('.graphiql-response');
  // GraphiQL takes a moment to read the document of a tab: until then it runs the one before,
  // or none.
  const ask = async () => {
    await run.click();
    return answer.innerText();
  };
  await expect.poll(ask, { timeout: TAB_MS, interval: 500 }).toContain(text);
}

/** A tab is called by its title and the button that closes it. */
const called = (name: string) => new RegExp(`^${name}\\b`);
const tab = (page: Page, name: string) => page.getByRole('tab', { name: called(name) });
const frontTab = (page: Page, name: string) =>
  page.getByRole('tab', { name: called(name), selected: true });

/** Presses and lets go as a hand does, in the middle of a tab, once. */
async function clickOnce(page: Page, name: string): Promise<void> {
  const place = await tab(page, name).boundingBox();
  if (!place) throw new Error(`${name} is not shown`);
  await page.mouse.move(place.x + place.width / 3, place.y + place.height / 2);
  await page.mouse.down();
  await setTimeout(60);
  const pressed = await tab(page, name).boundingBox();
  await page.mouse.up();
  expect(Math.abs((pressed?.x ?? 0) - place.x)).toBeLessThan(2);
}

describe.skipIf(!BROWSER)(`in a browser GraphiQL${NEEDED}`, () => {
  /** A browser of a new visitor, who prefers a language. */
  const visit = async (url: string, locale = 'en', width = 1280): Promise<Page> => {
    const context = await browser.newContext({ locale, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(url);
    await page.getByRole('tab').first().waitFor({ timeout: 60_000 });
    return page;
  };

  test('opens without any other site and its ready questions show data', async () => {
    const context = await browser.newContext({ locale: 'en' });
    const page = await context.newPage();
    const { complaints, hosts } = watch(page);
    await page.goto(`${server.url}/graphql`);
    expect(page.url()).toBe(`${server.url}/graphql`);
    expect(await page.title()).toBe('Débouchés');
    await tab(page, 'DataStatus').waitFor();
    expect(await page.getByRole('tab').count()).toBe(6);
    await expectAnswer(page, '"dataStatus"');
    await clickOnce(page, 'CertificationCard');
    await frontTab(page, 'CertificationCard').waitFor();
    await expectAnswer(page, '"RNCP35746"');
    expect([...hosts]).toEqual([new URL(server.url).host]);
    expect(complaints).toEqual([]);
    await context.close();
  }, 120_000);

  test('brings a tab to the front at the first click, wherever it was before', async () => {
    const own = encodeURIComponent('query Own { __typename }');
    const page = await visit(`${server.url}/graphql?query=${own}`);
    await frontTab(page, 'Own').waitFor();
    for (const name of ['CertificationCard', 'SearchCertifications', 'CertificationCohorts']) {
      await clickOnce(page, name);
      await frontTab(page, name).waitFor({ timeout: 2_000 });
    }
    await page.context().close();
  }, 120_000);

  test('shows no settings of tabs, and underlines no variable that has a default', async () => {
    const page = await visit(`${server.url}/graphql?question=Benchmark`);
    await frontTab(page, 'Benchmark').waitFor();
    const text = page.locator('.graphiql-query-editor .view-lines');
    await expect.poll(() => text.innerText(), { timeout: TAB_MS }).toContain('Question');
    expect(await text.innerText()).not.toMatch(/#.(?:tab|variables):/);
    // What a variable without a default misses is underlined still.
    const errors = page.locator('.squiggly-error');
    await page.locator('.graphiql-editor-tool .view-lines').first().click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('{ }');
    await expect.poll(() => errors.count(), { timeout: TAB_MS }).toBeGreaterThan(0);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('{ "code": "RNCP35746"');
    await expect.poll(() => errors.count(), { timeout: TAB_MS }).toBe(0);
    await page.context().close();
  }, 120_000);

  test('opens every question from its list, by keyboard, in the language of its reader', async () => {
    const page = await visit(`${server.url}/graphql`, 'fr-FR');
    expect(await page.getByRole('link', { name: 'Rapports' }).getAttribute('href')).toBe(
      '/reports',
    );
    await page.getByText('Questions', { exact: true }).press('Enter');
    const link = page.getByRole('link', { name: 'Taux en retard' });
    await link.waitFor();
    await page.keyboard.press('Escape');
    expect(await link.isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await link.press('Enter');
    await frontTab(page, 'OverdueRates').waitFor({ timeout: TAB_MS });
    // Beside the tabs that were there; loaded again, it is there once.
    expect(await page.getByRole('tab').count()).toBe(7);
    await expectAnswer(page, '"data"');
    await page.reload();
    await tab(page, 'OverdueRates').waitFor({ timeout: TAB_MS });
    expect(await page.getByRole('tab').count()).toBe(7);
    expect(new URL(page.url()).search).toBe('?lang=fr');
    await page.context().close();
  }, 120_000);

  test.each([1280, 390])(
    'fits in a window %i wide',
    async (width) => {
      const page = await visit(`${server.url}/graphql?lang=fr`, 'fr-FR', width);
      const over = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(over).toBe(0);
      // The last button of the side bar is within the page, and in a wide window within the window.
      const last = await page.getByRole('button', { name: /settings/i }).boundingBox();
      const height = await page.evaluate('document.documentElement.scrollHeight');
      expect((last?.y ?? 0) + (last?.height ?? 9_999)).toBeLessThanOrEqual(Number(height));
      if (width > 700) expect(height).toBe(800);
      await page.getByText('Questions', { exact: true }).click();
      const link = await page.getByRole('link', { name: 'Sa fiche' }).boundingBox();
      expect(link?.x).toBeGreaterThanOrEqual(0);
      expect((link?.x ?? 0) + (link?.width ?? width)).toBeLessThanOrEqual(width);
      await page.getByText('Questions', { exact: true }).click();
      await expectAnswer(page, '"dataStatus"');
      await page.context().close();
    },
    120_000,
  );

  test('runs its questions where persisted operations alone are answered', async () => {
    await using closed = await serveQuestions(database, schema, { persistedOperationsOnly: true });
    const page = await visit(`${closed.url}/graphql?question=PooledRates`);
    await frontTab(page, 'PooledRates').waitFor();
    await expectAnswer(page, '"RNCP35746"');
    await clickOnce(page, 'DataStatus');
    await expectAnswer(page, '"dataStatus"');
    await page.context().close();
  }, 120_000);
});
