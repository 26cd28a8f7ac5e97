import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { blockWith, ficheWith, publishFiches } from '../support/factories.ts';

const FICHES = [
  ficheWith({
    code: 'RNCP900001',
    title: 'Animateur de réunions',
    texts: { attestedSkills: 'Piloter la communication. Évaluer les résultats.' },
  }),
  ficheWith({
    code: 'RNCP900002',
    title: 'Attaché commercial',
    blocks: [blockWith('B1', 'Assurer la communication')],
  }),
  ficheWith({
    code: 'RNCP900003',
    title: 'Assistant de direction',
    occupations: [{ code: 'E1103', label: 'Communication' }],
  }),
  ficheWith({ code: 'RNCP900004', title: 'CHARGÉ DE COMMUNICATION' }),
  ficheWith({
    code: 'RNCP900005',
    title: 'Éleveur de chevaux',
    abbreviation: { code: 'BP', label: 'Brevet professionnel' },
    texts: { attestedSkills: 'Soigner un cheval' },
  }),
];

describeEachEngine('search on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES);
  });

  async function search(text: string): Promise<number[]> {
    const answer = await ask<{ certifications: { nodes: { number: number }[] } }>(
      database,
      `query ($text: String!) {
        certifications(filter: { search: $text }) { nodes { number } }
      }`,
      { text },
    );
    return answer.certifications.nodes.map(({ number }) => number - 900_000);
  }

  test('ranks the title first, then occupations, blocks and skills', async () => {
    expect(await search('communication')).toEqual([4, 3, 2, 1]);
  });

  test.each([
    ['accents', ['eleveur', 'éleveur', 'élèveur'], [5]],
    ['case', ['Chargé de Communication', 'CHARGE COMMUNICATION'], [4]],
    ['plural forms', ['chevaux', 'eleveurs', 'brevets professionnels'], [5]],
    ['the form of a word', ['évaluation résultat', 'evaluer resultats'], [1]],
  ])('does not mind %s', async (_what, texts, expected) => {
    for (const text of texts) expect(await search(text)).toEqual(expected);
  });

  test('wants all words, wherever they stand', async () => {
    expect(await search('animateur communication')).toEqual([1]);
    expect(await search('animateur cheval')).toEqual([]);
  });

  test('understands phrases, alternatives and exclusions', async () => {
    expect(await search('"piloter la communication"')).toEqual([1]);
    expect(await search('commercial or éleveur')).toEqual([2, 5]);
    expect(await search('communication -attaché -chargé')).toEqual([3, 1]);
  });

  test('finds titles that are written alike when no certification has the words', async () => {
    expect(await search('comunication')).toContain(4);
    expect(await search('animatteur')).toEqual([1]);
    expect(await search('xylophone')).toEqual([]);
  });

  test('takes any punctuation for text', async () => {
    for (const text of ['"', "l'", '&|!():*<->', '\\', '%', "'; drop table cohort; --"]) {
      await expect(search(text)).resolves.toBeInstanceOf(Array);
    }
  });
});
