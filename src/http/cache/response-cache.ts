import { LRUCache } from 'lru-cache';

/** A complete answer with status 200, as it is sent. */
export interface CachedResponse {
  readonly body: Buffer;
  /** What describes the body: `content-type`, `content-encoding`, `content-disposition` … */
  readonly headers: Readonly<Record<string, string>>;
  /** Quoted. */
  readonly etag: string;
}

/** What an answer depends on: all of it, for two answers that may differ never share a key. */
export interface ResponseIdentity {
  /** What it was read from: its `publicationKey`. */
  readonly publication: string;
  /** Day in Paris that it was computed on: figures that are not due today are overdue tomorrow. */
  readonly day: string;
  /** What was asked: id of the operation or name of the report, and variables in one spelling. */
  readonly request: readonly string[];
  /** In which form: media type, profile, labels, encoding. */
  readonly form: readonly string[];
}

/** Answers in memory; the least recently used go first. */
export interface ResponseCache {
  /** The answer of a `responseKey`; whether there was one is counted. */
  get(key: string): CachedResponse | undefined;
  /** Keeps an answer under what its execution really saw, unless it is larger than `largest`. */
  put(key: string, response: CachedResponse): void;
  /** Bytes of the largest answer that is kept: none is worth a good part of the others. */
  readonly largest: number;
  counts(): CacheCounts;
}

export interface CacheCounts {
  readonly hits: number;
  readonly misses: number;
  readonly bytes: number;
  readonly entries: number;
}

/** Bytes that an entry takes beside its body and its key: headers, buffers' heads, the map. */
const OVERHEAD = 1024;

/** Makes a cache that never holds more than so many bytes; 0 keeps nothing. */
export function createResponseCache(bytes: number): ResponseCache {
  const largest = Math.floor(bytes / 8);
  const responses = new LRUCache<string, CachedResponse>({
    maxSize: Math.max(1, bytes),
    maxEntrySize: Math.max(1, largest),
    sizeCalculation: ({ body }, key) => body.byteLength + 2 * key.length + OVERHEAD,
  });
  let hits = 0;
  let misses = 0;
  return {
    largest,
    get: (key) => {
      const response = responses.get(key);
      if (response) hits += 1;
      else misses += 1;
      return response;
    },
    put: (key, response) => {
      responses.set(key, response);
    },
    counts: () => ({ hits, misses, bytes: responses.calculatedSize, entries: responses.size }),
  };
}

/** One text for one identity. */
export function responseKey({ publication, day, request, form }: ResponseIdentity): string {
  return JSON.stringify([publication, day, request, form]);
}
