import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { ficheWith, publishFiches } from '../support/factories.ts';

const link = (code: string, title: string | null = null) => ({ code, title });

const FICHES = [
  ficheWith({
    code: 'RNCP900001',
    title: 'Un',
    predecessors: [link('RNCP900003'), link('RNCP900002', 'Deux, ancien titre')],
    successors: [link('RNCP899999', 'Jamais importée'), link('RNCP899998')],
  }),
  ficheWith({ code: 'RNCP900002', title: 'Deux', successors: [link('RNCP900001')] }),
  ficheWith({ code: 'RNCP900003', title: 'Trois' }),
  ficheWith({
    code: 'RS900004',
    title: 'Quatre',
    // A cycle, and across the registers.
    predecessors: [link('RNCP900001')],
    successors: [link('RNCP900001')],
  }),
];

describeEachEngine('lineage on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES);
  });

  async function lineage(code: string): Promise<object> {
    const links = '{ code title direction declaredBy certification { title } }';
    const { certification } = await ask<{ certification: { lineage: object } }>(
      database,
      `{ certification(code: "${code}") { lineage { replaces ${links} replacedBy ${links} } } }`,
    );
    return certification.lineage;
  }

  test('trusts either fiche, says which one speaks, and names each certification once', async () => {
    expect(await lineage('RNCP900001')).toEqual({
      replaces: [
        {
          code: 'RNCP900003',
          title: 'Trois',
          direction: 'REPLACES',
          declaredBy: 'OWN',
          certification: { title: 'Trois' },
        },
        {
          code: 'RNCP900002',
          title: 'Deux',
          direction: 'REPLACES',
          declaredBy: 'BOTH',
          certification: { title: 'Deux' },
        },
        {
          code: 'RS900004',
          title: 'Quatre',
          direction: 'REPLACES',
          declaredBy: 'OTHER',
          certification: { title: 'Quatre' },
        },
      ],
      replacedBy: [
        {
          code: 'RNCP899999',
          title: 'Jamais importée',
          direction: 'REPLACED_BY',
          declaredBy: 'OWN',
          certification: null,
        },
        {
          code: 'RNCP899998',
          title: null,
          direction: 'REPLACED_BY',
          declaredBy: 'OWN',
          certification: null,
        },
        {
          code: 'RS900004',
          title: 'Quatre',
          direction: 'REPLACED_BY',
          declaredBy: 'OTHER',
          certification: { title: 'Quatre' },
        },
      ],
    });
  });

  test('reaches a fiche that says nothing of it', async () => {
    expect(await lineage('RNCP900003')).toMatchObject({
      replaces: [],
      replacedBy: [{ code: 'RNCP900001', declaredBy: 'OTHER' }],
    });
  });

  test('can be followed from link to link, round a cycle', async () => {
    const { certification } = await ask<{ certification: object }>(
      database,
      `{ certification(code: "RS900004") { lineage { replaces { certification {
        lineage { replaces { code } replacedBy { code } }
      } } } } }`,
    );
    expect(certification).toMatchObject({
      lineage: {
        replaces: [
          {
            certification: {
              lineage: {
                replaces: [{ code: 'RNCP900003' }, { code: 'RNCP900002' }, { code: 'RS900004' }],
              },
            },
          },
        ],
      },
    });
  });
});
