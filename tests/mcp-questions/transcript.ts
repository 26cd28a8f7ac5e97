/** A question to an agent, and what it may answer by. */
export interface Question {
  readonly question: string;
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Figures of the answer by their paths in `data`, worked out by hand. */
  readonly figures: Readonly<Record<string, unknown>>;
}

/** What is recorded of an agent that answered a question: one line of JSON. */
export interface Transcript {
  readonly question: string;
  readonly calls: readonly {
    readonly tool: string;
    readonly arguments: Readonly<Record<string, unknown>>;
    readonly answer: RecordedAnswer;
  }[];
  /** The text that a person reads. */
  readonly final: string;
}

/** What of an answer its figures are looked for in. */
export interface RecordedAnswer {
  readonly totalRows?: number | null;
  readonly period?: { readonly coveredYears: readonly number[] } & Readonly<
    Record<string, unknown>
  >;
  readonly data: unknown;
}

/** The part of an answer that is recorded: neither days of publication nor addresses. */
export function recorded(
  structured: Readonly<Record<string, unknown>> | undefined,
): RecordedAnswer {
  const { totalRows, period, data } = (structured ?? { data: null }) as unknown as RecordedAnswer;
  return { ...(totalRows !== undefined && { totalRows }), ...(period && { period }), data };
}

/** The value at a path of keys and numbers. */
export function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | null)?.[key], value);
}
