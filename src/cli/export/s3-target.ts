import { openAsBlob } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { ExportError } from './export-error.ts';
import type { Exported, ExportTarget } from './target.ts';

/** Keys of a storage, as the environment has them. */
export interface S3Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of keys that expire; null of others. */
  readonly sessionToken: string | null;
}

export interface S3Parts {
  readonly bucket: string;
  /** Before each name; '' or with a slash at its end. */
  readonly prefix: string;
  /** null = that of AWS. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly keys: S3Keys;
}

/** Bytes of one object that is sent at once, by the protocol. */
const MOST_BYTES = 5_368_709_120;

/** Times that a request is sent which failed by the network, or by a fault of the storage. */
const TRIES = 4;

/** Milliseconds that one answer is waited for. */
const ANSWER_MS = 600_000;

/** The digest of an object, which is asked for before it is written again. */
const DIGEST = 'x-amz-meta-sha256';

/** What a code of the storage means, and what to do. */
const REASONS: Readonly<Record<string, string>> = {
  NoSuchBucket: 'there is no such bucket: make it, or mend its name',
  InvalidAccessKeyId: 'the storage does not know AWS_ACCESS_KEY_ID: mend it',
  SignatureDoesNotMatch:
    'AWS_SECRET_ACCESS_KEY is not that of AWS_ACCESS_KEY_ID, or S3_REGION is wrong: mend them',
  AuthorizationHeaderMalformed: 'S3_REGION is not that of the bucket: mend it',
  ExpiredToken: 'AWS_SESSION_TOKEN has expired: get new keys',
  InvalidToken: 'AWS_SESSION_TOKEN is not accepted: get new keys',
  AccessDenied:
    'the keys give no right to read and write there: the rights s3:PutObject, s3:GetObject and s3:DeleteObject are needed',
  RequestTimeTooSkewed: 'the clock of this machine is wrong: set it',
  PermanentRedirect: 'the bucket is of another region: set S3_REGION or S3_ENDPOINT',
};

/**
 * A bucket of a storage of the protocol of S3. An object is there once all its bytes have arrived with
 * the digest that the request was signed with.
 */
export class S3Target implements ExportTarget {
  readonly label: string;
  readonly #parts: S3Parts;
  readonly #client: AwsClient;

  constructor(parts: S3Parts) {
    this.#parts = parts;
    this.label = `s3://${parts.bucket}/${parts.prefix}`;
    const { accessKeyId, secretAccessKey, sessionToken } = parts.keys;
    this.#client = new AwsClient({
      ...{ accessKeyId, secretAccessKey, region: parts.region, service: 's3', retries: 0 },
      ...(sessionToken !== null && { sessionToken }),
    });
  }

  async has({ name, bytes, sha256 }: Exported): Promise<boolean> {
    const response = await this.#send('HEAD', name, AbortSignal.timeout(ANSWER_MS));
    if (response.status === 404) {
      // HEAD tells no code: a bucket that there is not is found out by what is written.
      return false;
    }
    await this.#check(response);
    const length = response.headers.get('content-length');
    return response.headers.get(DIGEST) === sha256 && length === String(bytes);
  }

  async read(name: string): Promise<string | null> {
    const response = await this.#send('GET', name, AbortSignal.timeout(ANSWER_MS));
    const text = await response.text();
    if (response.status === 404 && codeIn(text) !== 'NoSuchBucket') return null;
    await this.#check(response, text);
    return text;
  }

  async write(exported: Exported, signal: AbortSignal): Promise<void> {
    const { name, bytes, content, sha256, mediaType } = exported;
    if (bytes > MOST_BYTES) {
      throw new ExportError(
        `${name} has ${bytes} bytes, and ${MOST_BYTES} is what a storage takes at once: leave its format out with --formats`,
      );
    }
    // Read as it is sent: no more than a part of it is in memory.
    const body = 'text' in content ? new Blob([content.text]) : await openAsBlob(content.path);
    const response = await this.#send('PUT', name, signal, body, {
      'content-type': mediaType,
      'x-amz-content-sha256': sha256,
      [DIGEST]: sha256,
    });
    await this.#check(response);
    await response.body?.cancel();
  }

  async remove(name: string): Promise<void> {
    const response = await this.#send('DELETE', name, AbortSignal.timeout(ANSWER_MS));
    if (response.status !== 404) await this.#check(response);
  }

  async #send(
    method: string,
    name: string,
    signal: AbortSignal,
    body: Blob | null = null,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const url = this.#addressOf(name);
    for (let left = TRIES - 1; ; left--) {
      const either = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]);
      const sent = await this.#client
        .fetch(url, { method, headers, signal: either, ...(body && { body }) })
        .catch((error: unknown) => {
          signal.throwIfAborted();
          if (left > 0) return null;
          throw this.#unreachable(error);
        });
      if (sent && (left === 0 || (sent.status < 500 && sent.status !== 429))) return sent;
      await sent?.body?.cancel();
      await setTimeout(200 * 2 ** (TRIES - left), undefined, { signal });
    }
  }

  #addressOf(name: string): string {
    const { endpoint, region, bucket, prefix } = this.#parts;
    const path = `${prefix}${name}`.split('/').map(encodeURIComponent).join('/');
    if (endpoint === null) return `https://${bucket}.s3.${region}.amazonaws.com/${path}`;
    return `${endpoint.replace(/\/+$/, '')}/${bucket}/${path}`;
  }

  async #check(response: Response, text?: string): Promise<void> {
    if (response.ok) return;
    const { status } = response;
    const code = codeIn(text ?? (await response.text().catch(() => '')));
    const byStatus =
      status === 403
        ? REASONS['AccessDenied']
        : status === 301
          ? REASONS['PermanentRedirect']
          : null;
    const reason = REASONS[code] ?? byStatus ?? `it answered ${status} ${code}`.trim();
    throw new ExportError(`${this.label} cannot be used: ${reason}`);
  }

  #unreachable(error: unknown): ExportError {
    const { endpoint } = this.#parts;
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    const code =
      cause instanceof Error && 'code' in cause ? String(cause.code) : 'it does not answer';
    const where = endpoint ?? 'the storage of AWS';
    return new ExportError(
      `${this.label} cannot be reached: ${where} (${code}); mend S3_ENDPOINT or the network, and export again: what is there stays`,
      1,
      { cause: error },
    );
  }
}

/** The code in an error of the storage; '' without one. */
function codeIn(text: string): string {
  return /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? '';
}
