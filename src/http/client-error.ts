import { GraphQLError, type GraphQLErrorExtensions, Kind } from 'graphql';
import type { Language } from '../datasets/labels.ts';
import type { Bilingual } from '../domain/bilingual.ts';
import { DomainError, ERROR_CODES, type ErrorCode, type ErrorMembers } from '../domain/errors.ts';
import { ERRORS } from './errors.ts';

/** SQLSTATE of a statement that was cancelled, most often by `statement_timeout`. */
const QUERY_CANCELED = '57014';

const CANCELED: Bilingual = {
  en: 'the database cancelled this operation: ask for smaller pages or fewer fields',
  fr: 'la base de données a abandonné cette opération : demandez des pages plus petites ou moins de champs',
};

const UNEXPECTED = ERRORS.INTERNAL_SERVER_ERROR.message ?? { en: '', fr: '' };

/** What to tell a client, and the fault to write in the log when it is not the client's doing. */
export interface ClientError {
  readonly code: ErrorCode;
  readonly message: Bilingual;
  /** What programs can read of it beside the code. */
  readonly members?: ErrorMembers | null;
  /** What went wrong inside; absent when the client can correct it. */
  readonly fault?: unknown;
}

/**
 * The only translator from our errors to what a client sees: expected ones get their code, all
 * others become "unexpected error".
 *
 * GraphQL is recognised by the shape of an error and never by `instanceof`: a process may hold
 * two copies of the library.
 */
export function clientErrorOf(error: GraphQLError): ClientError {
  const causes = causesOf(error);
  const domain = causes.find((cause) => cause instanceof DomainError);
  if (domain) {
    return { code: domain.code, message: messageOf(error, domain), members: domain.members };
  }
  const innermost = causes.at(-1);
  if (innermost && 'code' in innermost && innermost.code === QUERY_CANCELED) {
    return { code: 'TIMEOUT', message: CANCELED };
  }
  const code = isGraphQLError(innermost) ? codeOf(error, innermost) : null;
  if (!code) return { code: 'INTERNAL_SERVER_ERROR', message: UNEXPECTED, fault: innermost };
  const { introductionFr } = ERRORS[code];
  const en = error.message;
  return { code, message: { en, fr: introductionFr ? `${introductionFr} : ${en}` : en } };
}

/** An error as an answer of GraphQL has it, in a language; a fault has the number of the request. */
export function toClientError(
  error: GraphQLError,
  requestId: string,
  language: Language = 'en',
): { readonly error: GraphQLError; readonly fault?: unknown } {
  const { code, message, members = null, fault } = clientErrorOf(error);
  const numbered = code === 'INTERNAL_SERVER_ERROR' && { requestId };
  return { error: answer(error, message[language], { code, members, ...numbered }), fault };
}

/** GraphQL puts words of its own, in English, before what is wrong with the value of a variable. */
function messageOf({ message, nodes }: GraphQLError, { text }: DomainError): Bilingual {
  if (message === text.en) return text;
  const [node] = nodes ?? [];
  const variable = node?.kind === Kind.VARIABLE_DEFINITION ? `$${node.variable.name.value} : ` : '';
  return { en: message, fr: variable + text.fr };
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
  message: string,
  told: {
    readonly code: ErrorCode;
    readonly requestId?: string;
    readonly members?: ErrorMembers | null;
  },
): GraphQLError {
  const http = error.path ? undefined : httpOf(error, told.code);
  return new GraphQLError(message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions: {
      code: told.code,
      ...told.members,
      ...(told.requestId !== undefined && { requestId: told.requestId }),
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
