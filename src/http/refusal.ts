import type { ServerResponse } from 'node:http';
import type { ErrorCode } from '../domain/errors.ts';
import type { Exchange } from './exchange.ts';
import { PROBLEM_TYPE, problemBody } from './problem.ts';
import { sendWhole } from './send.ts';

/** The body of a request that was refused before GraphQL saw it: the shape of a GraphQL answer. */
export function refusalBody(code: ErrorCode, message: string, requestId?: string): string {
  const extensions = { code, ...(requestId !== undefined && { requestId }) };
  return JSON.stringify({ errors: [{ message, extensions }] });
}

/** Headers of such a body. */
export const REFUSAL_HEADERS = { 'content-type': 'application/json; charset=utf-8' } as const;

/** Refuses a request, in the form that errors have at its address, and notes why. */
export function sendRefusal(
  response: ServerResponse,
  exchange: Exchange,
  status: number,
  code: ErrorCode,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  exchange.codes = [code];
  const { url = '' } = response.req;
  const requestId = code === 'INTERNAL_SERVER_ERROR' ? exchange.requestId : undefined;
  const ofReport = /^\/reports(?:[/?]|$)/.test(url);
  const body = ofReport
    ? problemBody({ status, code, detail: message, ...(requestId && { requestId }) })
    : refusalBody(code, message, requestId);
  const type = ofReport ? { 'content-type': PROBLEM_TYPE } : REFUSAL_HEADERS;
  sendWhole(response, exchange, status, { ...type, 'cache-control': 'no-store', ...headers }, body);
}
