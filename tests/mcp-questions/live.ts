import type { McpClient } from '../http/mcp/mcp-client.ts';
import { recorded, type Transcript } from './transcript.ts';

/** A server of chats as OpenAI's protocol has it (`POST {url}/chat/completions`). */
export interface Chat {
  readonly url: string;
  readonly key: string;
  readonly model: string;
}

/** The chat that the environment names; null when it names none, as it does by default. */
export function chatOf(env: Readonly<Record<string, string | undefined>>): Chat | null {
  const { QUESTIONS_CHAT_URL: url, QUESTIONS_CHAT_KEY: key, QUESTIONS_CHAT_MODEL: model } = env;
  if (!url) return null;
  if (!model) throw new Error('QUESTIONS_CHAT_MODEL is not set: the name of a model is needed');
  return { url: url.replace(/\/$/, ''), key: key ?? '', model };
}

interface Message {
  readonly role: string;
  readonly content: string | null;
  readonly tool_calls?: readonly {
    readonly id: string;
    readonly function: { readonly name: string; readonly arguments: string };
  }[];
  readonly tool_call_id?: string;
}

/** Turns of a conversation: a model that calls tools without end is stopped. */
const MOST_TURNS = 8;

/** Asks a model a question, with the tools of a server; gives what it did. */
export async function askModel(
  chat: Chat,
  agent: McpClient,
  question: string,
): Promise<Transcript> {
  const { tools } = await agent.client.listTools();
  const functions = tools.map(({ name, description, inputSchema }) => ({
    type: 'function',
    function: { name, description, parameters: inputSchema },
  }));
  const messages: Message[] = [
    { role: 'system', content: agent.client.getInstructions() ?? '' },
    { role: 'user', content: question },
  ];
  const calls: Transcript['calls'][number][] = [];
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const reply = await complete(chat, messages, functions);
    messages.push(reply);
    if (!reply.tool_calls || reply.tool_calls.length === 0) {
      return { question, calls, final: reply.content ?? '' };
    }
    for (const { id, function: called } of reply.tool_calls) {
      const given = JSON.parse(called.arguments || '{}') as Record<string, unknown>;
      const { structured, text } = await agent.call(called.name, given);
      calls.push({ tool: called.name, arguments: given, answer: recorded(structured) });
      messages.push({ role: 'tool', tool_call_id: id, content: text });
    }
  }
  throw new Error(`${question}: no answer after ${MOST_TURNS} turns`);
}

async function complete(
  { url, key, model }: Chat,
  messages: readonly Message[],
  tools: readonly object[],
): Promise<Message> {
  const response = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ model, messages, tools, temperature: 0 }),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  const { choices } = (await response.json()) as { choices: readonly { message: Message }[] };
  const [first] = choices;
  if (!first) throw new Error(`${url}: no choice`);
  return first.message;
}
