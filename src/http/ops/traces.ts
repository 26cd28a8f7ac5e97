import type { IncomingMessage } from 'node:http';
import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { RequestEnd } from './access-log.ts';

/** Spans of OpenTelemetry. Nothing happens in any of this unless the operator has loaded an SDK. */
const tracer = trace.getTracer('debouches');

/** The span of one request. */
export interface RequestSpan {
  /** Runs what answers the request: spans that it begins are within this one. */
  run<Result>(answer: () => Result): Result;
  end(end: RequestEnd): void;
}

/** Begins the span of a request, within that of the caller when it gives one (`traceparent`). */
export function beginRequestSpan(request: IncomingMessage, path: string): RequestSpan {
  const { method = 'GET', headers } = request;
  const caller = propagation.extract(ROOT_CONTEXT, headers);
  // Never the query string: it may hold a key.
  const attributes = { 'http.request.method': method, 'url.path': path };
  const span = tracer.startSpan(method, { kind: SpanKind.SERVER, attributes }, caller);
  return {
    run: (answer) => context.with(trace.setSpan(caller, span), answer),
    end: ({ record: { requestId, operation, cache, codes }, status }) => {
      if (!span.isRecording()) return;
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

/** The span of some work within a request. */
export interface WorkSpan {
  /** Marks the work as failed, which it is anyway when it throws. */
  fail(): void;
}

/** Runs some work within a span of its own. */
export async function withSpan<Result>(
  name: string,
  attributes: Readonly<Record<string, string>>,
  run: (span: WorkSpan) => Promise<Result>,
): Promise<Result> {
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    const fail = () => {
      span.setStatus({ code: SpanStatusCode.ERROR });
    };
    try {
      return await run({ fail });
    } catch (error) {
      fail();
      throw error;
    } finally {
      span.end();
    }
  });
}

/** A statement that was sent, as Kysely logs it. */
interface StatementEvent {
  readonly level: 'query' | 'error';
  readonly query: { readonly sql: string };
  readonly queryDurationMillis: number;
}

/**
 * A span for each statement of a request, with its text and without its values; what runs outside of
 * requests has none.
 */
export function traceStatement(event: StatementEvent): void {
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
}
