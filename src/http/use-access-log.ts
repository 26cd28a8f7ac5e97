import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { requestIdOf } from './use-request-id.ts';

interface Entry {
  readonly startedAt: number;
  operation?: string;
  codes?: readonly unknown[];
}

/**
 * Yoga plugin: one line for each request. Neither the query nor its variables are written, only
 * the operation's name. Health checks are written at level debug: they come every few seconds.
 */
export function useAccessLog(logger: Logger): Plugin {
  const entries = new WeakMap<Request, Entry>();
  return {
    onRequest({ request }) {
      entries.set(request, { startedAt: performance.now() });
    },
    onExecute({ args: { document, operationName, contextValue } }) {
      const entry = entries.get(contextValue.request);
      const name = getOperationAST(document, operationName)?.name?.value;
      if (entry && name !== undefined) entry.operation = name;
    },
    onResultProcess({ request, result }) {
      const entry = entries.get(request);
      if (!entry || !('errors' in result) || !result.errors) return;
      entry.codes = [...new Set(result.errors.map(({ extensions: { code } }) => code))];
    },
    onResponse({ request, response }) {
      const { startedAt, ...rest } = entries.get(request) ?? { startedAt: performance.now() };
      const path = new URL(request.url).pathname;
      const level = path.startsWith('/health/') ? 'debug' : 'info';
      logger[level](
        {
          requestId: requestIdOf(request),
          method: request.method,
          path,
          ...rest,
          status: response.status,
          ms: Math.round(performance.now() - startedAt),
        },
        'request',
      );
    },
  };
}
