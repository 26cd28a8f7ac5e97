import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { demonstrationNotice } from '../../src/domain/provenance.ts';
import { schema } from '../../src/graphql/schema.ts';
import { captioned } from '../../src/web/charts/captioned.ts';
import { raw } from '../../src/web/html.ts';
import {
  publishSmallRegister,
  type QuestionServer,
  serveQuestions,
} from '../http/question-server.ts';
import { openMigratedPglite } from '../support/database.ts';

/** The lines of an image, one after the other. */
function textOf(svg: string): string {
  return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)]
    .map(([, line]) => line)
    .join(' ')
    .replaceAll('&quot;', '"');
}

describe('a chart that stands alone, of a fictitious register', () => {
  let database: Database;
  let server: QuestionServer;

  beforeAll(async () => {
    database = await openMigratedPglite();
    await publishSmallRegister(database);
    server = await serveQuestions(database, schema);
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  test.each(['fr', 'en'] as const)(
    'says in %s that it is, and what its marks are',
    async (lang) => {
      const response = await fetch(`${server.url}/charts/national.svg?lang=${lang}`);
      const svg = await response.text();
      expect(textOf(svg)).toContain(demonstrationNotice[lang]);
      expect(textOf(svg)).toContain(
        lang === 'fr'
          ? 'Taux d’insertion par année de promotion'
          : 'Insertion rates by year of the cohort',
      );
      expect(textOf(svg)).toContain(
        lang === 'fr' ? 'Taux d’insertion global à 6 mois' : 'Insertion rate at 6 months',
      );
      const page = await (await fetch(`${server.url}/embed/national?lang=${lang}`)).text();
      expect(page.replaceAll('&quot;', '"')).toContain(
        `<strong>${demonstrationNotice[lang]}</strong>`,
      );
    },
  );
});

test('lines keep to the width, words are escaped, and it is one image', () => {
  const drawing = raw(
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="A &amp; B" width="200" height="100" viewBox="0 0 200 100"><path d="M0 0"/></svg>',
  );
  const svg = String(
    captioned(drawing, {
      title: '<b>Titre</b> & suite',
      key: [{ place: 0, label: '"série"' }],
      // 184 pixels hold 27 characters.
      notes: ['un deux trois quatre cinq six sept', 'x'.repeat(40)],
    }),
  );
  expect(svg.match(/role="img"/g)).toHaveLength(1);
  expect(svg.match(/aria-label="A &amp; B"/g)).toHaveLength(1);
  expect(svg).toContain('&lt;b&gt;Titre&lt;/b&gt; &amp; suite');
  expect(svg).toContain('&quot;série&quot;');
  expect(svg).toContain('>un deux trois quatre cinq</text>');
  expect(svg).toContain('>six sept</text>');
  // A title, a series and three lines of 18, and two margins of 8.
  expect(svg).toContain('width="200" height="206" viewBox="0 0 200 206"');
});
