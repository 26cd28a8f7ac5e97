import { describe, expect, test } from 'vitest';
import {
  type CellContext,
  CellReader,
  UNREADABLE,
} from '../../../src/ingest/surveys/cell-reader.ts';
import { DEFAULT_MAPPING, mappedField, parseMapping } from '../../../src/ingest/surveys/mapping.ts';
import { day } from '../../support/factories.ts';

const CONTEXT: CellContext = {
  ...{ mapping: DEFAULT_MAPPING, today: day('2026-11-24') },
  isKnown: (code) => code === 'RNCP1' || code === 'RS2',
};

function readerOf(name: string, context = CONTEXT): CellReader {
  return new CellReader({ ...mappedField(name), header: name, index: 0 }, context);
}

/** The value of a cell; `refused` when it is not accepted. */
function read(name: string, cell: string, context = CONTEXT): unknown {
  const value = readerOf(name, context).read(cell);
  return value === UNREADABLE ? 'refused' : value;
}

/** What is said of a cell that is not accepted. */
function faultOf(name: string, cell: string): string {
  const reader = readerOf(name);
  if (reader.read(cell) !== UNREADABLE) throw new Error(`${cell} was accepted`);
  expect(reader.fault.fr.startsWith('«')).toBe(reader.fault.en.startsWith('"'));
  return reader.fault.en;
}

describe('an empty cell is a value that is not known', () => {
  test.each(['', ' ', '\u00a0', '\t', '\u200b', '\uFEFF'])('%j', (cell) => {
    expect(read('sexe', cell)).toBeNull();
    expect(read('date_obtention', cell)).toBeNull();
    expect(read('intitule_poste', cell)).toBeNull();
  });
});

describe('a day', () => {
  test.each([
    ['2024-02-29', '2024-02-29'],
    ['29/02/2024', '2024-02-29'],
    ['1/3/2024', '2024-03-01'],
    ['01-03-2024', '2024-03-01'],
    [' 2024-03-01 ', '2024-03-01'],
    ['2024-03-01T00:00:00', '2024-03-01'],
    ['2024-03-01 00:00:00', '2024-03-01'],
    ['2024-03-01T10:20:30.000+02:00', '2024-03-01'],
    ['2000-01-01', '2000-01-01'],
    ['2026-11-24', '2026-11-24'],
  ])('%s is %s', (cell, expected) => {
    expect(read('date_obtention', cell)).toBe(expected);
  });

  test.each([
    ...['2023-02-29', '29/02/2023', '31/04/2024', '2024-13-01', '0/1/2024', '1999-12-31'],
    ...['2026-11-25', '2024', '03/2024', '1/3/24', '2024/03/01', '45352', '2024-03-01Tx'],
    ...['2024-03-01 le matin', 'hier', '12.03.2024'],
  ])('is not %s', (cell) => {
    expect(read('date_obtention', cell)).toBe('refused');
  });

  test('that is refused says which are accepted', () => {
    expect(faultOf('date_obtention', '2024-02-30')).toBe(
      '"2024-02-30": a day from 2000-01-01 to 2026-11-24 is accepted, written YYYY-MM-DD or DD/MM/YYYY',
    );
  });
});

describe('a whole number', () => {
  test.each([
    ['35000', 35_000],
    ['35 000', 35_000],
    ['35\u00a0000', 35_000],
    ['35\u202f000,00', 35_000],
    ['35000.00', 35_000],
    ['35000,0', 35_000],
    ['1000', 1_000],
    ['500000', 500_000],
    ['035000', 35_000],
  ])('%s is %i euros', (cell, expected) => {
    expect(read('remuneration_brute_annuelle', cell)).toBe(expected);
  });

  test.each([
    ...['999', '500001', '35000,5', '35.000', '35,000', '35 000 €', '35k', '-35000', '+35000'],
    ...['3,5E4', '0', '１０００', '35000.00.00', '12345678901234567890'],
  ])('of euros is not %s', (cell) => {
    expect(read('remuneration_brute_annuelle', cell)).toBe('refused');
  });

  test.each<readonly [string, string, string]>([
    ['quotite', '1 100', '0 101'],
    ['duree_contrat_mois', '1 60', '0 61'],
    ['horizon', '6 12 24', '5 7 18 36 06,5'],
    ['annee_naissance', '1920 2100', '1919 96'],
  ])('of %s is one of %s, not of %s', (name, accepted, refused) => {
    for (const cell of accepted.split(' ')) expect(read(name, cell)).toBe(Number(cell));
    for (const cell of refused.split(' ')) expect(read(name, cell)).toBe('refused');
  });
});

