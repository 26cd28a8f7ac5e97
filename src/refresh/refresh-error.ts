import type { RefreshFailure } from '../domain/refresh-status.ts';

/**
 * A refresh that did not succeed. One paragraph that says what happened and what to do; what is
 * served is as it was.
 */
export class RefreshError extends Error {
  override readonly name: string = 'RefreshError';
  /** What it failed by. */
  readonly failure: RefreshFailure;
  constructor(
    message: string,
    options: { readonly failure: RefreshFailure; readonly cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.failure = options.failure;
  }
}

/** Another process is refreshing or importing: what it does need not be done twice. */
export class RefreshBusyError extends Error {
  override readonly name = 'RefreshBusyError';
}

/** A transfer that did not succeed; `retry` says whether the same request may succeed later. */
export class TransferError extends RefreshError {
  override readonly name = 'TransferError';
  readonly retry: boolean;
  /** Milliseconds that the server asks to wait; null when it does not say. */
  readonly waitMs: number | null;
  /** - failure: SITE without one. */
  constructor(
    message: string,
    options: {
      readonly retry: boolean;
      readonly failure?: RefreshFailure;
      readonly waitMs?: number | null;
      readonly cause?: unknown;
    },
  ) {
    super(message, { failure: options.failure ?? 'SITE', cause: options.cause });
    this.retry = options.retry;
    this.waitMs = options.waitMs ?? null;
  }
}
