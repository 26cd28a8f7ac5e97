import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { CallerCheck } from './api-keys.ts';
import type { AccountOf } from './clients.ts';
import { setCommonHeaders } from './common-headers.ts';
import { sendError } from './error-response.ts';
import { logRequest, type RequestEnd } from './ops/access-log.ts';
import { beginRequestSpan } from './ops/traces.ts';
import { tokenOf } from './publication.ts';
import { beginRecord, millisecondsOf } from './request-record.ts';

/** Status of an answer that the client did not wait for, in the log and in the metrics. */
const CLIENT_CLOSED = 499;

/** Codes of such answers. */
const LEFT: ReadonlySet<string> = new Set(['CLIENT_CLOSED_REQUEST', 'READ_TOO_SLOWLY']);

export interface LifecycleParts {
  readonly logger: Logger;
  readonly checkCaller: CallerCheck;
  readonly accountOf: AccountOf;
  /** Answers a request from memory; false when it cannot. */
  readonly sendFromMemory: (request: FastifyRequest, reply: FastifyReply) => boolean;
  /** Called with each request once it is over. */
  readonly onEnd: (end: RequestEnd) => void;
}

/**
 * What every request goes through before its route: it gets its record, its span, the check of its
 * address and key, and its answer where that is in memory. When it is over it is logged and counted.
 */
export function addLifecycle(app: FastifyInstance, parts: LifecycleParts): void {
  const { checkCaller, accountOf, sendFromMemory } = parts;
  app.decorateRequest('record');
  app.addHook('onRequest', (request, reply, done) => {
    const span = beginRecordOf(request, reply, parts);
    if (!isHost(request.headers.host) || hasTwoHosts(request.raw.rawHeaders)) {
      setCommonHeaders(reply);
      sendError(reply, BAD_ADDRESS);
      return;
    }
    // A preflight has no key.
    const caller = request.method === 'OPTIONS' ? ANONYMOUS : checkCaller(request.raw);
    if (!caller) {
      setCommonHeaders(reply);
      sendError(reply, { code: 'UNAUTHENTICATED', headers: CHALLENGE });
      return;
    }
    request.record.caller = caller.name;
    request.record.account = accountOf(request);
    const token = tokenOf(request);
    if (token !== null) request.record.asked = { token };
    if (sendFromMemory(request, reply)) return;
    setCommonHeaders(reply);
    span.run(done);
  });
}

const ANONYMOUS = { name: null };

export const BAD_ADDRESS = {
  code: 'BAD_REQUEST',
  message: {
    en: 'the address or the Host header is not a URL, or there are two of them',
    fr: 'l’adresse ou l’en-tête Host n’est pas une URL, ou il y en a deux',
  },
} as const;

const CHALLENGE = { 'www-authenticate': 'Bearer realm="debouches", error="invalid_token"' };

/** Begins the record and the span of a request, which end with its connection's answer. */
export function beginRecordOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { logger, onEnd }: Pick<LifecycleParts, 'logger' | 'onEnd'>,
) {
  const record = beginRecord(request.id);
  request.record = record;
  const { method, url, raw } = request;
  const mark = url.indexOf('?');
  const path = (mark < 0 ? url : url.slice(0, mark)).replace(KEY_IN_PATH, '$1…');
  const span = beginRequestSpan(raw, path);
  reply.raw.on('close', () => {
    // To leave is how a subscription ends.
    const left = !reply.raw.writableFinished && record.events === undefined;
    if (left) record.codes ??= ['CLIENT_CLOSED_REQUEST'];
    const gone = record.codes?.some((code) => LEFT.has(code)) ?? false;
    // An answer that broke off by our own doing had the status of a good one.
    const status = gone ? CLIENT_CLOSED : left ? 500 : reply.raw.statusCode;
    const end = { method, path, record, status, milliseconds: millisecondsOf(record) };
    logRequest(logger, end);
    onEnd(end);
    span.end(end);
  });
  return span;
}

/** Whether there is a second header `Host`: Node passes over it, and a proxy may not. */
function hasTwoHosts(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1;
}

/** A key in a path, where none belongs, however it is encoded: it is written in no log. */
const KEY_IN_PATH = /((?:k|%[46]b)(?:e|%[46]5)(?:y|%[57]9)(?:=|%3d))[^&;/]+/gi;

let lastHost: string | undefined = '';

/** Whether a header `Host` can be part of a URL. */
function isHost(host: string | undefined): boolean {
  // Nearly always that of the request before.
  if (host === undefined || host === lastHost) return true;
  if (!URL.canParse(`http://${host}/`)) return false;
  lastHost = host;
  return true;
}
