import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, refusal } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { SMALL_REGISTER } from '../support/register.ts';

const CODE = 'query ($code: RegisterCode!) { certification(code: $code) { code register number } }';

describeEachEngine('a certification on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, SMALL_REGISTER);
  });

  test.each([
    '900001',
    900001,
    'RNCP900001',
    ' rncp 900001 ',
    'RNCP-900001',
    'https://www.francecompetences.fr/recherche/rncp/900001/',
  ])('is found by %j', async (code) => {
    expect(await ask(database, CODE, { code })).toEqual({
      certification: { code: 'RNCP900001', register: 'RNCP', number: 900001 },
    });
  });

  test('of the RS is found by its own code', async () => {
    expect(await ask(database, CODE, { code: 'rs 900001' })).toEqual({
      certification: { code: 'RS900001', register: 'RS', number: 900001 },
    });
  });

  test('that neither register has is absent', async () => {
    expect(await ask(database, CODE, { code: 'RNCP1' })).toEqual({ certification: null });
  });

  test('cannot be asked for by what is no code, in the document or in variables', async () => {
    const expected = {
      name: 'BadUserInputError',
      message:
        '"BTS" is not a register code: write RNCP35746, RS6232, 35746 (for RNCP35746), or the address of the public page, https://www.francecompetences.fr/recherche/rncp/35746/',
    };
    expect(await refusal(database, CODE, { code: 'BTS' })).toEqual(expected);
    expect(await refusal(database, '{ certification(code: "BTS") { code } }')).toEqual(expected);
  });

  test('has every part of its fiche, and null for what the fiche lacks', async () => {
    const fields = `sheetId title abbreviation abbreviationLabel editorialState active activeFlag
      level levelCode levelLabel registrationType decisionOn effectiveOn validFrom
      registrationEndsOn publishedOn registrationYears validityYears partnersMayExist
      newCaledonia levelYears objectives attestedSkills activities`;
    const { full, bare } = await ask<{ full: object; bare: object }>(
      database,
      `{ full: certification(code: "900001") { ${fields} }
        bare: certification(code: "900010") { ${fields} } }`,
    );
    expect(full).toEqual({
      sheetId: 41,
      title: 'Développeur d’applications (démonstration)',
      abbreviation: 'TP',
      abbreviationLabel: 'Titre professionnel',
      editorialState: 'Publiée',
      active: true,
      activeFlag: true,
      level: 6,
      levelCode: 'NIV6',
      levelLabel: 'Niveau 6',
      registrationType: 'ON_REQUEST',
      decisionOn: '2023-01-18',
      effectiveOn: null,
      validFrom: '2023-01-18',
      registrationEndsOn: '2027-01-18',
      publishedOn: '2023-01-20',
      registrationYears: 4,
      validityYears: null,
      partnersMayExist: true,
      newCaledonia: null,
      levelYears: [2023, 2024],
      objectives: 'Répondre aux besoins des entreprises.',
      attestedSkills: 'Concevoir une base de données. Sécuriser une application.',
      activities: null,
    });
    expect(bare).toMatchObject({ sheetId: null, registrationEndsOn: null, validFrom: null });
  });

  test('is active up to and including its end date, on the as-of day', async () => {
    const answer = await ask(
      database,
      `{ last: certification(code: "900001", asOf: "2027-01-18") { active activeFlag }
        after: certification(code: "900001", asOf: "2027-01-19") { active activeFlag } }`,
    );
    expect(answer).toEqual({
      last: { active: true, activeFlag: true },
      after: { active: false, activeFlag: true },
    });
  });

  test('hands its as-of day on to whatever is reached through it', async () => {
    const below = '{ certification { active } }';
    const { certification } = await ask<{ certification: object }>(
      database,
      `{ certification(code: "900001", asOf: "2023-01-18") {
        blocks ${below}
        cohorts(lastCohorts: 1) ${below}
        lineage { replaces ${below} }
        equivalences { target { active } }
        certifiers { certifier { certifications(first: 1) { nodes { active } } } }
        occupations { certifications(first: 3) { nodes { code active } } }
        specialities { parent { parent { certifications(filter: { codes: ["900002"] }) {
          nodes { active }
        } } } }
      } }`,
    );
    const active = { certification: { active: true } };
    expect(certification).toEqual({
      blocks: [active, active, active],
      cohorts: [active],
      // On 2023-01-18 one ended, long before the day of the tests, and the other began.
      lineage: { replaces: [active] },
      // Its registration begins in 2024.
      equivalences: [{ target: { active: false } }, { target: null }],
      certifiers: [
        { certifier: { certifications: { nodes: [{ active: true }] } } },
        { certifier: null },
      ],
      occupations: [
        {
          certifications: {
            nodes: [
              { code: 'RNCP900001', active: true },
              { code: 'RNCP900002', active: true },
            ],
          },
        },
        { certifications: { nodes: [{ code: 'RNCP900001', active: true }] } },
      ],
      specialities: [{ parent: { parent: { certifications: { nodes: [{ active: true }] } } } }],
    });
  });
});
