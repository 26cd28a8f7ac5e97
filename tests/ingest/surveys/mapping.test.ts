import { describe, expect, test } from 'vitest';
import { RefusedFileError } from '../../../src/domain/errors.ts';
import {
  DEFAULT_MAPPING,
  mapColumns,
  mappedField,
  parseMapping,
} from '../../../src/ingest/surveys/mapping.ts';

/** What the message of a refusal says; fails when nothing is refused. */
function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof RefusedFileError) return error.message;
    throw error;
  }
  throw new Error('it was not refused');
}

const parsed = (mapping: unknown) => parseMapping(JSON.stringify(mapping));

describe('a mapping is read', () => {
  test('with nothing in it as the default names', () => {
    expect(parsed({})).toEqual(DEFAULT_MAPPING);
    expect(DEFAULT_MAPPING.keepJobTitles).toBe(false);
  });

  test('also after a byte order mark', () => {
    expect(parseMapping('\uFEFF{"keepJobTitles": true}').keepJobTitles).toBe(true);
  });

  test('with horizons of fields of situations', () => {
    const of = (name: string) => {
      const { field, horizon } = mappedField(name);
      return [field.name, horizon];
    };
    expect(of('situation')).toEqual(['situation', null]);
    expect(of('situation@6')).toEqual(['situation', 6]);
    expect(of('contrat@12')).toEqual(['contrat', 12]);
    expect(of('remuneration_brute_annuelle@24')).toEqual(['remuneration_brute_annuelle', 24]);
    expect(of('voie_acces')).toEqual(['voie_acces', null]);
  });
});

