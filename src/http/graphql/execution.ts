import {
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  getOperationAST,
} from 'graphql';
import { ReaderAccess } from '../../domain/access/reader-access.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import {
  DatabaseUnavailableError,
  TimeoutError,
  TooManyRequestsError,
} from '../../domain/errors.ts';
import { andThen, type Maybe } from '../../graphql/core/maybe.ts';
import {
  answerOperation,
  type OperationMoment,
  type OperationParts,
} from '../../graphql/core/operations.ts';
import { Deadline, type TimeoutWords } from '../abort.ts';
import type { NoteAccess } from '../access/restricted-reads.ts';
import { isIntrospection } from '../documents/introspection.ts';
import type { FairQueue } from '../fair-queue.ts';
import type { FairTurns } from '../fair-turns.ts';
import { withSpan } from '../ops/traces.ts';
import { publicationKey, publicationOf } from '../publication.ts';
import type { RequestRecord } from '../request-record.ts';
import { isLong, writeAnswer } from './answer-text.ts';
import type { ServerContext, ServerPlugin } from './server-plugin.ts';

export interface ExecutionParts {
  readonly operationParts: OperationParts;
  /** Today in Paris. */
  readonly today: () => PlainDate;
  readonly turns: FairTurns;
  readonly reads: FairQueue;
  /** Notes what of an answer was for its reader alone, before it is given. */
  readonly noteAccess: NoteAccess;
  /** How long an answer may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Whether answers explain their empty lists; by default they do. */
  readonly explainsEmpty?: boolean;
}

const TOO_LONG: TimeoutWords = {
  what: { en: 'answer', fr: 'le calcul de la réponse' },
  ask: {
    en: 'smaller pages, fewer groups or fewer fields',
    fr: 'des pages plus petites, moins de groupes ou moins de champs',
  },
};

/** What is executed: a document that is valid, and what it is given. */
export type ExecutedOperation = Pick<
  ExecutionArgs,
  'document' | 'operationName' | 'variableValues'
>;

/** Executes an operation that reads the register; `context` notes what was seen. */
export type Execute = (
  operation: ExecutedOperation,
  context: ServerContext,
) => Promise<ExecutionResult>;

/**
 * Makes what executes operations over the current snapshot; each execution is a span of its own.
 * What waits, for the database or for long work, ends when it has taken too long and when the client
 * goes away.
 */
export function createExecution(parts: ExecutionParts): Execute {
  return (operation, context) =>
    executeWithin(operation, context, () => answer(parts, operation, context));
}

/** Runs an execution within a span that has the name of the operation. */
function executeWithin(
  { document, operationName }: ExecutedOperation,
  { record }: ServerContext,
  run: () => Maybe<ExecutionResult>,
): Promise<ExecutionResult> {
  const operation = getOperationAST(document, operationName);
  const name = operation?.name?.value;
  if (name !== undefined) record.operation = name;
  const attributes = {
    'graphql.operation.type': operation?.operation ?? 'query',
    ...(name !== undefined && { 'graphql.operation.name': name }),
  };
  return withSpan(`execute ${name ?? 'operation'}`, attributes, async (span) => {
    const result = await run();
    if (result.errors?.length) span.fail();
    return result;
  });
}

/** Yoga plugin: executes operations. Introspection needs no publication. */
export function useExecution(execute: Execute, turns: FairTurns): ServerPlugin {
  return {
    onExecute({ args: { document, operationName, contextValue }, executeFn, setExecuteFn }) {
      const context = contextValue as unknown as ServerContext;
      setExecuteFn((args: ExecutionArgs) => {
        if (context.executed) return context.executed;
        if (!isIntrospection(document, operationName)) return execute(args, context);
        const { account } = context.record;
        const introspect = async () => {
          // Its size was checked when its document was read.
          checkAccount(context.record);
          const result = await turns.timed(
            account,
            () => executeFn(args) as Maybe<ExecutionResult>,
          );
          // To write it takes as long again.
          await turns.next(account);
          return turns.run(writeAnswer(result), account, () => context.signal);
        };
        return executeWithin(args, context, introspect);
      });
    },
  };
}

/** Refuses a client that has used up what it may spend. */
function checkAccount(record: RequestRecord): void {
  record.retryAfter = record.account.reserve(0);
  if (record.retryAfter > 0) throw new TooManyRequestsError(record.retryAfter);
}

function isUnavailable({ originalError }: GraphQLError): boolean {
  return originalError instanceof DatabaseUnavailableError;
}

function answer(
  parts: ExecutionParts,
  { document, operationName, variableValues }: ExecutedOperation,
  { record, signal: client }: ServerContext,
): Maybe<ExecutionResult> {
  const { operationParts, today, turns, reads, noteAccess, timeoutMs } = parts;
  const { explainsEmpty = true } = parts;
  const access = new ReaderAccess(record.reader);
  // Most operations wait for nothing: a deadline is made for those that do.
  let deadline: Deadline | null = null;
  const signalOf = () => {
    deadline ??= new Deadline(client, timeoutMs, TOO_LONG);
    return deadline.signal;
  };
  const operation = { document, operationName, variables: variableValues };
  const day = today();
  const { account } = record;
  let reserved = 0;
  const release = () => {
    account.release(reserved);
    reserved = 0;
  };
  const moment: OperationMoment = {
    ...{ today: day, access, signalOf, asked: record.asked ?? null },
    newestOn: record.newestOn ?? null,
    explainsEmpty,
    run: (work) => turns.run(work, account, signalOf),
    // It waits for its turn whatever its deadline: whether the database is silent is known once a read
    // that it does not answer has ended.
    readInTurn: (read) =>
      reads.inTurn(account, () => {
        signalOf().throwIfAborted();
        return read();
      }),
    // What reads it is not timed: it is taken from the share of the client at once.
    admitPast: (milliseconds) => {
      record.retryAfter = account.reserve(milliseconds);
      return record.retryAfter > 0 ? new TooManyRequestsError(record.retryAfter) : null;
    },
    execution: {
      admit: (milliseconds) => {
        release();
        record.retryAfter = account.reserve(milliseconds);
        if (record.retryAfter > 0) return new TooManyRequestsError(record.retryAfter);
        reserved = milliseconds;
        return null;
      },
      nextTurn: () => turns.next(account),
    },
  };
  const answered = turns.timed(account, () => answerOperation(operationParts, operation, moment));
  if (!(answered instanceof Promise)) {
    release();
    return noted(answered);
  }
  const signal = signalOf();
  return answered
    .then((each) => {
      // What was read until then is not the answer, and most of it failed for one reason.
      const unavailable = each.result.errors?.find(isUnavailable)?.originalError;
      if (unavailable) throw unavailable;
      const { reason } = signal;
      // It was silent until then.
      const isSilent = !operationParts.database.reachability.reachable;
      if (reason instanceof TimeoutError && isSilent) throw new DatabaseUnavailableError(reason);
      signal.throwIfAborted();
      return andThen(noted(each), (result) =>
        isLong(result) ? turns.run(writeAnswer(result), account, signalOf) : result,
      );
    })
    .finally(() => {
      release();
      deadline?.[Symbol.dispose]();
    });

  function noted({
    result,
    snapshot,
    today: seen,
  }: Awaited<typeof answered>): Maybe<ExecutionResult> {
    record.seen = { publication: publicationKey(publicationOf(snapshot)), day: seen };
    return andThen(noteAccess(access, record), () => result);
  }
}
