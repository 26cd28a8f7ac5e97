import { GraphQLError } from 'graphql';
import type { Language } from '../datasets/labels.ts';
import type { Bilingual } from '../domain/bilingual.ts';
import { DomainError, type ErrorCode } from '../domain/errors.ts';
import { toClientError } from './client-error.ts';
import { ERRORS, PROBLEM_TYPE, retryAfter, TITLES } from './errors.ts';
import { MESSAGES_FR, TITLES_FR } from './french-messages.ts';
import { MOST_ECHO, shorten, shortenAll } from './shorten.ts';

/** An answer that is no report: RFC 9457, with the code of docs/errors.md. */
export interface Problem {
  readonly code: ErrorCode;
  /** That of the code unless it is given. */
  readonly status: number;
  /** In French only what is the same for all requests, when it is one text. */
  readonly detail: string | Bilingual;
  /** One for each parameter that is wrong. */
  readonly errors?: readonly ParameterError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Number of the request, with faults of the server. */
  readonly requestId?: string;
}

interface ParameterError {
  readonly parameter: string;
  readonly message: Bilingual;
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

/** The body of a problem, in a language. */
export function problemBody(problem: Problem, language: Language): string {
  const { status, code, errors, requestId } = problem;
  const titles = language === 'fr' ? TITLES_FR : TITLES;
  return JSON.stringify({
    ...{ type: PROBLEM_TYPE, title: titles[status] ?? TITLES[status] ?? 'Error', status, code },
    detail: shorten(detailIn(problem, language), MOST_ECHO),
    ...(errors && { errors: shortErrors(errors, language) }),
    ...(requestId !== undefined && { requestId }),
  });
}

function detailIn({ code, detail }: Problem, language: Language): string {
  if (typeof detail !== 'string') return detail[language];
  return language === 'fr' ? (MESSAGES_FR[code] ?? detail) : detail;
}

/** Errors of parameters without most of what they repeat of a long value. */
function shortErrors(errors: readonly ParameterError[], language: Language) {
  const messages = shortenAll(
    errors.map(({ message }) => message[language]),
    MOST_ECHO,
  );
  return errors.map(({ parameter }, index) => ({
    parameter: shorten(parameter, 100),
    message: messages[index] ?? '',
  }));
}

/** Kinds of errors that a client of reports cannot cause: documents of reports are our own. */
const FAULTS: ReadonlySet<ErrorCode> = new Set([
  ...(['BAD_REQUEST', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'] as const),
]);

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
  if (fault !== undefined || FAULTS.has(code)) {
    const { status, message: detail = '' } = ERRORS.INTERNAL_SERVER_ERROR;
    const problem = { code: 'INTERNAL_SERVER_ERROR', status, detail, requestId } as const;
    return { problem, fault: fault ?? originalError };
  }
  const { status } = ERRORS[code];
  return {
    problem: {
      ...{ code, status, detail: inFrenchToo(told.message, originalError) },
      ...(status === 503 && { headers: retryAfter(status) }),
    },
  };
}

/** The message of an error in both languages: its French comes from the error of the domain. */
function inFrenchToo(en: string, error: Error): string | Bilingual {
  const french = error instanceof DomainError ? error.french : null;
  return french === null ? en : { en, fr: french };
}
