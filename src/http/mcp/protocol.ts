import {
  type CallToolResult,
  createMcpHandler,
  isLegacyRequest,
  type Tool as McpTool,
  ProtocolError,
  ProtocolErrorCode,
  Server,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import packageJson from '../../../package.json' with { type: 'json' };
import type { SnapshotStore } from '../../snapshot/store.ts';
import type { Caller, CallTool, FailedCall } from '../tools/call.ts';
import { ALONE } from '../tools/frame.ts';
import type { Tool } from '../tools/tools.ts';
import { WORDS } from '../tools/words.ts';
import { completeArgument } from './completion.ts';
import { type LibraryError, toldInstead } from './library-error.ts';
import { named, notKnown } from './named.ts';
import { checkPromptArguments, listedPrompt, type Prompt, promptMessage } from './prompts.ts';
import { CERTIFICATION_URI, certificationOfUri, type Resource } from './resources.ts';
import { namesRevision, revisionProblem } from './revisions.ts';

export interface ProtocolParts {
  readonly tools: readonly Tool[];
  readonly resources: readonly Resource[];
  readonly prompts: readonly Prompt[];
  readonly callTool: CallTool;
  readonly store: SnapshotStore;
}

/** A call that failed, for the status of the response. */
export interface Failure {
  outcome: FailedCall | null;
}

/** Who this server is, as the protocol tells it. */
export const SERVER_INFO = {
  name: 'debouches',
  title: 'Débouchés',
  version: packageJson.version,
} as const;

/** Answers a message of the protocol that was parsed. */
export type HandleMessage = (
  request: Request,
  message: unknown,
  context: MessageContext,
) => Promise<ProtocolAnswer>;

/** What is sent back. */
export interface ProtocolAnswer {
  readonly status: number;
  /** Empty of a message that wants no answer. */
  readonly body: string;
  /** A fault of the server, to be logged; null when there is none. */
  readonly fault: string | null;
}

/** Who sent a message, and which tools are listed to it; null = all. */
export interface MessageContext extends Caller {
  readonly listed: ReadonlySet<string> | null;
}

interface Exchange {
  readonly context: MessageContext;
  readonly failure: Failure;
}

/**
 * Makes what answers messages by the library of the protocol: those of 2026-07-28, each of which says all
 * that it needs, and those of the revisions before, without a session. Answers are JSON, never streams.
 */
export function createProtocol(parts: ProtocolParts): HandleMessage {
  const exchanges = new WeakMap<Request, Exchange>();
  const modern = createMcpHandler(
    ({ requestInfo }) => {
      const exchange = requestInfo && exchanges.get(requestInfo);
      if (!exchange) throw new Error('a message came by no request');
      return serverOf(parts, exchange);
    },
    // Tools, prompts and resources never change while the server runs: no subscriptions.
    { legacy: 'reject', maxSubscriptions: 0, keepAliveMs: 0 },
  );
  return async (request, message, context) => {
    const exchange: Exchange = { context, failure: { outcome: null } };
    exchanges.set(request, exchange);
    if (!(await isLegacyRequest(request, message))) {
      // One that names a later revision in itself is told by the library which there are.
      const problem = namesRevision(message) ? null : revisionProblem(versionOf(request));
      if (problem) return refused(problem[context.language]);
      const response = await modern.fetch(request, { parsedBody: message });
      return answerOf(response, exchange.failure);
    }
    const server = serverOf(parts, exchange);
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await server.connect(transport);
    try {
      const response = await transport.handleRequest(request, { parsedBody: message });
      const problem = response.status === 400 && revisionProblem(versionOf(request));
      if (problem) return refused(problem[context.language]);
      return await answerOf(response, exchange.failure);
    } finally {
      await server.close();
    }
  };
}

function versionOf({ headers }: Request): string | null {
  return headers.get('mcp-protocol-version');
}

/** The answer to a message that was not looked at. */
function refused(message: string): ProtocolAnswer {
  const body = JSON.stringify({ jsonrpc: '2.0', error: { code: OTHER, message }, id: null });
  return { status: 400, body, fault: null };
}

async function answerOf(response: Response, { outcome }: Failure): Promise<ProtocolAnswer> {
  const text = await response.text();
  const status = outcome?.status ?? response.status;
  const mayBe = [ProtocolErrorCode.InternalError, ProtocolErrorCode.InvalidParams];
  if (outcome || !mayBe.some((code) => text.includes(`"code":${code}`))) {
    return { status, body: text, fault: null };
  }
  const answer = JSON.parse(text) as { error?: LibraryError };
  const { error } = answer;
  const instead = error ? toldInstead(error) : null;
  if (instead) return { status, body: JSON.stringify({ ...answer, error: instead }), fault: null };
  if (error?.code !== ProtocolErrorCode.InternalError) return { status, body: text, fault: null };
  return { status: 500, body: text, fault: error.message };
}

function serverOf(parts: ProtocolParts, { context, failure }: Exchange): Server {
  const { tools, resources, prompts } = parts;
  const { language } = context;
  const addresses = [...resources.map((each) => each.uri), CERTIFICATION_URI];
  const server = new Server(SERVER_INFO, {
    capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} },
    instructions: WORDS[language].instructions,
  });
  const call = async (tool: Tool, given: unknown): Promise<CallToolResult> => {
    const outcome = await parts.callTool(tool, given, context, ALONE);
    if ('body' in outcome) return JSON.parse(String(outcome.body)) as CallToolResult;
    failure.outcome = outcome;
    throw new ProtocolError(failureCode(outcome.status), outcome.message, { code: outcome.code });
  };
  server.setRequestHandler('tools/list', () => ({
    tools: tools
      .filter(({ name }) => context.listed?.has(name) ?? true)
      .map(({ listed }) => listed[language] as unknown as McpTool),
  }));
  server.setRequestHandler('tools/call', ({ params: { name, arguments: given } }) =>
    call(named('tool', tools, name, language), given),
  );
  server.setRequestHandler('prompts/list', () => ({
    prompts: prompts.map((each) => listedPrompt(each, language)),
  }));
  server.setRequestHandler('prompts/get', ({ params: { name, arguments: given = {} } }) => {
    const prompt = named('prompt', prompts, name, language);
    checkPromptArguments(prompt, given, language);
    const text = promptMessage(prompt, given, language);
    return { messages: [{ role: 'user', content: { type: 'text', text } }] };
  });
  server.setRequestHandler('resources/list', () => ({
    resources: resources.map(({ text: _, ...resource }) => resource),
  }));
  server.setRequestHandler('resources/templates/list', () => ({
    resourceTemplates: [
      {
        uriTemplate: CERTIFICATION_URI,
        name: 'certification',
        ...(card(tools) && { title: card(tools)?.title[language] ?? '' }),
        mimeType: 'application/json',
      },
    ],
  }));
  server.setRequestHandler('resources/read', async ({ params: { uri } }) => {
    const known = resources.find((each) => each.uri === uri);
    if (known) return { contents: [{ uri, mimeType: known.mimeType, text: known.text() }] };
    const code = certificationOfUri(uri);
    const tool = card(tools);
    if (code === null || !tool) {
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        notKnown('resource', uri, addresses, language),
      );
    }
    const { content, structuredContent, isError } = await call(tool, { code });
    if (isError) {
      const [first] = content;
      const text = first?.type === 'text' ? first.text : '';
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, text);
    }
    const text = JSON.stringify(structuredContent);
    return { contents: [{ uri, mimeType: 'application/json', text }] };
  });
  server.setRequestHandler('completion/complete', async ({ params: { ref, argument } }) => {
    const prompt = ref.type === 'ref/prompt' ? named('prompt', prompts, ref.name, language) : null;
    if (ref.type === 'ref/resource' && !addresses.includes(ref.uri)) {
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        notKnown('resource', ref.uri, addresses, language),
      );
    }
    const snapshot = parts.store.current ?? (await parts.store.refresh());
    return { completion: { ...completeArgument(snapshot, prompt?.tool ?? null, argument) } };
  });
  return server;
}

function card(tools: readonly Tool[]): Tool | undefined {
  return tools.find(({ operation }) => operation.name === 'CertificationCard');
}

/** The code of JSON-RPC of a failure: of the server itself, or one to come again after. */
export function failureCode(status: number): number {
  return status === 500 ? ProtocolErrorCode.InternalError : OTHER;
}

/** A code that JSON-RPC leaves to servers. */
const OTHER = -32_000;
