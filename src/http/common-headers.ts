import type { FastifyCorsOptions } from '@fastify/cors';
import type { FastifyReply } from 'fastify';
import { CONTRACTS } from '../domain/contracts.ts';

const EXPOSED =
  'x-request-id, etag, allow, accept-ranges, content-range, server-timing, content-disposition, link, retry-after, x-row-count, x-method-version, x-contract-version, empty-because, repr-digest, odata-version, preference-applied';

/** Open data, read by pages of any site; without credentials, so nothing is done in a user's name. */
export const CORS: FastifyCorsOptions = {
  origin: '*',
  exposedHeaders: EXPOSED,
  methods: 'GET, POST',
  allowedHeaders:
    'content-type, accept, authorization, if-match, if-none-match, if-modified-since, if-range, range, x-api-key, x-publication-token, x-request-id, odata-version, odata-maxversion, isolation, odata-isolation, prefer, mcp-protocol-version, mcp-method, mcp-name, traceparent, tracestate, baggage',
  maxAge: 86_400,
  strictPreflight: false,
};

/**
 * Headers of every answer. Constants: @fastify/helmet would build as much anew for each request,
 * which takes 12 µs, and answers in memory are written before any plugin has a say.
 */
const COMMON = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': EXPOSED,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  // A page brings its own policy; data need nothing.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

/** The number of the contract that answers of GraphQL keep. */
export const SCHEMA_CONTRACT = { 'x-contract-version': CONTRACTS.schema } as const;

/** The number of the contract that reports, their files and their descriptions keep. */
export const DATASETS_CONTRACT = { 'x-contract-version': CONTRACTS.datasets } as const;

const POLICY = 'content-security-policy';

const COMMON_LIST = Object.entries(COMMON).flat();

const WITHOUT_POLICY = Object.entries(COMMON)
  .filter(([name]) => name !== POLICY)
  .flat();

/** Sets the headers that every answer has. */
export function setCommonHeaders(reply: FastifyReply): void {
  reply.headers(COMMON).header('x-request-id', reply.request.id);
}

/**
 * The same as a list, for an answer that is written at once, with headers of its own. A policy of its
 * own stands in place of the common one: browsers apply both of two.
 */
export function headerList(
  requestId: string,
  ...own: readonly Readonly<Record<string, string>>[]
): string[] {
  const hasPolicy = own.some((headers) => POLICY in headers);
  const list = ['x-request-id', requestId, ...(hasPolicy ? WITHOUT_POLICY : COMMON_LIST)];
  for (const headers of own) for (const name in headers) list.push(name, headers[name] ?? '');
  return list;
}
