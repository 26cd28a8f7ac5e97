import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import type { PlainDate } from '../domain/calendar.ts';

/** What is known of one request and of its answer, from the socket to the log. */
export interface Exchange {
  /** The caller's `x-request-id` or a new one; said in the answer and in the log. */
  readonly requestId: string;
  /** On the clock of `performance.now()`, in milliseconds. */
  readonly arrivedAt: number;
  /** Name of the key that the caller gave; null = anonymous. */
  caller: string | null;
  /** Name of the operation or of the report that is answered. */
  operation?: string;
  /** Format of the report that is answered. */
  format?: string;
  /** Rows of it that were sent. */
  rows?: number;
  /** Codes of the errors of the answer. */
  codes?: readonly string[];
  /** What the answer was really made from. */
  seen?: SeenMoment;
  /** Whether the answer was in memory; absent when it could not be. */
  cache?: 'hit' | 'miss';
}

export interface SeenMoment {
  /** `editionOf` the publication. */
  readonly edition: string;
  /** Today in Paris. */
  readonly day: PlainDate;
}

/** What Yoga's plugins have of a request beside Yoga's own. */
export interface ServerContext {
  readonly exchange: Exchange;
}

/** A plugin of Yoga that knows the exchange. */
export type ServerPlugin = Plugin<ServerContext, ServerContext>;

/** A request as it comes from the socket. */
export interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  /** With its `?`; empty without one. It may hold a key: neither logged nor kept. */
  readonly search: string;
}

/** Answers requests of an address; null when a request is not for it. */
export type Route = (asked: Asked, exchange: Exchange) => Promise<void> | null;

/** A caller's own number is kept when it is safe to write in a log and in a header. */
const ACCEPTED = /^[\w.:-]{1,128}$/;

/** Begins the exchange of a request that arrives now. */
export function openExchange({ headers }: IncomingMessage): Exchange {
  const given = headers['x-request-id'];
  const requestId = typeof given === 'string' && ACCEPTED.test(given) ? given : randomUUID();
  return { requestId, arrivedAt: performance.now(), caller: null };
}

/** Milliseconds since a request arrived. */
export function millisecondsOf({ arrivedAt }: Exchange): number {
  return performance.now() - arrivedAt;
}
