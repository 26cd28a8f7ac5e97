import { LRUCache } from 'lru-cache';
import { SharedWork, type Work } from '../domain/work.ts';

/** Work that is being done, as long as somebody does it. */
type UnderWay = Map<string, WeakRef<SharedWork<unknown>>>;

/** Works that are known to be under way, those that all have left included. */
const MOST_UNDER_WAY = 1_000;

/** Remembers what was computed, those unused for longest forgotten first. */
export class Memo {
  readonly #known: LRUCache<string, object>;
  readonly #underWay: UnderWay;
  readonly #prefix: string;

  /** So many values at most, whatever they take. */
  constructor(most: number);
  /** Those of another memo whose keys begin so. */
  constructor(within: LRUCache<string, object>, prefix: string, underWay?: UnderWay);
  constructor(
    most: number | LRUCache<string, object>,
    prefix = '',
    underWay: UnderWay = new Map(),
  ) {
    this.#known = typeof most === 'number' ? new LRUCache({ max: most }) : most;
    this.#underWay = underWay;
    this.#prefix = prefix;
  }

  /** A part of this memo: what it holds counts with the rest. */
  part(name: string): Memo {
    return new Memo(this.#known, `${this.#prefix}${name} `, this.#underWay);
  }

  /** What a key stands for, computed at the first use. */
  of<Value extends object>(key: string, compute: () => Value): Value {
    const known = this.get<Value>(key);
    if (known !== undefined) return known;
    const value = compute();
    this.set(key, value);
    return value;
  }

  /**
   * What a key stands for, worked out at the first use: once, however many want it by then. Work that
   * all have left is forgotten.
   */
  *work<Value extends object>(key: string, make: () => Work<Value>): Work<Value> {
    const known = this.get<Value>(key);
    if (known !== undefined) return known;
    const name = this.#prefix + key;
    try {
      const value = yield* this.#shared(name, make).rest();
      if (this.get(key) === undefined) this.set(key, value);
      return value;
    } finally {
      this.#underWay.delete(name);
    }
  }

  /** The work of a name that is under way, else a new one. */
  #shared<Value>(name: string, make: () => Work<Value>): SharedWork<Value> {
    const before = this.#underWay.get(name)?.deref();
    if (before) return before as SharedWork<Value>;
    const shared = new SharedWork(make());
    if (this.#underWay.size >= MOST_UNDER_WAY) this.#underWay.clear();
    this.#underWay.set(name, new WeakRef(shared));
    return shared;
  }

  get<Value extends object>(key: string): Value | undefined {
    return this.#known.get(this.#prefix + key) as Value | undefined;
  }

  set(key: string, value: object): void {
    this.#known.set(this.#prefix + key, value);
  }
}

/** The memo of an owner among others of a kind, made at the first use; so many values at most. */
export function memoWithin<Owner extends object>(
  memos: WeakMap<Owner, Memo>,
  owner: Owner,
  most: number,
): Memo {
  const memo = memos.get(owner) ?? new Memo(most);
  memos.set(owner, memo);
  return memo;
}

/** Bytes that may be remembered beside a snapshot, the days it is seen on included; an estimate. */
const MOST_BYTES = 48_000_000;

const memos = new WeakMap<object, Memo>();

/** What depends on a snapshot alone, or on a snapshot and a day, is remembered with it. */
export function memoOf(owner: object): Memo {
  const known = memos.get(owner);
  if (known) return known;
  const memo = new Memo(
    new LRUCache({ maxSize: MOST_BYTES, sizeCalculation: (value) => bytesOf(value) }),
    '',
  );
  memos.set(owner, memo);
  return memo;
}

/** Lets what is remembered of an owner count with the rest of another's memo. */
export function shareMemo(owner: object, memo: Memo): void {
  memos.set(owner, memo);
}

/** What knows how many bytes it takes, or will take once all of it was asked for. */
export interface Sized {
  readonly bytes: number;
}

/** Bytes of anything beside its content; of an element of an array that is no number. */
const THING = 100;
const ELEMENT = 64;

/** Bytes of a value and of the arrays right in it; an estimate. */
function bytesOf(value: object, depth = 0): number {
  if ('bytes' in value && typeof value.bytes === 'number') return THING + value.bytes;
  if (ArrayBuffer.isView(value)) return THING + value.byteLength;
  if (Array.isArray(value)) return THING + ELEMENT * value.length;
  let bytes = THING;
  if (depth > 1) return bytes;
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) bytes += bytesOf(part, depth + 1);
  }
  return bytes;
}
