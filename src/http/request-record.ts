import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { PUBLIC, type Reader } from '../domain/access/reader.ts';
import type { PlainDate } from '../domain/calendar.ts';
import type { AskedPublication } from '../snapshot/asked-publication.ts';
import { type Account, NOBODY } from './clients.ts';

/** What is noted of one request and of its answer, for its headers, the log, metrics and traces. */
export interface RequestRecord {
  /** The caller's `x-request-id` or a new one. */
  readonly requestId: string;
  /** On the clock of `performance.now()`, in milliseconds. */
  readonly arrivedAt: number;
  /** Name of the key that the caller gave, or subject of its token; null = anonymous. */
  caller: string | null;
  /** What the caller may read. Whoever makes a figure asks its `Access`, which notes that it did. */
  reader: Reader;
  /** When the token of the caller expires, in milliseconds since 1970; absent without one. */
  expiresAt?: number;
  /** What became of `reader`: one object, of all copies of the record. */
  readonly marks: AnswerMarks;
  /** The publication that is asked for beside the operation; absent of nearly all. */
  asked?: AskedPublication;
  /** Has the newest publication answer as on this day, whichever is asked for; absent of nearly all. */
  newestOn?: PlainDate;
  /** What the request is done on. */
  account: Account;
  /** Name of the operation or of the report. */
  operation?: string;
  /** Format of the report. */
  format?: string;
  /** Rows of it that were sent. */
  rows?: number;
  /** Events of a subscription that were told; absent of all else. */
  events?: number;
  /** Codes of the errors of the answer. */
  codes?: readonly string[];
  /** What the answer was really computed from. */
  seen?: SeenMoment;
  /** Seconds after which the client may come again; 0 or absent unless it was refused. */
  retryAfter?: number;
  /** Whether the answer was in memory; absent when it could not be. */
  cache?: 'hit' | 'miss';
}

/** What an answer owes to who reads it. */
export interface AnswerMarks {
  /** Whether it was made for one reader with a role: it is not kept by anybody. */
  isForReader: boolean;
  /** Whether it has restricted figures. */
  isRestricted: boolean;
  /** Whether it tells of the server as it is now: it is good for no other moment. */
  isOfNow: boolean;
}

/** Whether an answer may be kept for whoever asks the same later. */
export function mayBeKept({ marks }: Pick<RequestRecord, 'marks'>): boolean {
  return !marks.isForReader && !marks.isOfNow;
}

export interface SeenMoment {
  /** `publicationKey` of the publication. */
  readonly publication: string;
  /** Today in Paris. */
  readonly day: PlainDate;
}

declare module 'fastify' {
  interface FastifyRequest {
    record: RequestRecord;
  }
}

/** A caller's own number is kept when it is safe to write in a log and in a header. */
const ACCEPTED = /^[\w.:-]{1,128}$/;

/** The number of a request. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && ACCEPTED.test(given) ? given : randomUUID();
}

/** Begins the record of a request that arrives now. */
export function beginRecord(requestId: string): RequestRecord {
  return {
    ...{ requestId, arrivedAt: performance.now(), caller: null, reader: PUBLIC, account: NOBODY },
    marks: { isForReader: false, isRestricted: false, isOfNow: false },
  };
}

/** Milliseconds since a request arrived. */
export function millisecondsOf({ arrivedAt }: RequestRecord): number {
  return performance.now() - arrivedAt;
}
