import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../../src/domain/search/fold-text.ts';

describe('foldText', () => {
  test.each([
    ['Métier', 'metier'],
    ['MÉTIER', 'metier'],
    ['Me\u0301tier', 'metier'],
    ['Chargé de  communication\ncross-média', 'charge de communication cross-media'],
    ['  Main-d’Œuvre\u00a0à l‘œuvre ', "main-d'oeuvre a l'oeuvre"],
    ['Curriculum vitæ, ÆGIS', 'curriculum vitae, aegis'],
    ['Ça, naïf, où, Noël, île', 'ca, naif, ou, noel, ile'],
    ['BTS 2', 'bts 2'],
    ['Vente «\u00a0conseil\u00a0» “B2B”', 'vente " conseil " "b2b"'],
    ['ges\u00adtion\u200b \ufeffd´eau', "gestion d'eau"],
    ['Paris–Saclay, cross\u2011média, −5', 'paris-saclay, cross-media, -5'],
    ['ﬁn m² Straße Łódź Ⅳ', 'fin m2 strasse lodz iv'],
    ['', ''],
    [' \t\n ', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('brings accented titles to their place among the others', () => {
    const titles = ['Zootechnie', 'Électricien', 'Ébéniste', 'Eau', 'Œnologue', 'Opticien'];
    const key = (title: string) => foldText(title);
    expect(titles.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual([
      'Eau',
      'Ébéniste',
      'Électricien',
      'Œnologue',
      'Opticien',
      'Zootechnie',
    ]);
  });

  test('changes nothing the second time, and does not see how accents are encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(foldText(text.normalize('NFC'))).toBe(folded);
        expect(foldText(text.normalize('NFD'))).toBe(folded);
        expect(folded).not.toMatch(/^\s|\s$|\s\s/);
      }),
      { numRuns: 1_000 },
    );
  });
});
