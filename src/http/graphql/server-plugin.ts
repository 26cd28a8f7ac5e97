import type { Plugin } from 'graphql-yoga';
import type { RequestRecord } from '../request-record.ts';

/** What Yoga's plugins have of a request beside Yoga's own. */
export interface ServerContext {
  readonly record: RequestRecord;
  /** Aborts when nobody waits for the answer any longer. */
  readonly signal: AbortSignal;
}

export type ServerPlugin = Plugin<ServerContext, ServerContext>;
