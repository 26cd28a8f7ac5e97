import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadUserInputError } from '../../../src/domain/errors.ts';
import { answers, answersText, labelSearch } from '../../../src/domain/search/answer.ts';
import { matchesEmptyDocument, negate } from '../../../src/domain/search/condition.ts';
import { searchDocument } from '../../../src/domain/search/document.ts';
import { parseQuestion } from '../../../src/domain/search/question.ts';
import { realTitles } from './real-titles.ts';
import { SEPARATORS, WORDS } from './words.ts';

const finds = (question: string, text: string) => answersText(parseQuestion(question), text);

describe('answersText', () => {
  test.each([
    // Whole tokens, accents, locale: what made a database miss them.
    ['serveur', 'Serveur/serveuse de restaurant'],
    ['serveuse', 'Serveur/serveuse de restaurant'],
    ['PME', 'Gestionnaire PME/PMI'],
    ['pmi', 'Gestionnaire PME/PMI'],
    ['externe', 'Relation client interne/externe'],
    ['diplômé', 'Infirmière diplômée'],
    ['diplômée', 'Infirmier diplômé'],
    ['diplomee', 'Infirmiers diplômés'],
    ['engins', 'Conducteur d’engins'],
    ['conseil', 'Vente «\u00a0conseil\u00a0»'],
    ['PME', 'Conseil aux P.M.E.'],
    ['P.M.E.', 'Conseil aux PME-PMI'],
    // Words that databases hold for empty.
    ['technicien son', 'Technicien du son'],
    ['maïs', 'Culture du maïs'],
    ['mais', 'CULTURE DU MAÏS'],
    ['or', 'Travail de l’or'],
    ['travail or', 'Travail de l’or'],
    ['été', 'Animateur d’été'],
    // Compounds, together and apart.
    ['aide-soignant', 'Soignante, aide'],
    ['ecommerce', 'Responsable e-commerce'],
    ['e-commerce', 'Responsable ecommerce'],
    ['multimedia', 'Concepteur multi-média'],
    ['ISO 9001', 'Auditeur ISO9001'],
    ['iso9001', 'Auditeur ISO 9001'],
    ['assistante de direction', 'Assistant(e) de direction'],
    ['chargé(e) de communication', 'Chargé de communication'],
    ['animatrice', 'Animateur(trice)'],
    ['serveuse', 'Serveur(se)'],
    ['C++', 'Développeur C/C++'],
    ['c#', 'Développeur C#'],
    ['.net', 'Développeur .NET'],
    ['.NET', 'Développeur ASP.NET'],
    ['conducteur d engins', 'Conducteur d’engins'],
    // Phrases, alternatives, exclusions.
    ['"piloter la communication"', 'Piloter la communication'],
    ['«\u00a0piloter une communication\u00a0»', 'Piloter la communication'],
    ['"chargé de communication"', 'Chargé(e) de communication'],
    ['“aide soignant”', 'Aide-soignant'],
    ['"de la"', 'Piloter de la communication'],
    ['boulanger or pâtissier', 'Pâtissier'],
    ['boulanger OU pâtissier', 'Boulanger'],
    ['boulanger ou pâtissier', 'Boulanger'],
    ['technicien -son', 'Technicien de maintenance'],
    ['-son', 'Technicien de maintenance'],
    ['technicien -"prise de son"', 'Technicien son'],
    // What is no operator.
    ['gestion - paie', 'Paie et gestion'],
    ['gestion –paie', 'Paie et gestion'],
    ['gestion "paie', 'Paie et gestion'],
    ['gestion paie"', 'Paie et gestion'],
    ['de la', 'Métiers de la piscine'],
    ["l'", 'Métiers de l’eau'],
    ['or massif', 'Bijou en or massif'],
    ['bijou en or blanc', 'Bijou en or blanc'],
  ])('%j finds %j', (question, text) => {
    expect(finds(question, text)).toBe(true);
  });

  test.each([
    ['serveur bar', 'Serveur de restaurant'],
    ['PME', 'PMEX'],
    ['technicien son', 'Technicien de maintenance'],
    ['technicien -son', 'Technicien du son'],
    ['technicien -SON', 'Technicien son'],
    ['technicien -"du son"', 'Technicien du son'],
    ['-maïs', 'Culture du mais'],
    ['"communication piloter"', 'Piloter la communication'],
    ['"piloter communication"', 'Piloter la communication'],
    ['C', 'Développeur C++'],
    ['C++', 'Développeur C'],
    ['.net', 'Compte net'],
    ['de la', 'Métiers du bois'],
    ['boulanger or pâtissier', 'Boucher'],
    ['', 'Boucher'],
    ['"', 'Boucher'],
    ['&|!():*<->', 'Boucher'],
    ['-', 'Boucher'],
  ])('%j does not find %j', (question, text) => {
    expect(finds(question, text)).toBe(false);
  });

  test('finds any text by any of its words, whatever their accents and case, and whatever separates them', () => {
    const word = fc.constantFrom(...WORDS);
    const separator = fc.constantFrom(...SEPARATORS);
    const written = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.normalize('NFD'),
      (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, separator, written), { minLength: 1, maxLength: 12 }),
        written,
        (pieces, change) => {
          const text = pieces.map(([each, sign, form]) => form(each) + sign).join('');
          for (const [each] of pieces) {
            expect(finds(change(each), text)).toBe(true);
            expect(finds(`-${change(each)}`, text)).toBe(false);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('reads any question, and holds its opposite for the contrary', () => {
    const piece = fc.oneof(
      fc.constantFrom(...WORDS, ...SEPARATORS, '"', '-', ' or ', ' ou ', ' -', '"«', 'de', "l'"),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.array(piece, { maxLength: 12 }),
        (a, b) => {
          const question = parseQuestion(a.join(' '));
          const document = searchDocument([{ weight: 'A', text: b.join('') }]);
          const { condition } = question;
          if (!condition) {
            expect(answers(question, document)).toBe(false);
            return;
          }
          const contrary = { ...question, condition: negate(condition) };
          expect(answers(contrary, document)).toBe(!answers(question, document));
          // What the opposite asks for is a word when the question can do without.
          if (matchesEmptyDocument(condition)) {
            expect(matchesEmptyDocument(negate(condition))).toBe(false);
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

describe('labelSearch', () => {
  test.each([
    ['developpements informatiques', 'Développement informatique'],
    ['tabil', 'Comptabilité'],
    ['interne/ext', 'Client interne externe'],
    ['saint etienne', 'CCI SAINT-ÉTIENNE'],
    ['saint-etienne', 'CCI Saint Étienne'],
    ['l’eau', "Métiers de l'eau"],
    ['agroparistech', 'AgroParisTech'],
    ['nationale -supérieure', 'École nationale'],
  ])('%j finds %j', (question, label) => {
    expect(labelSearch(question)(label)).toBe(true);
  });

  test.each([
    ['comptable gestion', 'Comptabilité'],
    ['gestion -paie', 'Gestion paie'],
    ['…', 'Gestion paie'],
  ])('%j does not find %j', (question, label) => {
    expect(labelSearch(question)(label)).toBe(false);
  });
});

const titles = realTitles();
describe.skipIf(titles === null)('the 17,728 titles of the RNCP of 2020', () => {
  const documents = (titles ?? []).map((text) => searchDocument([{ weight: 'A', text }]));
  const count = (question: string) => {
    const parsed = parseQuestion(question);
    return documents.filter((document) => answers(parsed, document)).length;
  };

  test('are found at least as often as PostgreSQL finds them with its French configuration', () => {
    // What `to_tsvector('french', title) @@ websearch_to_tsquery('french', …)` counts, or, for what
    // it holds for empty or for a part of a longer token, the titles that have the word.
    const least = {
      ...{ appliqué: 512, avancé: 42, spécialisée: 154, PME: 83, communication: 680 },
      ...{ diplômé: 1398, diplômée: 1398, diplomee: 1398, BTS: 3, 'e-commerce': 23 },
      ...{ son: 112, maïs: 1 },
    };
    for (const [question, atLeast] of Object.entries(least)) {
      expect(count(question), question).toBeGreaterThanOrEqual(atLeast);
      expect(count(question), question).toBeLessThan(atLeast + 30);
    }
  });

  test('are found by themselves, but for those of more than fifty words', () => {
    const lost: string[] = [];
    const tooLong: string[] = [];
    for (const [index, title] of (titles ?? []).entries()) {
      const document = documents[index] ?? new Map();
      try {
        // Marks that a question reads as operators.
        const question = parseQuestion(title.replace(/\s-|["«»“”]/g, ' '));
        if (!answers(question, document)) lost.push(title);
      } catch (error) {
        expect(error).toBeInstanceOf(BadUserInputError);
        tooLong.push(title);
      }
    }
    expect(lost).toEqual([]);
    expect(tooLong).toHaveLength(1);
  });
});
