import { randomUUID } from 'node:crypto';
import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  maxHeaderSize,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Socket } from 'node:net';
import type { Bilingual } from '../domain/bilingual.ts';
import { preferredLanguage } from './cache/negotiation.ts';
import { headerList } from './common-headers.ts';
import { errorForm, graphqlErrorBody, languageHeaders, problemLanguage } from './error-response.ts';
import {
  odataErrorBody,
  odataErrorHeaders,
  PROBLEM_MEDIA_TYPE,
  type Problem,
  problemBody,
} from './problem.ts';

/** What Node says of a request that it cannot read. */
interface UnreadableRequest extends Error {
  readonly code?: string | undefined;
  /** Why the parser gave up, in its words. */
  readonly reason?: string | undefined;
  /** What came last: most often all of it, with its first line. */
  readonly rawPacket?: unknown;
}

/**
 * Answers a request whose head Node cannot read, in the form that errors have at its address, as far as
 * that is known, and ends the connection: where the next request begins nobody can tell.
 */
export function answerUnreadable(error: UnreadableRequest, socket: Socket): void {
  // What comes after it was answered.
  if (socket.writableEnded) return;
  // Who has reset the connection reads nothing, and an answer that began cannot become another.
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) {
    socket.destroy();
    return;
  }
  const problem = problemOf(error);
  const { rawPacket: packet } = error;
  const head = Buffer.isBuffer(packet) ? packet.toString('latin1') : '';
  const { list, bytes } = written(problem, requestIn(head));
  const lines = [`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`];
  for (let index = 0; index < list.length; index += 2) {
    lines.push(`${list[index]}: ${list[index + 1]}`);
  }
  socket.end(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytes]));
  // To close it at once, while more of the request comes, would take the answer from who has not read it.
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

/** For how long the rest of a request may come. */
const LINGER_MS = 1_000;

/** Whether the answer to an earlier request of the connection has begun, as Node itself looks at it. */
function isAnswering(socket: Socket): boolean {
  const { _httpMessage: message } = socket as { readonly _httpMessage?: ServerResponse | null };
  return message?.headersSent ?? false;
}

function problemOf({ code, reason }: UnreadableRequest): Problem {
  const of = (status: number, detail: Bilingual): Problem => ({
    ...{ status, code: 'BAD_REQUEST', detail },
  });
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return of(431, {
        en: `the address and the headers have more than ${maxHeaderSize} bytes, which is all that is read: ask for less in one address, or send an operation to /graphql by POST`,
        fr: `l’adresse et les en-têtes ont plus de ${maxHeaderSize} octets, qui sont tout ce qui est lu\u00a0: demandez moins en une adresse, ou envoyez une opération à /graphql par POST`,
      });
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return of(408, {
        en: 'the request did not arrive whole in time: send it again, and without a pause',
        fr: 'la requête n’est pas arrivée entière à temps\u00a0: envoyez-la de nouveau, et sans pause',
      });
    default: {
      const why = reason ?? 'unknown';
      return of(400, {
        en: `the request cannot be read as HTTP/1.1 (${why}): a method, an address and headers, each on a line of its own, are accepted`,
        fr: `la requête ne se lit pas comme du HTTP/1.1 (${why})\u00a0: sont acceptés une méthode, une adresse et des en-têtes, chacun sur sa ligne`,
      });
    }
  }
}

/**
 * Answers a request that expects of the server what it does not do, in the form that errors have at its
 * address. Node answers it without a word, before anything else sees it.
 */
export function refuseExpectation(request: IncomingMessage, response: ServerResponse): void {
  const given = JSON.stringify(request.headers.expect);
  const problem: Problem = {
    ...{ status: 417, code: 'BAD_REQUEST' },
    detail: {
      en: `the header Expect is ${given}: 100-continue is accepted, or none`,
      fr: `l’en-tête Expect vaut ${given}\u00a0: 100-continue est accepté, ou aucun`,
    },
  };
  const { list, bytes } = written(problem, request);
  response.writeHead(problem.status, list).end(request.method === 'HEAD' ? '' : bytes);
}

/** What tells the form and the language of an error. */
type Asked = Pick<IncomingMessage, 'url' | 'headers'>;

/** As much of a request as can be told from its beginning. */
function requestIn(head: string): Asked {
  const [, url = '/'] = /^[A-Z]+ (\/\S*)/.exec(head) ?? [];
  const headers: IncomingHttpHeaders = {};
  for (const name of ['accept-language', 'odata-maxversion']) {
    const [, value] = new RegExp(`\r\n${name}: *([^\r\n]*)\r\n`, 'i').exec(head) ?? [];
    if (value !== undefined) headers[name] = value;
  }
  return { url, headers };
}

/** The headers and bytes of the last answer of a connection. */
function written(problem: Problem, asked: Asked) {
  const { headers, body } = inForm(problem, asked);
  const bytes = Buffer.from(body);
  const list = headerList(randomUUID(), headers, {
    'cache-control': 'no-store',
    connection: 'close',
    'content-length': String(bytes.byteLength),
  });
  return { list, bytes };
}

/** A problem in the form and the language of a request. */
function inForm(problem: Problem, { url = '/', headers }: Asked) {
  const form = errorForm(url);
  if (form === 'GRAPHQL') {
    const language = preferredLanguage(headers['accept-language']);
    const body = graphqlErrorBody(problem.detail[language], { code: problem.code });
    const type = { 'content-type': 'application/json; charset=utf-8' };
    return { body, headers: { ...languageHeaders(language), ...type } };
  }
  const language = problemLanguage({ url, headers });
  if (form === 'PROBLEM') {
    const type = { 'content-type': PROBLEM_MEDIA_TYPE };
    const own = { ...languageHeaders(language), ...type };
    return { body: problemBody(problem, language), headers: own };
  }
  const own = { ...languageHeaders(language), ...odataErrorHeaders(headers) };
  return { body: odataErrorBody(problem, language), headers: own };
}
