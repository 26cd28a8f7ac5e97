import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { BROWSER, NEEDED } from '../support/browser.ts';
import { violationsOf } from './axe.ts';
import { webBrowser } from './web-browser.ts';
import { PAGE_ADDRESSES } from './web-server.ts';

const web = webBrowser();

/** Opens a page, uses it, and expects that it complained of nothing and asked no other host. */
async function withPage(
  path: string,
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await web.browser.newContext({ locale: 'fr-FR', ...options });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    const hosts = new Set<string>();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.goto(`${web.url}${path}`);
    await use(page);
    expect(complaints).toEqual([]);
    expect([...hosts]).toEqual([new URL(web.url).host]);
    expect(await context.cookies()).toEqual([]);
  } finally {
    await context.close();
  }
}

const ADDRESSES = Object.entries(PAGE_ADDRESSES);

describe.skipIf(!BROWSER)(`pages in a browser${NEEDED}`, () => {
  test.each(ADDRESSES)(
    '%s has nothing that axe objects to, light and dark',
    async (_, path) => {
      await withPage(
        path,
        async (page) => {
          expect(await violationsOf(page)).toEqual([]);
          await page.emulateMedia({ colorScheme: 'dark' });
          expect(await violationsOf(page)).toEqual([]);
        },
        { colorScheme: 'light', bypassCSP: true },
      );
    },
    60_000,
  );

  test.each(ADDRESSES)(
    '%s keeps to the width of screens and of a sheet, what is folded included, and to the policy',
    async (_, path) => {
      await withPage(path, async (page) => {
        const open = async (width: number, height: number) => {
          await page.setViewportSize({ width, height });
          await page.reload();
        };
        for (const width of [320, 768, 1280]) {
          await open(width, 900);
          const wide = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          );
          expect([width, wide]).toEqual([width, 0]);
        }
        // What of A4 is between margins of one centimetre.
        await open(718, 1000);
        await page.emulateMedia({ media: 'print' });
        const cut = await page.evaluate(
          `[document.documentElement, ...document.querySelectorAll('.scroll')]
            .filter((each) => each.scrollWidth > each.clientWidth + 1)
            .map((each) => each.getAttribute('aria-label') ?? each.tagName)`,
        );
        expect(cut).toEqual([]);
        const folded = await page.evaluate(
          `[...document.querySelectorAll('main details:not(.screen) > :not(summary, form)')]
            .filter((each) => !each.checkVisibility()).map((each) => each.outerHTML.slice(0, 80))`,
        );
        expect(folded).toEqual([]);
      });
    },
    60_000,
  );

  test.each([true, false])(
    'from the home page to a certification by search, scripts: %s',
    async (scripts) => {
      await withPage(
        '/',
        async (page) => {
          await page.getByLabel('Intitulé, code, métier, certificateur').fill('concepteur');
          await page.getByRole('button', { name: 'Chercher' }).click();
          await page.getByRole('link', { name: 'RNCP101' }).click();
          await page.getByRole('heading', { level: 1, name: 'Concepteur de logiciels' }).waitFor();
          const cohorts = page.getByRole('table', { name: 'Promotions', exact: true });
          expect(await cohorts.getByRole('row').count()).toBe(4);
        },
        { javaScriptEnabled: scripts },
      );
    },
    30_000,
  );

  test('by the keyboard alone: skip to the content, search, open the first result', async () => {
    await withPage('/', async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Aller au contenu');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.id')).toBe('q');
      await page.keyboard.type('concepteur');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/recherche?q=concepteur');
      const tabTo = async (name: string) => {
        for (let left = 80; left > 0; left--) {
          await page.keyboard.press('Tab');
          if ((await page.evaluate('document.activeElement.textContent')) === name) return;
        }
        throw new Error(`no focus on ${name}`);
      };
      await tabTo('RNCP101');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/certifications/RNCP101');
    });
  }, 30_000);

  test('the field of a search suggests codes with their titles', async () => {
    await withPage('/', async (page) => {
      await page.getByLabel('Intitulé, code, métier, certificateur').pressSequentially('concept');
      const options = page.locator('#suggestions option');
      await options.first().waitFor({ state: 'attached' });
      expect(await options.first().getAttribute('value')).toBe('RNCP101');
      expect(await options.first().textContent()).toBe('Concepteur de logiciels');
    });
  }, 30_000);

  test('a table is sorted by the head of a column, what is missing last', async () => {
    await withPage('/', async (page) => {
      const table = page.getByRole('table', { name: 'Taux d’insertion par niveau' });
      await table.getByRole('button', { name: 'Certifiés' }).click();
      const certified = await table.locator('tbody tr td:nth-of-type(2)').allInnerTexts();
      const numbers = certified.map((text) => Number(text.replace(/\D/g, '')));
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    });
  }, 30_000);

  test('another rate of the peers is asked for by the form, and the address keeps it', async () => {
    await withPage('/certifications/RNCP101', async (page) => {
      await page.getByLabel('Semblables par').selectOption('LEVEL');
      await page.getByRole('button', { name: 'Montrer' }).click();
      await page.waitForURL(/par=LEVEL/);
      expect(await page.getByLabel('Semblables par').inputValue()).toBe('LEVEL');
    });
  }, 30_000);

  test('a page that is opened again keeps its style, and is not sent again', async () => {
    await withPage('/certifications/RNCP101', async (page) => {
      const again = page.waitForResponse(/RNCP101$/);
      await page.goto(`${web.url}/certifications/RNCP101`);
      expect((await (await again).allHeaders())['content-security-policy']).toContain("'self'");
      const family = await page.evaluate('getComputedStyle(document.body).fontFamily');
      expect(family).toContain('system-ui');
    });
  }, 30_000);

  test('a point of a chart tells its figures where a pointer rests on it', async () => {
    await withPage('/certifications/RNCP101', async (page) => {
      const point = page.locator('#cohorts ~ figure g.series-1 > g').first();
      // Fails unless it is the point that the pointer meets.
      await point.locator('path[pointer-events]').hover({ timeout: 5_000 });
      const told = await point.locator('title').textContent();
      expect(told).toMatch(
        /^20\d\d, Taux d’insertion global à 6 mois.: \d+.% \[.*\], sur \d+ certifiés/,
      );
    });
  }, 30_000);

  test('printed, the navigation and the forms are left out', async () => {
    await withPage('/comparer?codes=RNCP101+RNCP100', async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
      expect(await page.locator('form').first().isVisible()).toBe(false);
      expect(await page.getByRole('table').first().isVisible()).toBe(true);
    });
  }, 30_000);
});
