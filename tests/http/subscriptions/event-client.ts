import type { QuestionServer } from '../question-server.ts';

/** An event as a client has it: its name, and its data as JSON. */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: unknown;
}

/** A subscription that a client has open. */
export interface Subscription extends AsyncDisposable {
  readonly response: Response;
  /** The next event; null at the end of the stream. */
  next(): Promise<ServerSentEvent | null>;
  /** Resolves when so many more comments have come, with no event between. */
  quiet(comments: number): Promise<void>;
  /** Breaks the connection. */
  leave(): Promise<void>;
}

export const EVENTS = { accept: 'text/event-stream' };

export const PUBLISHED = 'subscription { publicationPublished { number current } }';

/** Sends a subscription by POST. */
export function subscribe(
  server: QuestionServer,
  body: object = { query: PUBLISHED },
  headers: Readonly<Record<string, string>> = {},
): Promise<Subscription> {
  return open(`${server.url}/graphql`, {
    ...{ method: 'POST', body: JSON.stringify(body) },
    headers: { 'content-type': 'application/json', ...EVENTS, ...headers },
  });
}

/** Opens a stream of events by `fetch`. */
export async function open(url: string, init: RequestInit = {}): Promise<Subscription> {
  const leaving = new AbortController();
  const response = await fetch(url, { headers: EVENTS, ...init, signal: leaving.signal });
  const blocks = blocksOf(response);
  const leave = async () => {
    leaving.abort();
    await blocks.return(undefined).catch(() => {});
  };
  return {
    response,
    next: async () => {
      for (;;) {
        const { value, done } = await blocks.next();
        if (done) return null;
        if (!value.startsWith(':')) return eventOf(value);
      }
    },
    quiet: async (comments) => {
      for (let left = comments; left > 0; left--) {
        const { value } = await blocks.next();
        if (!value?.startsWith(':')) throw new Error(`not a comment: ${value}`);
      }
    },
    leave,
    [Symbol.asyncDispose]: leave,
  };
}

/** Texts between empty lines. */
async function* blocksOf({ body }: Response): AsyncGenerator<string, undefined> {
  let text = '';
  for await (const piece of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    text += piece;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    yield* blocks;
  }
  return undefined;
}

function eventOf(block: string): ServerSentEvent {
  const fields = new Map(
    block.split('\n').map((line) => {
      const [, name = '', value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
      return [name, value] as const;
    }),
  );
  const data = fields.get('data');
  return { event: fields.get('event') ?? '', data: data ? JSON.parse(data) : null };
}