describe('a code', () => {
  test.each([
    ['situation', 'EMPLOI', 'EMPLOI'],
    ['situation', 'emploi', 'EMPLOI'],
    ['situation', ' Poursuite_Etudes ', 'POURSUITE_ETUDES'],
    ['sexe', 'f', 'F'],
    ['niveau_avant', '5', '5'],
    ['certification', 'rncp1', 'RNCP1'],
    ['certification', 'RNCP01', 'RNCP1'],
    ['rome_emploi', 'm1607', 'M1607'],
    ['pays_emploi', 'be', 'BE'],
    ['pays_emploi', 'XK', 'XK'],
    ['region_emploi', '01', '01'],
    ['region_emploi', '975', '975'],
    ['siret_organisme', '356 000 000 00048', '35600000000048'],
    // Copied with marks of direction, or from a Mac.
    ['situation', '\u200fEMPLOI\u200e', 'EMPLOI'],
  ])('of %s is read from %j', (name, cell, expected) => {
    expect(read(name, cell)).toBe(expected);
  });

  test.each([
    ['situation', 'EN EMPLOI'],
    ['situation', 'constructor'],
    ['sexe', 'Femme'],
    ['certification', 'RNCP3'],
    ['certification', '1'],
    ['rome_emploi', 'O1607'],
    ['rome_emploi', 'M160'],
    // Zeros that a spreadsheet lost.
    ['region_emploi', '1'],
    ['siret_organisme', '5600000000048'],
    ['siret_organisme', '35600000000049'],
    ['region_emploi', '07'],
    // Once codes, reserved, or of what is no country.
    ...['FRA', 'UK', 'SU', 'YU', 'EU', 'AC', 'FX', 'ZZ', 'XX'].map((code) => [
      ...['pays_emploi', code],
    ]),
  ] as [string, string][])('of %s is not %s', (name, cell) => {
    expect(read(name, cell)).toBe('refused');
  });

  test('is read by the values of the mapping, and a value onto nothing is not known', () => {
    const mapping = parseMapping(
      JSON.stringify({
        values: { situation: { 'En poste': 'EMPLOI', Cho\u0302mage: 'RECHERCHE', '?': '' } },
      }),
    );
    const of = (cell: string) => read('situation', cell, { ...CONTEXT, mapping });
    expect(['En poste', 'Chômage', '?', 'inactif', 'En Poste'].map(of)).toEqual([
      ...['EMPLOI', 'RECHERCHE', null, 'INACTIF', 'refused'],
    ]);
  });

  test('that lost a zero says how it is kept', () => {
    expect(faultOf('region_emploi', '1')).toMatch(/^"1": .*leading zero.*formatted as text/);
    expect(faultOf('siret_organisme', '5600000000048')).toMatch(/leading zeros.*formatted as text/);
  });
});

describe('a text', () => {
  test.each([
    ['id_titulaire', 'é-1', 'é-1'],
    ['id_titulaire', '00123', '00123'],
    ['id_titulaire', 'e\u0301-1', 'é-1'],
    ['id_titulaire', 'T1\u200f', 'T1'],
    ['id_titulaire', 'x'.repeat(64), 'x'.repeat(64)],
    ['intitule_poste', 'Chargée\nd’études', 'Chargée d’études'],
    ['intitule_poste', '👩‍🏫 formatrice', '👩🏫 formatrice'],
  ])('of %s is read from %j', (name, cell, expected) => {
    expect(read(name, cell)).toBe(expected);
  });

  test.each([
    ['id_titulaire', 'x'.repeat(65)],
    ['intitule_poste', 'x'.repeat(201)],
    ['intitule_poste', 'x'.repeat(65_536)],
    // No database keeps these.
    ['intitule_poste', 'a\u0000b'],
    ['id_titulaire', 'a\u001bb'],
    ['id_titulaire', 'a\ud800b'],
    ['intitule_poste', '\udc00'],
  ])('of %s is not %j', (name, cell) => {
    expect(read(name, cell)).toBe('refused');
  });
});

describe('a message', () => {
  test.each([
    ['situation', 'EN POSTE'],
    ['certification', 'RNCP99'],
    ['horizon', '18'],
    ['remuneration_brute_annuelle', '999'],
    ['annee_naissance', '1890'],
    ['date_obtention', '31/02/2024'],
    ['date_observation', '2027-01-01'],
    ['rome_emploi', 'Z9999'],
    ['pays_emploi', 'UK'],
  ])('about %s repeats %s, which says nothing of a person', (name, cell) => {
    expect(faultOf(name, cell)).toMatch(`"${cell}": `);
  });

  test.each([
    ['certification', 'Dupont'],
    ['date_obtention', 'Dupont'],
    // A day of birth, in a column of years or of days.
    ['annee_naissance', '12/05/1996'],
    ['annee_naissance', '19960512'],
    ['date_obtention', '12/05/1996'],
    ['date_obtention', '1996-05-12'],
    ['date_obtention', '12/05/96'],
    // Numbers of telephones and of social security.
    ['annee_naissance', '0612345678'],
    ['remuneration_brute_annuelle', '06 12 34 56 78'],
    ['horizon', '2850578006084'],
    ['situation', '06 12 34 56 78'],
    ['sexe', '2850578006084'],
    ['situation', 'camille@example.org'],
    ['region_emploi', 'Léa'],
    ['pays_emploi', 'Eva'],
    ['rome_emploi', 'Eva'],
    ['siret_organisme', 'Dupont SARL'],
    ['id_titulaire', `Camille Dupont ${'x'.repeat(60)}`],
    ['intitule_poste', `Camille Dupont ${'x'.repeat(200)}`],
    ['situation', `Camille Dupont, partie en congé, rappeler lundi`],
    ['situation', 'EMPLOI\u0007'],
  ])('about %s does not repeat %j', (name, cell) => {
    expect(faultOf(name, cell)).toMatch(new RegExp(`^a text of ${cell.length} characters: `));
  });

  test('repeats no value of a column that has more than 30 that are no codes', () => {
    const reader = readerOf('situation');
    for (let place = 1; place <= 30; place++) {
      reader.read(`Nom${place}`);
      expect(reader.fault.en).toMatch(`"Nom${place}": `);
    }
    // Again is not another one.
    reader.read('Nom1');
    expect(reader.manyUnknown).toBeNull();
    reader.read('Nom31');
    expect(reader.fault.en).toMatch(/^a text of 5 characters: EMPLOI, /);
    expect(reader.manyUnknown?.en).toMatch(/^has more than 30 different values .*: EMPLOI, /);
  });
});
