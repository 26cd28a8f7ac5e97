import { type DocumentNode, GraphQLError, getOperationAST, Kind } from 'graphql';
import type { ServerPlugin } from './exchange.ts';

/** Yoga plugin: says which operations a document has when it is not clear which one to run. */
export function useOperation(): ServerPlugin {
  return {
    onParse() {
      return ({ result, context }) => {
        if (!result || result instanceof Error) return;
        const { operationName } = context.params;
        if (getOperationAST(result, operationName)) return;
        const names = operationNames(result);
        const given = operationName
          ? `operationName is ${JSON.stringify(operationName)}`
          : 'no operationName was given';
        throw new GraphQLError(
          `${given} and the document has ${names.length === 0 ? 'no operation' : `the operations ${names.join(', ')}`}: name one of them`,
          { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } },
        );
      };
    },
  };
}

function operationNames({ definitions }: DocumentNode): string[] {
  return definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value ?? '(without a name)'] : [],
  );
}
