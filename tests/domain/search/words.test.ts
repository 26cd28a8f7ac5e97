import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutWords } from '../../../src/domain/search/words.ts';
import { SEPARATORS, WORDS } from './words.ts';

function words(text: string): string[] {
  return cutWords(text).words.map((word) => word.text);
}

describe('cutWords', () => {
  test.each([
    ['Serveur/serveuse de restaurant', ['serveur', 'serveuse', 'de', 'restaurant']],
    ['Gestionnaire PME/PMI', ['gestionnaire', 'pme', 'pmi']],
    ['client interne/externe', ['client', 'interne', 'externe']],
    ['Conducteur d’engins', ['conducteur', "d'", 'engins']],
    ["d' engins qu'il l´eau", ["d'", 'engins', "qu'", 'il', "l'", 'eau']],
    ["presqu'île, aujourd’hui", ['presqu', 'île', 'aujourd', 'hui']],
    ['Vente «\u00a0conseil\u00a0»', ['vente', 'conseil']],
    ['P.M.E., P.M.E, PME, S.A.R.L. et C.A.P', ['pme', 'pme', 'pme', 'sarl', 'et', 'cap']],
    ['M.Sc. et Ph.D', ['m', 'sc', 'et', 'ph', 'd']],
    ['C, C++, C#, C/C++, "C"', ['c', 'c++', 'c#', 'c', 'c++', 'c']],
    ["langage 'C'", ['langage', 'c']],
    ['.NET, ASP.NET', ['.net', 'net', 'asp', '.net', 'net']],
    ['networks.network', ['networks', 'network']],
    ['ges\u00adtion, ges\u200dtion, ges\u2060tion\ufeff', ['gestion', 'gestion', 'gestion']],
    ['E\u0301le\u0300ve', ['élève']],
    ['ISO9001, ISO 9001, BTS2, R489, HTML5', 'iso 9001 iso 9001 bts 2 r 489 html 5'.split(' ')],
    ['B2, C2i, 3D, 1er, 35h, 4.0', ['b2', 'c2i', '3d', '1er', '35h', '4', '0']],
    ['Cœur, Ægis, ﬁn, m², Straße', ['coeur', 'aegis', 'fin', 'm2', 'strasse']],
    ['chargé(e) de communication', ['chargé', 'de', 'communication']],
    ['étudiant·e·s, technicien/ne', ['étudiant', 'technicien']],
    ['Conducteur-e, professionnel(le)s', ['conducteur', 'professionnel']],
    ['option(s), classe(B)', ['option', 'classe', 'b']],
    ['val-de-marne, appliquées (LEA)', ['val', 'de', 'marne', 'appliquées', 'lea']],
    ['RNCP35746', ['rncp', '35746']],
    ['', []],
    [' - /«»\u00ad\u200b\u0301 ', []],
  ])('cuts %j to %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test.each([
    ['e-commerce', ['ecommerce']],
    ['multi\u2011média', ['multimédia']],
    ['arc-en-ciel', ['arcenciel']],
    ['ges\u200btion', ['gestion']],
    ['Animateur(trice)', ['animatrice']],
    ['serveur(se), vendeur/euse', ['serveuse', 'vendeuse']],
    ['2020-2021', []],
    ['PME - PMI', []],
  ])('knows what the parts of %j are together: %j', (text, expected) => {
    expect(cutWords(text).joined.map(({ word }) => word.text)).toEqual(expected);
  });

  test('finds each word whatever stands between them', () => {
    const word = fc.constantFrom(...WORDS);
    const separator = fc.constantFrom(...SEPARATORS);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, separator), { minLength: 1 }), (pieces) => {
        const text = pieces.flat().join('');
        expect(words(text)).toEqual(pieces.flatMap(([each]) => words(each)));
      }),
      { numRuns: 2_000 },
    );
  });

  test('does not see case, nor how accents are encoded, nor what has no width', () => {
    const invisible = fc.constantFrom(
      '',
      '\u00ad',
      '\u200d',
      '\u200c',
      '\u2060',
      '\ufeff',
      '\u200e',
    );
    fc.assert(
      fc.property(fc.constantFrom(...WORDS), invisible, fc.nat(12), (word, nothing, place) => {
        const [expected] = words(word);
        const hidden = `${word.slice(0, place)}${nothing}${word.slice(place)}`;
        for (const form of [hidden, hidden.toUpperCase(), hidden.normalize('NFD')]) {
          expect(words(form)).toEqual([expected]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('reads any text, and its words again as themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const word of words(text)) {
          expect(word).toMatch(/^[\p{L}\p{N}\p{M}.]/u);
          expect(word.length).toBeLessThanOrEqual(130);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test('takes a text of any length, and a word of any length for its beginning', () => {
    expect(words('a'.repeat(100_000))).toEqual(['a'.repeat(64)]);
    for (const piece of [
      'bon ',
      'bon-',
      'bon.s',
      '.net',
      'a.b',
      "l'",
      'a(e)s',
      'x\u200b',
      '\u0301',
      'a1',
    ]) {
      expect(words(piece.repeat(20_000)).length).toBeLessThan(60_000);
    }
    // More spellings than are remembered.
    const many = Array.from({ length: 120_000 }, (_, index) => `mot${index}x`);
    expect(words(many.join(' ')).filter((word) => word === 'mot')).toHaveLength(120_000);
  });
});
