import {
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
} from 'graphql';
import type { OperationContext } from './context.ts';
import { andThen, type Maybe } from './maybe.ts';

/** Objects of a list that are answered in one turn. */
const PIECE = 20;

type Resolver = GraphQLFieldResolver<unknown, OperationContext>;

/**
 * Makes long operations give way: before each field that takes time of its own, and within long lists.
 * What is short is answered as it is.
 */
export function withTurns(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType();
  for (const type of Object.values(schema.getTypeMap())) {
    // Types of the schema itself are read without a context.
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.resolve) continue;
      const isList = isListType(getNullableType(field.type));
      if (isList && isObjectType(getNamedType(field.type))) {
        field.resolve = inPieces(field.resolve as Resolver);
      }
      if (type === query || field.extensions['cost'] !== undefined) {
        field.resolve = inItsTurn(field.resolve as Resolver);
      }
    }
  }
  return schema;
}

function inItsTurn(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const turn = context.nextTurn?.();
    if (!turn) return resolve(source, args, context, info);
    return turn.then(() => resolve(source, args, context, info));
  };
}

function inPieces(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const items = resolve(source, args, context, info) as Maybe<unknown>;
    const { nextTurn } = context;
    if (!nextTurn) return items;
    return andThen(items, (all) =>
      Array.isArray(all) && all.length > PIECE ? spread(all, nextTurn) : all,
    );
  };
}

/** Items of a list, those after the first ones once it is their turn. */
function spread(
  items: readonly unknown[],
  nextTurn: () => Promise<void> | undefined,
): Maybe<unknown>[] {
  let turn: Promise<void> = Promise.resolve();
  return items.map((item, place) => {
    if (place < PIECE) return item;
    if (place % PIECE === 0) turn = turn.then(nextTurn);
    return turn.then(() => item);
  });
}
