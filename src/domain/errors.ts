import type { Bilingual } from './bilingual.ts';
import type { EmptyReason } from './empty/empty-reason.ts';

/** Every code a client can meet in `extensions.code`; docs/errors.md explains each. */
export const ERROR_CODES = [
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'REQUEST_ENTITY_TOO_LARGE',
  'NOT_FOUND',
  'NOT_IMPLEMENTED',
  'PRECONDITION_FAILED',
  'DOCUMENT_NOT_FOUND',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'QUERY_TOO_COMPLEX',
  'TOO_MANY_REQUESTS',
  'TIMEOUT',
  'CLIENT_CLOSED_REQUEST',
  'READ_TOO_SLOWLY',
  'DATABASE_UNAVAILABLE',
  'ISSUER_UNAVAILABLE',
  'ACCESS_LOG_UNAVAILABLE',
  'NO_PUBLICATION',
  'PUBLICATION_REPLACED',
  'PUBLICATION_GONE',
  'SURVEY_ERASED',
  'TOO_MANY_PUBLICATIONS',
  'TOO_MANY_EXPORTS',
  'TOO_MANY_SUBSCRIPTIONS',
  'SURVEY_IMPORT_UNAVAILABLE',
  'FILES_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * An expected failure that a caller can understand and mend. Everything else is a fault. `message`
 * is in English, for the command line and the log; clients get the language they prefer.
 */
export abstract class DomainError extends Error {
  abstract readonly code: ErrorCode;
  /** The message in both languages. */
  readonly text: Bilingual;
  constructor(text: Bilingual, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
  /** What programs can read of it beside the code; null where there is nothing. */
  readonly members: ErrorMembers | null = null;
}

/** A value that is not accepted, for programs. */
export interface ErrorMembers {
  readonly reason: EmptyReason;
  /** Argument or parameter. */
  readonly argument: string;
  readonly given: string;
  /** Codes that the register has, nearest first. */
  readonly nearest: readonly string[];
}

/** What was asked cannot be answered as asked; the message names the value and what is accepted. */
export class BadUserInputError extends DomainError {
  override readonly name = 'BadUserInputError';
  readonly code = 'BAD_USER_INPUT';
  override readonly members: ErrorMembers | null;
  constructor(text: Bilingual, members: ErrorMembers | null = null) {
    super(text);
    this.members = members;
  }
}

/** The register lacks some codes of an argument; the message names the first. */
export class UnknownCodeError extends BadUserInputError {
  readonly argument: string;
  /** All codes of the argument that the register lacks. */
  readonly codes: readonly string[];
  constructor(text: Bilingual, members: ErrorMembers, codes: readonly string[]) {
    super(text, members);
    this.argument = members.argument;
    this.codes = codes;
  }
}

/** Malformed request; the message says what was given and what is accepted. */
export class BadRequestError extends DomainError {
  override readonly name = 'BadRequestError';
  readonly code = 'BAD_REQUEST';
}

/** Something of a standard that this server does not have; the message says what it has. */
export class NotImplementedError extends DomainError {
  override readonly name = 'NotImplementedError';
  readonly code = 'NOT_IMPLEMENTED';
}

/** No persisted operation has this id. */
export class DocumentNotFoundError extends DomainError {
  override readonly name = 'DocumentNotFoundError';
  readonly code = 'DOCUMENT_NOT_FOUND';
  constructor(documentId: string) {
    super({
      en: `no persisted operation has the id ${documentId}: /graphql/documents lists them`,
      fr: `aucune opération enregistrée n’a l’identifiant ${documentId} : /graphql/documents les donne toutes`,
    });
  }
}

/** An operation that is not persisted, on a server that runs no other for callers without a key. */
export class ForbiddenError extends DomainError {
  override readonly name = 'ForbiddenError';
  readonly code = 'FORBIDDEN';
  constructor() {
    super({
      en: 'this server runs only persisted operations for callers without a key: /graphql/documents lists them',
      fr: 'sans clé, ce serveur n’exécute que les opérations enregistrées : /graphql/documents les donne toutes',
    });
  }
}

/** The database is away, or does not answer; what went wrong is the cause. */
export class DatabaseUnavailableError extends DomainError {
  override readonly name = 'DatabaseUnavailableError';
  readonly code = 'DATABASE_UNAVAILABLE';
  constructor(cause: Error) {
    super(
      {
        en: 'the database does not answer now: ask again in some seconds. Long texts, partners, legal references and searches are read from it; all else is answered without it',
        fr: 'la base de données ne répond pas : redemandez dans quelques secondes. Les textes longs, les partenaires, les références juridiques et les recherches y sont lus ; tout le reste se passe d’elle',
      },
      { cause },
    );
  }
}

/** An operation by the hash of its text alone, as Apollo's clients ask first; they know the message. */
export class PersistedQueryNotSupportedError extends DomainError {
  override readonly name = 'PersistedQueryNotSupportedError';
  readonly code = 'PERSISTED_QUERY_NOT_SUPPORTED';
  constructor() {
    super({ en: 'PersistedQueryNotSupported', fr: 'PersistedQueryNotSupported' });
  }
}

/** Nothing was imported yet. */
export class NoPublicationError extends DomainError {
  override readonly name = 'NoPublicationError';
  readonly code = 'NO_PUBLICATION';
  constructor() {
    super({
      en: 'no register was imported yet: run "npm run import -- FILE…" or "npm start" for the demonstration register',
      fr: 'aucun répertoire n’a été importé : lancez « npm run import -- FICHIER… », ou « npm start » pour le répertoire de démonstration',
    });
  }
}

/** Another publication is served than the one that an answer was begun with. */
export class PublicationReplacedError extends DomainError {
  override readonly name = 'PublicationReplacedError';
  readonly code = 'PUBLICATION_REPLACED';
  /** - served: what replaced it; null when that is not known. */
  constructor(begun: number, served: number | null = null) {
    const [en, fr] = served === null ? ['', ''] : [` by ${served}`, ` par la ${served}`];
    super({
      en: `publication ${begun} was replaced${en} while it was read: ask again`,
      fr: `la publication ${begun} a été remplacée${fr} pendant qu’elle était lue : redemandez la même chose`,
    });
  }
}

/** A publication that was asked for was withdrawn, for a reason, or is not kept any longer. */
export class PublicationGoneError extends DomainError {
  override readonly name = 'PublicationGoneError';
  readonly code = 'PUBLICATION_GONE';
  constructor(asked: number, current: number, withdrawnBecause: string | null = null) {
    const what =
      withdrawnBecause === null
        ? { en: 'is kept no longer', fr: 'n’est plus conservée' }
        : {
            en: `was withdrawn (${withdrawnBecause})`,
            fr: `a été retirée (${withdrawnBecause})`,
          };
    super({
      en: `publication ${asked} ${what.en}: ${current} is the newest`,
      fr: `la publication ${asked} ${what.fr} : la ${current} est la plus récente`,
    });
  }
}

/** A token that opens no publication. */
export class UnknownTokenError extends DomainError {
  override readonly name = 'UnknownTokenError';
  readonly code = 'FORBIDDEN';
  constructor() {
    super({
      en: 'this token opens no publication: it is not known here, or has expired; who holds a publication makes another',
      fr: 'ce jeton n’ouvre aucune publication : il est inconnu ici, ou a expiré ; qui retient une publication en fait un autre',
    });
  }
}

/** Past publications wait to be read into memory, or are held there by transfers: no more may. */
export class TooManyPublicationsError extends DomainError {
  override readonly name = 'TooManyPublicationsError';
  readonly code = 'TOO_MANY_PUBLICATIONS';
  constructor() {
    super({
      en: 'too many past publications are asked for at once: ask again in some seconds',
      fr: 'trop de publications passées sont demandées à la fois : redemandez dans quelques secondes',
    });
  }
}

/** The operation asks for more than one operation may. */
export class QueryTooComplexError extends DomainError {
  override readonly name = 'QueryTooComplexError';
  readonly code = 'QUERY_TOO_COMPLEX';
}

/** The operation is estimated to take more of the processor than one operation may. */
export class OperationTooCostlyError extends QueryTooComplexError {
  constructor(milliseconds: number, limit: number) {
    const given = Math.ceil(milliseconds);
    super({
      en: `the operation would take some ${given} ms of processor and ${limit} is the limit: ask for smaller pages, fewer groups or fewer fields`,
      fr: `l’opération prendrait quelque ${given} ms de processeur et la limite est ${limit} : demandez des pages plus petites, moins de groupes ou moins de champs`,
    });
  }
}

/** The answer is estimated to be larger than one answer may be. */
export class AnswerTooLargeError extends QueryTooComplexError {
  constructor(bytes: number, limit: number) {
    const [given, most] = [Math.ceil(bytes / 1_048_576), limit / 1_048_576];
    super({
      en: `the answer would have some ${given} MB and ${most} is the limit: ask for smaller pages or fewer fields`,
      fr: `la réponse aurait quelque ${given} Mo et la limite est ${most} : demandez des pages plus petites ou moins de champs`,
    });
  }
}

/** A client has spent what it may; after so many seconds there is enough for what it asked. */
export class TooManyRequestsError extends DomainError {
  override readonly name = 'TooManyRequestsError';
  readonly code = 'TOO_MANY_REQUESTS';
  readonly seconds: number;
  constructor(seconds: number) {
    super({
      en: `this client has used its share of the server: ask again in ${seconds} s, or ask for less at once`,
      fr: `ce client a utilisé sa part du serveur : redemandez dans ${seconds} s, ou demandez moins à la fois`,
    });
    this.seconds = seconds;
  }
}

/** As many subscriptions are open as may be: of the client, or of all. */
export class TooManySubscriptionsError extends DomainError {
  override readonly name = 'TooManySubscriptionsError';
  readonly code = 'TOO_MANY_SUBSCRIPTIONS';
  constructor(most: number, of: 'CLIENT' | 'ALL') {
    const [en, fr] =
      of === 'CLIENT' ? ['of this client', 'de ce client'] : ['of this server', 'de ce serveur'];
    super({
      en: `as many subscriptions ${en} are open as may be, which is ${most}: end one, or ask again later`,
      fr: `il y a autant d’abonnements ouverts ${fr} qu’il peut y en avoir, soit ${most} : fermez-en un, ou redemandez plus tard`,
    });
  }
}

/** The request took longer than allowed; its SQL statement was cancelled. */
export class TimeoutError extends DomainError {
  override readonly name = 'TimeoutError';
  readonly code = 'TIMEOUT';
}

/** The client took its answer too slowly, and its connection was broken. */
export class ReadTooSlowlyError extends DomainError {
  override readonly name = 'ReadTooSlowlyError';
  readonly code = 'READ_TOO_SLOWLY';
  constructor() {
    super({
      en: 'the answer was read too slowly, and was broken off',
      fr: 'la réponse était lue trop lentement, et a été interrompue',
    });
  }
}

/** The client went away before the answer was complete; its SQL statement was cancelled. */
export class ClientClosedRequestError extends DomainError {
  override readonly name = 'ClientClosedRequestError';
  readonly code = 'CLIENT_CLOSED_REQUEST';
  constructor() {
    super({
      en: 'the client went away before the answer was complete',
      fr: 'le client est parti avant la fin de la réponse',
    });
  }
}

/** The survey of a cohort that a past publication had was erased since: of it nothing is answered. */
export class SurveyErasedError extends DomainError {
  override readonly name = 'SurveyErasedError';
  readonly code = 'SURVEY_ERASED';
  constructor(certification: string, year: number) {
    super({
      en: `the survey of ${certification}, cohort ${year}, was erased: no publication answers of it`,
      fr: `l’enquête de ${certification}, promotion ${year}, a été effacée\u00a0: aucune publication n’en répond plus`,
    });
  }
}

/** An upload has more bytes than are read of one. */
export class UploadTooLargeError extends DomainError {
  override readonly name = 'UploadTooLargeError';
  readonly code = 'REQUEST_ENTITY_TOO_LARGE';
  constructor(limit: number) {
    const most = limit / 1_048_576;
    super({
      en: `the files have more than ${most} MiB together, which is the limit: send them in several times, as CSV, or have the operator import them on the command line`,
      fr: `les fichiers dépassent ${most} Mio ensemble, ce qui est la limite\u00a0: envoyez-les en plusieurs fois, ou en CSV, ou faites-les importer par l’exploitant en ligne de commande`,
    });
  }
}

/** Why no survey can be imported now. */
export type NoSurveyImport = 'RUNNING' | 'READ_ONLY' | 'OFF';

const NO_SURVEY_IMPORT: Readonly<Record<NoSurveyImport, Bilingual>> = {
  RUNNING: {
    en: 'another import is running, and one runs at a time: nothing of the files was read; send them again in a minute',
    fr: 'un autre import est en cours, et il n’y en a qu’un à la fois\u00a0: rien n’a été lu des fichiers\u00a0; renvoyez-les dans une minute',
  },
  READ_ONLY: {
    en: 'the database of this server is read alone: nothing can be imported here; send the files to the server that imports, or give them to the operator',
    fr: 'la base de données de ce serveur est en lecture seule\u00a0: rien ne peut être importé ici\u00a0; envoyez les fichiers au serveur qui importe, ou remettez-les à l’exploitant',
  },
  OFF: {
    en: 'this server imports no surveys: its operator has given it no secret (SURVEY_SECRET)',
    fr: 'ce serveur n’importe aucune enquête\u00a0: son exploitant ne lui a pas donné de secret (SURVEY_SECRET)',
  },
};

/** No survey can be imported by this server now. */
export class SurveyImportUnavailableError extends DomainError {
  override readonly name = 'SurveyImportUnavailableError';
  readonly code = 'SURVEY_IMPORT_UNAVAILABLE';
  constructor(reason: NoSurveyImport, options?: ErrorOptions) {
    super(NO_SURVEY_IMPORT[reason], options);
  }
}

/**
 * A file that cannot be imported, as a whole. One paragraph that says what is wrong, where,
 * and what would be accepted. Nothing was changed.
 */
export class RefusedFileError extends Error {
  override readonly name: string = 'RefusedFileError';
  /** The message in both languages; null = it is in English alone. */
  readonly text: Bilingual | null;
  constructor(message: string | Bilingual, options?: ErrorOptions) {
    super(typeof message === 'string' ? message : message.en, options);
    this.text = typeof message === 'string' ? null : message;
  }
}

/** Another import holds the database: the same is possible later. */
export class ImportRunningError extends RefusedFileError {
  override readonly name = 'ImportRunningError';
}
