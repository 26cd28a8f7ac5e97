/**
 * A refresh that did not succeed. One paragraph that says what happened and what to do; what is
 * served is as it was.
 */
export class RefreshError extends Error {
  override readonly name: string = 'RefreshError';
}

/** A transfer that did not succeed; `retry` says whether the same request may succeed later. */
export class TransferError extends RefreshError {
  override readonly name = 'TransferError';
  readonly retry: boolean;
  /** Milliseconds that the server asks to wait; null when it does not say. */
  readonly waitMs: number | null;
  constructor(
    message: string,
    options: { readonly retry: boolean; readonly waitMs?: number | null; readonly cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.retry = options.retry;
    this.waitMs = options.waitMs ?? null;
  }
}
