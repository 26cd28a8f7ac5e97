import { SpanStatusCode } from '@opentelemetry/api';
import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql';
import type { ServerPlugin } from './exchange.ts';
import { withSpan } from './traces.ts';

/** Yoga plugin: the execution of an operation is a span of its own, its transaction included. */
export function useTraces(): ServerPlugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn((args: ExecutionArgs) => {
        const operation = getOperationAST(args.document, args.operationName);
        const name = operation?.name?.value;
        const attributes = {
          'graphql.operation.type': operation?.operation ?? 'query',
          ...(name !== undefined && { 'graphql.operation.name': name }),
        };
        return withSpan(`execute ${name ?? 'operation'}`, attributes, async (span) => {
          const result = (await executeFn(args)) as ExecutionResult;
          if (result.errors?.length) span.setStatus({ code: SpanStatusCode.ERROR });
          return result;
        });
      });
    },
  };
}
