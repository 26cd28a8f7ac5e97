import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { millisecondsOf, requestIdOf } from './use-request-id.ts';

/** What is learnt of a request on its way. */
interface Notes {
  operation?: string;
  codes?: readonly unknown[];
}

/**
 * Yoga plugin: one line for each request. Neither the query nor its variables are written, only
 * the operation's name. Health checks are written at level debug: they come every few seconds.
 */
export function useAccessLog(logger: Logger): Plugin {
  const notes = new WeakMap<Request, Notes>();
  const note = (request: Request, learnt: Notes) =>
    notes.set(request, { ...notes.get(request), ...learnt });
  return {
    onExecute({ args: { document, operationName, contextValue } }) {
      const operation = getOperationAST(document, operationName)?.name?.value;
      if (operation !== undefined) note(contextValue.request, { operation });
    },
    onResultProcess({ request, result }) {
      if (!('errors' in result) || !result.errors) return;
      note(request, { codes: [...new Set(result.errors.map(({ extensions: { code } }) => code))] });
    },
    onResponse({ request, response }) {
      const path = new URL(request.url).pathname;
      const level = path.startsWith('/health/') ? 'debug' : 'info';
      logger[level](
        {
          requestId: requestIdOf(request),
          method: request.method,
          path,
          ...notes.get(request),
          status: response.status,
          ms: Math.round(millisecondsOf(request)),
        },
        'request',
      );
    },
  };
}
