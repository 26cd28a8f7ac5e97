import type { Bilingual } from '../domain/bilingual.ts';
import type { ErrorCode } from '../domain/errors.ts';

/** A kind of error, as clients and docs/errors.md have it. */
export interface ErrorKind {
  /** HTTP status; the least of them where several are possible. */
  readonly status: number;
  /**
   * What failed. An OPERATION that is well-formed and cannot be run has status 200 for clients that
   * accept `application/json` alone (GraphQL over HTTP); a REQUEST has its status for all.
   */
  readonly of: 'REQUEST' | 'OPERATION';
  /** The message, where it is the same for all requests. */
  readonly message?: Bilingual;
  /** French in front of a message of GraphQL's own library, which is in English alone. */
  readonly introductionFr?: string;
  readonly cause: string;
  readonly remedy: string;
}

/** The kinds of errors, by the code that clients get in `extensions.code` or `code`. */
export const ERRORS: Readonly<Record<ErrorCode, ErrorKind>> = {
  BAD_USER_INPUT: {
    ...{ status: 400, of: 'OPERATION' },
    introductionFr: 'une valeur n’est pas acceptée',
    cause:
      'A value, in the query or in a variable, is not one that is accepted: a code of no register, an unknown level, too long a page.',
    remedy: 'Correct the value; the message names it and what is accepted.',
  },
  BAD_REQUEST: {
    ...{ status: 400, of: 'REQUEST' },
    introductionFr: 'la requête n’est pas acceptée',
    cause:
      'Malformed request: JSON that cannot be read, no `query`, a list of operations, no operation of that name, a method, media type or address that is not served.',
    remedy:
      'Send `{"query": …, "variables": …, "operationName": …}` by POST as `application/json`, or the same by GET; name the operation when there are several.',
  },
  REQUEST_ENTITY_TOO_LARGE: {
    ...{ status: 413, of: 'REQUEST' },
    message: {
      en: 'the body of the request is over 1 MiB, which is the limit',
      fr: 'le corps de la requête dépasse 1 Mio, ce qui est la limite',
    },
    cause:
      'The body is over 1 MiB; uploaded [files of surveys](surveys.md#by-a-form) are over 200 MiB.',
    remedy: 'Send long lists in several operations, and files in several times.',
  },
  NOT_FOUND: {
    ...{ status: 404, of: 'REQUEST' },
    cause:
      'Nothing is served at this address. An unknown certification is no error: its field is `null`.',
    remedy: 'Ask `/graphql`.',
  },
  NOT_IMPLEMENTED: {
    ...{ status: 501, of: 'REQUEST' },
    cause:
      'The [standard of OData](odata.md#what-of-the-standard-is-not-met) has what was asked for, and this server does not: `$expand`, `$batch`, a function. What the standard does not have either is `BAD_USER_INPUT`.',
    remedy: 'Ask without it; the message names what is accepted in its place.',
  },
  PRECONDITION_FAILED: {
    ...{ status: 412, of: 'REQUEST' },
    cause:
      '`If-Match` or `If-Unmodified-Since` wants the answer as it was, and it is another by now.',
    remedy: 'Ask without it, or with what the answer has now.',
  },
  DOCUMENT_NOT_FOUND: {
    ...{ status: 404, of: 'REQUEST' },
    cause:
      'No persisted operation has this `documentId`: it is that of another version of the product, or of a text that was changed.',
    remedy: 'Take the id from `/graphql/documents`.',
  },
  UNAUTHENTICATED: {
    ...{ status: 401, of: 'REQUEST' },
    message: {
      en: 'the key that was given is not one of this server',
      fr: 'la clé donnée n’est pas une clé de ce serveur',
    },
    cause:
      'The key that was given is not one of this server, or the [token](operations.md#roles) is not accepted: it has expired, is of another issuer or audience, or names no role or SIREN that is.',
    remedy: 'Give one that is, or none: what is open to all is open without.',
  },
  FORBIDDEN: {
    ...{ status: 403, of: 'REQUEST' },
    cause:
      'This server answers [persisted operations alone](operations.md#persisted-operations) to callers without a key, and the document is none of them; a token opens no [publication that is held](operations.md#a-publication-that-is-held); or files of a [survey](surveys.md#by-a-form) were sent by a page of another site, or by a role that imports none.',
    remedy:
      'Ask by `documentId`, or give a key; ask for another token; send files from the page of this server, or with the key of a certifying body.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    ...{ status: 400, of: 'OPERATION' },
    cause:
      'The operation was asked for by the hash of its text alone (`extensions.persistedQuery`), as clients of Apollo do first. Texts are not kept under their hash.',
    remedy:
      'Send the text, as these clients do by themselves when they read the message; or ask a [persisted operation](operations.md#persisted-operations) by its `documentId`.',
  },
  GRAPHQL_PARSE_FAILED: {
    ...{ status: 400, of: 'OPERATION' },
    introductionFr: 'la requête n’est pas écrite en GraphQL',
    cause: 'The query is not written in GraphQL.',
    remedy: 'Correct it at the line and column of `locations`.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    ...{ status: 400, of: 'OPERATION' },
    introductionFr: 'la requête ne suit pas le schéma',
    cause:
      'The query does not follow the schema: an unknown field or argument, a selection that is missing, a variable of another type.',
    remedy:
      'Correct it as the message says, with [the schema](../schema/schema.graphql) or the completion of GraphiQL.',
  },
  QUERY_TOO_COMPLEX: {
    ...{ status: 400, of: 'OPERATION' },
    cause:
      'The operation is nested too deep (15 fields), selects too many fields (500), asks for the schema several times over, would take too long (2 s of processor unless set otherwise; `extensions.cost` has the estimate), or its text is too long (100,000 characters or 4,000 words, signs and comments); the message has the measure and its limit.',
    remedy:
      'Ask for smaller pages (`first`) or fewer fields, pass long lists as variables, or cut it in several.',
  },
  PUBLICATION_GONE: {
    ...{ status: 410, of: 'OPERATION' },
    cause:
      'The publication that was asked for was withdrawn, or is not kept any longer; or a [whole file](open-data.md) of it was asked for by a SHA-256 that is no longer its own.',
    remedy:
      'Ask for another one (the query `publications` lists them, with their `state`), or for none: the newest. Ask for a file without `sha256`, or by that of its manifest.',
  },
  SURVEY_ERASED: {
    ...{ status: 410, of: 'OPERATION' },
    cause:
      'The survey of a cohort was erased since the publication that was asked for: by the certifying body, for a holder, or because its time was over.',
    remedy: 'Ask without the survey of that cohort, or of another publication.',
  },
  TOO_MANY_PUBLICATIONS: {
    ...{ status: 503, of: 'OPERATION' },
    cause:
      'Past publications are read into memory one at a time, and a few are held; more are waiting than may.',
    remedy: 'Ask again after the seconds of `Retry-After`.',
  },
  TOO_MANY_REQUESTS: {
    ...{ status: 429, of: 'REQUEST' },
    cause:
      'The client, which is a key or else an address, has used its share of the processor (30 s at once and half a second in each second unless set otherwise).',
    remedy:
      'Ask again after the seconds of `Retry-After`; persisted operations by GET are kept, and cost nothing when they are asked again.',
  },
  TIMEOUT: {
    ...{ status: 503, of: 'OPERATION' },
    cause:
      'The answer took longer than it may (10 s unless set otherwise), and its statement was cancelled; or PostgreSQL cancelled it by a limit of its own.',
    remedy:
      'Ask for smaller pages, fewer groups or fewer fields; whoever runs the server may raise the [limit](operations.md#limits).',
  },
  CLIENT_CLOSED_REQUEST: {
    ...{ status: 499, of: 'REQUEST' },
    cause:
      'The client went away before the answer was complete, and its statement was cancelled. Nobody reads this answer; the log has it.',
    remedy: 'None is needed.',
  },
  READ_TOO_SLOWLY: {
    ...{ status: 499, of: 'REQUEST' },
    cause:
      'The client took its answer at less than the least rate (10,000 bytes a second over 30 s of waiting for it, unless set otherwise), or so many reports were open that one whose client took nothing made room. The connection was broken; the log has the code.',
    remedy:
      'Ask for fewer rows, a compressed file or another format; whoever runs the server may lower the [rate](operations.md#limits).',
  },
  DATABASE_UNAVAILABLE: {
    ...{ status: 503, of: 'REQUEST' },
    cause:
      'The database is away or does not answer, and the operation reads what is in it alone: long texts, partners, legal references, searches. All else goes on being answered; `dataStatus { databaseReachable }` is false meanwhile.',
    remedy: 'Ask again after the seconds of `Retry-After`, or without these fields.',
  },
  ISSUER_UNAVAILABLE: {
    ...{ status: 503, of: 'REQUEST' },
    cause:
      'A [token](operations.md#roles) was given, and the keys of its issuer, by which it is verified, cannot be fetched. Keys of the server and requests without either go on being answered; the log has the reason.',
    remedy:
      'Ask again after the seconds of `Retry-After`, or without the token for what is open to all.',
  },
  ACCESS_LOG_UNAVAILABLE: {
    ...{ status: 503, of: 'REQUEST' },
    cause:
      'The answer has figures for readers with a [role](operations.md#roles), and who read them could not be noted: it is not given. The log has the reason.',
    remedy: 'Ask again after the seconds of `Retry-After`.',
  },
  NO_PUBLICATION: {
    ...{ status: 503, of: 'OPERATION' },
    cause: 'Nothing was imported yet.',
    remedy:
      '[Import](sources.md) a register, or start the server once for the demonstration register.',
  },
  PUBLICATION_REPLACED: {
    ...{ status: 503, of: 'OPERATION' },
    cause: 'A report with texts was being read when another register was published.',
    remedy: 'Ask the same again.',
  },
  TOO_MANY_EXPORTS: {
    ...{ status: 503, of: 'REQUEST' },
    message: {
      en: 'too many reports are being read: ask again',
      fr: 'trop de rapports sont en cours de lecture : redemandez plus tard',
    },
    cause: 'More [reports](reports.md) were asked for at once than may wait.',
    remedy: 'Ask again after the seconds of `Retry-After`.',
  },
  TOO_MANY_SUBSCRIPTIONS: {
    ...{ status: 503, of: 'REQUEST' },
    cause:
      'As many [subscriptions](operations.md#subscriptions) are open as may be (1,000 unless set otherwise), or a quarter of them are of this client.',
    remedy:
      'Share one subscription between those who listen, or ask again after the seconds of `Retry-After`.',
  },
  SURVEY_IMPORT_UNAVAILABLE: {
    ...{ status: 503, of: 'REQUEST' },
    cause:
      'Files of a [survey](surveys.md#by-a-form) were sent, and another import is running, the database of this server is read alone, or it has no `SURVEY_SECRET`; the message says which.',
    remedy:
      'Send them again after the seconds of `Retry-After` while another import is running; else to the server that imports, or give them to whoever runs it.',
  },
  FILES_UNAVAILABLE: {
    ...{ status: 503, of: 'REQUEST' },
    cause:
      'The answer is written to a file first, as [whole files](open-data.md), reports in Parquet and uploads are, and the server cannot write: its disk is full, or it has no right to the folder. What was half-written is removed; the log has the reason.',
    remedy:
      'Ask again later, which writes anew; or for a report in another format. Whoever runs the server makes room, or sets `FILES_DIR` or `TMPDIR`.',
  },
  INTERNAL_SERVER_ERROR: {
    ...{ status: 500, of: 'REQUEST' },
    message: { en: 'unexpected error', fr: 'erreur inattendue' },
    cause: "A fault of the server. What it was is not told, and is in the server's log.",
    remedy: 'Tell whoever runs the server the `requestId` that stands beside the code.',
  },
};

