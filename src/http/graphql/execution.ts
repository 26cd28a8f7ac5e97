import {
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  getOperationAST,
} from 'graphql';
import type { PlainDate } from '../../domain/calendar.ts';
import { DatabaseUnavailableError, TimeoutError } from '../../domain/errors.ts';
import type { Maybe } from '../../graphql/core/maybe.ts';
import { answerOperation, type OperationParts } from '../../graphql/core/operations.ts';
import { Deadline } from '../abort.ts';
import { isIntrospection } from '../documents/introspection.ts';
import { withSpan } from '../ops/traces.ts';
import { publicationKey, publicationOf } from '../publication.ts';
import type { ServerContext, ServerPlugin } from './server-plugin.ts';

export interface ExecutionParts {
  readonly operationParts: OperationParts;
  /** Today in Paris. */
  readonly today: () => PlainDate;
  /** How long an answer may take, in milliseconds. */
  readonly timeoutMs: number;
}

const TOO_LONG = { what: 'answer', ask: 'smaller pages, fewer groups or fewer fields' };

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
export function useExecution(execute: Execute): ServerPlugin {
  return {
    onExecute({ args: { document, operationName, contextValue }, executeFn, setExecuteFn }) {
      const context = contextValue as unknown as ServerContext;
      setExecuteFn((args: ExecutionArgs) => {
        if (context.executed) return context.executed;
        if (!isIntrospection(document, operationName)) return execute(args, context);
        const introspect = () => executeFn(args) as Maybe<ExecutionResult>;
        return executeWithin(args, context, introspect);
      });
    },
  };
}

function isUnavailable({ originalError }: GraphQLError): boolean {
  return originalError instanceof DatabaseUnavailableError;
}

function answer(
  { operationParts, today, timeoutMs }: ExecutionParts,
  { document, operationName, variableValues }: ExecutedOperation,
  { record, signal: client }: ServerContext,
): Maybe<ExecutionResult> {
  // Most operations wait for nothing: a deadline is made for those that do.
  let deadline: Deadline | null = null;
  const signalOf = () => {
    deadline ??= new Deadline(client, timeoutMs, TOO_LONG);
    return deadline.signal;
  };
  const operation = { document, operationName, variables: variableValues };
  const day = today();
  const answered = answerOperation(operationParts, operation, { today: day, signalOf });
  if (!(answered instanceof Promise)) return noted(answered);
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
      return noted(each);
    })
    .finally(() => deadline?.[Symbol.dispose]());

  function noted({ result, snapshot }: Awaited<typeof answered>): ExecutionResult {
    record.seen = { publication: publicationKey(publicationOf(snapshot)), day };
    return result;
  }
}
