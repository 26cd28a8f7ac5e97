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
        checkChoice(document, context.params.operationName);
        errorsOf.set(document, errors);
        return document;
      });
    },
    onValidate({ params: { documentAST }, setResult }) {
      setResult([...(errorsOf.get(documentAST) ?? [])]);
    },
  };
}

function checkChoice(document: DocumentNode, operationName: string | null | undefined): void {
  if (getOperationAST(document, operationName)) return;
  const names = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value ?? '(without a name)'] : [],
  );
  const given = operationName
    ? `operationName is ${JSON.stringify(operationName)}`
    : 'no operationName was given';
  const found = names.length === 0 ? 'no operation' : `the operations ${names.join(', ')}`;
  throw new GraphQLError(`${given} and the document has ${found}: name one of them`, {
    extensions: { code: 'BAD_REQUEST' },
  });
}
