import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STATUS_LABELS } from '../../src/domain/code-labels.ts';
import type { Measure } from '../../src/domain/measures/measure.ts';
import { MEASURES } from '../../src/domain/measures/measure-catalogue.ts';
import { DEFAULT_CHOICES } from '../../src/domain/method.ts';
import { schema } from '../../src/graphql/schema.ts';
import { ACCESSIBILITY_EN } from '../../src/web/words/en/accessibility.ts';
import { GLOSSARY_EN, METHOD_EN } from '../../src/web/words/en/method.ts';
import { ACCESSIBILITY_FR } from '../../src/web/words/fr/accessibility.ts';
import { GLOSSARY_FR, METHOD_FR } from '../../src/web/words/fr/method.ts';
import { TERM_GROUPS } from '../../src/web/words/terms.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { describeEachEngine } from '../support/database.ts';
import { ficheWith, publishFiches } from '../support/factories.ts';
import { ownSentences, textOf, textsOf } from './body-register.ts';

describeEachEngine('the pages of method, glossary and accessibility on', (openDatabase) => {
  let server: QuestionServer;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, [ficheWith({ code: 'RNCP1' })]);
    const method = { ...DEFAULT_CHOICES, graceMonths: 3, reliabilityFrom: [10, 30, 1000] as const };
    server = await serveQuestions(database, schema, { method });
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const get = (path: string) =>
    fetch(`${server.url}${path}`, { headers: { 'accept-language': 'fr' } });
  const pageAt = async (path: string) => (await get(path)).text();

  test('every measure has its name, its definition and an anchor', async () => {
    const page = await pageAt('/methode');
    for (const { id, labelFr, labelEn } of MEASURES) {
      expect(page).toContain(`<h3 id="${id}">${labelFr}</h3>`);
      expect(page).toContain(`<dd lang="en">${labelEn}</dd>`);
      expect(page).toContain(`<a href="#${id}">${labelFr}</a>`);
    }
    expect(textOf(page)).toContain('Unité points de pourcentage, de −100 à 100');
  });

  test.each([
    ['fr', 'en', '/methode'],
    ['en', 'fr', '/methode?lang=en'],
  ] as const)('definitions are in the language of the page: %s', async (own, other, path) => {
    const texts = new Set(textsOf(await pageAt(path), '#measures ~ dl dd'));
    for (const definition of MEASURES.flatMap(definitionsOf)) {
      expect([...texts]).toContain(definition[own]);
      if (definition[own] !== definition[other])
        expect([...texts]).not.toContain(definition[other]);
    }
  });

  test('nothing in French is English but the English names', async () => {
    const page = await pageAt('/methode');
    expect(textsOf(page, 'main [lang="en"]')).toEqual(MEASURES.map(({ labelEn }) => labelEn));
  });

  test('settings that were chosen otherwise are told beside the usual ones', async () => {
    const page = textOf(await pageAt('/methode'));
    expect(page).toContain('méthode 2.0 graceMonths=3 reliabilityFrom=10,30,1000');
    expect(page).toContain('où un taux est dû 3 mois 6 mois');
    expect(page).toContain('Moyenne de 30 à 999 Bonne 1 000 ou plus');
    expect(page).toContain('à chaque bout 10 % le même');
  });

  test('statuses and levels have their labels and their meaning', async () => {
    const page = textOf(await pageAt('/methode'));
    for (const { fr } of Object.values(STATUS_LABELS)) expect(page).toContain(fr);
    expect(page).toContain('En retard Le taux à 6 mois aurait dû être publié. OVERDUE');
    expect(page).toContain('Niveau 5 BTS, DEUST, anciennement DUT III');
    expect(page).toContain('Un taux absent n’est pas un taux nul');
  });

  test('the glossary has terms and labels in both languages, that of the page first', async () => {
    expect(textOf(await pageAt('/glossaire'))).toContain('promotion cohort ( cohorts )');
    const page = textOf(await pageAt('/glossaire?lang=en'));
    expect(page).toContain('cohort ( cohorts ) promotion');
    expect(page).toContain('Overdue En retard OVERDUE');
    expect(page).toContain('Apprenticeship Apprentissage APPRENTICESHIP');
  });

  test('the statement of accessibility leaves to the operator what is theirs', async () => {
    const page = textOf(await pageAt('/accessibilite'));
    expect(page).toContain('RGAA 4.1');
    expect(page.match(/\[À compléter par l’exploitant/g)).toHaveLength(4);
  });

  test('every page links to them', async () => {
    const page = await pageAt('/?lang=en');
    for (const path of ['/methode', '/glossaire', '/accessibilite']) {
      expect(page).toContain(`href="${path}?lang=en"`);
    }
  });

  test('a publication that there is not is told in words', async () => {
    for (const path of ['/methode', '/glossaire', '/accessibilite']) {
      const response = await get(`${path}?publication=x`);
      expect([path, response.status]).toEqual([path, 400]);
      expect(textOf(await response.text())).toContain('Cette page ne peut pas être montrée');
    }
  });

  test.each([
    ['/methode', METHOD_FR, METHOD_EN],
    ['/glossaire', GLOSSARY_FR, GLOSSARY_EN],
    ['/accessibilite', ACCESSIBILITY_FR, ACCESSIBILITY_EN],
  ])('%s in English has no French left', async (path, words, others) => {
    const page = await pageAt(`${path}?lang=en`);
    const shown = page.slice(page.indexOf('<main'));
    for (const sentence of ownSentences(words, others)) {
      expect(shown).not.toContain(`>${sentence}<`);
    }
  });
});

function definitionsOf(measure: Measure) {
  const { formula, numerator, denominator, missingCase, caution, source } = measure;
  const texts = [formula, numerator, denominator, missingCase, caution, source];
  return texts.filter((text) => text != null);
}

describe('the terms of the glossary', () => {
  test('are those of docs/glossary.md', () => {
    const text = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8');
    const groups = text
      .split(/^## /m)
      .slice(1)
      .map((section) => {
        const [title = '', ...lines] = section.split('\n');
        const rows = lines.filter((line) => line.startsWith('| ')).slice(2);
        const terms = rows.map((row) => {
          const [, en = '', fr = ''] = row.split('|').map((cell) => cell.trim());
          return { en, fr };
        });
        return { title, terms };
      });
    const plain = (fr: string) => fr.replaceAll('’', "'").replaceAll('\u00a0', ' ');
    expect(
      TERM_GROUPS.map(({ title, terms }) => ({
        ...{ title, terms: terms.map(({ en, fr }) => ({ en, fr: plain(fr) })) },
      })),
    ).toEqual(groups);
  });

  test('have a French heading each', () => {
    expect(TERM_GROUPS.map(({ title }) => title)).toEqual(Object.keys(GLOSSARY_FR.groups));
  });
});
