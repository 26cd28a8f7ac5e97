import { type DocumentNode, GraphQLError, getOperationAST, Kind } from 'graphql';
import type { Bilingual } from '../../domain/bilingual.ts';
import { BadRequestError } from '../../domain/errors.ts';
import { OfDocument } from '../../graphql/core/of-document.ts';
import type { Documents } from '../documents/documents.ts';
import type { FairTurns } from '../fair-turns.ts';
import type { ServerPlugin } from './server-plugin.ts';

/**
 * Yoga plugin: parses and validates, in place of Yoga, whose own cache has no bound in bytes and
 * keeps what is invalid; names the operations of a document when it is not clear which to execute.
 */
export function useDocuments(documents: Documents, turns: FairTurns): ServerPlugin {
  const errorsOf = new OfDocument<readonly GraphQLError[]>();
  return {
    onParse({ params: { source }, context, setParseFn }) {
      const { account } = context.record;
      const read = () => documents.read(String(source));
      setParseFn(() => {
        const { document, errors } = turns.timed(account, read);
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
    const text = {
      en: `a ${operation.operation} was sent and nothing can be changed here: queries are accepted`,
      fr: `l’opération est « ${operation.operation} » et rien ne se change ici : « query » est accepté`,
    };
    throw badRequest(text, { ...http });
  }
  const all = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const names = all.flatMap(({ name }) => name?.value ?? []);
  throw badRequest(wrongChoice(operationName, names, all.length));
}

/** Why no operation of a document is the one that is meant. */
function wrongChoice(
  operationName: Choice['operationName'],
  names: readonly string[],
  operations: number,
): Bilingual {
  if (operations === 0) {
    return {
      en: 'the document has no operation: one is needed, as { … }',
      fr: 'le document n’a pas d’opération : il en faut une, comme { … }',
    };
  }
  const given = operationName
    ? {
        en: `operationName is ${JSON.stringify(operationName)}`,
        fr: `operationName vaut ${JSON.stringify(operationName)}`,
      }
    : { en: 'no operationName was given', fr: 'aucun operationName n’est donné' };
  if (operations > 1) {
    return {
      en: `${given.en} and the document has the operations ${names.join(', ')}: name one of them`,
      fr: `${given.fr} et le document a les opérations ${names.join(', ')} : nommez l’une d’elles`,
    };
  }
  if (names.length === 0) {
    return {
      en: `${given.en} and the operation of the document has no name: leave operationName out`,
      fr: `${given.fr} et l’opération du document n’a pas de nom : ne donnez pas operationName`,
    };
  }
  return {
    en: `${given.en} and the document has the operation ${names[0]} alone: give that name, or none`,
    fr: `${given.fr} et le document n’a que l’opération ${names[0]} : donnez ce nom, ou aucun`,
  };
}

interface Choice {
  readonly operationName: string | null | undefined;
  readonly method: string;
}

function badRequest(
  text: Bilingual,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(text.en, { originalError: new BadRequestError(text), extensions });
}
