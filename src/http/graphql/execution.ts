import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql';
import type { PlainDate } from '../../domain/calendar.ts';
import type { Maybe } from '../../graphql/core/maybe.ts';
import { answerOperation, type OperationParts } from '../../graphql/core/operations.ts';
import { Deadline } from '../abort.ts';
import { withSpan } from '../ops/traces.ts';
import { publicationKey } from '../publication.ts';
import { isIntrospection } from './introspection.ts';
import type { ServerContext, ServerPlugin } from './server-plugin.ts';

export interface ExecutionParts {
  readonly operationParts: OperationParts;
  /** Today in Paris. */
  readonly today: () => PlainDate;
  /** How long an answer may take, in milliseconds. */
  readonly timeoutMs: number;
}

const TOO_LONG = { what: 'answer', ask: 'smaller pages, fewer groups or fewer fields' };

/**
 * Yoga plugin: executes an operation over the current snapshot; the execution is a span of its own.
 * What waits, for the database or for long work, ends when it has taken too long and when the client
 * goes away. Introspection needs no publication.
 */
export function useExecution(parts: ExecutionParts): ServerPlugin {
  return {
    onExecute({ args: { document, operationName, contextValue }, executeFn, setExecuteFn }) {
      const context = contextValue as unknown as ServerContext;
      const operation = getOperationAST(document, operationName);
      const name = operation?.name?.value;
      if (name !== undefined) context.record.operation = name;
      const attributes = {
        'graphql.operation.type': operation?.operation ?? 'query',
        ...(name !== undefined && { 'graphql.operation.name': name }),
      };
      setExecuteFn((args: ExecutionArgs) =>
        withSpan(`execute ${name ?? 'operation'}`, attributes, async (span) => {
          const result = isIntrospection(document, operationName)
            ? ((await executeFn(args)) as ExecutionResult)
            : await answer(parts, args, context);
          if (result.errors?.length) span.fail();
          return result;
        }),
      );
    },
  };
}

function answer(
  { operationParts, today, timeoutMs }: ExecutionParts,
  { document, operationName, variableValues }: ExecutionArgs,
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
      signal.throwIfAborted();
      return noted(each);
    })
    .finally(() => deadline?.[Symbol.dispose]());

  function noted({ result, snapshot }: Awaited<typeof answered>): ExecutionResult {
    record.seen = { publication: publicationKey(snapshot.publication), day };
    return result;
  }
}
