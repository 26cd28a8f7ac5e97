import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { MINISTRY, SCHOOL, SMALL_REGISTER } from '../support/register.ts';

describeEachEngine('certifiers on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, SMALL_REGISTER);
  });

  test('of a fiche are listed in its order, former ones and those without SIRET too', async () => {
    const { certification } = await ask<{ certification: object }>(
      database,
      `{ certification(code: "900001") { certifiers {
        name siret siren state active stateChangedOn tradeName website certifier { siren name }
      } } }`,
    );
    expect(certification).toEqual({
      certifiers: [
        {
          name: 'École du numérique',
          siret: `${SCHOOL}00011`,
          siren: SCHOOL,
          state: 'Actif',
          active: true,
          stateChangedOn: null,
          tradeName: null,
          website: 'https://ecole.example',
          certifier: { siren: SCHOOL, name: 'École du numérique' },
        },
        {
          name: 'Ancienne école',
          siret: null,
          siren: null,
          state: 'Inactif',
          active: false,
          stateChangedOn: '2024-05-02',
          tradeName: null,
          website: null,
          certifier: null,
        },
      ],
    });
  });

  test('have the certifications that they certify now, not those they once did', async () => {
    const { certifier } = await ask<{ certifier: object }>(
      database,
      `{ certifier(siren: "111 111 118") { siren name certifications {
        totalCount nodes { code }
      } } }`,
    );
    expect(certifier).toEqual({
      siren: SCHOOL,
      name: 'École du numérique',
      certifications: {
        totalCount: 3,
        nodes: [{ code: 'RNCP900001' }, { code: 'RNCP900010' }, { code: 'RS900001' }],
      },
    });
  });

  test('have a certification of several of them each in its own list', async () => {
    const { certifiers } = await ask<{ certifiers: object }>(
      database,
      `{ certifiers { nodes { siren certifications(
        filter: { register: RNCP }, orderBy: { field: CODE, direction: DESC }, first: 1
      ) { totalCount pageInfo { hasNextPage } nodes { code } } } } }`,
    );
    const certifications = {
      totalCount: 2,
      pageInfo: { hasNextPage: true },
      nodes: [{ code: 'RNCP900010' }],
    };
    expect(certifiers).toEqual({
      nodes: [
        { siren: SCHOOL, certifications },
        { siren: MINISTRY, certifications },
      ],
    });
  });

  test('take the as-of day of the root to decide which certifications are active', async () => {
    const certifications = 'certifications(filter: { active: true }) { nodes { code active } }';
    const answer = await ask(
      database,
      `{ a: certifier(siren: "${SCHOOL}", asOf: "2026-11-24") { ${certifications} }
        b: certifier(siren: "${SCHOOL}", asOf: "2027-01-19") { ${certifications} } }`,
    );
    const of = (...codes: string[]) => ({
      certifications: { nodes: codes.map((code) => ({ code, active: true })) },
    });
    expect(answer).toEqual({ a: of('RNCP900001', 'RNCP900010', 'RS900001'), b: of('RNCP900010') });
  });

  test.each([
    ['', [SCHOOL, MINISTRY]],
    ['filter: { name: "ECOLE" }', [SCHOOL]],
    [`filter: { sirens: ["${MINISTRY}", "999999999"] }`, [MINISTRY]],
    ['orderBy: { field: NAME, direction: DESC }', [MINISTRY, SCHOOL]],
    ['orderBy: { field: SIREN }', [SCHOOL, MINISTRY]],
    ['orderBy: { field: SIREN, direction: DESC }', [MINISTRY, SCHOOL]],
  ])('are listed with (%s)', async (args, sirens) => {
    const { certifiers } = await ask<{ certifiers: object }>(
      database,
      `{ certifiers${args && `(${args})`} { totalCount nodes { siren } } }`,
    );
    expect(certifiers).toEqual({
      totalCount: sirens.length,
      nodes: sirens.map((siren) => ({ siren })),
    });
  });

  test('that no fiche names are absent', async () => {
    expect(await ask(database, '{ certifier(siren: "999999999") { name } }')).toEqual({
      certifier: null,
    });
  });
});
