import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { BROWSER, NEEDED } from '../support/browser.ts';
import { webBrowser } from './web-browser.ts';

const web = webBrowser();

const headings = (page: Page) => page.locator('main h2').allInnerTexts();

describe.skipIf(!BROWSER)(`a dossier in a browser${NEEDED}`, () => {
  test.each([true, false])(
    'is put together, arranged, checked and printed (scripts: %s)',
    async (javaScriptEnabled) => {
      const context = await web.browser.newContext({ locale: 'fr-FR', javaScriptEnabled });
      try {
        const page = await context.newPage();
        await page.goto(web.url);
        await page.getByRole('link', { name: 'Dossier', exact: true }).click();
        await page.getByLabel('Dossier d’une certification (code)').fill('RNCP101');
        await page.getByRole('button', { name: 'Commencer' }).first().click();
        const ready = [
          'Certifications',
          'Promotions',
          'Comparaison avec les certifications proches',
        ];
        expect((await headings(page)).slice(0, 3)).toEqual(ready);

        await page.getByText('Modifier ce dossier').click();
        await page.getByLabel('Titre', { exact: true }).fill('Comité <b>');
        const added = page.getByRole('group', { name: 'Ajouter une section' });
        await added.getByLabel('Rapport').selectOption({ label: 'Blocs de compétences' });
        await added.getByLabel('Texte de la section').fill('Les blocs, d’abord.');
        await page.getByRole('button', { name: 'Afficher' }).click();
        expect(await page.locator('h1').innerText()).toBe('Comité <b>');
        expect((await headings(page)).at(-1)).toBe('Blocs de compétences');

        const up = page.getByRole('link', { name: 'Monter : Blocs de compétences' });
        for (let at = 5; at > 0; at--) await up.click();
        expect((await headings(page))[0]).toBe('Blocs de compétences');
        expect(await page.locator('section.part').first().innerText()).toContain(
          'Les blocs, d’abord.',
        );
        await page.getByRole('link', { name: 'Retirer : Anomalies' }).click();
        expect(await headings(page)).not.toContain('Anomalies');

        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: 'Tout le dossier en un classeur Excel (XLSX)' }).click(),
        ]);
        expect(download.suggestedFilename()).toMatch(/^dossier-.*\.xlsx$/);

        await page.getByRole('link', { name: 'Ces chiffres tiennent-ils toujours ?' }).click();
        expect(await page.getByRole('status').allInnerTexts()).toContain(
          'Les chiffres de toutes les sections tiennent toujours.',
        );

        // A sheet of A4 between its margins, in CSS pixels.
        await page.setViewportSize({ width: 718, height: 1000 });
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('form').first().isVisible()).toBe(false);
        expect(await page.locator('svg.qr').isVisible()).toBe(true);
        const wide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        expect(await page.evaluate(wide)).toBe(0);
      } finally {
        await context.close();
      }
    },
    60_000,
  );
});
