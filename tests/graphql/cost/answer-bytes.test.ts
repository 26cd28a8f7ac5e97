import { GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import type { OperationContext } from '../../../src/graphql/core/context.ts';
import { createExecutor } from '../../../src/graphql/core/executor.ts';
import { OPERATION_LIMITS } from '../../../src/graphql/core/operation-limits.ts';
import type { CostOf } from '../../../src/graphql/cost/field-cost.ts';

/** A schema whose one field is estimated to be a megabyte for each that is asked for. */
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      text: {
        type: GraphQLInt,
        args: { megabytes: { type: new GraphQLNonNull(GraphQLInt) } },
        extensions: {
          cost: ({ megabytes }: { megabytes: number }, { count }: CostOf) => {
            count('read', (megabytes * 1_048_576) / 2_500);
            return 1;
          },
        },
        resolve: () => 1,
      },
    },
  }),
});

test('an answer that would be too large is refused before it is made, with its size', async () => {
  const services = { maxCost: Number.POSITIVE_INFINITY };
  const context = { services, snapshot: {} } as unknown as OperationContext;
  const executor = createExecutor(schema);
  const limit = OPERATION_LIMITS.answerBytes / 1_048_576;
  const ask = (megabytes: number) =>
    executor({ document: parse(`{ text(megabytes: ${megabytes}) }`) }, context);
  expect((await ask(limit - 1)).data).toEqual({ text: 1 });
  const { data, errors } = await ask(limit + 2);
  expect(data).toBeUndefined();
  expect(errors?.map(({ message }) => message)).toEqual([
    `the answer would have some ${limit + 3} MB and ${limit} is the limit: ask for smaller pages or fewer fields`,
  ]);
  expect(errors?.[0]?.originalError).toMatchObject({ code: 'QUERY_TOO_COMPLEX' });
});
