import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { preferredLanguage } from '../cache/negotiation.ts';
import { toClientError } from '../client-error.ts';
import { MOST_ECHO, shortenAll } from '../shorten.ts';
import type { ServerContext, ServerPlugin } from './server-plugin.ts';

/** Gives a result with its errors as its reader is told them. */
export type TellErrors = (result: ExecutionResult, context: ServerContext) => ExecutionResult;

/**
 * Makes what translates errors, whatever stage they come from, to the language of their reader, notes
 * their codes, and logs faults. Their messages together repeat little of what was sent.
 */
export function createTellErrors(logger: Logger): TellErrors {
  return (result, { record, acceptLanguage }) => {
    if (!result.errors) return result;
    const language = preferredLanguage(acceptLanguage);
    const { requestId } = record;
    const errors = result.errors.map((given) => {
      const { error, fault } = toClientError(given, requestId, language);
      if (fault !== undefined) {
        logger.error({ err: fault, requestId, field: given.path?.join('.') }, 'unexpected error');
      }
      return error;
    });
    record.codes = [...new Set(errors.map(({ extensions }) => String(extensions['code'])))];
    const messages = shortenAll(
      errors.map(({ message }) => message),
      MOST_ECHO,
    );
    return {
      ...result,
      errors: errors.map((error, index) => withMessage(error, messages[index] ?? '')),
    };
  };
}

/** Yoga plugin: translates the errors of every answer; those of events are translated as they come. */
export function useErrors(tellErrors: TellErrors): ServerPlugin {
  return {
    onResultProcess({ serverContext, result, setResult }) {
      if (isSingle(result) && result.errors) setResult(tellErrors(result, serverContext));
    },
  };
}

/** Neither a batch, which is not served, nor events. */
function isSingle(result: object): result is ExecutionResult {
  return !Array.isArray(result) && !(Symbol.asyncIterator in result);
}

function withMessage(error: GraphQLError, message: string): GraphQLError {
  if (message === error.message) return error;
  const { nodes = null, source = null, positions = null, path = null, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}
