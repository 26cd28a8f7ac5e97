import { getOperationAST } from 'graphql';
import type { ServerPlugin } from './exchange.ts';

/**
 * Yoga plugin: notes the name of the operation and the codes of its errors, for the log and the
 * metrics. It comes last, to see what is sent.
 */
export function useExchange(): ServerPlugin {
  return {
    onExecute({ args: { document, operationName, contextValue } }) {
      const operation = getOperationAST(document, operationName)?.name?.value;
      if (operation !== undefined) contextValue.exchange.operation = operation;
    },
    onResultProcess({ result, serverContext }) {
      if (!('errors' in result) || !result.errors) return;
      serverContext.exchange.codes = [
        ...new Set(result.errors.map(({ extensions }) => String(extensions['code']))),
      ];
    },
  };
}
