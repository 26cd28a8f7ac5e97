import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { searchCertifications } from '../../../src/db/queries/certification-search.ts';
import type { RegisterCode } from '../../../src/domain/certification/register-code.ts';
import { answers } from '../../../src/domain/search/answer.ts';
import { certificationDocument } from '../../../src/domain/search/certification-document.ts';
import { parseQuestion } from '../../../src/domain/search/question.ts';
import { SEPARATORS, WORDS } from '../../domain/search/words.ts';
import { readServed } from '../../support/client.ts';
import { describeEachEngine } from '../../support/database.ts';
import { blockWith, ficheWith, publishFiches } from '../../support/factories.ts';

/** Texts of all weights, each word in some of them, with what a tsvector has to quote. */
const FICHES = Array.from({ length: 24 }, (_, index) => {
  const word = (step: number) => WORDS[(index * 7 + step * 5) % WORDS.length] ?? '';
  const sign = (step: number) => SEPARATORS[(index * 11 + step * 3) % SEPARATORS.length] ?? '';
  return ficheWith({
    code: `${index % 3 === 0 ? 'RS' : 'RNCP'}${900_100 - index}`,
    title: `${word(0)}${sign(0)}l'${word(1)} de la ${word(2)}`,
    abbreviation: index % 4 === 0 ? { code: "O'\\X", label: `Brevet ${word(3)}` } : null,
    occupations: [{ code: 'E1103', label: `${word(4)}${sign(1)}C++` }],
    blocks: [blockWith('B1', `${word(5)}${sign(2)}${word(6)}`, { skills: `Régler le ${word(7)}` })],
    texts: { attestedSkills: `${word(8)} :*& | ! <-> \\ ' ${word(9)}${sign(3)} 漢字 ${word(10)}` },
  });
});
const DOCUMENTS = FICHES.map(
  (fiche) =>
    [
      fiche.code,
      certificationDocument({ ...fiche, attestedSkills: fiche.texts.attestedSkills }),
    ] as const,
);

describeEachEngine('searchCertifications on', (openDatabase) => {
  let database: Database;
  let statements = 0;

  beforeAll(async () => {
    database = await openDatabase(() => {
      statements++;
    });
    await publishFiches(database, FICHES);
  });

  async function codesOf(text: string): Promise<RegisterCode[]> {
    const found = await readServed(database, (db) => searchCertifications(db, parseQuestion(text)));
    return found.map(({ code }) => code);
  }

  test('finds what the program finds in the same texts, whatever is asked', async () => {
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
      fc.constantFrom(...SEPARATORS, '"', ' -', ' or ', ' OU ', 'de', 'la', "l'", "o'\\x", 'c++'),
      fc.constantFrom("'", "''", '\\', '\\\\', ':*', '&', '|', '!', '<->', '<2>', '(', ')', ':A'),
      fc.string({ unit: 'grapheme', maxLength: 3 }).filter((text) => !text.includes('\0')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 7 }), async (pieces) => {
        const text = pieces.join(pieces.length % 2 === 0 ? ' ' : '');
        const question = parseQuestion(text);
        const expected = DOCUMENTS.filter(([, document]) => answers(question, document));
        // Without any, titles that are written alike are given.
        fc.pre(expected.length > 0);
        expect((await codesOf(text)).sort()).toEqual(expected.map(([code]) => code).sort());
      }),
      { numRuns: 150 },
    );
  });

  test('gives answers of one rank by register and number', async () => {
    const all = await codesOf('-xylophone');
    expect(all).toHaveLength(FICHES.length);
    const number = (code: string) => Number(code.replace(/\D/g, ''));
    const sorted = all.toSorted(
      (a, b) => Number(a.startsWith('RS')) - Number(b.startsWith('RS')) || number(a) - number(b),
    );
    expect(all).toEqual(sorted);
  });

  test('asks one statement', async () => {
    await codesOf('serveur');
    const before = statements;
    await codesOf('serveur -son or "de la conseil"');
    const once = statements - before;
    await codesOf('&');
    // Nothing is asked for without a word: the rest is the reading's own.
    expect(once - (statements - before - once)).toBe(1);
  });
});
