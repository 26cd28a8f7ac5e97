import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, refusal, type Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { SMALL_REGISTER } from '../support/register.ts';

const LIST = `query (
  $active: Boolean, $role: PartnerRole, $first: Int, $after: String, $last: Int, $before: String
) {
  certifications(filter: { codes: ["900001", "900002"] }) { nodes {
    partners(
      active: $active, role: $role, first: $first, after: $after, last: $last, before: $before
    ) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { name }
    }
  } }
}`;

interface Partners {
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly nodes: readonly { readonly name: string }[];
}

describeEachEngine('partners on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, SMALL_REGISTER);
  });

  /** The partners of two fiches, of which the second has none. */
  async function list(variables: Variables): Promise<Partners> {
    const { certifications } = await ask<{ certifications: { nodes: { partners: Partners }[] } }>(
      database,
      LIST,
      variables,
    );
    const [some, none] = certifications.nodes.map(({ partners }) => partners);
    expect(none).toMatchObject({ totalCount: 0, nodes: [], pageInfo: { endCursor: null } });
    if (!some) throw new Error('no partners');
    return some;
  }

  const letters = ({ nodes }: Partners) => nodes.map(({ name }) => name.slice(-1)).join('');

  test.each([
    [{}, 'ABCDE'],
    [{ active: true }, 'ABDE'],
    [{ active: false }, 'C'],
    [{ role: 'TRAIN' }, 'AC'],
    [{ role: 'TRAIN_AND_ASSESS', active: true }, 'D'],
    [{ role: 'ASSESS', active: false }, ''],
    [{ role: null, active: null }, 'ABCDE'],
  ])(
    'are selected by %j and counted alike, in the order of the fiche',
    async (filter, expected) => {
      const partners = await list(filter);
      expect(letters(partners)).toBe(expected);
      expect(partners.totalCount).toBe(expected.length);
    },
  );

  test('are paged forwards and backwards, counted whole on every page', async () => {
    const first = await list({ first: 2 });
    expect([letters(first), first.totalCount, first.pageInfo.hasNextPage]).toEqual(['AB', 5, true]);
    const second = await list({ first: 2, after: first.pageInfo.endCursor });
    expect([letters(second), second.totalCount]).toEqual(['CD', 5]);
    expect(second.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    const third = await list({ first: 2, after: second.pageInfo.endCursor });
    expect([letters(third), third.pageInfo.hasNextPage]).toEqual(['E', false]);
    const back = await list({ last: 3, before: third.pageInfo.startCursor });
    expect([letters(back), back.pageInfo.hasPreviousPage]).toEqual(['BCD', true]);
  });

  test('have their role and dates, and null for what is not published', async () => {
    const { certification } = await ask<{ certification: { partners: { nodes: object[] } } }>(
      database,
      `{ certification(code: "900001") { partners {
        nodes { siret siren role state active activeSince stateChangedOn }
      } } }`,
    );
    const absent = { siret: null, siren: null, activeSince: null, stateChangedOn: null };
    expect(certification.partners.nodes).toEqual([
      {
        ...absent,
        siret: '33333333400011',
        siren: '333333334',
        role: 'TRAIN',
        state: 'Actif',
        active: true,
      },
      { ...absent, role: 'ASSESS', state: 'Actif', active: true },
      { ...absent, role: 'TRAIN', state: 'Inactif', active: false },
      {
        ...absent,
        role: 'TRAIN_AND_ASSESS',
        state: 'Actif',
        active: true,
        activeSince: '2024-01-01',
      },
      { ...absent, role: null, state: 'Actif', active: true },
    ]);
  });

  test('asked for twice in one document with other arguments do not mix', async () => {
    const { certification } = await ask<{ certification: object }>(
      database,
      `{ certification(code: "900001") {
        active: partners(active: true, first: 1) { totalCount nodes { name } }
        inactive: partners(active: false, first: 1) { totalCount nodes { name } }
      } }`,
    );
    expect(certification).toEqual({
      active: { totalCount: 4, nodes: [{ name: 'Partenaire A' }] },
      inactive: { totalCount: 1, nodes: [{ name: 'Partenaire C' }] },
    });
  });

  test('are not given 501 at a time', async () => {
    expect(await refusal(database, LIST, { first: 501 })).toMatchObject({
      name: 'BadUserInputError',
    });
  });
});
