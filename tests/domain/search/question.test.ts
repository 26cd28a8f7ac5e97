import { describe, expect, test } from 'vitest';
import { parseQuestion } from '../../../src/domain/search/question.ts';

describe('parseQuestion', () => {
  test.each([
    ['35746', ['RNCP35746', 'RS35746']],
    ['035746', ['RNCP35746', 'RS35746']],
    ['35 746', ['RNCP35746', 'RS35746']],
    ['35\u202f746', ['RNCP35746', 'RS35746']],
    ['"35746"', ['RNCP35746', 'RS35746']],
    ['fiche n° 35746', ['RNCP35746', 'RS35746']],
    ['RNCP35746', ['RNCP35746']],
    ['rncp 35746', ['RNCP35746']],
    ['rncp-35746', ['RNCP35746']],
    ['RNCP n°35 746', ['RNCP35746']],
    ['Fiche RNCP : 35746.', ['RNCP35746']],
    ['RNCP35746BC01', ['RNCP35746']],
    ['RS5678', ['RS5678']],
    ['rs 5678', ['RS5678']],
    ['https://www.francecompetences.fr/recherche/rncp/35746/', ['RNCP35746']],
    ['francecompetences.fr/recherche/RS/5678/?q=a', ['RS5678']],
  ])('takes %j for the number of %j', (text, codes) => {
    expect(parseQuestion(text).codes).toEqual(codes);
  });

  test.each([
    '',
    '0',
    '-35746',
    '35746 or 35747',
    'niveau 6',
    '2020-2021',
    'bac 2',
    '1234567890123',
  ])('does not take %j for the number of a fiche', (text) => {
    expect(parseQuestion(text).codes).toEqual([]);
  });

  test('takes fifty words and no more, nor more than two thousand characters', () => {
    const words = (count: number) => Array.from({ length: count }, () => 'mot').join(' ');
    expect(parseQuestion(words(50)).lexemes).toEqual(['mot']);
    for (const [text, message] of [
      [words(51), 'search: 51 words were given; at most 50 are accepted'],
      [`"${words(51)}"`, 'search: 51 words were given; at most 50 are accepted'],
      ['mot-'.repeat(51), 'search: 51 words were given; at most 50 are accepted'],
      ['m'.repeat(2001), 'search: 2001 characters were given; at most 2000 are accepted'],
    ] as const) {
      const refused = expect.objectContaining({ code: 'BAD_USER_INPUT', message });
      expect(() => parseQuestion(text)).toThrow(refused);
    }
  });

  test('compares titles with the first words that are asked for, folded', () => {
    const { similarTo } = parseQuestion('Chargé "de  Communication" -attaché or élève');
    expect(similarTo).toBe('charge de communication or eleve');
    const long = parseQuestion('responsable '.repeat(30)).similarTo;
    expect(long).toBe('responsable '.repeat(8).trim());
    expect(parseQuestion('r'.repeat(300)).similarTo).toBe('r'.repeat(100));
    expect(parseQuestion('-attaché').similarTo).toBe('');
  });
});
