import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../domain/errors.ts';
import { toClientError } from './client-error.ts';
import type { Asked, Exchange } from './exchange.ts';
import { sendWhole } from './send.ts';

/** An answer that is no report: RFC 9457, with the code of docs/errors.md. */
export interface Problem {
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  /** One for each parameter that is wrong. */
  readonly errors?: readonly { readonly parameter: string; readonly message: string }[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Number of the request, with faults of the server. */
  readonly requestId?: string;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthorized',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  410: 'Gone',
  499: 'Client closed request',
  500: 'Internal server error',
  503: 'Service unavailable',
};

/** The body of a problem. */
export function problemBody({ status, code, detail, errors, requestId }: Problem): string {
  return JSON.stringify({
    ...{ type: 'about:blank', title: TITLES[status] ?? 'Error', status, code, detail },
    ...(errors && { errors }),
    ...(requestId !== undefined && { requestId }),
  });
}

/** Seconds after which a client that was sent away may come again. */
export const RETRY_AFTER = '5';

const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  BAD_USER_INPUT: 400,
  QUERY_TOO_COMPLEX: 400,
  NO_PUBLICATION: 503,
  PUBLICATION_REPLACED: 503,
  TIMEOUT: 503,
  CLIENT_CLOSED_REQUEST: 499,
};

/** What to tell a client of an error, and the fault to write in the log. */
export function problemOf(
  error: unknown,
  requestId: string,
): { problem: Problem; fault?: unknown } {
  const originalError = error instanceof Error ? error : new Error(String(error));
  const given =
    originalError.name === 'GraphQLError'
      ? (originalError as GraphQLError)
      : new GraphQLError(originalError.message, { originalError });
  const { error: told, fault } = toClientError(given, requestId);
  const code = told.extensions['code'] as ErrorCode;
  const status = STATUS[code] ?? 500;
  return {
    problem: {
      ...{ status, code, detail: told.message },
      ...(status === 500 && { requestId }),
      ...(status === 503 && { headers: { 'retry-after': RETRY_AFTER } }),
    },
    ...(fault !== undefined && { fault }),
  };
}

/** Sends a problem, and notes its code. */
export function sendProblem({ response }: Asked, exchange: Exchange, problem: Problem): void {
  exchange.codes = [problem.code];
  const headers = {
    ...{ 'cache-control': 'no-store', ...problem.headers },
    'content-type': PROBLEM_TYPE,
  };
  sendWhole(response, exchange, problem.status, headers, problemBody(problem));
}
