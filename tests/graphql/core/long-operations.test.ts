import {
  execute,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  parse,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import type { NextTurn } from '../../../src/graphql/core/context.ts';
import { withTurns } from '../../../src/graphql/core/long-operations.ts';
import { schema as served } from '../../../src/graphql/schema.ts';

const Item = new GraphQLObjectType({
  name: 'Item',
  fields: {
    number: { type: new GraphQLNonNull(GraphQLInt), resolve: (number: number) => number },
    costly: {
      type: GraphQLInt,
      extensions: { cost: () => 1 },
      resolve: (number: number) => -number,
    },
    broken: {
      type: GraphQLInt,
      resolve: (number: number) => {
        if (number === 30) throw new Error('thirty');
        return number;
      },
    },
  },
});

const schema = withTurns(
  new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        items: {
          type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(Item))),
          resolve: () => Array.from({ length: 55 }, (_, number) => number),
        },
        later: {
          type: new GraphQLList(Item),
          resolve: async () => Array.from({ length: 25 }, (_, number) => number),
        },
        few: { type: new GraphQLList(Item), resolve: () => [1, 2, 3] },
        none: { type: new GraphQLList(Item), resolve: () => null },
      },
    }),
  }),
);

/** Answers a document, with turns that are counted, and without. */
async function answerTwice(source: string) {
  let turns = 0;
  const nextTurn: NextTurn = () => {
    turns += 1;
    return turns % 2 === 0 ? undefined : new Promise((resolve) => setImmediate(resolve));
  };
  const document = parse(source);
  const text = async (contextValue: object) =>
    JSON.stringify(await execute({ schema, document, contextValue }));
  return { plain: await text({}), long: await text({ nextTurn }), turns: () => turns };
}

describe('a long operation', () => {
  test.each([
    '{ items { number } }',
    '{ items { number costly } later { number } }',
    '{ few { number } none { number } }',
    '{ a: items { number } b: items { broken } c: later { broken } }',
  ])('answers what a short one does: %s', async (source) => {
    const { plain, long } = await answerTwice(source);
    expect(long).toBe(plain);
  });

  test('gives way before each field of the root, and after each twenty objects of a list', async () => {
    const { turns } = await answerTwice('{ items { number } few { number } }');
    // Two fields of the root; two turns within 55 objects, none within three.
    expect(turns()).toBe(4);
  });

  test('gives way before each field that takes time of its own', async () => {
    const { turns } = await answerTwice('{ few { costly } }');
    expect(turns()).toBe(4);
  });
});

test('the schema that is served has its turns', () => {
  const resolve = served.getQueryType()?.getFields()['certifications']?.resolve;
  let asked = 0;
  const nextTurn = () => {
    asked += 1;
    return new Promise<void>(() => {});
  };
  void resolve?.({}, {}, { nextTurn }, {} as never);
  expect(asked).toBe(1);
});
