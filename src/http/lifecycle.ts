import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { DomainError } from '../domain/errors.ts';
import { ANONYMOUS, type Caller, type CallerCheck } from './access/caller.ts';
import { challenges } from './access/caller-check.ts';
import type { AccountOf } from './clients.ts';
import { setCommonHeaders } from './common-headers.ts';
import { type ErrorResponse, sendError } from './error-response.ts';
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
  /** Whether callers may give keys. */
  readonly hasKeys: boolean;
  readonly accountOf: AccountOf;
  /** Answers a request from memory; false when it cannot. */
  readonly sendFromMemory: (request: FastifyRequest, reply: FastifyReply) => boolean;
  /** Called with each request once it is over. */
  readonly onEnd: (end: RequestEnd) => void;
}

/**
 * What every request goes through before its route: it gets its record, its span, the check of its
 * address and of who sent it, and its answer where that is in memory. When it is over it is logged and
 * counted.
 */
export function addLifecycle(app: FastifyInstance, parts: LifecycleParts): void {
  const { checkCaller, accountOf, sendFromMemory } = parts;
  const wrong = { code: 'UNAUTHENTICATED', headers: challenges(parts.hasKeys) } as const;
  app.decorateRequest('record');
  app.addHook('onRequest', (request, reply, done) => {
    const span = beginRecordOf(request, reply, parts);
    const refuse = (error: ErrorResponse) => {
      setCommonHeaders(reply);
      sendError(reply, error);
    };
    const { host } = request.headers;
    if (!isHost(host) || hasTwoHosts(request.raw.rawHeaders)) {
      refuse(isHost(host) ? TWO_HOSTS : badHost(host));
      return;
    }
    const admit = (caller: Caller) => {
      noteCaller(request, caller);
      request.record.account = accountOf(request);
      const isSent = attempted(() => sendFromMemory(request, reply));
      if (isSent === true) return;
      setCommonHeaders(reply);
      if (isSent === false) span.run(done);
      else done(isSent);
    };
    // A preflight has no key.
    const caller = request.method === 'OPTIONS' ? ANONYMOUS : checkCaller(request.raw);
    if (caller === null) {
      refuse(wrong);
    } else if (caller instanceof Promise) {
      const refuseToken = (error: unknown) => {
        if (!(error instanceof DomainError)) {
          setCommonHeaders(reply);
          throw error;
        }
        const { code, text: message } = error;
        refuse({ code, message, ...(code === wrong.code && wrong) });
      };
      caller.then(admit, refuseToken).catch(done);
    } else {
      admit(caller);
    }
  });
}

/** What an attempt came to, or its error: one that a hook throws ends the process. */
function attempted(act: () => boolean): boolean | Error {
  try {
    return act();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function noteCaller(request: FastifyRequest, { name, reader, expiresAt }: Caller): void {
  const { record } = request;
  record.caller = name;
  record.reader = reader;
  if (expiresAt !== undefined) record.expiresAt = expiresAt;
  const token = tokenOf(request);
  if (token !== null) record.asked = { token };
}

/** The error of a header `Host` that can be part of no URL. */
function badHost(host: string | undefined): ErrorResponse {
  const given = JSON.stringify(host ?? '');
  return {
    code: 'BAD_REQUEST',
    message: {
      en: `the header Host is ${given}, which is no name or address: debouches.example and 127.0.0.1:4000 are accepted`,
      fr: `l’en-tête Host vaut ${given}, qui n’est ni un nom ni une adresse\u00a0: debouches.example et 127.0.0.1:4000 sont acceptés`,
    },
  };
}

const TWO_HOSTS: ErrorResponse = {
  code: 'BAD_REQUEST',
  message: {
    en: 'several headers Host were sent: one is accepted',
    fr: 'plusieurs en-têtes Host sont envoyés\u00a0: un seul est accepté',
  },
};

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
