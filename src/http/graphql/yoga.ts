import type { GraphQLSchema } from 'graphql';
import { createYoga } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { ErrorCode } from '../../domain/errors.ts';
import { preferredLanguage } from '../cache/negotiation.ts';
import { createDocuments } from '../documents/documents.ts';
import { languageHeaders } from '../error-response.ts';
import { ERRORS } from '../errors.ts';
import type { RequestRecord } from '../request-record.ts';
import type { OpenSubscriptions } from '../subscriptions/open-subscriptions.ts';
import { EVENT_HEADERS, EVENT_STREAM, onlyEvent } from '../subscriptions/send-events.ts';
import { createSubscribe } from '../subscriptions/subscribe.ts';
import { useSubscriptions } from '../subscriptions/use-subscriptions.ts';
import { createExecution, type ExecutionParts, useExecution } from './execution.ts';
import { readKnown } from './known-operation.ts';
import type { PersistedOperations } from './persisted-operations.ts';
import type {
  GraphqlRequest,
  GraphqlResponse,
  ServerContext,
  ServerPlugin,
} from './server-plugin.ts';
import { useDocuments } from './use-documents.ts';
import { createTellErrors, useErrors } from './use-errors.ts';
import { useParameters, useQuery } from './use-parameters.ts';
import { usePersistedOperations } from './use-persisted-operations.ts';

export interface YogaParts extends ExecutionParts {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  /** The present instant. */
  readonly clock: () => Date;
  readonly operations: PersistedOperations;
  /** Whether anonymous callers may ask persisted operations alone. */
  readonly persistedOnly: boolean;
  readonly subscriptions: OpenSubscriptions;
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
  const { schema, logger, operations, persistedOnly, turns } = parts;
  const documents = createDocuments(schema);
  const execute = createExecution(parts);
  const tellErrors = createTellErrors(logger);
  const subscribe = createSubscribe({
    ...{ schema, turns, execute, tellErrors, open: parts.subscriptions },
    ...{ store: parts.operationParts.store, clock: parts.clock },
  });
  // Requests pass from first to last, and answers too.
  const plugins: ServerPlugin[] = [
    useParameters(),
    usePersistedOperations(operations, persistedOnly),
    useQuery(),
    useDocuments(documents, turns),
    useExecution(execute, turns),
    useSubscriptions(subscribe),
    useErrors(tellErrors),
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
  const handle: HandleGraphql = async (request, context) => {
    const { url, ...init } = withEvents(request, context);
    const response = await yoga.fetch(`http://localhost${url}`, init, context);
    const headers: Record<string, string> = {};
    for (const [name, value] of response.headers) headers[name.toLowerCase()] = value;
    const { record, acceptLanguage } = context;
    if (record.events !== undefined && response.body) {
      return { status: response.status, headers, body: '', events: response.body };
    }
    const body = await response.text();
    if (record.codes) Object.assign(headers, languageHeaders(preferredLanguage(acceptLanguage)));
    if (context.accepts?.json === false && isOfOperation(record.codes)) {
      return { status: 200, headers: { ...headers, ...EVENT_HEADERS }, body: onlyEvent(body) };
    }
    return { status: response.status, headers, body };
  };
  return async (request, context) => {
    await turns.next(context.record.account);
    const json = request.body ? parsedOnce(request.body) : undefined;
    const given = json ? { ...context, json } : context;
    const isFree = !persistedOnly || context.record.caller !== null;
    const takesJson = context.accepts?.json ?? true;
    const known = isFree && takesJson && json ? readKnown(documents, request, json) : null;
    if (!known) return handle(request, given);
    const executed = execute(known.operation, context);
    const result = await executed.catch(() => null);
    if (result && !result.errors) return known.write(result);
    // Yoga and its plugins write answers with errors.
    return handle(request, { ...given, executed });
  };
}

/** A request as Yoga has it, which sends events to those alone who accept them by name. */
function withEvents(request: GraphqlRequest, { accepts }: ServerContext): GraphqlRequest {
  const { headers } = request;
  const { accept } = headers;
  if (!accepts?.events || accept === undefined) return request;
  return { ...request, headers: { ...headers, accept: `${accept}, ${EVENT_STREAM}` } };
}

/** Whether what went wrong is the operation, and not the request. */
function isOfOperation(codes: RequestRecord['codes'] = []): boolean {
  return codes.length > 0 && codes.every((code) => ERRORS[code as ErrorCode].of === 'OPERATION');
}

/** The value of JSON, parsed when it is first wanted; the error of the parser each time. */
function parsedOnce(text: string): () => unknown {
  let parsed: { readonly value: unknown } | { readonly error: unknown } | null = null;
  const parse = () => {
    try {
      return { value: JSON.parse(text) as unknown };
    } catch (error) {
      return { error };
    }
  };
  return () => {
    parsed ??= parse();
    if ('error' in parsed) throw parsed.error;
    return parsed.value;
  };
}
