import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certification, type Element, handoverFile, passage } from './handover-file.ts';
import { readTable, refusalOf } from './read-table.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'survey-handover-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'flux.xml');
  await writeFile(path, content);
  return path;
}

const tableOf = async (content: string) => readTable(await write(content));
const refusal = async (content: string | Uint8Array) => refusalOf(await write(content));
const oneCertification = (...passages: Element[]) =>
  handoverFile([certification('RNCP35746', passages)]);

/** The row of a passage that is as `passage()` makes it by default. */
const ROW = ['RNCP35746', 'T1', '2023-06-30', 'VAE', 'F', '1996', '11'];

describe('a hand-over file is read as a roster', () => {
  test('of seven columns, one row for each passage', async () => {
    const table = await tableOf(
      handoverFile([
        certification('RNCP35746', [passage(), passage({ id: 'T2', sex: 'M', year: '1970' })]),
        certification('RS6232', [passage({ id: 'T1', postalCode: '20090' })]),
      ]),
    );
    expect(table).toMatchObject({ kind: 'HANDOVER', name: 'flux.xml', sheet: null, notices: [] });
    expect(table.header).toEqual([
      'certification',
      'id_titulaire',
      'date_obtention',
      'voie_acces',
      'sexe',
      'annee_naissance',
      'region_formation',
    ]);
    expect(table.rows).toEqual([
      ROW,
      ['RNCP35746', 'T2', '2023-06-30', 'VAE', 'M', '1970', '11'],
      ['RS6232', 'T1', '2023-06-30', 'VAE', 'F', '1996', '94'],
    ]);
    expect(table.lines).toEqual([1, 2, 3]);
  });

  test.each(['', 'cpf:', 'ns2:'])('whatever the prefix of its elements: "%s"', async (prefix) => {
    const file = handoverFile([certification('RNCP35746', [passage()])], { prefix });
    expect((await tableOf(file)).rows).toEqual([ROW]);
  });

  test('with blanks and line breaks around its texts, and its mark', async () => {
    const file = oneCertification(passage({ id: '\n   T1\n  ', route: '\n VAE ' }));
    expect((await tableOf(`\uFEFF${file}`)).rows).toEqual([ROW]);
  });

  test.each([
    ['FORMATION_INITIALE_HORS_APPRENTISSAGE', 'ELEVE_ETUDIANT'],
    ['FORMATION_INITIALE_APPRENTISSAGE', 'APPRENTISSAGE'],
    ['FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION', 'FORMATION_CONTINUE'],
    ['FORMATION_CONTINUE_CONTRAT_DE_PROFESSIONNALISATION', 'CONTRAT_PRO'],
    ['VAE', 'VAE'],
    ['EQUIVALENCE_DIPLOME_ETRANGER', 'EQUIVALENCE'],
    ['CANDIDAT_LIBRE', 'CANDIDATURE_INDIVIDUELLE'],
    [null, ''],
  ])('modaliteAcces %s is %j', async (route, code) => {
    expect((await tableOf(oneCertification(passage({ route })))).rows[0]?.[3]).toBe(code);
  });

  test('without sex and year where the holder is given by a file number or a NIR (1.1.5)', async () => {
    const identified = (identity: Element) =>
      (passage() as readonly (readonly [string, Element])[]).map(
        ([tag, content]) => [tag, tag === 'identificationTitulaire' ? identity : content] as const,
      );
    const dossier: Element = [
      [
        'dossierFormation',
        [
          ['idDossier', '1234567891011'],
          ['nomTitulaire', 'SECRET'],
          ['prenom1Titulaire', 'SECRET'],
        ],
      ],
    ];
    const nir: Element = [
      [
        'identifiantNational',
        [
          ['nir', '1850578006084'],
          ['nomNaissance', 'SECRET'],
        ],
      ],
    ];
    const file = handoverFile(
      [certification('RNCP35746', [identified(dossier), identified(nir)])],
      {
        action: 'CREATION',
      },
    );
    const anonymous = ['RNCP35746', 'T1', '2023-06-30', 'VAE', '', '', '11'];
    expect((await tableOf(file)).rows).toEqual([anonymous, anonymous]);
  });

  test('whose code comes after the passages, which the XSD allows', async () => {
    const [type, code, nature, passages] = certification('RNCP35746', [passage()]) as [
      ...(readonly [string, Element])[],
    ];
    if (!(type && code && nature && passages)) throw new Error('a certification has four elements');
    const file = handoverFile([[type, passages, nature, code], certification('RS1', [passage()])]);
    const { rows } = await tableOf(file);
    expect(rows).toEqual([ROW, ['RS1', ...ROW.slice(1)]]);
  });

  test('leaving out, with a notice, passages whose data is not final', async () => {
    const file = oneCertification(
      passage({ isFinal: 'false' }),
      passage(),
      passage({ isFinal: '0' }),
    );
    const { rows, lines, notices } = await tableOf(file);
    expect([rows, lines]).toEqual([[ROW], [2]]);
    expect(notices).toEqual([expect.stringMatching(/2 of 3 passages were left out/)]);
  });

  test('with no region, and a notice, where the postal code is of none', async () => {
    const file = oneCertification(
      passage({ postalCode: '98000' }),
      passage({ postalCode: null }),
      passage({ postalCode: 'B-1000' }),
    );
    const { rows, notices } = await tableOf(file);
    expect(rows.map((row) => row[6])).toEqual(['', '', '']);
    expect(notices).toEqual([expect.stringMatching(/2 of 3 passages .* no French region/)]);
  });

  test('of thousands of passages, in batches', async () => {
    const passages = Array.from({ length: 3000 }, (_, at) => passage({ id: `T${at}` }));
    const { rows, lines, numeric } = await tableOf(oneCertification(...passages));
    expect(rows.map((row) => row[1])).toEqual(passages.map((_, at) => `T${at}`));
    expect(lines.at(-1)).toBe(3000);
    expect(numeric.length).toBeGreaterThan(10);
  });
});

