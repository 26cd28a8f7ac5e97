import { type DocumentNode, GraphQLError, getOperationAST, Kind } from 'graphql';
import type { Documents } from '../documents/documents.ts';
import type { ServerPlugin } from './server-plugin.ts';

/**
 * Yoga plugin: parses and validates, in place of Yoga, whose own cache has no bound in bytes and
 * keeps what is invalid; names the operations of a document when it is not clear which to execute.
 */
export function useDocuments(documents: Documents): ServerPlugin {
  const errorsOf = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  return {
    onParse({ params: { source }, context, setParseFn }) {
      setParseFn(() => {
        const { document, errors } = documents.read(String(source));
        const { operationName } = context.params;
        checkChoice(document, { operationName, method: context.request.method });
        errorsOf.set(document, errors);
        return document;
      });
    },
    onValidate({ params: { documentAST }, setResult }) {
      setResult([...(errorsOf.get(documentAST) ?? [])]);
    },
  };
}

/** Checks that a document has the operation that is meant, and that it reads. */
function checkChoice(document: DocumentNode, { operationName, method }: Choice): void {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation === 'query') return;
  if (operation) {
    const http = method === 'GET' && { http: { status: 405, headers: { allow: 'POST' } } };
    throw badRequest(
      `a ${operation.operation} was sent and nothing can be changed here: queries are accepted`,
      { ...http },
    );
  }
  const all = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const names = all.flatMap(({ name }) => name?.value ?? []);
  if (all.length === 0) throw badRequest('the document has no operation: one is needed, as { … }');
  const given = operationName
    ? `operationName is ${JSON.stringify(operationName)}`
    : 'no operationName was given';
  if (all.length > 1) {
    throw badRequest(
      `${given} and the document has the operations ${names.join(', ')}: name one of them`,
    );
  }
  throw badRequest(
    names.length === 0
      ? `${given} and the operation of the document has no name: leave operationName out`
      : `${given} and the document has the operation ${names[0]} alone: give that name, or none`,
  );
}

interface Choice {
  readonly operationName: string | null | undefined;
  readonly method: string;
}

function badRequest(message: string, extensions: object = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', ...extensions } });
}
