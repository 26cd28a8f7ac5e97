import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { FINDING_RULES, type FindingRule } from '../../../src/domain/findings/finding.ts';
import { frenchMessage } from '../../../src/domain/findings/french-message.ts';
import { FRENCH } from '../../../src/domain/findings/french-messages.ts';

const SOURCE = new URL('../../../src/', import.meta.url);

/** The text of all that finds something. */
async function textOfRules(): Promise<string> {
  const files = await Promise.all(
    ['ingest/', 'domain/', 'db/load/'].map(async (folder) => {
      const names = await readdir(new URL(folder, SOURCE), { recursive: true });
      return names.filter((name) => name.endsWith('.ts')).map((name) => folder + name);
    }),
  );
  const others = files.flat().filter((name) => !name.endsWith('french-messages.ts'));
  const texts = await Promise.all(others.map((name) => readFile(new URL(name, SOURCE), 'utf8')));
  return texts.join('\n');
}

test('every rule has its texts in French', () => {
  expect(Object.keys(FRENCH).toSorted()).toEqual(Object.keys(FINDING_RULES).toSorted());
});

test('every English text that has a French one is said by a rule', async () => {
  const source = await textOfRules();
  // What is put together of several texts is looked for piece by piece.
  const pieces = Object.values(FRENCH).flatMap((translations) =>
    translations.flatMap(([en]) =>
      en.split(/\{\}|: NIV1|, even rounded| \(former| \(row| has no SIRET|: at least/),
    ),
  );
  const lost = pieces.map((piece) => piece.trim()).filter((piece) => !source.includes(piece));
  expect(lost).toEqual([]);
});

test('a French text has what its English one has, and no place that it lacks', () => {
  for (const [rule, translations] of Object.entries(FRENCH)) {
    for (const [en, fr] of translations) {
      const values = en
        .split('{}')
        .slice(1)
        .map((_, place) => `<${place}>`);
      const english = values.reduce((text, value) => text.replace('{}', value), en);
      const french = frenchMessage(rule as FindingRule, english);
      expect(french).toBe(fr.replace(/\{(\d)\}/g, '<$1>'));
      expect(french).not.toMatch(/[{}]|en anglais/);
    }
  }
});

test('a line of a statistics file keeps its number', () => {
  expect(frenchMessage('REFUSED_VALUE', 'line 7: neither Oui nor Non')).toBe(
    'ligne 7 : ni Oui ni Non',
  );
});

test('a text without French is told by the name of its rule', () => {
  expect(frenchMessage('REFUSED_FICHE', 'something new')).toBe(
    'Fiche refusée (en anglais : something new)',
  );
});
