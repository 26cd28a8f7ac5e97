import { setTimeout } from 'node:timers/promises';
import { STAMPED_REQUESTS, type StampedRequest } from './stamped-register.ts';

/** Milliseconds between two requests of a client: imports are to have the processor too. */
const PAUSE_MS = 15;
/** Milliseconds in which a publication is served by all servers. */
const SERVED_WITHIN_MS = 5_000;

/** What is documented for what reads the database, while that is away or another publication comes. */
const DOCUMENTED = new Set(['DATABASE_UNAVAILABLE', 'PUBLICATION_REPLACED', 'TIMEOUT']);

interface Failure {
  readonly extensions?: { readonly code?: string };
}

/** Clients that ask a server, each one request after the other, until disposed of. */
export interface StampedClients extends AsyncDisposable {
  /** Asks until a version is answered; fails after five seconds. */
  until(version: number): Promise<void>;
  seen(): {
    readonly answers: number;
    /** Answers by the names of their requests. */
    readonly byName: ReadonlyMap<string, number>;
    /** Answers of two publications, of an older one than before, or that are not documented. */
    readonly faults: ReadonlySet<string>;
  };
}

/** Starts so many clients of a server. */
export function startClients(url: string, count: number): StampedClients {
  const byName = new Map<string, number>();
  const faults = new Set<string>();
  let answers = 0;
  /** The newest version that was answered to anybody. */
  let newest = 0;

  const ask = async (request: StampedRequest): Promise<number | null> => {
    const { name, path, body } = request;
    const before = newest;
    const headers = { accept: '*/*', 'content-type': 'application/json' };
    const response = await fetch(`${url}${path}`, body ? { method: 'POST', headers, body } : {});
    const text = await response.text();
    answers += 1;
    byName.set(name, (byName.get(name) ?? 0) + 1);
    const code = codeOf(response, text);
    if (code !== null) {
      const fault = faultOf(request, response, code);
      if (fault) faults.add(`${name} ${response.status} ${fault}: ${text.slice(0, 200)}`);
      return null;
    }
    const versions = [...request.versionsOf(text)];
    const [version = 0] = versions;
    if (versions.length !== 1) faults.add(`${name} is of ${versions.join(' and ')}`);
    else if (version < before) faults.add(`${name} is of ${version} after ${before}`);
    newest = Math.max(newest, version);
    return version;
  };

  const stop = new AbortController();
  const asking = Array.from({ length: count }, async (_, client) => {
    for (let turn = client; !stop.signal.aborted; turn++) {
      const request = STAMPED_REQUESTS[turn % STAMPED_REQUESTS.length] as StampedRequest;
      await ask(request).catch((error: unknown) => faults.add(`${request.name}: ${error}`));
      await setTimeout(PAUSE_MS);
    }
  });
  return {
    until: async (version) => {
      const last = performance.now() + SERVED_WITHIN_MS;
      while (newest < version) {
        if (performance.now() > last)
          throw new Error(`${url}: ${version} is not served, ${newest} is`);
        await setTimeout(20);
      }
    },
    seen: () => ({ answers, byName, faults }),
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await Promise.all(asking);
    },
  };
}

/** The code of the first error of an answer, or of the problem that it is. */
function codeOf({ status, headers }: Response, text: string): string | null {
  if (!headers.get('content-type')?.includes('json')) return status === 200 ? null : `${status}`;
  const { errors, code } = JSON.parse(text) as { errors?: readonly Failure[]; code?: string };
  return errors?.[0]?.extensions?.code ?? code ?? (status === 200 ? null : `${status}`);
}

/** What is wrong with an error. */
function faultOf(request: StampedRequest, { status, headers }: Response, code: string) {
  if (request.isFromMemory) return `${code}, which memory answers`;
  if (!DOCUMENTED.has(code)) return `${code}, which is not documented`;
  if (status !== 200 && status !== 503) return `${code} with another status`;
  if (status === 503 && !headers.has('retry-after')) return `${code} without Retry-After`;
  return null;
}
