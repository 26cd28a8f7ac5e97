import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

/** How an agent connects. */
export interface Connection {
  readonly headers?: Readonly<Record<string, string>>;
  /** The revision that is spoken: the newest, or the one before it. */
  readonly mode?: 'modern' | 'legacy';
  /** Where messages are sent, after the address of the server. */
  readonly path?: string;
}

/** What a tool answered. */
export interface ToolAnswer {
  readonly isError: boolean;
  readonly text: string;
  /** Of an error: its members. */
  readonly errors: readonly Readonly<Record<string, unknown>>[];
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the answer it looks at.
  readonly structured: any;
}

/** A connected client of the library, as agents have it. */
export interface McpClient extends AsyncDisposable {
  readonly client: Client;
  call(name: string, given?: Readonly<Record<string, unknown>>): Promise<ToolAnswer>;
}

export async function connectMcp(
  url: string,
  { headers = {}, mode = 'modern', path = '/mcp' }: Connection = {},
): Promise<McpClient> {
  const transport = new StreamableHTTPClientTransport(new URL(`${url}${path}`), {
    requestInit: { headers },
  });
  const client = new Client(
    { name: 'test', version: '1' },
    { versionNegotiation: { mode: mode === 'modern' ? { pin: '2026-07-28' } : 'legacy' } },
  );
  await client.connect(transport);
  return {
    client,
    call: async (name, given = {}) => {
      const result = await client.callTool({ name, arguments: { ...given } });
      const texts = (result.content as { type: string; text: string }[]).map(({ text }) => text);
      const isError = result.isError === true;
      const members = isError ? (JSON.parse(texts[1] ?? '{}') as { errors?: [] }) : {};
      return {
        ...{ isError, text: texts[0] ?? '', errors: members.errors ?? [] },
        structured: result.structuredContent,
      };
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}
