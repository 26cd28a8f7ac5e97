import type { RequestListener } from 'node:http';
import type { Logger } from 'pino';
import type { CallerCheck } from './caller.ts';
import { type Asked, type Exchange, millisecondsOf, openExchange, type Route } from './exchange.ts';
import { sendRefusal } from './refusal.ts';
import { beginAnswer, setCommonHeaders } from './send.ts';
import { beginRequestSpan } from './traces.ts';

const PREFLIGHT = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers':
    'content-type, accept, authorization, if-none-match, x-api-key, x-request-id',
  'access-control-max-age': '86400',
} as const;

/** Status of an answer that the client did not wait for, in the log and in the metrics. */
const CLIENT_CLOSED = 499;

export interface RequestListenerParts {
  readonly logger: Logger;
  readonly checkCaller: CallerCheck;
  /** Tried in their order. */
  readonly routes: readonly Route[];
  /** Answers what no route does. */
  readonly otherwise: (asked: Asked, exchange: Exchange) => Promise<void>;
  /** Told of each request once it is over. */
  readonly onEnd: (end: ExchangeEnd) => void;
}

/** A request that is over. */
export interface ExchangeEnd {
  readonly path: string;
  readonly exchange: Exchange;
  readonly status: number;
  readonly milliseconds: number;
}

/**
 * Makes what stands between the socket and all that answers: each request gets its number, the
 * check of its key, one line in the log. Preflights end here.
 */
export function createRequestListener(parts: RequestListenerParts): RequestListener {
  const { logger, checkCaller, routes, otherwise, onEnd } = parts;
  return (request, response) => {
    const exchange = openExchange(request);
    const { method = 'GET', url = '/' } = request;
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    const search = mark < 0 ? '' : url.slice(mark);
    const span = beginRequestSpan(request, path);
    response.on('close', () => {
      const left = !response.writableFinished;
      if (left) exchange.codes ??= ['CLIENT_CLOSED_REQUEST'];
      const gone = exchange.codes?.[0] === 'CLIENT_CLOSED_REQUEST';
      // An answer that broke off by our own doing had the status of a good one.
      const status = gone ? CLIENT_CLOSED : left ? 500 : response.statusCode;
      const milliseconds = millisecondsOf(exchange);
      const end = { path, exchange, status, milliseconds };
      logEnd(logger, method, end);
      onEnd(end);
      span.end(end);
    });
    if (method === 'OPTIONS') {
      beginAnswer(response, exchange, 204, PREFLIGHT).end();
      return;
    }
    const caller = checkCaller(request, search);
    if (!caller) {
      const message = 'the key that was given is not one of this server';
      const challenge = { 'www-authenticate': 'Bearer realm="debouches", error="invalid_token"' };
      sendRefusal(response, exchange, 401, 'UNAUTHENTICATED', message, challenge);
      return;
    }
    exchange.caller = caller.name;
    const asked = { request, response, path, search };
    const answered = span.run(() => answer(asked, exchange, routes, otherwise));
    answered.catch((error: unknown) => {
      const { requestId } = exchange;
      logger.error({ err: error, requestId }, 'unexpected error');
      // What has begun must not look whole.
      if (response.headersSent) response.destroy();
      else sendRefusal(response, exchange, 500, 'INTERNAL_SERVER_ERROR', 'unexpected error');
    });
  };
}

async function answer(
  asked: Asked,
  exchange: Exchange,
  routes: readonly Route[],
  otherwise: RequestListenerParts['otherwise'],
): Promise<void> {
  for (const route of routes) {
    const answered = route(asked, exchange);
    if (answered) return answered;
  }
  setCommonHeaders(asked.response, exchange);
  return otherwise(asked, exchange);
}

/**
 * One line for each request. Neither the query nor its variables are written, only the operation's
 * name, and of a key its name. Health checks and metrics are written at level debug: they come
 * every few seconds.
 */
function logEnd(logger: Logger, method: string, end: ExchangeEnd): void {
  const { path, exchange, status, milliseconds } = end;
  const { requestId, caller, operation, format, rows, codes, cache } = exchange;
  const level = path.startsWith('/health/') || path === '/metrics' ? 'debug' : 'info';
  if (!logger.isLevelEnabled(level)) return;
  logger[level](
    {
      requestId,
      method,
      path,
      ...(caller !== null && { caller }),
      ...(operation !== undefined && { operation }),
      ...(format !== undefined && { format }),
      ...(rows !== undefined && { rows }),
      ...(codes && { codes }),
      ...(cache && { cache }),
      status,
      ms: Math.round(milliseconds),
    },
    'request',
  );
}
