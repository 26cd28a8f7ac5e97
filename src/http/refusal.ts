import type { ErrorCode } from '../domain/errors.ts';

/** The body of a request that was refused before GraphQL saw it: the shape of a GraphQL answer. */
export function refusalBody(code: ErrorCode, message: string): string {
  return JSON.stringify({ errors: [{ message, extensions: { code } }] });
}

/** Headers of such a body. */
export const REFUSAL_HEADERS = { 'content-type': 'application/json; charset=utf-8' } as const;
