import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { toClientError } from './client-error.ts';
import type { ServerPlugin } from './exchange.ts';

/** Yoga plugin: translates the errors of every answer, whatever stage they come from, and logs faults. */
export function useClientErrors(logger: Logger): ServerPlugin {
  return {
    onResultProcess({ serverContext, result, setResult }) {
      if (!isSingle(result) || !result.errors) return;
      const { requestId } = serverContext.exchange;
      const errors = result.errors.map((given) => {
        const { error, fault } = toClientError(given, requestId);
        if (fault !== undefined) {
          logger.error({ err: fault, requestId, field: given.path?.join('.') }, 'unexpected error');
        }
        return error;
      });
      setResult({ ...result, errors });
    },
  };
}

/** Several results in one answer (batches, streams) are not served. */
function isSingle(result: object): result is ExecutionResult {
  return !Array.isArray(result) && !(Symbol.asyncIterator in result);
}
