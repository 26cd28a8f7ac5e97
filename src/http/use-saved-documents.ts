import {
  BadRequestError,
  DocumentNotFoundError,
  type DomainError,
  ForbiddenError,
} from '../domain/errors.ts';
import type { ServerPlugin } from './exchange.ts';

import {
  DOCUMENT_ID,
  documentIdOf,
  type SavedDocument,
  type SavedDocuments,
} from './saved-documents.ts';

/**
 * Yoga plugin: a `documentId` stands for the text of a saved document. With `only`, an anonymous
 * caller may ask nothing else: their ids, and texts that are theirs to the byte.
 */
export function useSavedDocuments(documents: SavedDocuments, only: boolean): ServerPlugin {
  return {
    onParams({ params: given, setParams, context: { exchange } }) {
      const { documentId, ...params } = given as typeof given & { readonly documentId?: unknown };
      if (documentId === undefined || documentId === null) {
        if (!only || exchange.caller !== null) return;
        const { query } = params;
        if (typeof query === 'string' && !documents.find(documentIdOf(query))) {
          throw new ForbiddenError();
        }
        return;
      }
      if (params.query) {
        throw new BadRequestError('both query and documentId were given: one of them is accepted');
      }
      const found = findDocument(documents, documentId);
      if (found instanceof Error) throw found;
      setParams({ ...params, query: found.text });
    },
  };
}

/** The document of an id that a client gave, or the reason why there is none. */
export function findDocument(
  documents: SavedDocuments,
  documentId: unknown,
): SavedDocument | DomainError {
  if (typeof documentId !== 'string' || !DOCUMENT_ID.test(documentId)) {
    return new BadRequestError(
      `documentId is ${JSON.stringify(documentId)}: sha256: and 64 hexadecimal digits are accepted, as /graphql/documents lists them`,
    );
  }
  return documents.find(documentId) ?? new DocumentNotFoundError(documentId);
}
