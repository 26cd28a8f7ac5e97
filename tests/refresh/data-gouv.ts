import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Register } from '../../src/domain/certification/register-code.ts';
import type { Transfer, TransferLimits } from '../../src/refresh/transfer.ts';
import { exportText, type FicheText } from '../ingest/sources/export/export-text.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A resource as data.gouv lists it; anything may be missing or wrong. */
export type Resource = Record<string, unknown>;

export const DATASET = '/api/1/datasets/5eebbc067a14b6fecc9c9976/';

/** An export of one register, zipped as it is published: the same fiches give the same bytes. */
export async function exportZip(
  register: Register,
  day: string,
  fiches: readonly FicheText[],
): Promise<Buffer> {
  const zip = new ZipFile();
  const name = `export_fiches_${register}_V4_1_${day}.xml`;
  zip.addBuffer(Buffer.from(exportText(fiches)), name, { mtime: new Date('2026-01-01T00:00:00Z') });
  zip.end();
  return buffer(zip.outputStream);
}

export const zipName = (register: Register, day: string) =>
  `export-fiches-${register.toLowerCase()}-v4-1-${day}.zip`;

/** A server on this machine that behaves like data.gouv, until a test makes it misbehave. */
export class DataGouv implements AsyncDisposable {
  readonly #server: Server;
  readonly #files = new Map<string, { readonly bytes: Buffer; readonly tag: string }>();
  readonly #odd = new Map<string, Handler[]>();
  /** What the catalogue lists. */
  resources: (Resource | number | null)[] = [];
  /** Requests so far, but for those of the catalogue. */
  requests: { readonly path: string; readonly headers: IncomingMessage['headers'] }[] = [];
  /** The `User-Agent` of the last request. */
  userAgent = '';

  private constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  static async start(): Promise<DataGouv> {
    const site = new DataGouv();
    site.#server.listen(0, '127.0.0.1');
    await once(site.#server, 'listening');
    return site;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  get url(): URL {
    return new URL(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`);
  }

  /** Forgets all files, resources and requests, and behaves again. */
  reset(): void {
    this.#files.clear();
    this.#odd.clear();
    this.requests = [];
    // What the dataset lists beside the exports: other formats and versions, and nonsense.
    this.resources = [
      ...Array.from({ length: 50 }, (_, at) => ({
        title: `export-fiches-csv-2026-01-${String(at + 1).padStart(2, '0')}.zip`,
        url: 'x',
      })),
      { title: 'export-fiches-rncp-v3-0-2026-12-01.zip', url: 'x' },
      { title: 'export-fiches-rncp-v4-1-2026-02-30.zip', url: 'x' },
      { title: '../export-fiches-rncp-v4-1-2026-11-01.zip', url: 'x' },
      ...[{ title: null }, {}, null, 7],
    ];
  }

  /** Serves a file at a path. */
  serve(path: string, bytes: Buffer): void {
    this.#files.set(path, { bytes, tag: `"${createHash('md5').update(bytes).digest('hex')}"` });
  }

  /** Publishes an export, or publishes it anew, and gives its bytes. */
  async publish(
    register: Register,
    day: string,
    fiches: readonly FicheText[],
    resource: Resource = {},
  ): Promise<Buffer> {
    const bytes = await exportZip(register, day, fiches);
    this.list(register, day, bytes, resource);
    return bytes;
  }

  /** Lists an export of these bytes; what `resource` says goes before what is so. */
  list(register: Register, day: string, bytes: Buffer, resource: Resource = {}): void {
    const title = zipName(register, day);
    this.serve(`/resources/${title}`, bytes);
    this.resources = [
      ...this.resources.filter((each) => typeof each !== 'object' || each?.['title'] !== title),
      {
        title,
        url: new URL(`/resources/${title}`, this.url).href,
        latest: new URL(`/datasets/r/${register}`, this.url).href,
        filesize: bytes.length,
        last_modified: `${day}T06:00:00+00:00`,
        checksum: { type: 'sha1', value: createHash('sha1').update(bytes).digest('hex') },
        ...resource,
      },
    ];
  }

  /** Answers the next requests of a path by these handlers, each once. */
  misbehave(path: string, ...handlers: Handler[]): void {
    this.#odd.set(path, handlers);
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? '', this.url);
    this.userAgent = request.headers['user-agent'] ?? '';
    if (pathname !== DATASET) this.requests.push({ path: pathname, headers: request.headers });
    const odd = this.#odd.get(pathname)?.shift();
    const file = this.#files.get(pathname);
    if (odd) odd(request, response);
    else if (pathname === DATASET) response.end(JSON.stringify({ resources: this.resources }));
    else if (file) sendFile(file.bytes, file.tag, { request, response });
    else response.writeHead(404).end();
  }
}

interface Sending {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** A file with its tag, whole, from a place on, or only the word that it is the same. */
function sendFile(bytes: Buffer, etag: string, { request, response }: Sending): void {
  const { range, 'if-range': ifRange, 'if-none-match': ifNoneMatch } = request.headers;
  const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  if (ifNoneMatch === etag) response.writeHead(304, { etag }).end();
  else if (from > 0 && ifRange === etag) {
    response.writeHead(206, {
      ...{ etag, 'content-length': bytes.length - from },
      'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
    });
    response.end(bytes.subarray(from));
  } else response.writeHead(200, { etag, 'content-length': bytes.length }).end(bytes);
}

/** Sends the first bytes of a file and breaks the connection. */
export function breakingOff(
  bytes: Buffer,
  after: number,
  headers: Record<string, string> = {},
): Handler {
  const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
  return (_request, response) => {
    const said = { etag, 'content-length': String(bytes.length), ...headers };
    response.writeHead(200, said);
    response.write(bytes.subarray(0, after), () => setTimeout(() => response.destroy(), 200));
  };
}

/** Answers with a status alone. */
export function status(code: number, headers: Record<string, string> = {}): Handler {
  return (_request, response) => response.writeHead(code, headers).end();
}

export const LIMITS: TransferLimits = {
  headersMs: 500,
  leastBytesPerSecond: 10_000,
  windowMs: 200,
  catalogueBytes: 1e6,
  redirects: 3,
  attempts: 3,
  firstWaitMs: 1_000,
  longestWaitMs: 60_000,
};

/** What transfers of a test have in common: they do not wait; `said` collects their sentences. */
export function testTransfer(said: string[] = [], limits: Partial<TransferLimits> = {}): Transfer {
  return {
    limits: { ...LIMITS, ...limits },
    userAgent: 'debouches/test',
    signal: new AbortController().signal,
    wait: async () => {},
    report: (sentence) => said.push(sentence),
  };
}
