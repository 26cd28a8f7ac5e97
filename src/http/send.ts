import type { ServerResponse } from 'node:http';
import type { Exchange } from './exchange.ts';

/** Open data, read by pages of any site; without credentials, so nothing is done in a user's name. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'x-request-id, etag, server-timing, content-disposition, link, retry-after, x-row-count',
} as const;

const SECURITY = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  // A page brings its own policy; data need nothing.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

const COMMON = Object.entries({ ...CORS, ...SECURITY }).flat();

/** Headers that every answer has: its number, and what browsers may do with it.. */
function commonHeaders({ requestId }: Exchange): string[] {
  return ['x-request-id', requestId, ...COMMON];
}

/** Sets the headers that every answer has, for what sends its answer by itself. */
export function setCommonHeaders(response: ServerResponse, exchange: Exchange): void {
  const headers = commonHeaders(exchange);
  for (let at = 0; at < headers.length; at += 2) {
    response.setHeader(headers[at] ?? '', headers[at + 1] ?? '');
  }
}

/** Begins an answer with its headers and those that every answer has, all written in one go. */
export function beginAnswer(
  response: ServerResponse,
  exchange: Exchange,
  status: number,
  headers: Readonly<Record<string, string>>,
): ServerResponse {
  const head = commonHeaders(exchange);
  for (const name in headers) head.push(name, headers[name] ?? '');
  return response.writeHead(status, head);
}

/** Sends a whole answer; to HEAD all but its body. */
export function sendWhole(
  response: ServerResponse,
  exchange: Exchange,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Buffer | string,
): void {
  const length = String(Buffer.byteLength(body));
  beginAnswer(response, exchange, status, { ...headers, 'content-length': length });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
