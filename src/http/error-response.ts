import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../datasets/labels.ts';
import type { Bilingual } from '../domain/bilingual.ts';
import { DomainError, type ErrorCode } from '../domain/errors.ts';
import { preferredLanguage } from './cache/negotiation.ts';
import { ERRORS, retryAfter } from './errors.ts';
import { isForPage, sendErrorPage } from './pages/error-page.ts';
import {
  odataErrorBody,
  odataErrorHeaders,
  PROBLEM_MEDIA_TYPE,
  type Problem,
  problemBody,
} from './problem.ts';
import { MOST_ECHO, shorten } from './shorten.ts';

/** An error outside any answer of GraphQL. */
export interface ErrorResponse {
  readonly code: ErrorCode;
  /** That of the code unless it is given. */
  readonly status?: number;
  /** That of the code unless it is given. */
  readonly message?: Bilingual;
  readonly headers?: Readonly<Record<string, string | string[]>>;
}

/** What Fastify raises about a request, and what is raised while one is answered, as clients see it. */
export function toErrorResponse(
  error: FastifyError | DomainError,
  { headers, raw }: FastifyRequest,
): ErrorResponse {
  if (error instanceof DomainError) return { code: error.code, message: error.text };
  const { code, statusCode = 500 } = error;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { code: 'REQUEST_ENTITY_TOO_LARGE' };
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    const type = headers['content-type'];
    if (type === undefined) return NO_BODY;
    const message = {
      en: `a body of type ${JSON.stringify(type)} was sent: application/json is accepted, and application/graphql+json`,
      fr: `le corps est de type ${JSON.stringify(type)} : application/json est accepté, et application/graphql+json`,
    };
    return { status: 415, code: 'BAD_REQUEST', message };
  }
  // It left while its request was received.
  if (code === 'ECONNRESET' && !raw.complete) return { code: 'CLIENT_CLOSED_REQUEST' };
  if (!code?.startsWith('FST_') || statusCode >= 500) return { code: 'INTERNAL_SERVER_ERROR' };
  return { status: statusCode, code: 'BAD_REQUEST', message: UNREADABLE };
}

const UNREADABLE: Bilingual = {
  en: 'the request cannot be read',
  fr: 'la requête ne peut pas être lue',
};

export const NO_BODY: ErrorResponse = {
  code: 'BAD_REQUEST',
  message: {
    en: 'no body was sent: a body of type application/json is accepted',
    fr: 'aucun corps n’est envoyé : un corps de type application/json est accepté',
  },
};

/** The error of an address that cannot be decoded. */
export function unreadableAddress(url: string): ErrorResponse {
  const path = JSON.stringify(url.split('?', 1)[0]);
  return {
    code: 'BAD_REQUEST',
    message: {
      en: `the address ${path} cannot be decoded: after % two hexadecimal digits of UTF-8 are accepted, and %25 is the sign itself`,
      fr: `l’adresse ${path} ne peut pas être décodée\u00a0: après % sont acceptés deux chiffres hexadécimaux d’UTF-8, et %25 est le signe lui-même`,
    },
  };
}

/** What is said of an address that nothing is at. */
export function notFound(url: string): Bilingual {
  const path = JSON.stringify(url.split('?', 1)[0]);
  const some =
    '/, /rapports, /graphql, /graphql/documents, /graphql/schema, /reports, /odata/, /models, /mcp, /changes.atom, /publications/{number}, /datapackage.json, /catalog.jsonld, /about.json, /health/live';
  return {
    en: `there is nothing at ${path}: ${some}, /health/ready and /metrics are served`,
    fr: `il n’y a rien à ${path} : ${some}, /health/ready et /metrics sont servis`,
  };
}

/** Addresses whose errors are problems. */
const IN_PROBLEMS =
  /^\/(?:(?:reports|odata|models)(?:[/?]|$)|charts\/|publications\/(?:[^/?]+\/|\?|$)|(?:publications|about\.json|datapackage\.json|catalog(?:\.jsonld|\.ttl)?|\.well-known\/csvm|changes\.atom|oembed|dossier\.xlsx|recherche(?:\.\w+|\/suggestions)|certificateurs\/[^/?]*\/echeances\.ics)(?:\?|$))/;

/** Addresses whose errors are those of OData. */
const IN_ODATA = /^\/odata(?:[/?]|$)/;

/** The form of errors at an address, where nobody reads them in a browser. */
export function errorForm(url: string): 'ODATA' | 'PROBLEM' | 'GRAPHQL' {
  if (!IN_PROBLEMS.test(url)) return 'GRAPHQL';
  return IN_ODATA.test(url) ? 'ODATA' : 'PROBLEM';
}

/** Sends an error, in the form that errors have at its address, and notes its code. */
export function sendError(reply: FastifyReply, { code, ...given }: ErrorResponse): void {
  const { status, message = { en: '', fr: '' } } = { ...ERRORS[code], ...given };
  const { url, id, record } = reply.request;
  const headers = { ...retryAfter(status, record.retryAfter || undefined), ...given.headers };
  const requestId = code === 'INTERNAL_SERVER_ERROR' ? { requestId: id } : undefined;
  if (errorForm(url) !== 'GRAPHQL') {
    sendProblem(reply, {
      code,
      status,
      detail: message,
      ...{ ...requestId, headers },
    });
    return;
  }
  record.codes = [code];
  if (isForPage(reply.request)) {
    reply.code(status).headers(headers);
    sendErrorPage(reply, message);
    return;
  }
  const extensions = { code, ...requestId };
  const language = preferredLanguage(reply.request.headers['accept-language']);
  reply
    .code(status)
    .headers({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...languageHeaders(language),
      ...headers,
    })
    .send(graphqlErrorBody(message[language], extensions));
}

/** The body of an error as GraphQL has it. */
export function graphqlErrorBody(message: string, extensions: object): string {
  return JSON.stringify({ errors: [{ message: shorten(message, MOST_ECHO), extensions }] });
}

/** Headers of an error in a language. */
export function languageHeaders(language: Language): Readonly<Record<string, string>> {
  return { 'content-language': language, vary: 'accept, accept-language' };
}

/** The language of `labels` or `lang`, else the one that the client prefers. */
export function problemLanguage({
  url,
  headers,
}: Pick<FastifyRequest, 'url' | 'headers'>): Language {
  const query = new URLSearchParams(url.split('?')[1]);
  const asked = (query.get('labels') ?? query.get('lang'))?.trim().toLowerCase();
  return asked === 'fr' || asked === 'en' ? asked : preferredLanguage(headers['accept-language']);
}

/** Sends a problem, in the language of its reader, and notes its code. */
export function sendProblem(reply: FastifyReply, problem: Problem): void {
  const language = problemLanguage(reply.request);
  reply.request.record.codes = [problem.code];
  const isOdata = errorForm(reply.request.url) === 'ODATA';
  reply
    .code(problem.status)
    .headers({
      ...{ 'cache-control': 'no-store', ...languageHeaders(language), ...problem.headers },
      ...(isOdata
        ? odataErrorHeaders(reply.request.headers)
        : { 'content-type': PROBLEM_MEDIA_TYPE }),
    })
    // As bytes: to text of JSON a charset is added, which OData has only where it is asked for.
    .send(
      isOdata ? Buffer.from(odataErrorBody(problem, language)) : problemBody(problem, language),
    );
}
