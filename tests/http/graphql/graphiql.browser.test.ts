import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import type { PlainDate } from '../../../src/domain/calendar.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { importFiles } from '../../../src/ingest/publish/publish.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';

const BROWSER = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
].find((path) => path && existsSync(path));

const QUIET = ['gpu', 'quic', 'background-networking', 'component-update', 'sync'];
const ARGS = ['--no-sandbox', '--no-first-run', ...QUIET.map((each) => `--disable-${each}`)];
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
  browser = await chromium.launch({ executablePath: BROWSER, headless: true, args: ARGS });
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

test.skipIf(!BROWSER)(
  `in a browser GraphiQL opens without any other site and its ready questions show data${BROWSER ? '' : ' (skipped: no Chromium here, name one with CHROMIUM_PATH)'}`,
  async () => {
    const page = await browser.newPage();
    const { complaints, hosts } = watch(page);
    await page.goto(`${server.url}/`);
    expect(page.url()).toBe(`${server.url}/graphql`);
    expect(await page.title()).toBe('Débouchés');
    const run = page.getByRole('button', { name: /execute query/i });
    const answer = page.locator('.graphiql-response');
    // GraphiQL takes a moment to read the document of a tab: until then it runs the one before,
    // or none.
    const ask = async () => {
      await run.click();
      return answer.innerText();
    };
    await page.getByRole('tab', { name: 'DataStatus' }).waitFor();
    expect(await page.getByRole('tab').count()).toBeGreaterThanOrEqual(3);
    await expect.poll(ask, { timeout: 30_000, interval: 500 }).toContain('"dataStatus"');
    // By keyboard: tabs slide, and a click may fall beside one.
    await page.getByRole('button', { name: 'CertificationCard', exact: true }).press('Enter');
    await page.getByRole('tab', { name: 'CertificationCard', selected: true }).waitFor();
    await expect.poll(ask, { timeout: 30_000, interval: 500 }).toContain('"RNCP35746"');
    expect([...hosts]).toEqual([new URL(server.url).host]);
    expect(complaints).toEqual([]);
  },
  120_000,
);