/** What a problem (RFC 9457) is called, by its status. */
export const TITLES: Readonly<Record<number, Bilingual>> = {
  400: { en: 'Bad request', fr: 'Requête incorrecte' },
  401: { en: 'Unauthorized', fr: 'Clé refusée' },
  403: { en: 'Forbidden', fr: 'Interdit' },
  404: { en: 'Not found', fr: 'Introuvable' },
  405: { en: 'Method not allowed', fr: 'Méthode refusée' },
  406: { en: 'Not acceptable', fr: 'Format non servi' },
  408: { en: 'Request timeout', fr: 'Requête trop lente' },
  410: { en: 'Gone', fr: 'Publication remplacée' },
  412: { en: 'Precondition failed', fr: 'Condition non remplie' },
  413: { en: 'Content too large', fr: 'Contenu trop grand' },
  415: { en: 'Unsupported media type', fr: 'Type de contenu refusé' },
  416: { en: 'Range not satisfiable', fr: 'Partie absente' },
  429: { en: 'Too many requests', fr: 'Trop de requêtes' },
  431: { en: 'Request header fields too large', fr: 'En-têtes trop longs' },
  499: { en: 'Client closed request', fr: 'Connexion fermée par le client' },
  500: { en: 'Internal server error', fr: 'Erreur du serveur' },
  501: { en: 'Not implemented', fr: 'Non pris en charge' },
  503: { en: 'Service unavailable', fr: 'Service indisponible' },
};

/** Problems have no page of their own: their code says what they are. */
export const PROBLEM_TYPE = 'about:blank';

/** Seconds after which a client that got a 503 may come again. */
export const RETRY_SECONDS = 5;

/** The header that says so, of an answer that has such a status. */
export function retryAfter(
  status: number,
  seconds: number = RETRY_SECONDS,
): Readonly<Record<string, string>> {
  return status === 503 || status === 429 ? { 'retry-after': String(seconds) } : {};
}
