import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { RequestRecord } from '../request-record.ts';
import type { EventBytes } from '../subscriptions/send-events.ts';

/** A request for GraphQL, as it came over HTTP. */
export interface GraphqlRequest {
  readonly method: string;
  /** With its query string. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What GraphQL answered. */
export interface GraphqlResponse {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; empty when a request was refused with a status alone, and of a subscription. */
  readonly body: string;
  /** Of a subscription. */
  readonly events?: EventBytes;
}

/** What Yoga's plugins have of a request beside Yoga's own. */
export interface ServerContext {
  readonly record: RequestRecord;
  /** Header `Accept-Language`: errors are in the language that it prefers. */
  readonly acceptLanguage?: string | undefined;
  /** Aborts when nobody waits for the answer any longer. */
  readonly signal: AbortSignal;
  /** What the client takes: an answer in JSON, or events; the first alone unless it is given. */
  readonly accepts?: { readonly json: boolean; readonly events: boolean };
  /**
   * The value of the body, parsed when it is first wanted; throws the parser's error each time. A body
   * may have a megabyte.
   */
  readonly json?: () => unknown;
  /** Of an operation that was executed before Yoga had it. */
  readonly executed?: Promise<ExecutionResult>;
}

export type ServerPlugin = Plugin<ServerContext, ServerContext>;
