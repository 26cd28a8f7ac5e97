import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Language } from '../../datasets/labels.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { clientSignal } from '../abort.ts';
import { preferredLanguage } from '../cache/negotiation.ts';
import { UNKEPT } from '../cache/send-cached.ts';
import { SCHEMA_CONTRACT } from '../common-headers.ts';
import { retryAfter } from '../errors.ts';
import type { PersistedOperations } from '../graphql/persisted-operations.ts';
import { tokenOf } from '../publication.ts';
import { isOfOwnPage } from '../surveys/own-origin.ts';
import { type Caller, type CallParts, createCallTool } from '../tools/call.ts';
import { createTools } from '../tools/tools.ts';
import { jsonAlone, messageProblem } from './message-problem.ts';
import { acceptsJson, frameOf, readPlainCall, writeFailure } from './plain-call.ts';
import { createPrompts } from './prompts.ts';
import { createProtocol } from './protocol.ts';
import { createResources } from './resources.ts';

/** Where it is. */
export const MCP_PATH = '/mcp';

/** As logs and metrics name messages that call no tool. */
export const MCP = { name: 'mcp' };

export interface McpParts extends CallParts {
  readonly schema: GraphQLSchema;
  readonly schemaText: string;
  readonly operations: PersistedOperations;
  readonly methodVersion: string;
  readonly logger: Logger;
}

const CODES = { parse: -32_700, request: -32_600, other: -32_000 } as const;

/** Serves the Model Context Protocol: the saved questions as tools, at one address, without sessions. */
export function registerMcp(app: FastifyInstance, parts: McpParts): void {
  // Tools are made of documents that are parsed for it: at the first message, not while the server starts.
  let doorOnce: ReturnType<typeof createDoor> | null = null;
  const door = () => {
    doorOnce ??= createDoor(parts);
    return doorOnce;
  };
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const { headers, body, record } = request;
    record.operation = MCP.name;
    const message = parsed(body);
    if (message === undefined) {
      sendProtocolError(reply, 400, CODES.parse, NOT_JSON);
      return reply;
    }
    const problem = messageProblem(message);
    if (problem) {
      sendProtocolError(reply, 400, CODES.request, problem);
      return reply;
    }
    if (!acceptsJson(headers.accept)) {
      sendProtocolError(reply, 406, CODES.other, jsonAlone(headers.accept ?? ''));
      return reply;
    }
    const caller: Caller = {
      record,
      language: languageBy(headers['accept-language']),
      token: tokenOf(request),
      origin: `${request.protocol}://${request.host}`,
      signal: clientSignal(reply.raw),
    };
    const plain = readPlainCall(message, headers);
    const { byName, callTool, handle } = door();
    const listed = listedTools(request.url, [...byName.keys()]);
    if (listed !== null && 'en' in listed) {
      sendProtocolError(reply, 400, CODES.request, listed);
      return reply;
    }
    const tool = plain && byName.get(plain.tool);
    if (plain && tool) {
      const outcome = await callTool(tool, plain.given, caller, frameOf(plain));
      if ('body' in outcome) send(reply, 200, outcome.body);
      else send(reply, outcome.status, writeFailure(plain, outcome));
      return reply;
    }
    const asked = new Request(`http://localhost${MCP_PATH}`, {
      method: 'POST',
      headers: messageHeaders(headers),
      body: '{}',
    });
    const told = await handle(asked, message, { ...caller, listed });
    if (told.fault !== null) {
      record.codes = ['INTERNAL_SERVER_ERROR'];
      parts.logger.error({ fault: told.fault, requestId: request.id }, 'unexpected error');
    }
    send(reply, told.status, told.body);
    return reply;
  };
  void app.register((scope, _options, ready) => {
    scope.removeAllContentTypeParsers();
    // The body is parsed below: errors in it are answered in the form of JSON-RPC.
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    scope.post(MCP_PATH, { onRequest: admit }, answer);
    // There is no stream to open and no session to end.
    scope.route({
      method: ['GET', 'HEAD', 'DELETE', 'PUT', 'PATCH'],
      url: MCP_PATH,
      handler: async (_request, reply) => {
        reply.header('allow', 'POST, OPTIONS');
        sendProtocolError(reply, 405, CODES.other, POST_ALONE);
        return reply;
      },
    });
    ready();
  });
}

/** Tools, and what answers messages about them. */
function createDoor(parts: McpParts) {
  const tools = createTools(parts.schema, parts.operations);
  const callTool = createCallTool(parts);
  const handle = createProtocol({
    ...{ tools, callTool, store: parts.store },
    resources: createResources(parts.methodVersion, parts.schemaText),
    prompts: createPrompts(tools),
  });
  return { byName: new Map(tools.map((each) => [each.name, each])), callTool, handle };
}

