import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The key that the storage knows. */
export const S3_KEYS = { AWS_ACCESS_KEY_ID: 'TESTKEY', AWS_SECRET_ACCESS_KEY: 'test secret' };

interface Stored {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a storage does in place of what it is asked for. */
export type Fault =
  | {
      readonly status: number;
      readonly code?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection is cut while the body is received, or while the answer is sent. */
  | 'CUT'
  /** Answers as if it had stored an object, and has not. */
  | 'FORGOTTEN'
  /** Never answers. */
  | 'SILENT';

/** A storage of the protocol of S3, in memory. */
export interface S3Storage extends AsyncDisposable {
  readonly endpoint: string;
  readonly objects: Map<string, Stored>;
  /** Called before an object is stored, with how many came before; a promise that stays open stalls it. */
  onPut: (before: number) => Promise<void> | void;
  /** What goes wrong with a request; null when nothing does. */
  fault: (method: string, name: string) => Fault | null;
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Buffer | string, text: string) =>
  createHmac('sha256', key).update(text).digest();

/** The code of what is wrong with the signature of a request (AWS Signature Version 4); null when it is right. */
function wrongSignature({ method, url = '', headers }: IncomingMessage): string | null {
  const [, key, day, region, signed = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([\da-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (key !== S3_KEYS.AWS_ACCESS_KEY_ID) return 'InvalidAccessKeyId';
  const [path, query = ''] = url.split('?', 2);
  const lines = signed.split(';').map((name) => `${name}:${headers[name]}\n`);
  const digest = headers['x-amz-content-sha256'];
  const canonical = [method, path, query, lines.join(''), signed, digest].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const secret = `AWS4${S3_KEYS.AWS_SECRET_ACCESS_KEY}`;
  const derived = [String(day), String(region), 's3', 'aws4_request'].reduce<Buffer | string>(
    hmac,
    secret,
  );
  return hmac(derived, text).toString('hex') === signature ? null : 'SignatureDoesNotMatch';
}

/** Starts a storage that has one bucket, `open-data`; anybody reads it, and who has the key writes. */
export async function startStorage(): Promise<S3Storage> {
  const objects = new Map<string, Stored>();
  let puts = 0;
  const server = createServer(async (request, response) => {
    const fail = (status: number, code: string, headers: Readonly<Record<string, string>> = {}) => {
      request.resume();
      response.writeHead(status, { 'content-type': 'application/xml', ...headers });
      response.end(
        request.method === 'HEAD' || code === '' ? '' : `<Error><Code>${code}</Code></Error>`,
      );
    };
    const wrong = wrongSignature(request);
    const isAnonymous = request.headers.authorization === undefined && request.method === 'GET';
    if (wrong && !isAnonymous) return fail(403, wrong);
    const [, bucket, ...rest] = (request.url ?? '').split('/');
    if (bucket !== 'open-data') return fail(404, 'NoSuchBucket');
    const name = rest.join('/');
    const fault = storage.fault(request.method ?? '', name);
    if (fault === 'SILENT') return;
    if (fault === 'CUT') {
      if (request.method === 'PUT') await once(request, 'data');
      else response.writeHead(200, { 'content-length': 1000 }).write('half of ');
      setImmediate(() => request.socket.destroy());
      return;
    }
    if (fault === 'FORGOTTEN') {
      request.resume();
      response.end();
      return;
    }
    if (fault) return fail(fault.status, fault.code ?? '', fault.headers);
    if (request.method === 'PUT') {
      await storage.onPut(puts);
      puts += 1;
      const body = Buffer.concat(await request.toArray());
      if (sha256(body) !== request.headers['x-amz-content-sha256']) {
        return fail(400, 'XAmzContentSHA256Mismatch');
      }
      const headers = {
        'content-type': String(request.headers['content-type']),
        'x-amz-meta-sha256': String(request.headers['x-amz-meta-sha256']),
      };
      objects.set(name, { body, headers });
      response.end();
      return;
    }
    if (request.method === 'DELETE') {
      objects.delete(name);
      response.writeHead(204).end();
      return;
    }
    const found = objects.get(name);
    if (!found) return fail(404, 'NoSuchKey');
    response.writeHead(200, { ...found.headers, 'content-length': found.body.byteLength });
    response.end(request.method === 'HEAD' ? '' : found.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const storage: S3Storage = {
    ...{ endpoint: `http://127.0.0.1:${port}`, objects, onPut: () => {} },
    fault: () => null,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return storage;
}
