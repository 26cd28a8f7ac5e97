import { type DocumentNode, GraphQLError, getOperationAST, Kind } from 'graphql';
import type { Bilingual } from '../../domain/bilingual.ts';
import { BadRequestError } from '../../domain/errors.ts';
import { OfDocument } from '../../graphql/core/of-document.ts';
import type { Documents } from '../documents/documents.ts';
import type { FairTurns } from '../fair-turns.ts';
import type { ServerContext, ServerPlugin } from './server-plugin.ts';

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
        const { accepts = JSON_ALONE } = context;
        checkChoice(document, { operationName, accepts, method: context.request.method });
        errorsOf.set(document, errors);
        return document;
      });
    },
    onValidate({ params: { documentAST }, setResult }) {
      setResult([...(errorsOf.get(documentAST) ?? [])]);
    },
  };
}

const JSON_ALONE = { json: true, events: false };

/**
 * Checks that a document has the operation that is meant, that it reads, and that its client takes what
 * it is answered in.
 */
function checkChoice(document: DocumentNode, { operationName, method, accepts }: Choice): void {
  const operation = getOperationAST(document, operationName);
  const { json, events } = accepts;
  if (operation?.operation === 'query' && json) return;
  if (operation?.operation === 'subscription' && events) return;
  if (operation && operation.operation !== 'mutation') {
    throw badRequest(NOT_TAKEN[operation.operation], { http: { status: 406 } });
  }
  if (operation) {
    const http = method === 'GET' && { http: { status: 405, headers: { allow: 'POST' } } };
    const text = {
      en: `a ${operation.operation} was sent and nothing can be changed here: queries are accepted, and subscriptions`,
      fr: `l’opération est « ${operation.operation} » et rien ne se change ici : « query » est accepté, et « subscription »`,
    };
    throw badRequest(text, { ...http });
  }
  const all = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const names = all.flatMap(({ name }) => name?.value ?? []);
  throw badRequest(wrongChoice(operationName, names, all.length));
}

/** Why a client that takes one of both is not answered. */
const NOT_TAKEN: Readonly<Record<'query' | 'subscription', Bilingual>> = {
  query: {
    en: 'a query is answered in application/graphql-response+json or application/json, and text/event-stream alone is accepted',
    fr: 'une requête « query » a sa réponse en application/graphql-response+json ou application/json, et seul text/event-stream est accepté',
  },
  subscription: {
    en: 'a subscription is answered in text/event-stream, which is not accepted: send it as Accept',
    fr: 'un abonnement (« subscription ») a sa réponse en text/event-stream, qui n’est pas accepté : envoyez-le dans Accept',
  },
};

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
  readonly accepts: NonNullable<ServerContext['accepts']>;
}

function badRequest(
  text: Bilingual,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(text.en, { originalError: new BadRequestError(text), extensions });
}
