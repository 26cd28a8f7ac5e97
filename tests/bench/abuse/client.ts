import { Agent, type IncomingMessage, request } from 'node:http';
import type { LoadRequest } from '../load.ts';

/** Characters of an answer in which its code is looked for. */
const HEAD = 2_048;

/** Milliseconds after which an answer is not waited for any longer. */
const TIMEOUT_MS = 10_000;

/** A client of a server on this machine: by its address another client than all others. */
export interface Client {
  /** The status of an answer that was read to its end, with its code where it is an error. */
  readonly send: (request: LoadRequest) => Promise<string>;
  /** Closes its connections; what is being answered on them ends. */
  readonly close: () => void;
}

/** Makes a client that sends from an address, over so many connections at most. */
export function createClient(port: number, localAddress: string, connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send = ({ method, path, body, headers }: LoadRequest): Promise<string> => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const sent = request({
      ...{ agent, method, path, port, host: '127.0.0.1', localAddress },
      headers: {
        ...(body !== undefined && {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        }),
        ...headers,
      },
      timeout: TIMEOUT_MS,
    });
    sent.on('response', (response) => readOutcome(response, resolve));
    sent.on('timeout', () => {
      resolve('no answer in 10 s');
      sent.destroy();
    });
    sent.on('error', ({ code = 'broken' }: NodeJS.ErrnoException) => resolve(code));
    sent.end(body);
    return promise;
  };
  return { send, close: () => agent.destroy() };
}

function readOutcome(response: IncomingMessage, resolve: (outcome: string) => void): void {
  let head = '';
  response.on('data', (chunk: Buffer) => {
    if (head.length < HEAD) head += chunk.toString('latin1', 0, HEAD);
  });
  response.on('end', () => resolve(outcomeOf(response.statusCode ?? 0, head)));
  response.on('aborted', () => resolve(`${response.statusCode}, broken off`));
}

/** The status of an answer, and its code where its beginning has one. */
function outcomeOf(status: number, head: string): string {
  const code = /"code":"([A-Z_]+)"/.exec(head)?.[1];
  const failed = status >= 400 || head.startsWith('{"errors"');
  return failed && code !== undefined ? `${status} ${code}` : String(status);
}
