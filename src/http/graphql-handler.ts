import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { OpenRequest } from '../graphql/context.ts';
import type { Exchange, ServerContext, ServerPlugin } from './exchange.ts';
import { type ReadyQuestion, useGraphiql } from './graphiql.ts';
import { type Readiness, useHealth } from './health.ts';
import type { Execution, SavedQuestion } from './saved-answers.ts';
import type { SavedDocuments } from './saved-documents.ts';
import { useClientErrors } from './use-client-errors.ts';
import { useExchange } from './use-exchange.ts';
import { useOperation } from './use-operation.ts';
import { usePublication } from './use-publication.ts';
import { useRefusals } from './use-refusals.ts';
import { useSavedDocuments } from './use-saved-documents.ts';
import { useTraces } from './use-traces.ts';

/** The largest body of a request, in bytes. */
const LARGEST_BODY = 1_048_576;

/** What answers are made of. */
export interface GraphqlHandlerParts {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  /** Opens what the resolvers of one operation read from. */
  readonly openRequest: (signal: AbortSignal) => Promise<OpenRequest>;
  /** How long an answer may take, in milliseconds. */
  readonly requestTimeout: number;
  readonly checkReadiness: () => Promise<Readiness>;
  /** What GraphiQL opens with. */
  readonly questions: () => Promise<readonly ReadyQuestion[]>;
  /** Whether what is served is fictitious, which pages have to say. */
  readonly isDemonstration: () => Promise<boolean>;
  /** What may be asked by its id. */
  readonly documents: SavedDocuments;
  /** Whether anonymous callers may ask these alone. */
  readonly savedDocumentsOnly: boolean;
}

/** Answers requests: call it with Node's request and response, or `fetch` it. */
export type GraphqlHandler = YogaServerInstance<ServerContext, object>;

/**
 * Makes the handler of all requests: GraphQL at `/graphql` by POST and GET, GraphiQL for browsers,
 * and the health checks. It never listens.
 */
export function createGraphqlHandler(parts: GraphqlHandlerParts): GraphqlHandler {
  const {
    schema,
    logger,
    openRequest,
    requestTimeout,
    checkReadiness,
    questions,
    isDemonstration,
    documents,
    savedDocumentsOnly,
  } = parts;
  // Requests pass from first to last, and answers too.
  const plugins: ServerPlugin[] = [
    useHealth(checkReadiness),
    useGraphiql(questions, isDemonstration),
    useSavedDocuments(documents, savedDocumentsOnly),
    useOperation(),
    usePublication(openRequest, requestTimeout),
    useTraces(),
    useClientErrors(logger),
    useRefusals(),
    useExchange(),
  ];
  return createYoga<ServerContext, object>({
    schema,
    plugins,
    maxRequestBodySize: LARGEST_BODY,
    // Each of these has its plugin above.
    logging: false,
    maskedErrors: false,
    cors: false,
    graphiql: false,
    landingPage: false,
    // Yoga answers any address that ends so, and none has a space: ours are in health.ts.
    healthCheckEndpoint: ' ',
    multipart: false,
    batching: false,
  });
}

/** What asks a handler a saved question and gives its answer whole, as JSON. */
export function executionOf(handler: GraphqlHandler) {
  return async (
    { document: { documentId }, variables, operationName }: SavedQuestion,
    exchange: Exchange,
    signal: AbortSignal,
  ): Promise<Execution> => {
    const named =
      operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
    const response = await handler.fetch(
      'http://localhost/graphql',
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          // A question that cannot be run has a status that says so.
          accept: 'application/graphql-response+json',
        },
        body: `{"documentId":"${documentId}","variables":${variables}${named}}`,
        signal,
      },
      { exchange },
    );
    return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
  };
}
