import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { OpenRequest } from '../graphql/context.ts';
import { type ReadyQuestion, useGraphiql } from './graphiql.ts';
import { type Readiness, useHealth } from './health.ts';
import { useAccessLog } from './use-access-log.ts';
import { useClientErrors } from './use-client-errors.ts';
import { useOperation } from './use-operation.ts';
import { usePublication } from './use-publication.ts';
import { useRefusals } from './use-refusals.ts';
import { useRequestId } from './use-request-id.ts';
import { useResponseHeaders } from './use-response-headers.ts';

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
}

/** Answers requests: call it with Node's request and response, or `fetch` it. */
export type GraphqlHandler = YogaServerInstance<object, object>;

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
  } = parts;
  // Requests pass from first to last, and answers too: the log comes last to see what is sent.
  const plugins: Plugin[] = [
    useRequestId(),
    useResponseHeaders(),
    useHealth(checkReadiness),
    useGraphiql(questions, isDemonstration),
    useOperation(),
    usePublication(openRequest, requestTimeout),
    useClientErrors(logger),
    useRefusals(),
    useAccessLog(logger),
  ];
  return createYoga<object, object>({
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
