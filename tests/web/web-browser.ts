import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { QuestionServer } from '../http/question-server.ts';
import { BROWSER, launchBrowser } from '../support/browser.ts';
import { openMigratedPglite } from '../support/database.ts';
import { serveQuestionRegister } from './web-server.ts';

/** What the tests of a file look at pages with. */
export interface WebBrowser {
  readonly browser: Browser;
  /** Of a server over the register of the questions. */
  readonly url: string;
}

/** A browser and a server for all tests of a file; neither where there is no browser. */
export function webBrowser(): WebBrowser {
  let database: Database;
  let server: QuestionServer;
  let browser: Browser;
  beforeAll(async () => {
    if (!BROWSER) return;
    database = await openMigratedPglite();
    server = await serveQuestionRegister(database);
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });
  return {
    get browser() {
      return browser;
    },
    get url() {
      return server.url;
    },
  };
}
