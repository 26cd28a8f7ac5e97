import { errorOf, secondsOf } from './errors.ts';

export interface ClientOptions {
  /** An API key, or a token of the issuer that the server accepts. */
  readonly key?: string | undefined;
  /** Language of messages of errors; that of the browser, else English, when it is not given. */
  readonly language?: 'fr' | 'en' | undefined;
  /** How often a request is sent again that is answered 429 or 503 with `Retry-After`; 2 when it is not given. */
  readonly retries?: number | undefined;
  /** The longest that is waited before each of these, in seconds: past it the error is given at once. 30 when it is not given. */
  readonly longestWait?: number | undefined;
  /** In place of the global one. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

export interface HttpRequest {
  readonly path: string;
  /** Sent by POST as JSON; by GET when absent. */
  readonly body?: unknown;
  readonly accept: string;
  readonly signal: AbortSignal | undefined;
}

/** Sends requests to a server, again when it is busy and says for how long. */
export class Http {
  readonly #url: string;
  readonly #options: ClientOptions;

  constructor(url: string, options: ClientOptions) {
    // An address with a path, behind a proxy, keeps it.
    this.#url = new URL(url).href.replace(/\/+$/, '');
    this.#options = options;
  }

  /** An answer, whatever its status; throws as `fetch` does. */
  async send({ path, body, accept, signal }: HttpRequest): Promise<Response> {
    const { key, language, retries = 2, longestWait = 30 } = this.#options;
    const send = this.#options.fetch ?? globalThis.fetch;
    for (let left = retries; ; left -= 1) {
      const response = await send(this.#url + path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          accept,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(key !== undefined && { authorization: `Bearer ${key}` }),
          ...(language !== undefined && { 'accept-language': language }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: signal ?? null,
      });
      const isBusy = response.status === 429 || response.status === 503;
      const seconds = secondsOf(response.headers.get('retry-after'));
      if (!isBusy || seconds === null || seconds > longestWait || left <= 0) return response;
      await response.body?.cancel();
      await wait(seconds * 1000, signal);
    }
  }

  /** An answer that is not an error. */
  async read(request: HttpRequest): Promise<Response> {
    const response = await this.send(request);
    if (response.ok) return response;
    throw errorOf(response, await jsonOf(response));
  }
}

/** The body as JSON; null when it is none. */
export async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Waits; rejects with the reason of the signal when that is aborted first. */
function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const leave = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', leave);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', leave, { once: true });
  });
}
