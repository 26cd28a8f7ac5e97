import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { NODE_TYPES } from '../../src/domain/node-id.ts';
import { ask, refusal, send } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { newNote, note } from '../support/notes.ts';
import { SCHOOL, SMALL_REGISTER, SMALL_REGISTER_FINDINGS } from '../support/register.ts';

const encode = (text: string) => Buffer.from(text).toString('base64');
const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }';

interface Ids {
  readonly [field: string]: { readonly nodes: readonly { readonly id: string }[] };
}

describeEachEngine('identifiers on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, SMALL_REGISTER, { findings: SMALL_REGISTER_FINDINGS });
    await note(database, newNote({}));
  });

  /** One identifier of each type, as its list gives it. */
  async function someIds(): Promise<Map<string, string>> {
    const lists = NODE_TYPES.map((type) => {
      const field = type === 'Speciality' ? 'specialities' : `${type.toLowerCase()}s`;
      return `${type}: ${field}(first: 1) { nodes { id } }`;
    });
    const answer = await ask<Ids>(database, `{ ${lists.join(' ')} }`);
    return new Map(Object.entries(answer).map(([type, { nodes }]) => [type, nodes[0]?.id ?? '']));
  }

  test('of every type are found again, in the order given, and more than once', async () => {
    const idOfType = await someIds();
    const ids = [...idOfType.values(), ...idOfType.values()].reverse();
    const types = [...idOfType.keys(), ...idOfType.keys()].reverse();
    expect(types).toHaveLength(2 * NODE_TYPES.length);
    const { nodes } = await ask<{ nodes: object[] }>(database, NODES, { ids });
    expect(nodes).toEqual(ids.map((id, index) => ({ id, __typename: types[index] })));
  });

  test('give the object itself', async () => {
    const document = `query ($id: ID!) { node(id: $id) {
      ... on Certification { title }
      ... on Cohort { year certified certification { code } }
      ... on Certifier { name certifications { totalCount } }
      ... on Speciality { code label }
    } }`;
    const find = async (id: string) =>
      (await ask<{ node: object }>(database, document, { id: encode(id) })).node;
    expect(await find('Certification:RNCP900001')).toEqual({
      title: 'Développeur d’applications (démonstration)',
    });
    expect(await find('Cohort:RNCP900001/2023')).toEqual({
      year: 2023,
      certified: 40,
      certification: { code: 'RNCP900001' },
    });
    expect(await find(`Certifier:${SCHOOL}`)).toEqual({
      name: 'École du numérique',
      certifications: { totalCount: 3 },
    });
    expect(await find('Speciality:32')).toEqual({
      code: '32',
      label: 'Communication et information',
    });
  });

  test.each([
    'Certification:RNCP1',
    'Certification:nothing of the kind',
    'Block:RNCP900001/99',
    'Block:RNCP900001',
    'Cohort:RNCP900001/1999',
    'Certifier:0',
    'Occupation:%',
    'Speciality:9',
    'Formacode:a:b',
    'Finding:0',
    'Publication:99',
    'Publication:1.5',
    'Publication:99999999999999999999',
  ])('of nothing (%s) give nothing', async (text) => {
    const { nodes } = await ask<{ nodes: object[] }>(database, NODES, { ids: [encode(text)] });
    expect(nodes).toEqual([null]);
  });

  test.each([
    '',
    'x',
    'RNCP900001',
    encode('Query:1'),
    encode('Certification:'),
    encode('Block:\0'),
  ])('that no object has (%j) are refused by name', async (id) => {
    const refused = {
      name: 'BadUserInputError',
      message: `"${id}" is not an identifier: give the id of an object as a query answered it`,
    };
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await refusal(database, node, { id })).toEqual(refused);
    expect(await refusal(database, NODES, { ids: [id] })).toEqual(refused);
    const { data } = await send(database, node, { id });
    expect(data).toEqual({ node: null });
  });
});
