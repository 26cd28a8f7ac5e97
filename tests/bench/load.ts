import autocannon from 'autocannon';

const CONNECTIONS = 16;
const LONGER = 5;
/** Seconds that an answer may take: floors of whole registers take some. */
const TIMEOUT = 60;

/** What a server gave under load; latencies are in milliseconds, null when it answered nothing. */
export interface Load {
  readonly perSecond: number;
  readonly p50: number | null;
  readonly p99: number | null;
  /** Bytes of an answer with its headers, on average. */
  readonly bytes: number | null;
}

export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends requests in turn over 16 connections for so many seconds, after one that does not count;
 * five times as long when nothing is answered by then.
 * Each connection begins at a place of its own, so that they do not all send the same at once.
 *
 * - Throws when an answer is an error.
 */
export async function load(
  port: number,
  requests: readonly LoadRequest[],
  seconds: number,
): Promise<Load> {
  let clients = 0;
  const options = {
    url: `http://127.0.0.1:${port}`,
    connections: CONNECTIONS,
    timeout: TIMEOUT,
    headers: { 'content-type': 'application/json' },
    requests: [...requests],
    setupClient: (client: autocannon.Client) => {
      const from = Math.floor((requests.length * clients++) / CONNECTIONS) % requests.length;
      client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
    },
  };
  // What is prepared at the first use is prepared before the count.
  await autocannon({ ...options, duration: 1 });
  let result = await autocannon({ ...options, duration: seconds });
  // What takes longer than that is given more, so that there is something to compare with.
  if (result.requests.total === 0) {
    result = await autocannon({ ...options, duration: LONGER * seconds });
  }
  const failed = result['4xx'] + result['5xx'];
  if (failed > 0 || result.errors > 0) {
    throw new Error(
      `${requests[0]?.path}: ${failed} answers of 4xx or 5xx, ${result.errors} errors`,
    );
  }
  const answered = result.requests.total > 0;
  return {
    perSecond: result.requests.total / result.duration,
    p50: answered ? result.latency.p50 : null,
    p99: answered ? result.latency.p99 : null,
    bytes: answered ? result.throughput.total / result.requests.total : null,
  };
}

/** A GraphQL request by POST. */
export function post(query: string, variables: Readonly<Record<string, unknown>>): LoadRequest {
  return { method: 'POST', path: '/graphql', body: JSON.stringify({ query, variables }) };
}

/** How many times as much; null when one of the two is not known, or the other is nothing. */
export function ratio(ours: number | null, other: number | null): number | null {
  return ours === null || !other ? null : ours / other;
}
