declare const answer: unique symbol;
declare const asked: unique symbol;

/** A persisted operation, with the types of its answer and of its variables. */
export interface Operation<Data, Variables> {
  readonly name: string;
  /** By which servers of this version know it: `sha256:` and 64 hexadecimal digits. */
  readonly documentId: string;
  /** For servers that do not. */
  readonly text: string;
  readonly [answer]?: Data;
  readonly [asked]?: Variables;
}

/** Variables as an argument that may be left out when none is required. */
export type VariablesArgument<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables | undefined, options?: RequestOptions | undefined]
    : [variables: Variables, options?: RequestOptions | undefined];

/** What one request may be given beside what it asks for. */
export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  /** Number of the publication that is asked; the newest when neither it nor `knownOn` is given. */
  readonly publication?: number | undefined;
  /** A day, `2026-09-30`: the publication that was the newest at its end. */
  readonly knownOn?: string | undefined;
}
