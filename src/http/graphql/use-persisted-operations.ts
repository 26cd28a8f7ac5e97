import {
  BadRequestError,
  ForbiddenError,
  PersistedQueryNotSupportedError,
} from '../../domain/errors.ts';
import { findOperation, type PersistedOperations, QUERY_AND_ID } from './persisted-operations.ts';
import type { ServerPlugin } from './server-plugin.ts';

/**
 * Yoga plugin: a `documentId` stands for the text of a persisted operation. With `only`, an anonymous
 * caller may ask nothing else: their ids, and their texts, whatever the blanks and comments in them.
 */
export function usePersistedOperations(
  operations: PersistedOperations,
  only: boolean,
): ServerPlugin {
  return {
    onParams({ params: given, setParams, context: { record } }) {
      const { query } = given;
      if (!hasDocumentId(given)) {
        // Clients send the text then.
        if (!query && given.extensions?.['persistedQuery'])
          throw new PersistedQueryNotSupportedError();
        if (!only || record.caller !== null) return;
        if (typeof query === 'string' && !operations.findText(query)) throw new ForbiddenError();
        return;
      }
      const { documentId, ...params } = given;
      if (query) {
        throw new BadRequestError(QUERY_AND_ID);
      }
      const found = findOperation(operations, documentId);
      if (found instanceof Error) throw found;
      setParams({ ...params, query: found.text });
    },
  };
}

function hasDocumentId(params: object): params is { readonly documentId: unknown } {
  return 'documentId' in params && params.documentId !== undefined && params.documentId !== null;
}
