import type { Register } from './register.ts';

/** An operation as it is sent to the product, and the statement that its floor runs for it. */
export interface BenchOperation {
  /** Name of the saved operation, without `.graphql`; or of a document below. */
  readonly name: string;
  /** Document of an operation that is not saved. */
  readonly document?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The variable that differs from request to request, and the values it goes through. */
  readonly varies?: {
    readonly variable: string;
    readonly values: (register: Register) => Promise<readonly unknown[]>;
  };
  /** It is also sent by its id over GET, whose answers are kept in memory. */
  readonly kept?: true;
  /** One statement; `$1` is the value that varies. */
  readonly floor: string;
}

/** A certification that operations about one certification are sent for, another each time. */
export const EACH_CODE = {
  variable: 'code',
  values: (register: Register) => register.codes(),
} as const;
