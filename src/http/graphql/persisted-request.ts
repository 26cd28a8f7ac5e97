import type { FastifyRequest } from 'fastify';
import { type DocumentNode, parse } from 'graphql';
import type { Bilingual } from '../../domain/bilingual.ts';
import { askedPublication } from '../../graphql/core/asked-publication.ts';
import type { AskedPublication } from '../../snapshot/asked-publication.ts';
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
import { unknownParameter } from './use-parameters.ts';

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
  const unknown = unknownParameter(query);
  if (unknown !== null) return refuse(unknown);
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
  const token = tokenOf({ headers });
  const publication = token === null ? publicationAskedBy(operation, variables) : { token };
  return { operation, variables, operationName, publication, type, encoding };
}

const parsed = new WeakMap<PersistedOperation, DocumentNode>();

/** The publication that an operation asks for; what is wrong with it is told where it is executed. */
function publicationAskedBy(
  operation: PersistedOperation,
  variables: string,
): AskedPublication | null {
  const document = parsed.get(operation) ?? parse(operation.text);
  parsed.set(operation, document);
  try {
    return askedPublication({ document, variables: JSON.parse(variables) });
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
