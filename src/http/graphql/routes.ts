import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Bilingual } from '../../domain/bilingual.ts';
import { BadRequestError } from '../../domain/errors.ts';
import { clientSignal } from '../abort.ts';
import { preferredMediaType } from '../cache/negotiation.ts';
import { ReadyText } from '../cache/ready-text.ts';
import { revalidated, UNKEPT } from '../cache/send-cached.ts';
import { SCHEMA_CONTRACT } from '../common-headers.ts';
import { type ErrorResponse, NO_BODY, sendError } from '../error-response.ts';
import { retryAfter } from '../errors.ts';
import type { FairTurns } from '../fair-turns.ts';
import type { SendGraphiql } from '../graphiql/graphiql.ts';
import type { RequestRecord } from '../request-record.ts';
import { EVENT_STREAM, sendEvents } from '../subscriptions/send-events.ts';
import type { PersistedGet } from './persisted-get.ts';
import type { PersistedOperations } from './persisted-operations.ts';
import { MEDIA_TYPES } from './persisted-request.ts';
import type { HandleGraphql } from './yoga.ts';

export interface GraphqlRouteParts {
  readonly handle: HandleGraphql;
  readonly persistedGet: PersistedGet;
  readonly sendGraphiql: SendGraphiql;
  readonly operations: PersistedOperations;
  readonly turns: FairTurns;
  /** The schema in the language of GraphQL. */
  readonly schemaText: string;
}

const NOT_UTF_8: Bilingual = {
  en: 'the body is not UTF-8, in which JSON is written',
  fr: 'le corps n’est pas en UTF-8, dans lequel s’écrit le JSON',
};

/** Routes of GraphQL: the endpoint, GraphiQL for browsers, and the list of persisted operations. */
export function registerGraphql(app: FastifyInstance, parts: GraphqlRouteParts): void {
  const { handle, persistedGet, sendGraphiql, operations, schemaText, turns } = parts;
  // JSON is read by Yoga, which says what is wrong with it. Nothing else is accepted.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ['application/json', 'application/graphql+json'],
    { parseAs: 'buffer' },
    async ({ record }: FastifyRequest, body: Buffer) => {
      // A megabyte takes milliseconds to read: nobody else waits for all that come together.
      if (body.byteLength > LONG) await turns.own(record.account);
      if (!isUtf8(body)) throw new BadRequestError(NOT_UTF_8);
      return body.toString();
    },
  );
  app.all('/graphql', { onRequest: refuseCompressed }, async (request, reply) => {
    const { method, headers } = request;
    if (method === 'GET' || method === 'HEAD') {
      const persisted = request.url.includes('documentId=');
      // Fastify is given the reply to know that a body which is a stream is on its way.
      if (persisted && (await persistedGet.send(request, reply))) return reply;
      if (headers.accept?.includes('text/html')) {
        await sendGraphiql(reply);
        return reply;
      }
    }
    await sendAnswer(handle, request, reply);
    return reply;
  });
  const list = JSON.stringify(
    operations.list.map(({ name, documentId, description, variables, text }) => ({
      ...{ name, documentId, description, variables, text },
    })),
  );
  sendAt(app, '/graphql/documents', new ReadyText(list, { headers: SCHEMA_CONTRACT }));
  sendAt(
    app,
    '/graphql/schema',
    new ReadyText(schemaText, { type: 'text/plain; charset=utf-8', headers: SCHEMA_CONTRACT }),
  );
}

function sendAt(app: FastifyInstance, path: string, text: ReadyText): void {
  app.get(path, async (_request, reply) => {
    await text.send(reply);
    return reply;
  });
}

/** Bytes or characters from which a body is long. */
const LONG = 65_536;

/** Answers a compressed body before it is read. */
function refuseCompressed(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  done: () => void,
): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') {
    done();
    return;
  }
  const message = {
    en: `a body in the encoding ${JSON.stringify(encoding)} was sent: none is accepted`,
    fr: `le corps est compressé (${JSON.stringify(encoding)}) : aucune compression n’est acceptée`,
  };
  sendError(reply, { status: 415, code: 'BAD_REQUEST', message });
}

async function sendAnswer(
  handle: HandleGraphql,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { method, url, record, body } = request;
  const { accept, 'content-type': type, 'accept-language': acceptLanguage } = request.headers;
  const preferred = preferredMediaType(request.headers, MEDIA_TYPES);
  const accepts = {
    json: preferred !== null,
    events: preferredMediaType(request.headers, [EVENT_STREAM]) !== null,
  };
  if (!accepts.json && !accepts.events) {
    sendError(reply, bareStatusError(406, request));
    return;
  }
  const {
    status,
    headers,
    body: answer,
    events,
  } = await handle(
    {
      ...{ method, url },
      headers: {
        ...(accept !== undefined && { accept: preferred ?? MEDIA_TYPES[1] }),
        // Media types are written in any case, which Yoga does not know.
        ...(type !== undefined && { 'content-type': type.toLowerCase() }),
      },
      ...(typeof body === 'string' && { body }),
    },
    { record, acceptLanguage, accepts, signal: clientSignal(reply.raw) },
  );
  if (events) {
    sendEvents(reply, events);
    return;
  }
  if (status >= 400 && headers['content-type'] === undefined) {
    sendError(reply, { ...bareStatusError(status, request), headers });
    return;
  }
  // Node writes a long text to a socket slower than it copies it.
  reply
    .code(status)
    .headers({
      ...headers,
      ...SCHEMA_CONTRACT,
      'cache-control': keptFor(record),
      ...retryAfter(status, record.retryAfter || undefined),
    })
    .send(answer.length > LONG ? Buffer.from(answer) : answer);
}

/** How long an answer without an `ETag` is good: it may be kept, and is asked for anew each time. */
function keptFor(record: RequestRecord): string {
  const { isForReader, isOfNow } = record.marks;
  if (record.asked || isForReader) return UNKEPT;
  return record.codes || isOfNow ? 'no-store' : revalidated(record);
}

/** Says why, where Yoga refuses a request with a status alone. */
function bareStatusError(status: number, { method, headers }: FastifyRequest): ErrorResponse {
  switch (status) {
    case 406:
      return {
        ...{ status, code: 'BAD_REQUEST' },
        message: {
          en: `an answer in ${JSON.stringify(headers.accept)} was asked for: application/graphql-response+json and application/json, in UTF-8, are given, and text/event-stream to subscriptions`,
          fr: `une réponse en ${JSON.stringify(headers.accept)} est demandée : application/graphql-response+json et application/json, en UTF-8, sont donnés, et text/event-stream aux abonnements`,
        },
      };
    case 415:
      return NO_BODY;
    default:
      return {
        ...{ status, code: 'BAD_REQUEST' },
        message: {
          en: `${method} "/graphql" is not accepted`,
          fr: `${method} « /graphql » n’est pas accepté`,
        },
      };
  }
}
