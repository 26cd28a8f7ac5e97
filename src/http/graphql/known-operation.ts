import { type ExecutionResult, getOperationAST } from 'graphql';
import type { Documents, ReadDocument } from '../documents/documents.ts';
import { isIntrospection } from '../documents/introspection.ts';
import { textOf } from './answer-text.ts';
import type { ExecutedOperation } from './execution.ts';
import { parametersProblem } from './parameter-limits.ts';
import type { GraphqlRequest, GraphqlResponse } from './server-plugin.ts';

/** A request for an operation whose document was read before. */
export interface KnownOperation {
  readonly operation: ExecutedOperation;
  /** The answer when nothing went wrong. */
  readonly write: (result: ExecutionResult) => GraphqlResponse;
}

/** What Yoga answers in, by the values of `accept` that programs send. */
const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['*/*', 'application/json'],
  ['application/json', 'application/json'],
  ['application/graphql-response+json', 'application/graphql-response+json'],
]);

/** Parameters of a plain request. */
const PARAMETERS = new Set(['query', 'variables', 'operationName']);

/**
 * Reads a request for an operation whose document is kept, hence valid, when all else of it is plain;
 * null for every other request, which is Yoga's. Yoga's way takes a quarter of the time of a short
 * answer, in objects that are made for each request.
 */
export function readKnown(
  documents: Documents,
  { method, headers }: GraphqlRequest,
  json: () => unknown,
): KnownOperation | null {
  const mediaType = MEDIA_TYPES.get(headers['accept'] ?? '*/*');
  if (method !== 'POST' || headers['content-type'] !== 'application/json') return null;
  if (mediaType === undefined) return null;
  const { query, variables, operationName } = paramsOf(json);
  const read = typeof query === 'string' ? documents.known(query) : undefined;
  if (!read || !isPlain(read)) return null;
  const { document } = read;
  if (operationName != null && operationName !== getOperationAST(document)?.name?.value)
    return null;
  if (variables != null && (!isRecord(variables) || parametersProblem({ variables }) !== null))
    return null;
  return {
    operation: { document, variableValues: variables ?? null },
    write: (result) => ({
      status: 200,
      headers: { 'content-type': `${mediaType}; charset=utf-8` },
      body: textOf(result),
    }),
  };
}

/** The parameters of a plain request; none of any other. */
function paramsOf(json: () => unknown): Readonly<Record<string, unknown>> {
  try {
    const params = json();
    const isPlainRequest =
      isRecord(params) && Object.keys(params).every((name) => PARAMETERS.has(name));
    return isPlainRequest ? params : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const plain = new WeakMap<ReadDocument, boolean>();

/** Whether a document is one query, which reads the register. */
function isPlain(read: ReadDocument): boolean {
  let known = plain.get(read);
  if (known === undefined) {
    const { document } = read;
    known = getOperationAST(document)?.operation === 'query' && !isIntrospection(document);
    plain.set(read, known);
  }
  return known;
}
