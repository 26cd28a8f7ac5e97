import type { ErrorCode } from '../domain/errors.ts';

/** An answer that is no report: RFC 9457, with the code of docs/errors.md. */
export interface Problem {
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  /** One for each parameter that is wrong. */
  readonly errors?: readonly { readonly parameter: string; readonly message: string }[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Number of the request, with faults of the server. */
  readonly requestId?: string;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthorized',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  410: 'Gone',
  499: 'Client closed request',
  500: 'Internal server error',
  503: 'Service unavailable',
};

/** The body of a problem. */
export function problemBody({ status, code, detail, errors, requestId }: Problem): string {
  return JSON.stringify({
    ...{ type: 'about:blank', title: TITLES[status] ?? 'Error', status, code, detail },
    ...(errors && { errors }),
    ...(requestId !== undefined && { requestId }),
  });
}
