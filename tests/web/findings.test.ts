import { afterAll, beforeAll, expect, test } from 'vitest';
import { FINDINGS_EN } from '../../src/web/words/en/findings.ts';
import { FINDINGS_FR } from '../../src/web/words/fr/findings.ts';
import type { QuestionServer } from '../http/question-server.ts';
import { describeEachEngine } from '../support/database.ts';
import { ALPHA, BETA, ownSentences, serveBodies, textOf } from './body-register.ts';

describeEachEngine('the page of findings on', (openDatabase) => {
  let server: QuestionServer;

  beforeAll(async () => {
    server = await serveBodies(await openDatabase());
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const get = (path: string) =>
    fetch(`${server.url}${path}`, { headers: { 'accept-language': 'fr' } });
  const pageAt = async (path: string) => (await get(path)).text();

  test('counts by severity, by rule and by body, and lists the gravest first', async () => {
    const page = textOf(await pageAt('/anomalies'));
    expect(page).toContain('5 anomalies.');
    expect(page).toContain('Information 3 2 Erreur 1 1 Avertissement 1 1 En tout 5 3');
    expect(page).toContain('Taux dans le métier visé supérieur au taux global Avertissement 1 1');
    expect(page).toContain(`Bêta ${BETA} 3 1`);
    expect(page).toContain(`Alpha ${ALPHA} 1 1`);
    const list = page.slice(page.indexOf('La liste, les plus graves d’abord'));
    expect(list).toMatch(/RNCP77 \(fiche qui n’est pas servie\) Erreur.*RNCP5.*RNCP2/);
  });

  test.each([
    ['?regle=TARGET_ABOVE_GLOBAL', 1],
    ['?gravite=INFORMATION', 3],
    [`?siren=${ALPHA}`, 1],
    ['?code=RNCP77', 1],
    [`?siren=${BETA}&gravite=WARNING&code=RNCP5`, 1],
    ['?code=RNCP1', 0],
  ])('%s chooses %i, as does its file', async (query, count) => {
    const page = await pageAt(`/anomalies${query}`);
    expect(textOf(page)).toContain(count === 1 ? 'Une anomalie.' : `${count} anomalies.`);
    const [, file = ''] = /href="(\/reports\/findings\.json[^"]*)"/.exec(page) ?? [];
    const { rows } = (await (await get(file.replaceAll('&amp;', '&'))).json()) as {
      rows: unknown[];
    };
    expect(rows).toHaveLength(count);
  });

  test('a rule and a body are links that choose them', async () => {
    const page = await pageAt('/anomalies?gravite=WARNING');
    expect(page).toContain('href="/anomalies?regle=TOO_FEW_USABLE_COHORTS"');
    expect(page).toContain(`href="/anomalies?gravite=WARNING&amp;siren=${BETA}"`);
  });

  test('gaps have a page of their own, with both rates and their intervals', async () => {
    expect(await pageAt('/anomalies')).toContain('href="/ecarts"');
    const page = textOf(await pageAt('/ecarts'));
    expect(page).toContain(
      '2020 80 % [71,12 ; 86,66] sur 100 certifiés 60 % [50,2 ; 69,06] sur 100 certifiés +20',
    );
    expect(textOf(await pageAt('/ecarts?certifies=101'))).not.toContain('[71,1');
    expect((await get('/ecarts?certifies=beaucoup')).status).toBe(400);
  });

  test.each([
    ['regle=RIEN', 'REFUSED_FICHE'],
    ['gravite=GRAVE', 'ERROR, WARNING, INFORMATION'],
    ['siren=1', 'n’est pas un SIREN'],
    ['siren=999999999', 'n’est pas le SIREN d’un certificateur'],
    ['code=boulanger', 'boulanger'],
  ])('%s is not accepted, in words', async (query, words) => {
    const response = await get(`/anomalies?${query}`);
    expect(response.status).toBe(400);
    expect(textOf(await response.text())).toContain(words);
  });

  test('titles and values are escaped, and English has no French left', async () => {
    const page = await pageAt('/anomalies?lang=en');
    expect(page).not.toContain('<script>');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    for (const sentence of ownSentences(FINDINGS_FR, FINDINGS_EN)) {
      expect(textOf(page)).not.toContain(sentence);
    }
  });
});
