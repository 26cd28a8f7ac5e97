import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import { DomainError, ERROR_CODES, type ErrorCode, TimeoutError } from '../domain/errors.ts';
import { ERRORS } from './errors.ts';

/** SQLSTATE of a statement that was cancelled, most often by `statement_timeout`. */
const QUERY_CANCELED = '57014';

/** What to tell a client, and the fault to write in the log when it is not the client's doing. */
export interface ClientError {
  readonly error: GraphQLError;
  /** What went wrong inside; absent when the client can correct it. */
  readonly fault?: unknown;
}

/**
 * The only translator from our errors to what a client sees: expected ones get their code, all
 * others become "unexpected error" with the number of the request.
 *
 * GraphQL is recognised by the shape of an error and never by `instanceof`: a process may hold
 * two copies of the library.
 */
export function toClientError(error: GraphQLError, requestId: string): ClientError {
  const causes = causesOf(error);
  const domain = causes.find((cause) => cause instanceof DomainError);
  if (domain) return { error: answer(error, domain.code) };
  const innermost = causes.at(-1);
  if (innermost && 'code' in innermost && innermost.code === QUERY_CANCELED) {
    const { code, message } = new TimeoutError(
      'the database cancelled this operation: ask for smaller pages or fewer fields',
    );
    return { error: answer(error, code, { message }) };
  }
  const code = isGraphQLError(innermost) ? codeOf(error, innermost) : null;
  if (code) return { error: answer(error, code) };
  const { message = '' } = ERRORS.INTERNAL_SERVER_ERROR;
  return {
    error: answer(error, 'INTERNAL_SERVER_ERROR', { message, requestId }),
    fault: innermost,
  };
}

/** The error, then what it wraps, outermost first. */
function causesOf(error: GraphQLError): Error[] {
  const causes: Error[] = [];
  let current: Error | undefined = error;
  while (current && !causes.includes(current)) {
    causes.push(current);
    current = (current as Partial<GraphQLError>).originalError;
  }
  return causes;
}

function isGraphQLError(error: Error | undefined): error is GraphQLError {
  return error?.name === 'GraphQLError';
}

/** The code of an error that GraphQL itself raised; null when it is a fault of ours. */
function codeOf(error: GraphQLError, innermost: GraphQLError): ErrorCode | null {
  const { code, unexpected } = error.extensions;
  if (unexpected) return null;
  const given = ERROR_CODES.find((each) => each === code);
  if (given) return given === 'INTERNAL_SERVER_ERROR' ? null : given;
  // The value of an argument or of a variable is wrong: the error points at its place.
  const place = error.path ? innermost.nodes : error.nodes;
  if (place && place.length > 0) return 'BAD_USER_INPUT';
  return error.path ? null : 'BAD_REQUEST';
}

function answer(
  error: GraphQLError,
  code: ErrorCode,
  told?: { readonly message: string; readonly requestId?: string },
): GraphQLError {
  const http = error.path ? undefined : httpOf(error, code);
  return new GraphQLError(told?.message ?? error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions: {
      code,
      ...(told?.requestId !== undefined && { requestId: told.requestId }),
      ...(http && { http }),
    },
  });
}

/** The status for Yoga; `spec`: 200 for clients that accept `application/json` alone. */
function httpOf(error: GraphQLError, code: ErrorCode): GraphQLErrorExtensions['http'] {
  const { status, of } = ERRORS[code];
  // Yoga knows better which method or media type a bad request should have had.
  const given = code === 'BAD_REQUEST' ? error.extensions.http : undefined;
  return { status, ...given, spec: of === 'OPERATION' };
}
