import type { FastifyRequest } from 'fastify';
import { type DocumentNode, parse } from 'graphql';
import type { Bilingual } from '../../domain/bilingual.ts';
import { parsePlainDate } from '../../domain/calendar.ts';
import { DomainError } from '../../domain/errors.ts';
import { askedPublication, publicationVariables } from '../../graphql/core/asked-publication.ts';
import type { AskedPublication, NamedPublication } from '../../snapshot/asked-publication.ts';
import { CHECK } from '../../web/addresses.ts';
import { canonicalJson } from '../cache/canonical-json.ts';
import { type Encoding, preferredEncoding, preferredMediaType } from '../cache/negotiation.ts';
import { responseKey } from '../cache/response-cache.ts';
import type { ErrorResponse } from '../error-response.ts';
import { tokenOf } from '../publication.ts';
import type { SeenMoment } from '../request-record.ts';
import {
  findOperation,
  type PersistedOperation,
  type PersistedOperations,
  QUERY_AND_ID,
} from './persisted-operations.ts';
import { parameterProblem } from './use-parameters.ts';

export const MEDIA_TYPES = ['application/json', 'application/graphql-response+json'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** A request for a persisted operation. */
export interface OperationRequest {
  readonly operation: PersistedOperation;
  /** JSON, in one spelling. */
  readonly variables: string;
  /** Absent when it is that of the operation, or not given. */
  readonly operationName: string | undefined;
  /** The publication that it asks for; null = the newest. */
  readonly publication: AskedPublication | null;
  /** The same, when it is asked for beside the operation. */
  readonly beside: AskedPublication | null;
  /** The publication whose answer is checked against the newest, in place of being given; or null. */
  readonly checked: NamedPublication | null;
  /** Address of the same about the newest publication; null where that is asked for, or has none. */
  readonly latest: string | null;
  readonly type: MediaType;
  readonly encoding: Encoding;
}

/** What an address asks: an operation, one that cannot be answered, or none that is persisted. */
export type AskedOperation =
  | OperationRequest
  | (ErrorResponse & { readonly name?: string })
  | { readonly none: true };

const NO_VARIABLES: Bilingual = {
  en: 'variables is not an object in JSON, percent-encoded',
  fr: 'variables n’est pas un objet en JSON, encodé pour une adresse',
};

/** Reads the address and headers of a GET. */
export function readOperationRequest(
  operations: PersistedOperations,
  { url, headers }: FastifyRequest,
): AskedOperation {
  const query = new URLSearchParams(url.slice(url.indexOf('?')));
  if (!query.has('documentId')) return { none: true };
  const refuse = (message: Bilingual) => ({ code: 'BAD_REQUEST', message }) as const;
  const problem = parameterProblem(query, [...NAMING, CHECK]);
  if (problem !== null) return refuse(problem);
  if (query.get('query')) {
    return refuse(QUERY_AND_ID);
  }
  const operation = findOperation(operations, query.get('documentId'));
  if (operation instanceof Error) return { code: operation.code, message: operation.text };
  // Neither kept nor shared.
  if (operation.isSubscription) return { none: true };
  const variables = readVariables(query.get('variables'));
  if (variables === null) return refuse(NO_VARIABLES);
  const type = preferredMediaType(headers, MEDIA_TYPES);
  if (type === null) {
    const message = {
      en: `an answer in ${JSON.stringify(headers.accept)} was asked for: ${MEDIA_TYPES.join(' and ')} are given`,
      fr: `une réponse en ${JSON.stringify(headers.accept)} est demandée : ${MEDIA_TYPES.join(' et ')} sont donnés`,
    };
    return { name: operation.name, status: 406, code: 'BAD_REQUEST', message };
  }
  const given = query.get('operationName') || undefined;
  const operationName = given === operation.name ? undefined : given;
  const encoding = preferredEncoding(headers);
  const beside = askedBeside(query, tokenOf({ headers }));
  if ('en' in beside) return refuse(beside);
  const publication = beside.asked ?? publicationAskedBy(operation, variables);
  const named = publication && !('token' in publication) ? publication : null;
  const check = query.get(CHECK);
  if (check !== null && check !== '1') return refuse(NO_CHECK);
  if (check !== null && !named) return refuse(CHECK_OF_NOTHING);
  const asked = { operation, variables, operationName, publication, type, encoding };
  return {
    ...asked,
    beside: beside.asked,
    checked: check === null ? null : named,
    latest: named && latestAddress(asked, query),
  };
}

/** Parameters of an address that name a publication, for operations that have no argument for it. */
const NAMING = ['publication', 'known_on'] as const;

/** The publication that an address names beside what it asks for, or what is wrong with it. */
export function askedBeside(
  query: URLSearchParams,
  token: string | null,
): { readonly asked: AskedPublication | null } | Bilingual {
  const given = [
    ...NAMING.flatMap((name) => query.getAll(name)),
    ...(token === null ? [] : [token]),
  ];
  if (given.length > 1) return SEVERAL;
  if (token !== null) return { asked: { token } };
  const [publication, knownOn] = NAMING.map((name) => query.get(name));
  if (publication) {
    return /^[1-9]\d{0,8}$/.test(publication)
      ? { asked: { publication: Number(publication) } }
      : {
          en: `publication is ${JSON.stringify(publication)}: a number is accepted, as 12`,
          fr: `publication vaut ${JSON.stringify(publication)} : un numéro est accepté, comme 12`,
        };
  }
  if (!knownOn) return { asked: null };
  try {
    return { asked: { knownOn: parsePlainDate(knownOn) } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { en: `known_on: ${error.text.en}`, fr: `known_on : ${error.text.fr}` };
  }
}

const SEVERAL: Bilingual = {
  en: 'several publications are asked for beside the operation: one of them is accepted',
  fr: 'plusieurs publications sont demandées à côté de l’opération : une seule est acceptée',
};

const NO_CHECK: Bilingual = {
  en: 'check is accepted as check=1',
  fr: 'check s’écrit check=1',
};

const CHECK_OF_NOTHING: Bilingual = {
  en: 'check is given, and the operation names no publication: the address of a past answer is checked',
  fr: 'check est donné, et l’opération ne désigne aucune publication : c’est l’adresse d’une réponse passée qui se vérifie',
};

/** The address without the variables that name a publication; null where its text names one. */
function latestAddress(
  {
    operation,
    variables,
    operationName,
  }: Pick<OperationRequest, 'operation' | 'variables' | 'operationName'>,
  query: URLSearchParams,
): string | null {
  const names = publicationVariables(documentOf(operation), operationName);
  const isBeside = NAMING.some((name) => query.has(name));
  if (names.length === 0 && !isBeside) return null;
  const rest = Object.entries(JSON.parse(variables) as object).filter(
    ([name]) => !names.includes(name),
  );
  const latest = new URLSearchParams(query);
  for (const name of [...NAMING, CHECK, 'key']) latest.delete(name);
  if (rest.length === 0) latest.delete('variables');
  else latest.set('variables', JSON.stringify(Object.fromEntries(rest)));
  return `/graphql?${latest}`;
}

const parsed = new WeakMap<PersistedOperation, DocumentNode>();

/** The document of an operation. */
export function documentOf(operation: PersistedOperation): DocumentNode {
  const document = parsed.get(operation) ?? parse(operation.text);
  parsed.set(operation, document);
  return document;
}

/** The publication that an operation asks for; what is wrong with it is told where it is executed. */
function publicationAskedBy(
  operation: PersistedOperation,
  variables: string,
): AskedPublication | null {
  try {
    return askedPublication({ document: documentOf(operation), variables: JSON.parse(variables) });
  } catch {
    return null;
  }
}

/** Variables in one spelling; null when they are none. */
function readVariables(text: string | null): string | null {
  if (text === null || text === '') return '{}';
  try {
    const variables: unknown = JSON.parse(text);
    if (typeof variables !== 'object' || Array.isArray(variables)) return null;
    return canonicalJson(variables);
  } catch {
    return null;
  }
}

/** What an answer is kept under; without a moment while nothing is published. */
export function keyOf(
  { operation, variables, operationName = '', type, encoding }: OperationRequest,
  moment: SeenMoment | null,
): string {
  return responseKey({
    publication: moment?.publication ?? '',
    day: moment?.day ?? '',
    request: [operation.documentId, variables, operationName],
    form: [type, encoding],
  });
}
