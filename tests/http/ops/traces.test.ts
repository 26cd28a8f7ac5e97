import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  context,
  createTraceState,
  INVALID_SPAN_CONTEXT,
  propagation,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  type SpanOptions,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { traceStatement } from '../../../src/http/ops/traces.ts';
import { describeEachEngine } from '../../support/database.ts';
import { persistedOperations, QUESTION_TEXTS } from '../persisted-folder.ts';
import { publishSmallRegister, type QuestionServer, serveQuestions } from '../question-server.ts';

/** A span as an exporter would get it. */
interface Ended {
  readonly name: string;
  readonly parent: string | undefined;
  readonly id: string;
  readonly traceId: string;
  readonly failed: boolean;
  readonly attributes: Record<string, unknown>;
}

const ended: Ended[] = [];
let count = 0;

/** What an SDK does, in small: remembers spans as they end. */
const tracer: Tracer = {
  startSpan: (given: string, { attributes = {} }: SpanOptions = {}, within = context.active()) => {
    const parent = trace.getSpanContext(within);
    count += 1;
    const own: SpanContext = {
      traceId: parent?.traceId ?? count.toString(16).padStart(32, '0'),
      spanId: count.toString(16).padStart(16, '0'),
      traceFlags: 1,
      traceState: createTraceState(),
    };
    let name = given;
    let failed = false;
    const known: Record<string, unknown> = { ...attributes };
    const span = {
      spanContext: () => own,
      isRecording: () => true,
      updateName: (other: string) => {
        name = other;
        return span;
      },
      setAttributes: (more: object) => {
        Object.assign(known, more);
        return span;
      },
      setStatus: ({ code }: { code: SpanStatusCode }) => {
        failed = code === SpanStatusCode.ERROR;
        return span;
      },
      end: () => {
        const { spanId: id, traceId } = own;
        ended.push({ name, parent: parent?.spanId, id, traceId, failed, attributes: known });
      },
    } as unknown as Span;
    return span;
  },
  startActiveSpan: ((name: string, options: SpanOptions, run: (span: Span) => unknown) => {
    const span = tracer.startSpan(name, options);
    return context.with(trace.setSpan(context.active(), span), () => run(span));
  }) as Tracer['startActiveSpan'],
};

let documentId = '';
const operations = await persistedOperations(QUESTION_TEXTS);

beforeAll(() => {
  documentId = operations.list.find(({ name }) => name === 'Served')?.documentId ?? '';
  const storage = new AsyncLocalStorage<Context>();
  context.setGlobalContextManager({
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: (within, run, self, ...args) =>
      storage.run(within, () => run.call(self as never, ...args)),
    bind: (_, target) => target,
    enable() {
      return this;
    },
    disable() {
      return this;
    },
  });
  trace.setGlobalTracerProvider({ getTracer: () => tracer });
  propagation.setGlobalPropagator({
    inject: () => {},
    fields: () => ['traceparent'],
    extract: (within, carrier: { traceparent?: string }) => {
      const [, traceId, spanId] = carrier.traceparent?.split('-') ?? [];
      if (!traceId || !spanId) return within;
      const caller = { ...INVALID_SPAN_CONTEXT, traceId, spanId, traceFlags: 1 };
      return trace.setSpanContext(within, caller);
    },
  });
});

afterAll(() => {
  context.disable();
  trace.disable();
  propagation.disable();
});

describeEachEngine('traces on', (openDatabase) => {
  let database: Database;
  let server: QuestionServer;
  beforeAll(async () => {
    database = await openDatabase(traceStatement);
    await publishSmallRegister(database);
    server = await serveQuestions(database, undefined, { operations });
  });
  afterAll(() => server?.[Symbol.asyncDispose]());
  beforeEach(() => {
    ended.length = 0;
  });

  /** The spans of one request, once it is over. */
  async function spansOf(ask: () => Promise<Response>): Promise<Ended[]> {
    await (await ask()).text();
    while (!ended.some(({ attributes }) => 'http.response.status_code' in attributes)) {
      await new Promise(setImmediate);
    }
    return [...ended];
  }

  test('a request has in it its execution, and that its statements', async () => {
    const spans = await spansOf(() => server.ask({ query: 'query Count { certifications }' }));
    const request = spans.find(({ name }) => name === 'POST Count');
    const execution = spans.find(({ name }) => name === 'execute Count');
    const statements = spans.filter(({ attributes }) => 'db.query.text' in attributes);
    expect(request).toMatchObject({
      parent: undefined,
      failed: false,
      attributes: {
        'http.request.method': 'POST',
        'url.path': '/graphql',
        'http.response.status_code': 200,
        'debouches.request_id': expect.any(String),
      },
    });
    expect(execution).toMatchObject({
      parent: request?.id,
      failed: false,
      attributes: { 'graphql.operation.name': 'Count', 'graphql.operation.type': 'query' },
    });
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.map(({ parent }) => parent)).toEqual(statements.map(() => execution?.id));
    expect(statements.at(-1)).toMatchObject({
      name: 'SELECT',
      attributes: { 'db.query.text': expect.stringMatching(/from "certification"/) },
    });
  });

  test('an answer in memory is a request that asks nothing, and no span has the key', async () => {
    const url = `${server.url}/graphql?documentId=${documentId}&key=secret-4242`;
    await spansOf(() => fetch(url));
    ended.length = 0;
    const spans = await spansOf(() => fetch(url));
    expect(spans).toMatchObject([
      { name: 'GET Served', attributes: { 'debouches.cache': 'hit', 'url.path': '/graphql' } },
    ]);
    expect(JSON.stringify(spans)).not.toContain('4242');
  });

  test('a request goes on with the trace of its caller', async () => {
    const [traceId, spanId] = ['ab'.repeat(16), 'cd'.repeat(8)];
    const headers = { traceparent: `00-${traceId}-${spanId}-01` };
    const spans = await spansOf(() => server.ask({ query: '{ today }' }, headers));
    expect(spans.find(({ name }) => name === 'POST')).toMatchObject({ traceId, parent: spanId });
    expect(new Set(spans.map((each) => each.traceId))).toEqual(new Set([traceId]));
  });

  test('what fails is told where it failed', async () => {
    const spans = await spansOf(() => server.ask({ query: 'query Fault { fault }' }));
    expect(spans.find(({ name }) => name === 'execute Fault')).toMatchObject({ failed: true });
    expect(spans.find(({ name }) => name === 'POST Fault')).toMatchObject({
      failed: false,
      attributes: { 'error.type': 'INTERNAL_SERVER_ERROR', 'http.response.status_code': 200 },
    });
  });

  test('statements outside of requests have no span', async () => {
    await using reading = await database.startReading();
    await reading.db.selectFrom('publication').select('id').execute();
    expect(ended).toEqual([]);
  });
});
