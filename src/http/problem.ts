import type { IncomingHttpHeaders } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Language } from '../datasets/labels.ts';
import type { ParameterProblem } from '../datasets/parameter.ts';
import type { Bilingual } from '../domain/bilingual.ts';
import { DomainError, type ErrorCode, type ErrorMembers } from '../domain/errors.ts';
import { clientErrorOf } from './client-error.ts';
import { ERRORS, PROBLEM_TYPE, retryAfter, TITLES } from './errors.ts';
import { FilesUnavailableError } from './files-unavailable.ts';
import { versionFor } from './odata-headers/version.ts';
import { bytesOf, MOST_ECHO, shorten, shortenAll } from './shorten.ts';

/** An answer that is no report: RFC 9457, with the code of docs/errors.md. */
export interface Problem {
  readonly code: ErrorCode;
  /** That of the code unless it is given. */
  readonly status: number;
  readonly detail: Bilingual;
  /** One for each parameter that is wrong. */
  readonly errors?: readonly ParameterError[];
  readonly headers?: Readonly<Record<string, string | string[]>>;
  /** Number of the request, with faults of the server. */
  readonly requestId?: string;
}

interface ParameterError {
  readonly parameter: string;
  /** That of the problem unless it is given. */
  readonly code?: ErrorCode;
  readonly message: Bilingual;
  /** Of a code that the register lacks. */
  readonly members?: Pick<ErrorMembers, 'reason' | 'given' | 'nearest'>;
}

/** The problem of a request whose parameters are wrong: all of them, in one answer. */
export function wrongParameters(problems: readonly ParameterProblem[]): Problem {
  const told = (language: Language) =>
    problems.map(({ parameter, message }) => `${parameter} ${message[language]}`);
  return {
    ...{ status: 400, code: 'BAD_USER_INPUT', errors: problems },
    detail: { en: told('en').join('; '), fr: told('fr').join(' ; ') },
  };
}

/** The problem of a request that accepts none of the media types that there are. */
export function notOffered(accept: string | undefined, types: Iterable<string>): Problem {
  const [given, offered] = [JSON.stringify(accept), [...types].join(', ')];
  return {
    ...{ status: 406, code: 'BAD_REQUEST' },
    detail: {
      en: `an answer in ${given} was asked for: ${offered} can be given here`,
      fr: `une réponse en ${given} est demandée : ${offered} peuvent être donnés ici`,
    },
  };
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

/** The body of a problem, in a language. */
export function problemBody(problem: Problem, language: Language): string {
  const { status, code, detail, errors, requestId } = problem;
  const messages = shortenAll(
    (errors ?? []).map(({ message }) => message[language]),
    MOST_ECHO - LEAST_DETAIL,
  );
  // What parameters were given is in both.
  const left = MOST_ECHO - bytesOf(messages.join(''));
  return JSON.stringify({
    ...{ type: PROBLEM_TYPE, title: (TITLES[status] ?? ERROR)[language], status, code },
    detail: shorten(detail[language], Math.max(LEAST_DETAIL, left)),
    ...(errors && { errors: shortErrors(errors, messages) }),
    ...(requestId !== undefined && { requestId }),
  });
}

/** The same as OData has errors: one, and the details of each option that is wrong. */
export function odataErrorBody(problem: Problem, language: Language): string {
  const { code, detail, errors = [], requestId } = problem;
  const messages = shortenAll(
    errors.map(({ message }) => message[language]),
    MOST_ECHO - LEAST_DETAIL,
  );
  const left = MOST_ECHO - bytesOf(messages.join(''));
  const details = errors.map(({ parameter, code: own = code }, index) => ({
    ...{ code: own, message: messages[index] ?? '', target: shorten(parameter, 100) },
  }));
  const [first] = details;
  return JSON.stringify({
    error: {
      ...{ code, message: shorten(detail[language], Math.max(LEAST_DETAIL, left)) },
      ...(first && { target: first.target, details }),
      ...(requestId !== undefined && { innererror: { requestId } }),
    },
  });
}

/** Headers of an error of OData, in the version that the client knows. */
export function odataErrorHeaders(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json',
    'odata-version': versionFor(headers) ?? '4.0',
    vary: 'accept, accept-language, odata-maxversion',
  };
}

const ERROR: Bilingual = { en: 'Error', fr: 'Erreur' };

/** Bytes that are kept of `detail` beside the messages of parameters. */
const LEAST_DETAIL = 300;

/** Errors of parameters, with messages that are short enough. */
function shortErrors(errors: readonly ParameterError[], messages: readonly string[]) {
  return errors.map(({ parameter, members }, index) => ({
    parameter: shorten(parameter, 100),
    message: messages[index] ?? '',
    ...members,
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
  const { code, message, fault } = clientErrorOf(given);
  if (fault !== undefined || FAULTS.has(code)) {
    const { status, message: detail = ERROR } = ERRORS.INTERNAL_SERVER_ERROR;
    const problem = { code: 'INTERNAL_SERVER_ERROR', status, detail, requestId } as const;
    return { problem, fault: fault ?? originalError };
  }
  const { status } = ERRORS[code];
  return {
    problem: {
      ...{ code, status, detail: message },
      ...unknownCode(originalError),
      ...(status === 503 && { headers: retryAfter(status) }),
    },
    // Whoever runs the server has to mend it.
    ...(originalError instanceof FilesUnavailableError && { fault: originalError.cause }),
  };
}

/** The parameter whose code the register lacks, where that is what is wrong. */
function unknownCode(error: Error): Pick<Problem, 'errors'> {
  if (!(error instanceof DomainError) || error.members === null) return {};
  const { argument, ...members } = error.members;
  return { errors: [{ parameter: argument, message: error.text, members }] };
}
