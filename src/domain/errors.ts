import type { Bilingual } from './bilingual.ts';

/** Every code a client can meet in `extensions.code`; docs/errors.md explains each. */
export const ERROR_CODES = [
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'REQUEST_ENTITY_TOO_LARGE',
  'NOT_FOUND',
  'DOCUMENT_NOT_FOUND',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'QUERY_TOO_COMPLEX',
  'TIMEOUT',
  'CLIENT_CLOSED_REQUEST',
  'DATABASE_UNAVAILABLE',
  'NO_PUBLICATION',
  'PUBLICATION_REPLACED',
  'TOO_MANY_EXPORTS',
  'INTERNAL_SERVER_ERROR',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** An expected failure that a caller can understand and mend. Everything else is a fault. */
export abstract class DomainError extends Error {
  abstract readonly code: ErrorCode;
  /** The message in French, for the doors that speak it; null where there is none. */
  readonly french: string | null = null;
}

/** What was asked cannot be answered as asked; the message names the value and what is accepted. */
export class BadUserInputError extends DomainError {
  override readonly name = 'BadUserInputError';
  readonly code = 'BAD_USER_INPUT';
  override readonly french: string | null;
  constructor(message: string | Bilingual) {
    super(typeof message === 'string' ? message : message.en);
    this.french = typeof message === 'string' ? null : message.fr;
  }
}

/** Malformed request; the message says what was given and what is accepted. */
export class BadRequestError extends DomainError {
  override readonly name = 'BadRequestError';
  readonly code = 'BAD_REQUEST';
}

/** No persisted operation has this id. */
export class DocumentNotFoundError extends DomainError {
  override readonly name = 'DocumentNotFoundError';
  readonly code = 'DOCUMENT_NOT_FOUND';
  constructor(documentId: string) {
    super(`no persisted operation has the id ${documentId}: /graphql/documents lists them`);
  }
}

/** An operation that is not persisted, on a server that runs no other for callers without a key. */
export class ForbiddenError extends DomainError {
  override readonly name = 'ForbiddenError';
  readonly code = 'FORBIDDEN';
  constructor() {
    super(
      'this server runs only persisted operations for callers without a key: /graphql/documents lists them',
    );
  }
}

/** The database is away, or does not answer; what went wrong is the cause. */
export class DatabaseUnavailableError extends DomainError {
  override readonly name = 'DatabaseUnavailableError';
  readonly code = 'DATABASE_UNAVAILABLE';
  constructor(cause: Error) {
    super(
      'the database does not answer now: ask again in some seconds. Long texts, partners, legal references and searches are read from it; all else is answered without it',
      { cause },
    );
  }
}

/** An operation by the hash of its text alone, as Apollo's clients ask first; they know the message. */
export class PersistedQueryNotSupportedError extends DomainError {
  override readonly name = 'PersistedQueryNotSupportedError';
  readonly code = 'PERSISTED_QUERY_NOT_SUPPORTED';
  constructor() {
    super('PersistedQueryNotSupported');
  }
}

/** Nothing was imported yet. */
export class NoPublicationError extends DomainError {
  override readonly name = 'NoPublicationError';
  readonly code = 'NO_PUBLICATION';
  constructor() {
    super(
      'no register was imported yet: run "npm run import -- FILE…" or "npm start" for the demonstration register',
    );
  }
}

/** Another publication is served than the one that an answer was begun with. */
export class PublicationReplacedError extends DomainError {
  override readonly name = 'PublicationReplacedError';
  readonly code = 'PUBLICATION_REPLACED';
  constructor(begun: number, served: number) {
    super(`publication ${begun} was replaced by ${served} while it was read: ask again`);
  }
}

/** The operation asks for more than one operation may. */
export class QueryTooComplexError extends DomainError {
  override readonly name = 'QueryTooComplexError';
  readonly code = 'QUERY_TOO_COMPLEX';
}

/** The request took longer than allowed; its SQL statement was cancelled. */
export class TimeoutError extends DomainError {
  override readonly name = 'TimeoutError';
  readonly code = 'TIMEOUT';
}

/** The client went away before the answer was complete; its SQL statement was cancelled. */
export class ClientClosedRequestError extends DomainError {
  override readonly name = 'ClientClosedRequestError';
  readonly code = 'CLIENT_CLOSED_REQUEST';
  constructor() {
    super('the client went away before the answer was complete');
  }
}

/**
 * A file that cannot be imported, as a whole. One paragraph that says what is wrong, where,
 * and what would be accepted. Nothing was changed.
 */
export class RefusedFileError extends Error {
  override readonly name = 'RefusedFileError';
}