describe('no identity leaves the file', () => {
  test('in a cell, a notice or a header', async () => {
    const file = handoverFile(
      [certification('RNCP35746', [passage(), passage({ isFinal: 'false', postalCode: '99999' })])],
      { action: 'CREATION' },
    );
    expect(file.match(/SECRET/g)?.length).toBeGreaterThan(20);
    expect(JSON.stringify(await tableOf(file))).not.toMatch(/SECRET|31555|1234567/);
  });

  test.each([
    ['a day', { day: 'SECRET' }, /passage 1: its dateDebutValidite is not a day/],
    ['a year', { year: 'SECRET' }, /passage 1: its anneeNaissance is not a year/],
    ['a sex', { sex: 'SECRET' }, /passage 1: its sexe is not M or F/],
    ['a route', { route: 'SECRET' }, /passage 1: its modaliteAcces is none of FORMATION_/],
    ['a truth value', { isFinal: 'SECRET' }, /passage 1: its donneeCertifiee is not true or false/],
    ['an endless identifier', { id: 'SECRET'.repeat(500) }, /passage 1: idTechnique has more than/],
    ['an unknown entity', { id: '&SECRET;' }, /not well-formed XML/],
    ['an element that is not closed', { id: '<SECRET>' }, /not well-formed XML/],
    ['an attribute without quotes', { id: '<a b=SECRET/>' }, /not well-formed XML/],
  ])('in the error for a wrong value of %s', async (_what, given, message) => {
    const error = await readTable(await write(oneCertification(passage(given)))).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Error);
    const told = error as Error;
    expect(told.message).toMatch(message);
    expect(`${told.message} ${told.stack} ${String(told.cause)}`).not.toContain('SECRET');
  });

  test('in the error for a file that was cut off', async () => {
    const file = oneCertification(passage(), passage());
    for (const at of [0.3, 0.5, 0.7, 0.9, 0.99]) {
      const message = await refusal(file.slice(0, Math.floor(file.length * at)));
      expect(message).toMatch(
        /flux\.xml is not well-formed XML, damaged or truncated \(line \d+, column \d+\)/,
      );
      expect(message).not.toContain('SECRET');
    }
  });
});

describe('what is refused', () => {
  test('a flux that deletes, wherever it says so', async () => {
    const file = handoverFile([certification('RNCP35746', [passage()])], { action: 'SUPPRESSION' });
    expect(await refusal(file)).toMatch(/SUPPRESSION.*CREATION/);
    const last = oneCertification(passage()).replace(
      '</cpf:flux>',
      '<cpf:action>SUPPRESSION</cpf:action></cpf:flux>',
    );
    expect(await refusal(last)).toMatch(/SUPPRESSION.*CREATION/);
  });

  interface Given {
    readonly before?: string;
    readonly passages?: readonly Element[];
    readonly code?: string;
  }

  test.each<[string, Given, RegExp]>([
    ['a DOCTYPE', { before: '<!DOCTYPE flux [<!ENTITY a "b">]>' }, /DOCTYPE/],
    ['no passage', { passages: [] }, /holds no passage/],
    ['a code that is none', { code: 'ABC' }, /code of a certification .* RNCP or RS/],
  ])('%s', async (_what, { before = '', passages = [passage()], code = 'RNCP1' }, message) => {
    const file = handoverFile([certification(code, passages)], { before });
    expect(await refusal(file)).toMatch(message);
  });

  test('a certification without a code', async () => {
    const file = oneCertification(passage()).replace('<cpf:code>RNCP35746</cpf:code>', '');
    expect(await refusal(file)).toMatch(/passage 1: its certification has no code/);
  });

  test.each([
    ['another root', '<FICHES><FICHE/></FICHES>', /is another XML file: .*whose root is flux/],
    ['another namespace', '<flux xmlns="urn:other"></flux>', /urn:cdc:cpf:pc5:schema:1\.0\.0/],
    ['no namespace', '<flux></flux>', /urn:cdc:cpf:pc5:schema:1\.0\.0/],
    ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><flux/>', /UTF-8/],
    ['an HTML page', '<!DOCTYPE html><html></html>', /HTML page/],
  ])('%s', async (_what, text, message) => {
    expect(await refusal(text)).toMatch(message);
  });

  test('bytes that are not UTF-8', async () => {
    const file = Buffer.from(oneCertification(passage({ id: 'é' })), 'latin1');
    expect(await refusal(file)).toMatch(/not valid UTF-8/);
  });
});