let lastAccepted: string | undefined;
let lastLanguage: Language = 'fr';

/** The language that a header prefers, French without one: nearly always that of the message before. */
function languageBy(accepted: string | undefined): Language {
  if (accepted === lastAccepted) return lastLanguage;
  lastLanguage = preferredLanguage(accepted, 'fr');
  lastAccepted = accepted;
  return lastLanguage;
}

/** The tools that an address wants listed (`?tools=benchmark,pooled_rates`), or what is wrong; null = all. */
function listedTools(
  url: string,
  names: readonly string[],
): ReadonlySet<string> | Bilingual | null {
  const mark = url.indexOf('?');
  if (mark < 0) return null;
  const given = new URLSearchParams(url.slice(mark)).get('tools');
  if (!given) return null;
  const wanted = given.split(',').map((each) => each.trim());
  const unknown = wanted.find((each) => !names.includes(each));
  if (unknown === undefined) return new Set(wanted);
  const all = names.join(', ');
  return {
    en: `tools has ${JSON.stringify(unknown)}, which is no tool: ${all} are`,
    fr: `tools a ${JSON.stringify(unknown)}, qui n’est pas un outil\u00a0: ${all} en sont`,
  };
}

const NOT_JSON: Bilingual = {
  en: 'the body is not JSON in UTF-8: one message of JSON-RPC 2.0 is accepted',
  fr: 'le corps n’est pas du JSON en UTF-8\u00a0: un message JSON-RPC 2.0 est accepté',
};

const POST_ALONE: Bilingual = {
  en: 'this server opens no stream and keeps no session: messages are accepted by POST',
  fr: 'ce serveur n’ouvre pas de flux et ne garde pas de session\u00a0: les messages s’envoient par POST',
};

const NO_ORIGIN: Bilingual = {
  en: 'the header Origin names no site: pages of any site may ask what everybody may, and name themselves',
  fr: 'l’en-tête Origin ne désigne aucun site\u00a0: les pages de tout site peuvent demander ce que chacun peut, et se nomment',
};

const REMEMBERED_KEY: Bilingual = {
  en: 'a page of another site asks with a password that a browser remembers: send the key as X-API-Key or as Bearer',
  fr: 'une page d’un autre site demande avec un mot de passe que le navigateur retient\u00a0: envoyez la clé dans X-API-Key ou comme Bearer',
};

/**
 * Whose pages may ask. The data are open, as the other addresses are to all sites: what a page of another
 * site, or of a name that leads here, may not use is a password that browsers add by themselves.
 */
function admit(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const { origin, authorization = '' } = request.headers;
  request.record.operation = MCP.name;
  if (origin !== undefined && !URL.canParse(origin)) {
    sendProtocolError(reply, 403, CODES.other, NO_ORIGIN);
  } else if (/^basic /i.test(authorization) && !isOfOwnPage(request)) {
    sendProtocolError(reply, 403, CODES.other, REMEMBERED_KEY);
  } else {
    done();
  }
}

/** The value of a body; undefined where it is no JSON. */
function parsed(body: unknown): unknown {
  if (!Buffer.isBuffer(body) || !isUtf8(body)) return undefined;
  try {
    return JSON.parse(body.toString()) as unknown;
  } catch {
    return undefined;
  }
}

/** Headers that the protocol reads. */
const READ = ['content-type', 'mcp-protocol-version', 'mcp-method', 'mcp-name'] as const;

function messageHeaders(given: FastifyRequest['headers']): Headers {
  // What a client takes was looked at.
  const headers = new Headers({ accept: 'application/json, text/event-stream' });
  for (const name of READ) {
    const value = given[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
}

function sendProtocolError(
  reply: FastifyReply,
  status: number,
  code: number,
  text: Bilingual,
): void {
  const { headers, record } = reply.request;
  record.codes = [status === 403 ? 'FORBIDDEN' : 'BAD_REQUEST'];
  const message = text[preferredLanguage(headers['accept-language'], 'fr')];
  send(reply, status, JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id: null }));
}

function send(reply: FastifyReply, status: number, body: string | Buffer): void {
  const { record } = reply.request;
  reply
    .code(status)
    .headers({
      ...SCHEMA_CONTRACT,
      ...(body.length > 0 && { 'content-type': 'application/json; charset=utf-8' }),
      'cache-control': record.marks.isForReader ? UNKEPT : 'no-store',
      ...retryAfter(status, record.retryAfter || undefined),
    })
    .send(body);
}
