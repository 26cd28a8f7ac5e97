import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ACCESS_ROUTES } from '../../src/domain/certification/access-route.ts';
import { INSERTION_INDICATORS } from '../../src/domain/rate/indicator.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const glossary = read('docs/glossary.md');

/** Words of the nomenclatures' own shape, which need no French term. */
const PLAIN = new Set(['label', 'kind', 'number', 'texts']);

test('the glossary gives the official term of every part of a fiche', () => {
  const parts = [...read('src/domain/certification/fiche.ts').matchAll(/readonly (\w+):/g)].map(
    ([, name]) => name,
  );
  expect(parts.length).toBeGreaterThan(60);
  const unknown = parts.filter(
    (name) => name && !PLAIN.has(name) && !glossary.includes(`\`${name}\``),
  );
  expect(unknown).toEqual([]);
});

test.each([...ACCESS_ROUTES, ...INSERTION_INDICATORS])('the glossary explains %s', (value) => {
  expect(glossary).toContain(`\`${value}\``);
});

test('every line of the glossary has our word, the French term and the tag or a dash', () => {
  const rows = glossary.split('\n').filter((line) => line.startsWith('| '));
  for (const row of rows) {
    const cells = row.split('|').slice(1, -1);
    expect(cells, row).toHaveLength(3);
    for (const cell of cells) expect(cell.trim(), row).not.toBe('');
  }
});
