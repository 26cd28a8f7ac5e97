import type { GraphQLSchema } from 'graphql';
import { createYoga } from 'graphql-yoga';
import type { Logger } from 'pino';
import { createDocuments } from './documents.ts';
import { type ExecutionParts, useExecution } from './execution.ts';
import type { PersistedOperations } from './persisted-operations.ts';
import type { ServerContext, ServerPlugin } from './server-plugin.ts';
import { useDocuments } from './use-documents.ts';
import { useErrors } from './use-errors.ts';
import { useParameters } from './use-parameters.ts';
import { usePersistedOperations } from './use-persisted-operations.ts';

export interface YogaParts extends ExecutionParts {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly operations: PersistedOperations;
  /** Whether anonymous callers may ask persisted operations alone. */
  readonly persistedOnly: boolean;
}

/** A request for GraphQL, as it came over HTTP. */
export interface GraphqlRequest {
  readonly method: string;
  /** With its query string. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What GraphQL answered. */
export interface GraphqlResponse {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; empty when a request was refused with a status alone. */
  readonly body: string;
}

/** Answers a request as GraphQL over HTTP has it. */
export type HandleGraphql = (
  request: GraphqlRequest,
  context: ServerContext,
) => Promise<GraphqlResponse>;

/**
 * Makes GraphQL over HTTP. Yoga gets a request whose body was read and gives an answer that is text:
 * its own adapter for Node makes streams of both, which takes 60 to 110 µs a request.
 */
export function createGraphql(parts: YogaParts): HandleGraphql {
  const { schema, logger, operations, persistedOnly } = parts;
  // Requests pass from first to last, and answers too.
  const plugins: ServerPlugin[] = [
    useParameters(),
    usePersistedOperations(operations, persistedOnly),
    useDocuments(createDocuments(schema)),
    useExecution(parts),
    useErrors(logger),
  ];
  const yoga = createYoga<ServerContext, object>({
    schema,
    plugins,
    // Each of these has its plugin above, or is Fastify's.
    parserAndValidationCache: false,
    maxRequestBodySize: false,
    logging: false,
    maskedErrors: false,
    cors: false,
    graphiql: false,
    landingPage: false,
    // Yoga answers any address that ends so, and none has a space.
    healthCheckEndpoint: ' ',
    multipart: false,
    batching: false,
  });
  return async ({ url, ...init }, context) => {
    const response = await yoga.fetch(`http://localhost${url}`, init, context);
    const headers: Record<string, string> = {};
    for (const [name, value] of response.headers) headers[name.toLowerCase()] = value;
    return { status: response.status, headers, body: await response.text() };
  };
}
