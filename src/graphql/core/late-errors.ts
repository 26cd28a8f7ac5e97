import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';

/**
 * Makes the fields that take arguments, which may be wrong, reject and never throw. graphql-js leaves
 * a list at the first item that throws, and whoever waited for the items before it is not told when
 * those fail: Node ends the process then. What rejects it waits for.
 */
export function withLateErrors(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.args.length > 0 && field.resolve) field.resolve = rejecting(field.resolve);
    }
  }
  return schema;
}

function rejecting<Source, Context>(
  resolve: GraphQLFieldResolver<Source, Context>,
): GraphQLFieldResolver<Source, Context> {
  return (source, args, context, info) => {
    try {
      return resolve(source, args, context, info);
    } catch (error) {
      return Promise.reject(error);
    }
  };
}
