import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Language } from '../../datasets/labels.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import type { SnapshotStore } from '../../snapshot/store.ts';
import { canonicalJson } from '../cache/canonical-json.ts';
import { keyFor } from '../cache/reader-keys.ts';
import { type ResponseCache, responseKey } from '../cache/response-cache.ts';
import { ERRORS } from '../errors.ts';
import type { FairTurns } from '../fair-turns.ts';
import type { Execute } from '../graphql/execution.ts';
import type { TellErrors } from '../graphql/use-errors.ts';
import { type MomentOfAsked, publicationKey } from '../publication.ts';
import { mayBeKept, type RequestRecord, type SeenMoment } from '../request-record.ts';
import { writeAnswer } from './answer.ts';
import { languageOf, readArguments, type ToolArguments } from './arguments.ts';
import { type Frame, framed, unframed } from './frame.ts';
import type { Tool } from './tools.ts';

export interface CallParts {
  readonly execute: Execute;
  readonly tellErrors: TellErrors;
  readonly store: SnapshotStore;
  readonly cache: ResponseCache;
  readonly turns: FairTurns;
  readonly momentOfAsked: MomentOfAsked;
}

/** Who calls, and until when. */
export interface Caller {
  readonly record: RequestRecord;
  /** That of the request: a call may name another. */
  readonly language: Language;
  /** The header that opens a publication that is held; null without one. */
  readonly token: string | null;
  readonly origin: string;
  readonly signal: AbortSignal;
}

/** What a call came to: the result in its frame, or why the server did not try. */
export type CallOutcome = { readonly body: Buffer } | FailedCall;

export interface FailedCall {
  /** A status of HTTP that says when to come again, or that it is a fault of the server. */
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
}

/** Calls a tool with what a client sent as its arguments. */
export type CallTool = (
  tool: Tool,
  given: unknown,
  caller: Caller,
  frame: Frame,
) => Promise<CallOutcome>;

interface CallContext extends Caller {
  readonly frame: Frame;
}

/**
 * Makes a `CallTool`. An answer that is complete and the same for everybody is kept, as those of
 * persisted operations are.
 */
export function createCallTool(parts: CallParts): CallTool {
  return async (tool, given, caller, frame) => {
    const context = { ...caller, frame };
    const { record } = caller;
    record.operation = tool.operation.name;
    await parts.turns.next(record.account);
    const language = languageOf(given, context.language);
    let asked: ToolArguments;
    try {
      asked = readArguments(tool, given, { language, token: context.token });
    } catch (error) {
      return refused(parts, errorResult(error), context, language);
    }
    return answer(parts, tool, asked, context);
  };
}

async function answer(
  parts: CallParts,
  tool: Tool,
  asked: ToolArguments,
  context: CallContext,
): Promise<CallOutcome> {
  const { record, signal } = context;
  const request = [tool.operation.documentId, canonicalJson(asked.variables), namesOf(asked)];
  const keyAt = (moment: SeenMoment) =>
    keyFor(
      record.reader,
      responseKey({ ...moment, request, form: ['mcp', asked.language, context.origin] }),
    );
  const moment = parts.momentOfAsked(asked.publication);
  if (moment) {
    const seen = { publication: publicationKey(moment.publication), day: moment.today };
    const kept = parts.cache.get(keyAt(seen));
    record.cache = kept ? 'hit' : 'miss';
    if (kept) return { body: framed(kept.body, context.frame) };
  }
  const own = { ...record, ...(asked.publication && { asked: asked.publication }) };
  const result = await parts
    .execute(
      { document: tool.document, variableValues: asked.variables },
      { record: own, acceptLanguage: asked.language, signal },
    )
    .catch(errorResult);
  if (own.retryAfter) record.retryAfter = own.retryAfter;
  if (own.seen) record.seen = own.seen;
  if (result.errors || !own.seen) return refused(parts, result, context, asked.language);
  const { store } = parts;
  const snapshot = store.current ?? (await store.refresh());
  const { frame, origin } = context;
  const body = writeAnswer({ tool, asked, result, snapshot, seen: own.seen, origin, frame });
  if (mayBeKept(record) && body.length <= parts.cache.largest) {
    // Nobody asks whether it has changed.
    parts.cache.put(keyAt(own.seen), { body: unframed(body, frame), headers: {}, etag: '' });
  }
  return { body };
}

/** Names of the arguments that were given: an answer says of each value whether it is a default. */
function namesOf({ given }: ToolArguments): string {
  return [...given].sort().join(' ');
}

/** An error as the result of an execution has it. */
function errorResult(error: unknown): ExecutionResult {
  const originalError = error instanceof Error ? error : new Error(String(error));
  if (originalError.name === 'GraphQLError') return { errors: [originalError as GraphQLError] };
  return { errors: [new GraphQLError(originalError.message, { originalError })] };
}

/**
 * The answer to a failed call. Errors in the arguments are a result of the tool, which the agent reads and
 * corrects; busy servers and faults fail the request itself.
 */
function refused(
  { tellErrors }: CallParts,
  result: ExecutionResult,
  { record, signal, frame }: CallContext,
  language: Language,
): CallOutcome {
  const { errors = [] } = tellErrors(result, { record, acceptLanguage: language, signal });
  const told = errors.map(({ message, extensions }) => {
    const { code, http: _http, ...members } = extensions;
    return { code: String(code) as ErrorCode, message, ...members };
  });
  const failed = told.find(({ code }) => [429, 500, 503].includes(ERRORS[code]?.status ?? 500));
  if (failed) {
    return {
      status: ERRORS[failed.code]?.status ?? 500,
      code: failed.code,
      message: failed.message,
    };
  }
  const content = [
    { type: 'text', text: told.map(({ message }) => message).join('\n') },
    { type: 'text', text: JSON.stringify({ errors: told }) },
  ];
  const written = JSON.stringify({ content, isError: true }).slice(0, -1);
  return { body: framed(Buffer.from(written), frame) };
}
