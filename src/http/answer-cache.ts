/** A complete answer with status 200, as it is sent. */
export interface Answer {
  readonly body: Buffer;
  /** What describes the body: `content-type`, `content-encoding`, `content-disposition` … */
  readonly headers: Readonly<Record<string, string>>;
  /** Quoted. */
  readonly etag: string;
}

/** What an answer depends on: all of it, for two answers that may differ never share a key. */
export interface AnswerIdentity {
  /** What it was read from: `editionOf` its publication. */
  readonly edition: string;
  /** Day in Paris that it was reckoned on: figures that are not due today are overdue tomorrow. */
  readonly day: string;
  /** What was asked: id of the document or name of the report, and variables in one spelling. */
  readonly asked: readonly string[];
  /** In which form: media type, profile, labels, encoding. */
  readonly form: readonly string[];
}

/** Answers in memory, those unused for longest given up first. */
export interface AnswerCache {
  /** An answer, and whether there was one is counted. */
  get(identity: AnswerIdentity): Answer | undefined;
  /** Keeps an answer under what its execution really saw, unless it is larger than `largest`. */
  put(identity: AnswerIdentity, answer: Answer): void;
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

interface Entry {
  readonly answer: Answer;
  readonly bytes: number;
}

/** Makes a cache that never holds more than so many bytes; 0 keeps nothing. */
export function createAnswerCache({ bytes: limit }: { readonly bytes: number }): AnswerCache {
  // A map keeps the order of insertion: the first is the one unused for longest.
  const entries = new Map<string, Entry>();
  let held = 0;
  let hits = 0;
  let misses = 0;
  const drop = (key: string, { bytes }: Entry) => {
    entries.delete(key);
    held -= bytes;
  };
  const largest = Math.floor(limit / 8);
  return {
    largest,
    get: (identity) => {
      const key = answerKey(identity);
      const entry = entries.get(key);
      if (!entry) {
        misses += 1;
        return undefined;
      }
      hits += 1;
      entries.delete(key);
      entries.set(key, entry);
      return entry.answer;
    },
    put: (identity, answer) => {
      const key = answerKey(identity);
      const before = entries.get(key);
      if (before) drop(key, before);
      const bytes = answer.body.byteLength + 2 * key.length + OVERHEAD;
      if (bytes > largest) return;
      entries.set(key, { answer, bytes });
      held += bytes;
      for (const [oldest, entry] of entries) {
        if (held <= limit) break;
        drop(oldest, entry);
      }
    },
    counts: () => ({ hits, misses, bytes: held, entries: entries.size }),
  };
}

/** One text for one identity, fit for `createSingleFlight` too. */
export function answerKey({ edition, day, asked, form }: AnswerIdentity): string {
  return JSON.stringify([edition, day, asked, form]);
}

/**
 * One spelling of the variables of a document: keys in order, no spaces. Absent variables are those
 * of an empty object.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value ?? {}, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}
