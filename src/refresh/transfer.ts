import { parseAddress } from './address.ts';
import { RefreshError, TransferError } from './refresh-error.ts';

/** How long, how often and how slowly files may be transferred. */
export interface TransferLimits {
  /** Within how long the headers of an answer arrive, in milliseconds. */
  readonly headersMs: number;
  /** Bytes in each second that an answer has at least, over a window of so many milliseconds. */
  readonly leastBytesPerSecond: number;
  readonly windowMs: number;
  /** Bytes of a catalogue, at most. */
  readonly catalogueBytes: number;
  /** Redirects that are followed for one request. */
  readonly redirects: number;
  /** How often a request is sent in all. */
  readonly attempts: number;
  /** Milliseconds before the second attempt, four times as many before each further one. */
  readonly firstWaitMs: number;
  /** The most that is waited, whatever a server asks. */
  readonly longestWaitMs: number;
}

export const TRANSFER_LIMITS: TransferLimits = {
  headersMs: 60_000,
  leastBytesPerSecond: 10_000,
  windowMs: 30_000,
  // Over 8,000 resources take some megabytes.
  catalogueBytes: 128 * 1024 ** 2,
  redirects: 5,
  attempts: 5,
  firstWaitMs: 2_000,
  longestWaitMs: 600_000,
};

/** What transfers of one refresh have in common. */
export interface Transfer {
  readonly limits: TransferLimits;
  /** Product and version, which data.gouv asks for. */
  readonly userAgent: string;
  readonly signal: AbortSignal;
  /** Waits so many milliseconds; throws when the signal is given. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** Called with a sentence when something is tried again. */
  readonly report: (sentence: string) => void;
}

/** The answer to a request: its status and headers, and its body once. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Throws `TransferError` when it breaks off or comes too slowly. */
  readonly chunks: () => AsyncGenerator<Uint8Array>;
  /** Gives up what was not read of it. */
  readonly discard: () => Promise<void>;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Statuses that another time may be another: slow down, too early, and faults of a server. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Asks an address by GET, and follows its redirects.
 *
 * - Throws `TransferError` when it cannot be reached, does not answer in time, or redirects too often
 *   or to what is not accepted. Answers of any status are given.
 */
export async function get(
  address: URL,
  headers: Readonly<Record<string, string>>,
  transfer: Transfer,
): Promise<Answer> {
  let at = address;
  for (let hops = 0; hops <= transfer.limits.redirects; hops += 1) {
    const answer = await getOnce(at, headers, transfer);
    const location = REDIRECTS.has(answer.status) ? answer.headers.get('location') : null;
    if (location === null) return answer;
    await answer.discard();
    const next = parseAddress(location, at);
    if (!next) {
      throw new TransferError(
        `${at.host} redirects to ${JSON.stringify(location.slice(0, 200))}, which is not accepted: https is, and http from this machine to itself`,
        { retry: false },
      );
    }
    at = next;
  }
  throw new TransferError(
    `${address.host} redirects more than ${transfer.limits.redirects} times, in a circle perhaps`,
    { retry: false },
  );
}

async function getOnce(
  address: URL,
  headers: Readonly<Record<string, string>>,
  { limits, userAgent, signal }: Transfer,
): Promise<Answer> {
  const slow = new AbortController();
  const timer = setTimeout(() => {
    const message = `${address.host} did not answer within ${limits.headersMs / 1000} s`;
    slow.abort(new TransferError(message, { retry: true }));
  }, limits.headersMs);
  try {
    const response = await fetch(address, {
      // A file is to arrive as it is: ranges and lengths are those of its own bytes.
      headers: { 'user-agent': userAgent, 'accept-encoding': 'identity', ...headers },
      redirect: 'manual',
      signal: AbortSignal.any([signal, slow.signal]),
    });
    return {
      status: response.status,
      headers: response.headers,
      chunks: () => inPace(response, { address, slow, limits, signal }),
      discard: async () => response.body?.cancel().catch(() => {}),
    };
  } catch (error) {
    throw transferError(address, error, signal);
  } finally {
    clearTimeout(timer);
  }
}

interface Pace {
  readonly address: URL;
  readonly slow: AbortController;
  readonly limits: TransferLimits;
  readonly signal: AbortSignal;
}

/** The bytes of an answer, while they come fast enough. */
async function* inPace(
  response: Response,
  { address, slow, limits, signal }: Pace,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  const timer = setInterval(() => {
    if (bytes < (limits.leastBytesPerSecond * limits.windowMs) / 1000) {
      const message = `${address.host} sent ${bytes} bytes within ${limits.windowMs / 1000} s, which is too slow`;
      slow.abort(new TransferError(message, { retry: true }));
    }
    bytes = 0;
  }, limits.windowMs);
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw transferError(address, error, signal);
  } finally {
    clearInterval(timer);
  }
}

/** What the codes of a connection that failed mean. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host cannot be looked up now',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'it closed the connection',
  EPIPE: 'it closed the connection',
  UND_ERR_SOCKET: 'it closed the connection',
  ETIMEDOUT: 'it does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
  ENETUNREACH: 'the network cannot be reached',
  EHOSTUNREACH: 'the network cannot be reached',
};

/** A connection that failed as a `TransferError`; the reason of the caller's signal as it is. */
function transferError(address: URL, error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted || error instanceof TransferError) return error;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const first = cause instanceof AggregateError ? cause.errors[0] : cause;
  const code = String((first as { readonly code?: unknown }).code ?? '');
  const isOfTls = /CERT|SIGNATURE|TLS|SSL/.test(code);
  const reason =
    REASONS[code] ??
    (isOfTls
      ? `its certificate is not accepted (${code})`
      : `${first instanceof Error ? first.message : first}`);
  return new TransferError(`${address.host} cannot be read: ${reason}`, {
    retry: !isOfTls,
    cause: error,
  });
}

/** The error for a status that is not one of success. */
export function statusError(what: string, { status, headers }: Answer): TransferError {
  const retry = PASSING.has(status);
  const advice = retry ? '' : ': refresh again later, or import the files by hand';
  return new TransferError(`${what} was answered with status ${status}${advice}`, {
    retry,
    waitMs: retryAfterMs(headers.get('retry-after'), Date.now()),
  });
}

/** Milliseconds that `Retry-After` asks to wait, given in seconds or as a date; null without one. */
export function retryAfterMs(value: string | null, now: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/**
 * Does something again while it fails with a `TransferError` that may pass, after waits that grow
 * and are as long as the server asks.
 *
 * - Throws the last error when the attempts are over or the server asks to wait for longer than the
 *   limit.
 */
export async function withRetries<Result>(
  run: () => Promise<Result>,
  { limits, signal, wait, report }: Transfer,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof TransferError) || !error.retry) throw error;
      const asked = error.waitMs ?? 0;
      if (asked > limits.longestWaitMs) {
        const minutes = Math.ceil(asked / 60_000);
        throw new RefreshError(
          `${error.message}, and its server asks to be left alone for ${minutes} minutes: refresh again then`,
          { failure: error.failure, cause: error },
        );
      }
      if (attempt >= limits.attempts) {
        throw new RefreshError(
          `${error.message}; it was tried ${attempt} times: refresh again later`,
          { failure: error.failure, cause: error },
        );
      }
      const growing = Math.min(limits.firstWaitMs * 4 ** (attempt - 1), limits.longestWaitMs);
      const waitMs = Math.max(growing, asked);
      report(`${error.message}: tried again in ${Math.ceil(waitMs / 1000)} s`);
      await wait(waitMs, signal);
    }
  }
}
