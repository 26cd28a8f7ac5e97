import { stemmer } from '@orama/stemmers/french';
import { withoutAccents } from './fold-text.ts';
import { memoize } from './memoize.ts';

/**
 * Stop words. Only those that are never a noun: *son*, *or*, *été* and *pas* are words that people
 * look for.
 */
const STOP_WORDS = new Set(
  'a à au aux avec dans de des du en et la le les ou où par pour sur un une'.split(' '),
);

/** Whether a word, as `cutWords` gives it, is a stop word; every elided one is. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word) || word.endsWith("'");
}

/**
 * Endings of words without accents, and what they may stand for: the same with the accent that
 * capitals leave out and the stemmer needs, or the masculine of an occupation in the singular. No
 * more than these: a mastère is no master.
 */
const OTHER_ENDINGS: readonly (readonly [string, string])[] = [
  ...['ée', 'ié', 'yé', 'ité', 'ière'].flatMap((ending) => [ending, `${ending}s`]),
  'ièrement',
]
  .map((accented): [string, string] => [withoutAccents(accented), accented])
  .concat(
    ['euse eur', 'trice teur', 'chere cher', 'gere ger', 'llere ller'].flatMap((pair) => {
      const [feminine = '', masculine = ''] = pair.split(' ');
      return [
        [feminine, masculine],
        [`${feminine}s`, masculine],
      ];
    }),
    [['ers', 'er']],
  );

/**
 * The lexemes of a word, as `cutWords` gives it, without accents. Two words are forms of one when
 * they share a lexeme. There are several because the stemmer needs the accents that people and
 * titles in capitals leave out: the stem of the word as it is written, its stem without accents, and
 * its stem with another ending. So `diplomee` meets `diplômés`, and `serveuse` meets `serveur`. The
 * lexeme of a stop word ends with an apostrophe.
 */
export const lexemesOf = memoize(50_000, (word): readonly string[] => {
  const plain = withoutAccents(word);
  // No form of another word is one of these, as `des` is of « dé ».
  if (STOP_WORDS.has(word)) return [`${plain}'`];
  if (/[^\p{L}]/u.test(plain)) return [plain];
  const found = new Set([withoutAccents(stemmer(word)), stemmer(plain)]);
  // An acronym loses its last letter as if it were a plural: BTS would be no more than BT.
  if (!/[aeiouy]/.test(plain)) found.add(plain);
  for (const [ending, other] of OTHER_ENDINGS) {
    if (!plain.endsWith(ending)) continue;
    found.add(withoutAccents(stemmer(plain.slice(0, -ending.length) + other)));
  }
  found.delete('');
  return [...found];
});
