import type { IncomingMessage } from 'node:http';
import {
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { StatementListener } from '../db/database.ts';
import type { ExchangeEnd } from './request-listener.ts';

/** Spans of OpenTelemetry. Nothing happens in any of this unless the operator has loaded an SDK. */
const tracer = trace.getTracer('debouches');

/** The span of one request. */
export interface RequestSpan {
  /** Runs what answers the request: spans that it begins are within this one. */
  run<Result>(answer: () => Result): Result;
  end(end: ExchangeEnd): void;
}

/** Begins the span of a request, within that of the caller when it says so (`traceparent`). */
export function beginRequestSpan(request: IncomingMessage, path: string): RequestSpan {
  const { method = 'GET', headers } = request;
  const caller = propagation.extract(ROOT_CONTEXT, headers);
  // Never the query string: it may hold a key.
  const attributes = { 'http.request.method': method, 'url.path': path };
  const span = tracer.startSpan(method, { kind: SpanKind.SERVER, attributes }, caller);
  const within = trace.setSpan(caller, span);
  return {
    run: (answer) => context.with(within, answer),
    end: ({ exchange: { requestId, operation, cache, codes }, status }) => {
      if (operation !== undefined) span.updateName(`${method} ${operation}`);
      span.setAttributes({
        'http.response.status_code': status,
        'debouches.request_id': requestId,
        ...(cache && { 'debouches.cache': cache }),
        ...(codes && { 'error.type': codes.join(',') }),
      });
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** Runs something within a span of its own, which tells whether it failed. */
export async function withSpan<Result>(
  name: string,
  attributes: Readonly<Record<string, string>>,
  run: (span: Span) => Promise<Result>,
): Promise<Result> {
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await run(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/**
 * A span for each statement of a request, with its text and without its values; what runs outside of
 * requests has none.
 */
export const traceStatement: StatementListener = (event) => {
  if (!trace.getActiveSpan()?.isRecording()) return;
  const { sql } = event.query;
  const endTime = Date.now();
  const span = tracer.startSpan(/^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? 'SQL', {
    kind: SpanKind.CLIENT,
    startTime: endTime - event.queryDurationMillis,
    attributes: { 'db.system.name': 'postgresql', 'db.query.text': sql },
  });
  if (event.level === 'error') span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(endTime);
};
