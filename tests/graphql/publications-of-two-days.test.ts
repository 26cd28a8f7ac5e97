import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { cleanFiche, Importer } from '../ingest/publish/importer.ts';
import { ask, refusal } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';

const FINDINGS = `query ($filter: FindingFilter, $orderBy: [FindingOrder!], $first: Int, $after: String) {
  findings(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount pageInfo { endCursor } nodes { certificationCode firstSeenPublication { number } }
  }
}`;

interface Answer {
  findings: {
    totalCount: number;
    pageInfo: { endCursor: string };
    nodes: { certificationCode: string; firstSeenPublication: { number: number } }[];
  };
}

describeEachEngine('publications of several days on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await using importer = await Importer.into(database);
    const faulty = (code: string) => cleanFiche(code, { level: 'NIV9' });
    await importer.export('RNCP', '2026-08-14', [faulty('RNCP2'), cleanFiche('RNCP3')]);
    await importer.export('RNCP', '2026-08-16', [
      faulty('RNCP1'),
      faulty('RNCP2'),
      cleanFiche('RNCP3'),
    ]);
    await importer.export('RS', '2026-08-15', [
      { code: 'RS1', endsOn: '31/12/2030', level: 'NIV9' },
    ]);
  });

  const list = async (variables: object) => {
    const { findings } = await ask<Answer>(database, FINDINGS, {
      filter: { rules: ['UNKNOWN_LEVEL'] },
      ...variables,
    });
    return {
      ...findings,
      seen: findings.nodes.map(
        ({ certificationCode, firstSeenPublication }) =>
          `${certificationCode} ${firstSeenPublication.number}`,
      ),
    };
  };
  const ordered = (direction: string) => ({
    orderBy: [{ field: 'FIRST_SEEN_PUBLICATION', direction }],
  });

  test('order findings by the publication that first had them, page by page', async () => {
    expect((await list({})).seen).toEqual(['RNCP1 2', 'RNCP2 1', 'RS1 3']);
    expect((await list(ordered('ASC'))).seen).toEqual(['RNCP2 1', 'RNCP1 2', 'RS1 3']);
    const first = await list({ ...ordered('DESC'), first: 1 });
    expect(first.seen).toEqual(['RS1 3']);
    const { endCursor: after } = first.pageInfo;
    expect((await list({ ...ordered('DESC'), after })).seen).toEqual(['RNCP1 2', 'RNCP2 1']);
  });

  test('select findings by the publication that first had them', async () => {
    const rules = ['UNKNOWN_LEVEL'];
    const seen = async (firstSeenPublication: object) =>
      (await list({ filter: { rules, firstSeenPublication } })).seen;
    expect(await seen({ from: 2 })).toEqual(['RNCP1 2', 'RS1 3']);
    expect(await seen({ from: 2, to: 2 })).toEqual(['RNCP1 2']);
    expect(await seen({ from: 4 })).toEqual([]);
    const backwards = { filter: { firstSeenPublication: { from: 3, to: 2 } } };
    expect(await refusal(database, FINDINGS, backwards)).toMatchObject({
      name: 'BadUserInputError',
      message: expect.stringContaining('firstSeenPublication'),
    });
  });

  test('are attributed to the day of each register', async () => {
    expect(await ask(database, '{ dataStatus { attribution exportedOn } }')).toEqual({
      dataStatus: {
        attribution:
          'Source : France compétences (data.gouv.fr), exports du 16/08/2026 (RNCP) et du 15/08/2026 (RS)',
        exportedOn: '2026-08-16',
      },
    });
  });
});
