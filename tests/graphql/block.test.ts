import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { SMALL_REGISTER } from '../support/register.ts';

const LIST = `query ($filter: BlockFilter, $orderBy: [BlockOrder!]) {
  blocks(filter: $filter, orderBy: $orderBy) { totalCount nodes { title } }
}`;

describeEachEngine('blocks on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, SMALL_REGISTER);
  });

  const CONCEIVE = 'Concevoir une application';
  const DEVELOP = 'Développer l’interface';
  const DEPLOY = 'Déployer';
  const KEEP = 'Tenir une comptabilité';

  async function titles(filter: object, ...orderBy: object[]): Promise<string[]> {
    const { blocks } = await ask<{ blocks: { totalCount: number; nodes: { title: string }[] } }>(
      database,
      LIST,
      { filter, orderBy },
    );
    expect(blocks.totalCount).toBe(blocks.nodes.length);
    return blocks.nodes.map(({ title }) => title);
  }

  test.each([
    ['nothing', {}, [CONCEIVE, DEVELOP, DEPLOY, KEEP]],
    ['codes in any case', { codes: ['rncp900001bc02'] }, [DEVELOP, DEPLOY]],
    ['first characters of codes', { codes: ['RNCP900003', 'X'] }, [KEEP]],
    ['characters that stand for themselves', { codes: ['RNCP%', '_'] }, []],
    ['a part of the title', { title: 'DEPLOYER' }, [DEPLOY]],
    ['their certifications', { certification: { levels: [5], active: true } }, [KEEP]],
  ])('are selected by %s', async (_what, filter, expected) => {
    expect(await titles(filter)).toEqual(expected);
  });

  test.each([
    ['TITLE', 'ASC', [CONCEIVE, DEPLOY, DEVELOP, KEEP]],
    ['TITLE', 'DESC', [KEEP, DEVELOP, DEPLOY, CONCEIVE]],
    ['CODE', 'DESC', [KEEP, DEVELOP, DEPLOY, CONCEIVE]],
    ['CERTIFICATION', 'DESC', [KEEP, CONCEIVE, DEVELOP, DEPLOY]],
  ])(
    'are ordered by %s %s, ties by their place in the fiche',
    async (field, direction, expected) => {
      expect(await titles({}, { field, direction })).toEqual(expected);
    },
  );

  test('are ordered by several things in turn', async () => {
    const byCertification = { field: 'CERTIFICATION', direction: 'DESC' };
    const byTitle = { field: 'TITLE', direction: 'DESC' };
    expect(await titles({}, byCertification, byTitle)).toEqual([KEEP, DEVELOP, DEPLOY, CONCEIVE]);
  });

  test('of one code in one fiche are told apart', async () => {
    const { certification } = await ask<{ certification: { blocks: { id: string }[] } }>(
      database,
      '{ certification(code: "900001") { blocks { id position code skills assessmentModes } } }',
    );
    expect(certification.blocks).toMatchObject([
      { position: 1, code: 'RNCP900001BC01', skills: 'Modéliser.', assessmentModes: null },
      { position: 2, code: 'RNCP900001BC02', skills: null, assessmentModes: null },
      { position: 3, code: 'RNCP900001BC02', assessmentModes: 'Mise en situation' },
    ]);
    expect(new Set(certification.blocks.map(({ id }) => id)).size).toBe(3);
  });

  test('of a fiche are counted, none as 0', async () => {
    const { certifications } = await ask<{ certifications: { nodes: object[] } }>(
      database,
      '{ certifications { nodes { blockCount blocks { code } } } }',
    );
    const counts = certifications.nodes as { blockCount: number; blocks: object[] }[];
    expect(counts.map(({ blockCount }) => blockCount)).toEqual(
      counts.map(({ blocks }) => blocks.length),
    );
    expect(new Set(counts.map(({ blockCount }) => blockCount))).toEqual(new Set([0, 1, 3]));
  });
});
