import { expect, test } from 'vitest';
import { countContentWords } from '../../../src/domain/search/certification-document.ts';

test('words of a title are counted without stop words, and up to what a column holds', () => {
  expect(countContentWords('Conducteur d’engins de chantier')).toBe(3);
  expect(countContentWords('de la')).toBe(1);
  expect(countContentWords('mot '.repeat(40_000))).toBe(32_767);
});
