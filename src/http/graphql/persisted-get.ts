import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Language } from '../../datasets/labels.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import type { SnapshotStore } from '../../snapshot/store.ts';
import { clientSignal } from '../abort.ts';
import { compress } from '../cache/compression.ts';
import { etagOf } from '../cache/etag.ts';
import { preferredLanguage } from '../cache/negotiation.ts';
import { keyFor } from '../cache/reader-keys.ts';
import { memoizeByMoment, memoizeRequests } from '../cache/request-memo.ts';
import type { CachedResponse, ResponseCache } from '../cache/response-cache.ts';
import { createSharedWork } from '../cache/shared-work.ts';
import { checkOperation } from '../citations/operation-check.ts';
import { sendError } from '../error-response.ts';
import type { FairQueue } from '../fair-queue.ts';
import type { FairTurns } from '../fair-turns.ts';
import { type MomentOfAsked, type Publication, publicationKey } from '../publication.ts';
import { mayBeKept, type RequestRecord } from '../request-record.ts';
import type { PersistedOperations } from './persisted-operations.ts';
import { keyOf, type OperationRequest, readOperationRequest } from './persisted-request.ts';
import { sendCached, sendUncached } from './send-persisted.ts';
import type { GraphqlResponse } from './server-plugin.ts';
import type { HandleGraphql } from './yoga.ts';

export interface PersistedGetParts {
  readonly store: SnapshotStore;
  readonly schema: GraphQLSchema;
  readonly turns: FairTurns;
  /** Checks of what was cited. */
  readonly checks: FairQueue;
  readonly operations: PersistedOperations;
  readonly cache: ResponseCache;
  /** What an answer is of. */
  readonly momentOfAsked: MomentOfAsked;
  readonly handle: HandleGraphql;
}

/** Answers persisted operations that are asked for by GET (`/graphql?documentId=…`). */
export interface PersistedGet {
  /** Answers a request from memory; false when it cannot. */
  readonly sendFromMemory: (request: FastifyRequest, reply: FastifyReply) => boolean;
  /** Answers a request; false when it asks for no persisted operation. */
  readonly send: (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>;
}

/** For whom an operation is executed first. */
interface ExecutionContext {
  readonly caller: RequestRecord;
  /** That of errors. */
  readonly language: Language;
  readonly signal: AbortSignal;
}

/** What one execution gave to all who asked for it together. */
interface Outcome {
  readonly response: GraphqlResponse;
  /** What was noted of it. */
  readonly record: RequestRecord;
  /** Absent of what is not kept. */
  readonly cached?: CachedResponse;
}

/**
 * Makes a `PersistedGet`. What cannot be asked has a status other than 200, whatever the client
 * accepts. Complete answers are kept, under the publication and the day that their execution saw.
 */
export function createPersistedGet(parts: PersistedGetParts): PersistedGet {
  const { operations, cache, momentOfAsked, handle } = parts;
  const read = memoizeRequests((request) => readOperationRequest(operations, request));
  const share = createSharedWork();
  const keyAt = memoizeByMoment(
    (asked: OperationRequest, publication: Publication, day: PlainDate) =>
      keyOf(asked, { publication: publicationKey(publication), day }),
  );

  const run = (
    { operation, variables, operationName }: OperationRequest,
    record: RequestRecord,
    { language, signal }: Pick<ExecutionContext, 'language' | 'signal'>,
  ): Promise<GraphqlResponse> =>
    handle(
      {
        method: 'POST',
        url: '/graphql',
        headers: {
          'content-type': 'application/json',
          // An operation that cannot be run has a status that says so.
          accept: 'application/graphql-response+json',
        },
        body: `{"documentId":"${operation.documentId}","variables":${variables}${operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`}}`,
      },
      { record, acceptLanguage: language, signal },
    );

  const execute = async (
    asked: OperationRequest,
    { caller, ...context }: ExecutionContext,
  ): Promise<Outcome> => {
    const record = recordFor(asked, caller);
    const { operation, variables, type } = asked;
    const response = await run(asked, record, context);
    const { seen, codes } = record;
    const isKept = response.status === 200 && !codes && mayBeKept(record);
    if (!isKept || !seen) return { response, record };
    const whole = Buffer.from(response.body);
    const { body, encoding } = await compress(whole, asked.encoding);
    const etag = etagOf([
      ...[seen.publication, seen.day, operation.documentId, variables, type, encoding],
      // Another version of this program may answer otherwise.
      createHash('sha256').update(whole).digest('base64url'),
    ]);
    const headers = {
      'content-type': `${type}; charset=utf-8`,
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    };
    const cached = { body, headers, etag };
    cache.put(keyFor(record.reader, keyOf(asked, seen)), cached);
    return { response, record, cached };
  };

  const sendFromMemory = (request: FastifyRequest, reply: FastifyReply): boolean => {
    const asked = read(request);
    if (!('operation' in asked) || asked.checked) return false;
    const of = momentOfAsked(asked.publication);
    if (!of) return false;
    const { record } = request;
    const cached = cache.get(keyFor(record.reader, keyAt(asked, of.publication, of.today)));
    record.cache = cached ? 'hit' : 'miss';
    if (!cached) return false;
    record.operation = asked.operation.name;
    sendCached(request, reply, asked, cached);
    return true;
  };

  const send = async (
    asked: OperationRequest,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> => {
    const { record } = request;
    record.operation = asked.operation.name;
    record.cache ??= 'miss';
    const of = momentOfAsked(asked.publication);
    const key = of ? keyAt(asked, of.publication, of.today) : keyOf(asked, null);
    const signal = clientSignal(reply.raw);
    // An answer with errors is in one language, and is shared by those who read it.
    const language = preferredLanguage(request.headers['accept-language']);
    try {
      if (asked.checked) {
        const execute = (own: RequestRecord) =>
          run(asked, recordFor(asked, own), { language, signal });
        const failed = await checkOperation({ ...parts, execute, signal }, reply, asked);
        if (failed) sendUncached(reply, failed, asked.type, record.retryAfter);
        return;
      }
      const mine = { caller: record, language, signal };
      // Of what cannot be answered the key does not tell which publication was asked for.
      const shareKey = `${language} ${key} ${of ? '' : JSON.stringify(asked.publication)}`;
      // What a reader with a role reads is noted of each request: it is shared with nobody.
      let outcome =
        record.reader.role === 'PUBLIC'
          ? await share(shareKey, signal, (shared) => execute(asked, { ...mine, signal: shared }))
          : await execute(asked, mine);
      // Whoever asked first had used up its own share.
      if (outcome.response.status === 429 && outcome.record.account !== record.account) {
        outcome = await execute(asked, mine);
      }
      const { response, record: told, cached } = outcome;
      if (told.codes) record.codes = told.codes;
      if (cached) sendCached(request, reply, asked, cached);
      else sendUncached(reply, response, asked.type, told.retryAfter);
    } catch (error) {
      // Nobody reads an answer, and the log has the code.
      if (!signal.aborted) throw error;
      reply.hijack();
    }
  };

  return {
    sendFromMemory,
    send: async (request, reply) => {
      const asked = read(request);
      if ('none' in asked) return false;
      if ('operation' in asked) {
        await send(asked, request, reply);
        return true;
      }
      const { name, ...error } = asked;
      if (name !== undefined) request.record.operation = name;
      sendError(reply, error);
      return true;
    },
  };
}

/** A record for an execution, with the publication that the address names beside the operation. */
function recordFor({ beside }: OperationRequest, record: RequestRecord): RequestRecord {
  return { ...record, ...(beside && { asked: beside }) };
}
