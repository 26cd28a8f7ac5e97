import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { SMALL_REGISTER } from '../support/register.ts';

describeEachEngine('what a fiche lists on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, SMALL_REGISTER);
  });

  async function certification(code: string, fields: string): Promise<object> {
    const answer = await ask<{ certification: object }>(
      database,
      `{ certification(code: "${code}") { ${fields} } }`,
    );
    return answer.certification;
  }

  test('access routes come in its order, open or not, with their jury', async () => {
    expect(await certification('900001', 'accessRoutes { route open jury changedOn }')).toEqual({
      accessRoutes: [
        { route: 'INITIAL_TRAINING', open: true, jury: 'Deux tiers', changedOn: null },
        { route: 'VAE', open: false, jury: null, changedOn: '2023-01-18' },
      ],
    });
  });

  test('legal references and collective agreements say what kind they are', async () => {
    const fields = `legalReferences { kind title publishedOn }
      collectiveAgreements { kind number label }`;
    expect(await certification('900001', fields)).toEqual({
      legalReferences: [
        { kind: 'CREATION', title: 'Arrêté du 18 janvier 2023', publishedOn: '2023-01-25' },
        { kind: 'OTHER', title: null, publishedOn: null },
      ],
      collectiveAgreements: [
        { kind: 'CCN', number: '3018', label: 'Bureaux d’études techniques' },
        { kind: 'IDCC', number: '1486', label: null },
      ],
    });
    expect(await certification('RS900001', fields)).toEqual({
      legalReferences: [],
      collectiveAgreements: [],
    });
  });

  test('equivalences name blocks or the whole certification, and may dangle', async () => {
    const fields = `equivalences {
      wholeCertification sourceBlocks targetCode targetBlocks target { title }
    }`;
    expect(await certification('900001', fields)).toEqual({
      equivalences: [
        {
          wholeCertification: true,
          sourceBlocks: [],
          targetCode: 'RNCP900003',
          targetBlocks: [],
          target: { title: 'BTS Comptabilité et gestion (démonstration)' },
        },
        {
          wholeCertification: false,
          sourceBlocks: ['RNCP900001BC01'],
          targetCode: 'RNCP899999',
          targetBlocks: ['RNCP899999BC03'],
          target: null,
        },
      ],
    });
  });
});
