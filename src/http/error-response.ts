import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../datasets/labels.ts';
import { DomainError, type ErrorCode } from '../domain/errors.ts';
import { preferredLanguage } from './cache/negotiation.ts';
import { ERRORS } from './errors.ts';
import { PROBLEM_MEDIA_TYPE, type Problem, problemBody } from './problem.ts';
import { MOST_ECHO, shorten } from './shorten.ts';

/** An error outside any answer of GraphQL. */
export interface ErrorResponse {
  readonly code: ErrorCode;
  /** That of the code unless it is given. */
  readonly status?: number;
  /** That of the code unless it is given. */
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What Fastify raises about a request, and what is raised while one is answered, as clients see it. */
export function toErrorResponse(
  error: FastifyError | DomainError,
  { headers }: FastifyRequest,
): ErrorResponse {
  if (error instanceof DomainError) return { code: error.code, message: error.message };
  const { code, statusCode = 500 } = error;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { code: 'REQUEST_ENTITY_TOO_LARGE' };
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    const type = headers['content-type'];
    if (type === undefined) return NO_BODY;
    const message = `a body of type ${JSON.stringify(type)} was sent: application/json is accepted, and application/graphql+json`;
    return { status: 415, code: 'BAD_REQUEST', message };
  }
  if (!code?.startsWith('FST_') || statusCode >= 500) return { code: 'INTERNAL_SERVER_ERROR' };
  return { status: statusCode, code: 'BAD_REQUEST', message: 'the request cannot be read' };
}

export const NO_BODY: ErrorResponse = {
  code: 'BAD_REQUEST',
  message: 'no body was sent: a body of type application/json is accepted',
};

/** Sends an error, in the form that errors have at its address, and notes its code. */
export function sendError(reply: FastifyReply, { code, headers, ...given }: ErrorResponse): void {
  const { status, message = '' } = { ...ERRORS[code], ...given };
  const { url, id } = reply.request;
  const requestId = code === 'INTERNAL_SERVER_ERROR' ? { requestId: id } : undefined;
  if (/^\/reports(?:[/?]|$)/.test(url)) {
    sendProblem(reply, {
      code,
      status,
      detail: message,
      ...requestId,
      ...(headers && { headers }),
    });
  }
  reply.request.record.codes = [code];
  const extensions = { code, ...requestId };
  reply
    .code(status)
    .headers({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    })
    .send(JSON.stringify({ errors: [{ message: shorten(message, MOST_ECHO), extensions }] }));
}

/** The language of `labels`, else the one that the client prefers, else English. */
function problemLanguage({ url, headers }: FastifyRequest): Language {
  const labels = new URLSearchParams(url.split('?')[1]).get('labels')?.trim().toLowerCase();
  return labels === 'fr' || labels === 'en' ? labels : preferredLanguage(headers, ['en', 'fr']);
}

/** Sends a problem, in the language of its reader, and notes its code. */
export function sendProblem(reply: FastifyReply, problem: Problem): void {
  const language = problemLanguage(reply.request);
  reply.request.record.codes = [problem.code];
  reply
    .code(problem.status)
    .headers({
      ...{ 'cache-control': 'no-store', ...problem.headers },
      'content-type': PROBLEM_MEDIA_TYPE,
      'content-language': language,
    })
    .send(problemBody(problem, language));
}
