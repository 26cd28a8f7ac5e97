/** One of the errors of an answer. */
export interface ErrorDetail {
  readonly message: string;
  /** Of https://datatracker.ietf.org/doc/html/rfc9457 problems: which parameter is wrong. */
  readonly parameter?: string;
  /** Of GraphQL: the field that has the error. */
  readonly path?: readonly (string | number)[];
  /** Of GraphQL: the code, and what else it tells (`reason`, `given`, `nearest` …). */
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Of an unknown code, in problems. */
  readonly reason?: string;
  readonly given?: string;
  readonly nearest?: readonly string[];
}

interface ErrorParts {
  readonly code: string;
  readonly status: number;
  readonly errors?: readonly ErrorDetail[];
  readonly requestId?: string | null;
  readonly retryAfter?: number | null;
  readonly data?: unknown;
}

/** An answer that is an error. Its codes are those of docs/errors.md; `message` says what was given and what is accepted. */
export class DebouchesError extends Error {
  override readonly name = 'DebouchesError';
  /** As `BAD_USER_INPUT`; `HTTP_404` and the like where something between gave an answer of its own. */
  readonly code: string;
  /** Of HTTP. 200 for an operation that ran, with errors in some fields. */
  readonly status: number;
  readonly errors: readonly ErrorDetail[];
  /** Number of the request, by which the log of the server knows it. */
  readonly requestId: string | null;
  /** Seconds after which to ask again; null when the answer does not say. */
  readonly retryAfter: number | null;
  /** What an operation with errors in some fields answered all the same. */
  readonly data: unknown;

  constructor(message: string, parts: ErrorParts) {
    super(message);
    this.code = parts.code;
    this.status = parts.status;
    this.errors = parts.errors ?? [];
    this.requestId = parts.requestId ?? null;
    this.retryAfter = parts.retryAfter ?? null;
    this.data = parts.data ?? null;
  }
}

interface Body {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly requestId?: string;
  readonly data?: unknown;
  readonly errors?: readonly ErrorDetail[];
}

/** The error that a body of GraphQL, or a problem, tells. */
export function errorOf(response: Response, body: unknown): DebouchesError {
  const { code, title, detail, requestId, errors, data }: Body =
    typeof body === 'object' && body !== null ? body : {};
  const [first] = errors ?? [];
  const extended = first?.extensions?.['code'];
  return new DebouchesError(
    detail ?? first?.message ?? title ?? `the server answered ${response.status}`,
    {
      code: code ?? (typeof extended === 'string' ? extended : `HTTP_${response.status}`),
      status: response.status,
      errors: errors ?? [],
      requestId: requestId ?? response.headers.get('x-request-id'),
      retryAfter: secondsOf(response.headers.get('retry-after')),
      data,
    },
  );
}

/** Seconds of `Retry-After`, which this server writes as a number; null of anything else. */
export function secondsOf(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) : null;
}
