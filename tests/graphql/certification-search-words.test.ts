import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrations.ts';
import { ask, refusal } from '../support/client.ts';
import { createScratch, describeEachEngine } from '../support/database.ts';
import { blockWith, certifierWith, ficheWith, publishFiches } from '../support/factories.ts';

/** Titles of which each once hid from a search that finds another. */
const TITLES: Readonly<Record<number, string>> = {
  40001: 'Serveur/serveuse de restaurant',
  40002: 'Serveur de bar',
  40003: 'Gestionnaire PME/PMI',
  40004: 'Conseil aux PME',
  40005: 'Infirmière diplômée',
  40006: 'Infirmier diplômé',
  40007: 'Technicien son',
  40008: 'Technicien de maintenance',
  40009: 'Culture du maïs',
  40010: 'Bijou en or',
  45001: 'Conducteur d’engins',
  45002: 'Engins de levage',
  45003: 'Vente «\u00a0conseil\u00a0»',
  45004: 'Attaché ges\u00adtion\u200b',
  45005: 'Le conseil',
};
const FICHES = [
  ...Object.entries(TITLES).map(([number, title]) => ficheWith({ code: `RNCP${number}`, title })),
  ficheWith({
    code: 'RNCP45010',
    title: 'Chargé de clientèle',
    certifiers: [certifierWith('UNIVERSITÉ DE SAINT\u2011ÉTIENNE', { siret: '19421095100423' })],
    occupations: [{ code: 'D1401', label: 'Assistanat commercial – sédentaire/itinérant' }],
    blocks: [
      blockWith('B1', 'Gérer la relation client interne/externe', {
        skills: 'Renseigner sur l’offre (voir RNCP45002). Accueillir les élèves.',
      }),
    ],
  }),
  ficheWith({ code: 'RS45002', title: 'Autre' }),
];

/** Questions with all their answers, the best first where more than one is asked for. */
const ANSWERS: readonly (readonly [string, readonly string[]])[] = [
  ['serveur', ['RNCP40001', 'RNCP40002']],
  ['SERVEUSES', ['RNCP40001', 'RNCP40002']],
  ['PME', ['RNCP40003', 'RNCP40004']],
  ['P.M.E.', ['RNCP40003', 'RNCP40004']],
  ['diplômé', ['RNCP40005', 'RNCP40006']],
  ['diplômée', ['RNCP40005', 'RNCP40006']],
  ['diplomees', ['RNCP40005', 'RNCP40006']],
  ['engins', ['RNCP45001', 'RNCP45002']],
  ['conducteur d engins', ['RNCP45001']],
  // The title that is nothing else is the first.
  ['conseil', ['RNCP45005', 'RNCP40004', 'RNCP45003']],
  ['gestion', ['RNCP45004']],
  ['technicien son', ['RNCP40007']],
  ['technicien -son', ['RNCP40008']],
  ['maïs', ['RNCP40009']],
  ['or', ['RNCP40010']],
  ['externe', ['RNCP45010']],
  ['client-externe', ['RNCP45010']],
  ['élève', ['RNCP45010']],
  ['sedentaire', ['RNCP45010']],
  ["l'", []],
  ['de la', []],
  ['le', ['RNCP45005']],
  ['du', ['RNCP40009']],
  // The fiche of that number, then the one that speaks of it.
  ['rncp 45002', ['RNCP45002', 'RNCP45010']],
  ['45002', ['RNCP45002', 'RS45002', 'RNCP45010']],
  ['RS45002', ['RS45002']],
];

async function search(database: Database, text: string): Promise<string[]> {
  const { certifications } = await ask<{ certifications: { nodes: { code: string }[] } }>(
    database,
    'query ($s: String) { certifications(filter: { search: $s }) { nodes { code } } }',
    { s: text },
  );
  return certifications.nodes.map(({ code }) => code);
}

describeEachEngine('words of a search on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES);
  });

  test.each(ANSWERS)('%j finds %j', async (text, codes) => {
    expect(await search(database, text)).toEqual(codes);
  });

  test('are counted, paged and filtered as what was found', async () => {
    const answer = await ask(
      database,
      `{
        some: certifications(first: 1, filter: { search: "engins" }) {
          totalCount nodes { code } pageInfo { hasNextPage }
        }
        byTitle: certifications(filter: { search: "engins" }, orderBy: [{ field: TITLE, direction: DESC }]) {
          nodes { code }
        }
        ofRs: certifications(filter: { search: "45002", register: RS }) { totalCount }
        certificationFacets(filter: { search: "45002" }, dimensions: [REGISTER]) {
          values { key { register } certifications }
        }
        blocks(filter: { title: "client interne-externe", certification: { search: "clientèle" } }) {
          totalCount
        }
        certifiers(filter: { name: "université saint etienne" }) { nodes { siren
          certifications(filter: { search: "externes" }) { nodes { code } }
        } }
        part: certifiers(filter: { name: "aint-etie" }) { totalCount }
        occupations(filter: { search: "ITINERANTE" }) { nodes { code } }
      }`,
    );
    expect(answer).toEqual({
      some: {
        totalCount: 2,
        nodes: [{ code: 'RNCP45001' }],
        pageInfo: { hasNextPage: true },
      },
      byTitle: { nodes: [{ code: 'RNCP45002' }, { code: 'RNCP45001' }] },
      ofRs: { totalCount: 1 },
      certificationFacets: [
        {
          values: [
            { key: { register: 'RNCP' }, certifications: 2 },
            { key: { register: 'RS' }, certifications: 1 },
          ],
        },
      ],
      blocks: { totalCount: 1 },
      certifiers: {
        nodes: [{ siren: '194210951', certifications: { nodes: [{ code: 'RNCP45010' }] } }],
      },
      part: { totalCount: 1 },
      occupations: { nodes: [{ code: 'D1401' }] },
    });
  });

  test.each([
    ['certifications(filter: { search: $s })', 'search'],
    ['occupations(filter: { search: $s })', 'search'],
    ['certifiers(filter: { name: $s })', 'name'],
  ])('are refused when there are too many: %s', async (field, argument) => {
    const s = 'mot '.repeat(3000);
    expect(
      await refusal(database, `query ($s: String) { ${field} { totalCount } }`, { s }),
    ).toEqual({
      name: 'BadUserInputError',
      message: `${argument}: 12000 characters were given; at most 2000 are accepted`,
    });
  });
});

const url = process.env['TEST_DATABASE_URL'];

describe.skipIf(!url)(
  'words of a search on PostgreSQL whose locale knows no letter with an accent',
  () => {
    let database: Database;

    beforeAll(async () => {
      const options = "lc_ctype 'C' lc_collate 'C' template template0";
      database = await createScratch(url ?? '', undefined, options);
      await migrate(database);
      await publishFiches(database, FICHES);
    });
    afterAll(() => database[Symbol.asyncDispose]());

    test.each(ANSWERS)('%j finds %j', async (text, codes) => {
      expect(await search(database, text)).toEqual(codes);
    });
  },
);
