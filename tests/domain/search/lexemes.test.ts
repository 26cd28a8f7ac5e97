import { describe, expect, test } from 'vitest';
import { isStopWord, lexemesOf } from '../../../src/domain/search/lexemes.ts';
import { cutWords } from '../../../src/domain/search/words.ts';

/** Whether a word of a question finds a word of a text. */
function meet(asked: string, written: string): boolean {
  const [one, other] = [asked, written].map((text) =>
    cutWords(text).words.flatMap(({ lexemes }) => lexemes),
  );
  return (one ?? []).some((lexeme) => other?.includes(lexeme));
}

describe('forms of one word', () => {
  test.each([
    'diplôme diplômé diplômée diplômés diplômées diplome diplomee diplomees DIPLÔMÉE DIPLOMES',
    'appliqué appliquée appliqués appliquées applique appliquee APPLIQUÉES',
    'avancé avancée avancés avance avancee',
    'spécialisé spécialisée spécialisés specialise specialisee SPÉCIALISÉES',
    'spécialité spécialités specialite SPECIALITES',
    'infirmier infirmière infirmiers infirmières infirmiere INFIRMIERES',
    'sécurité securite SECURITE',
    'qualifié qualifiée qualifier qualifiee qualifie QUALIFIÉS',
    'employé employée employés employe employee',
    'serveur serveuse serveurs serveuses SERVEUSE',
    'conducteur conductrice conducteurs conductrices',
    'conseiller conseillère conseillers conseillères conseillere',
    'cheval chevaux CHEVAUX',
    'mosaïque mosaïques mosaique MOSAÏQUES',
    'œuvre œuvres oeuvre ŒUVRES',
    'été étés ete ÉTÉ',
    'maïs mais MAÏS',
    'CQP CQPs cqp',
  ])('all find each other: %s', (forms) => {
    const each = forms.split(' ');
    for (const asked of each) {
      expect(each.filter((written) => !meet(asked, written))).toEqual([]);
    }
  });

  test.each([
    ['son', 'sono'],
    ['or', 'ordre'],
    ['dé', 'des'],
    ['là', 'la'],
    ['BT', 'BTP'],
    ['C', 'C++'],
    ['C', 'C#'],
    ['C++', 'C#'],
    ['serveur', 'service'],
  ])('%s does not find %s, nor the other way round', (one, other) => {
    expect(meet(one, other)).toBe(false);
    expect(meet(other, one)).toBe(false);
  });
});

test('few words tell nothing, and none of them is a noun', () => {
  for (const word of [
    'le',
    'la',
    "l'",
    "d'",
    'de',
    'du',
    'des',
    'un',
    'une',
    'et',
    'à',
    'a',
    'en',
  ]) {
    expect(isStopWord(word)).toBe(true);
  }
  for (const word of ['son', 'ton', 'or', 'été', 'maïs', 'mais', 'pas', 'c', 'sûr', 'dés', 'est']) {
    expect(isStopWord(word)).toBe(false);
  }
});

test('every word has a lexeme, without accents and without what a database would read otherwise', () => {
  for (const word of ['é', 'ées', 'ie', 'x', '42', 'c++', '.net', "l'", 'ée', 'ité', 'ω', '漢字']) {
    const lexemes = lexemesOf(word);
    expect(lexemes.length).toBeGreaterThan(0);
    for (const lexeme of lexemes) expect(lexeme).toMatch(/^[^\sA-Z\p{M}"\\]+$/u);
  }
});