describe('a mapping is refused, saying what is accepted', () => {
  test.each<readonly [string, unknown, RegExp]>([
    ['a list', [], /it is not an object; \{"columns"/],
    ['a text', 'columns', /it is not an object/],
    ['nothing', null, /it is not an object/],
    [
      'a member that there is not',
      { columns: {}, column: {} },
      /it has a member that there is not; \{"columns"/,
    ],
    ['columns that are a list', { columns: ['a'] }, /columns is not an object/],
    ['a field that is no text', { columns: { a: 1 } }, /a member of columns is not a text/],
    ['values that are a list', { values: { sexe: ['F'] } }, /a member of values is not an object/],
    ['names to ignore that are no list', { ignore: 'a' }, /ignore is not a list/],
    ['keepJobTitles as a text', { keepJobTitles: 'oui' }, /keepJobTitles is not true or false/],
    [
      'a field that there is not',
      { columns: { Nom: 'nom' } },
      /names the field "nom", which there is not: certification, id_titulaire, .*situation@24/,
    ],
    ['a constant that there is not', { constants: { ville: 'x' } }, /names the field "ville"/],
    ['another horizon', { columns: { a: 'situation@18' } }, /with @6, @12, @24/],
    ['a horizon without its number', { columns: { a: 'situation@' } }, /with @6, @12, @24/],
    ['two horizons', { columns: { a: 'situation@6@24' } }, /with @6, @12, @24/],
    ['the horizon of a field of the roster', { columns: { a: 'sexe@6' } }, /with @6, @12, @24/],
    ['the horizon of an identifier', { columns: { a: 'id_titulaire@6' } }, /with @6, @12, @24/],
    ['the horizon of a horizon', { columns: { a: 'horizon@6' } }, /with @6, @12, @24/],
    [
      'a code that its field does not have',
      { values: { situation: { 'En poste': 'EMPLOYE' } } },
      /maps a value of situation onto "EMPLOYE": EMPLOI, RECHERCHE, .* are accepted, or nothing/,
    ],
    [
      'values of a field that is no list of codes',
      { values: { date_obtention: { hier: '2024-01-01' } } },
      /values of date_obtention, which is no list of codes/,
    ],
    ['values of a field that there is not', { values: { ville: {} } }, /names the field "ville"/],
  ])('%s', (_what, mapping, message) => {
    expect(refusal(() => parsed(mapping))).toMatch(message);
  });

  test('text that is no JSON, by its place and without repeating it', () => {
    const message = refusal(() => parseMapping('{"columns": {"a": Dupont}}'));
    expect(message).toMatch(/^the mapping is no JSON/);
    expect(refusal(() => parseMapping('id;Camille Dupont'))).not.toMatch(/Camille|Dupont/);
    expect(message).not.toMatch(/Dupont/);
    expect(refusal(() => parseMapping(''))).toBe('the mapping is no JSON');
  });

  test('and no error under it repeats the text either', () => {
    try {
      parseMapping('Camille Dupont');
    } catch (error) {
      expect((error as Error).cause).toBeUndefined();
    }
    expect(refusal(() => parsed({ columns: { 'Camille Dupont': 1 } }))).not.toMatch(/Dupont/);
    expect(refusal(() => parsed({ 'Camille Dupont': 1 }))).not.toMatch(/Dupont/);
  });
});

describe('the columns of a file', () => {
  const MAPPING = parsed({
    columns: { 'N° dossier': 'id_titulaire', 'Situation M+6': 'situation@6' },
    ignore: ['Commentaire'],
  });
  const columns = (header: readonly string[], mapping = MAPPING) =>
    mapColumns(header, mapping, 'f.csv').map(({ field, horizon, index }) => [
      ...[field.name, horizon, index],
    ]);

  test('have their default names, or those of the mapping, and some are ignored', () => {
    expect(columns(['Commentaire', 'N° dossier', 'certification', 'Situation M+6'])).toEqual([
      ['id_titulaire', null, 1],
      ['certification', null, 2],
      ['situation', 6, 3],
    ]);
  });

  test('are found whatever blanks, line breaks and accents the mapping writes them with', () => {
    const written = parsed({
      columns: { ' Situation\n M+6 ': 'situation@6', 'Obtenu\u00a0le': 'date_obtention' },
      ignore: ['Re\u0301gion'],
    });
    expect(columns(['Situation M+6', 'Obtenu le', 'Région'], written)).toEqual([
      ['situation', 6, 0],
      ['date_obtention', null, 1],
    ]);
  });

  test('that are not known are named', () => {
    expect(refusal(() => columns(['N° dossier', 'Remarque', 'Ville']))).toMatch(
      /f\.csv has columns that are not known: "Remarque", "Ville"; name the field of each/,
    );
  });

  test('that are all unknown are not: the first row may be a holder', () => {
    const message = refusal(() => columns(['T1', 'Dupont', 'Camille']));
    expect(message).toMatch(/all 3 of them, by the first row .* which must name the columns/);
    expect(message).not.toMatch(/Dupont|Camille/);
  });

  test('are not named by what is a value of somebody', () => {
    const message = refusal(() =>
      columns(['N° dossier', 'c.dupont@example.org', '06 12 34 56 78']),
    );
    expect(message).toMatch(/not known: "2", "3"/);
  });

  test('whose names every object has are columns like others', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(refusal(() => columns(['N° dossier', name]))).toMatch(`not known: "${name}"`);
    }
  });

  test('are one for each field and horizon', () => {
    expect(refusal(() => columns(['N° dossier', 'id_titulaire']))).toMatch(
      /two columns for id_titulaire: one is accepted/,
    );
    const both = parsed({ columns: { a: 'situation@6', b: 'situation@24', c: 'situation@6' } });
    expect(columns(['a', 'b'], both)).toHaveLength(2);
    expect(refusal(() => columns(['a', 'c'], both))).toMatch(/two columns for situation/);
  });

  test('of another file than the mapping is for are refused', () => {
    expect(refusal(() => columns(['id_titulaire', 'certification']))).toMatch(
      /none of the columns of the mapping \(N° dossier, Situation M\+6\)/,
    );
  });
});
