/** An export that could not be done; the message says what is wrong, and what to do. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
  /** 2 = it was called wrongly, 1 = it failed. */
  readonly exitCode: 1 | 2;
  constructor(message: string, exitCode: 1 | 2 = 1, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
