import { createHash, timingSafeEqual } from 'node:crypto';
import { PUBLIC, type Reader } from '../../domain/access/reader.ts';
import type { Caller } from './caller.ts';

/** A key that callers may give. */
export interface ApiKey {
  /** Who has it; written in the log. */
  readonly name: string;
  /** SHA-256 of the key, in hexadecimal: the key itself is kept nowhere. */
  readonly sha256: string;
  /** What its owner may read; absent, what everybody may. */
  readonly reader?: Reader;
}

/** Finds whose key a text is; null when it is none. */
export type FindKey = (key: string) => Caller | null;

/** Makes what knows keys. */
export function createKeys(keys: readonly ApiKey[]): FindKey {
  const known = keys.map(({ name, sha256, reader = PUBLIC }) => ({
    caller: { name, reader },
    hash: Buffer.from(sha256, 'hex'),
  }));
  return (key) => {
    const given = createHash('sha256').update(key).digest();
    let found: Caller | null = null;
    // All are compared, each in constant time: the time taken reveals none of them.
    for (const { caller, hash } of known) if (timingSafeEqual(given, hash)) found = caller;
    return found;
  };
}
