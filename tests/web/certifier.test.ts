import { afterAll, beforeAll, expect, test } from 'vitest';
import { CERTIFIER_EN } from '../../src/web/words/en/certifier.ts';
import { CERTIFIER_FR } from '../../src/web/words/fr/certifier.ts';
import type { QuestionServer } from '../http/question-server.ts';
import { describeEachEngine } from '../support/database.ts';
import { ALPHA, BETA, ownSentences, serveBodies, textOf } from './body-register.ts';

describeEachEngine('the pages of certifying bodies on', (openDatabase) => {
  let server: QuestionServer;

  beforeAll(async () => {
    server = await serveBodies(await openDatabase());
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const get = (path: string) =>
    fetch(`${server.url}${path}`, { headers: { 'accept-language': 'fr' } });
  const pageAt = async (path: string) => (await get(path)).text();
  const alpha = `/certificateurs/${ALPHA}`;

  test('one has its counts, its pooled rates and what it owes', async () => {
    const page = textOf(await pageAt(alpha));
    expect(page).toContain(`Alpha SIREN ${ALPHA}`);
    expect(page).toContain('Certifications 4 Actives 3');
    expect(page).toContain('Dépôt recommandé passé 1');
    // (100 · 80 + 50 · 90) / 150
    expect(page).toContain('83,33 % [76,55 ; 88,45] sur 150 certifiés');
    // The cohort of 2024 was due by the end of 2025: 306 days before 2 November 2026.
    expect(page).toContain('Un taux est en retard, de 306 jours.');
    expect(page).toMatch(/2024 10 Taux d’insertion global à 6 mois 31 décembre 2025 306/);
    expect(page).toMatch(/Bêta 328007786 1/);
  });

  test('one has a time line of ends, by month', async () => {
    const page = await pageAt(alpha);
    const months = [...page.matchAll(/<li><time datetime="(\d{4}-\d{2})">/g)].map(([, at]) => at);
    expect(months).toEqual(['2027-03', '2027-09', '2028-06']);
  });

  test('one lists its active certifications, or all of them', async () => {
    const [active, all] = [await pageAt(alpha), await pageAt(`${alpha}?afficher=toutes`)];
    expect(textOf(active)).not.toContain('Horloger');
    expect(textOf(active)).toContain('Dépôt hors délai');
    expect(textOf(all)).toContain('Horloger (inactive)');
  });

  test('one leads to its calendar, its feed, its findings and its files, which are there', async () => {
    const page = await pageAt(alpha);
    const links = [...page.matchAll(/href="(\/[^"#]*)/g)]
      .map(([, address = '']) => address.replaceAll('&amp;', '&'))
      .filter((address) => /ics|atom|anomalies|echeances|reports/.test(address));
    expect(new Set(links)).toContain(`/changes.atom?certifier=${ALPHA}&lang=fr`);
    for (const address of new Set(links)) {
      const { status } = await get(address);
      expect([address, status]).toEqual([address, 200]);
    }
  });

  test('a SIREN that no fiche names is 404, with a way on', async () => {
    const response = await get('/certificateurs/999999999');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('<form class="find" action="/certificateurs"');
  });

  test.each([
    ['/certificateurs/abc', '« abc » n’est pas un SIREN'],
    [`/certificateurs/${ALPHA}?afficher=rien`, 'actives, toutes'],
    ['/certificateurs?tri=taille', 'nom, certifications, jours, retards'],
    ['/certificateurs?retard=peut-etre', 'oui'],
  ])('%s is not accepted, in words', async (path, words) => {
    const response = await get(path);
    expect(response.status).toBe(400);
    expect(textOf(await response.text())).toContain(words);
  });

  test('the list has those that owe most first, and finds a name', async () => {
    const page = textOf(await pageAt('/certificateurs?tri=jours&retard=oui'));
    expect(page).toContain('2 certificateurs');
    expect(page).toContain(`Alpha ${ALPHA} 4 3 1 1 306 Bêta ${BETA} 2 2 2 1 306`);
    const found = textOf(await pageAt('/certificateurs?nom=beta'));
    expect(found).toContain('Un certificateur');
    expect(found).not.toContain('Alpha');
  });

  test('titles are escaped, and English has no French left', async () => {
    for (const path of [`${alpha}?lang=en&afficher=toutes`, '/certificateurs?lang=en']) {
      const page = await pageAt(path);
      expect(page).not.toContain('<script>');
      expect(page).toContain('<html lang="en">');
      for (const sentence of ownSentences(CERTIFIER_FR, CERTIFIER_EN)) {
        expect(textOf(page)).not.toContain(sentence);
      }
    }
  });
});
