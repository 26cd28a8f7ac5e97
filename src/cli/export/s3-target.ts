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

/** Milliseconds that one answer is waited for, and how many bytes of an object have one more each. */
const ANSWER_MS = 60_000;
const BYTES_PER_MS = 50;

/** Seconds that are waited at most where the storage says after how many to come again. */
const LONGEST_WAIT = 60;

/** The digest of an object, which is asked for before it is written again. */
const DIGEST = 'x-amz-meta-sha256';

const AGAIN = 'export again later; what is there stays';

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
    'the keys give no right to read and write there: the rights s3:PutObject, s3:GetObject and s3:DeleteObject on its objects and s3:ListBucket on the bucket are needed, without which what is not there is forbidden',
  RequestTimeTooSkewed: 'the clock of this machine is wrong: set it',
  PermanentRedirect: 'the bucket is of another region: set S3_REGION or S3_ENDPOINT',
  SlowDown: `it asks for fewer requests: ${AGAIN}`,
  RequestTimeout: `it waited too long for the bytes of an object: ${AGAIN}`,
  QuotaExceeded: 'it takes no more bytes: make room in it, or raise its quota',
};

/** The same by the status of an answer, where its code says nothing. */
const BY_STATUS: Readonly<Record<number, string | undefined>> = {
  301: REASONS['PermanentRedirect'],
  307: REASONS['PermanentRedirect'],
  403: REASONS['AccessDenied'],
  404: REASONS['NoSuchBucket'],
  429: REASONS['SlowDown'],
  507: REASONS['QuotaExceeded'],
};

/** An answer, read to its end. */
interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

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

  /** A storage has no lock: two exports of different files find it out when they look at the end. */
  async hold(): Promise<AsyncDisposable> {
    return { [Symbol.asyncDispose]: async () => {} };
  }

  async has({ name, bytes, sha256 }: Exported, signal: AbortSignal): Promise<boolean> {
    const answer = await this.#send('HEAD', name, signal);
    // HEAD tells no code: a bucket that there is not is found out by what is read before.
    if (answer.status === 404) return false;
    this.#check(answer);
    const length = answer.headers.get('content-length');
    return answer.headers.get(DIGEST) === sha256 && length === String(bytes);
  }

  async read(name: string, signal: AbortSignal): Promise<string | null> {
    const answer = await this.#send('GET', name, signal);
    if (answer.status === 404 && codeIn(answer.text) !== 'NoSuchBucket') return null;
    this.#check(answer);
    return answer.text;
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
    const answer = await this.#send('PUT', name, signal, body, {
      'content-type': mediaType,
      'x-amz-content-sha256': sha256,
      [DIGEST]: sha256,
    });
    this.#check(answer);
  }

  async remove(name: string, signal: AbortSignal): Promise<void> {
    const answer = await this.#send('DELETE', name, signal);
    if (answer.status !== 404) this.#check(answer);
  }

  async #send(
    method: string,
    name: string,
    signal: AbortSignal,
    body: Blob | null = null,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const url = this.#addressOf(name);
    const longest = ANSWER_MS + Math.ceil((body?.size ?? 0) / BYTES_PER_MS);
    for (let left = TRIES - 1; ; left--) {
      const either = AbortSignal.any([signal, AbortSignal.timeout(longest)]);
      // Where it leads elsewhere nothing is sent there: the signature is for this address.
      const asked = { method, headers, signal: either, redirect: 'manual' } as const;
      const answer = await this.#client
        .fetch(url, { ...asked, ...(body && { body }) })
        .then(wholeAnswer)
        .catch((error: unknown) => {
          signal.throwIfAborted();
          if (left > 0) return null;
          throw this.#unreachable(error);
        });
      if (answer && (left === 0 || !isPassing(answer))) return answer;
      await setTimeout(waitOf(answer, TRIES - left), undefined, { signal });
    }
  }

  #addressOf(name: string): string {
    const { endpoint, region, bucket, prefix } = this.#parts;
    const path = `${prefix}${name}`.split('/').map(encodeURIComponent).join('/');
    if (endpoint === null) return `https://${bucket}.s3.${region}.amazonaws.com/${path}`;
    return `${endpoint.replace(/\/+$/, '')}/${bucket}/${path}`;
  }

  #check({ status, text }: Answer): void {
    if (status >= 200 && status < 300) return;
    const code = codeIn(text);
    const answered = `it answered ${`${status} ${code}`.trim()}`;
    const reason =
      REASONS[code] ?? BY_STATUS[status] ?? (status < 500 ? answered : `${answered}: ${AGAIN}`);
    throw new ExportError(`${this.label} cannot be used: ${reason}`);
  }

  #unreachable(error: unknown): ExportError {
    const { endpoint } = this.#parts;
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    const code =
      cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
        ? cause.code
        : 'it does not answer';
    const where = endpoint ?? 'the storage of AWS';
    return new ExportError(
      `${this.label} cannot be reached: ${where} (${code}); mend S3_ENDPOINT or the network, and export again: what is there stays`,
      1,
      { cause: error },
    );
  }
}

async function wholeAnswer(response: Response): Promise<Answer> {
  const { status, headers } = response;
  return { status, headers, text: await response.text() };
}

/** Whether the same request may be answered otherwise a little later. */
function isPassing({ status, text }: Answer): boolean {
  const isFault = status >= 500 && status !== 501 && status !== 507;
  return isFault || status === 429 || codeIn(text) === 'RequestTimeout';
}

/** Milliseconds to wait before a request is sent again. */
function waitOf(answer: Answer | null, tries: number): number {
  const seconds = Number(answer?.headers.get('retry-after') ?? Number.NaN);
  return seconds >= 0 ? Math.min(seconds, LONGEST_WAIT) * 1000 : 200 * 2 ** tries;
}

/** The code in an error of the storage; '' without one. */
function codeIn(text: string): string {
  return /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? '';
}
