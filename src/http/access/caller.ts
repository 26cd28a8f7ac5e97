import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { PUBLIC, type Reader } from '../../domain/access/reader.ts';

/** Who sent a request, by the key or token that came with it. */
export interface Caller {
  /** Name of the key, or subject of the token, as logs have it; null of who gave neither. */
  readonly name: string | null;
  readonly reader: Reader;
  /** When the token expires, in milliseconds since 1970; absent of who gave none. */
  readonly expiresAt?: number;
}

/** Who gave neither key nor token. */
export const ANONYMOUS: Caller = { name: null, reader: PUBLIC };

/**
 * Finds who sent a request; null when what was given is no key of the server. Only a token is waited for:
 * what is wrong with it, or with its issuer, rejects with an error of the domain.
 */
export type CallerCheck = (request: IncomingMessage) => Caller | null | Promise<Caller>;

/** Characters of a name in logs. */
const LONGEST = 64;

/** Characters of a hash that tell apart names whose ends or signs were left out. */
const HASH = 8;

/** A subject as logs have it: at most 64 safe characters, by which no two subjects are one client. */
export function logName(subject: string): string {
  const safe = subject.replaceAll(/[^\w.@|:+=/-]/g, '_');
  if (safe === subject && safe.length <= LONGEST) return safe;
  const hash = createHash('sha256').update(subject).digest('hex').slice(0, HASH);
  return `${safe.slice(0, LONGEST - HASH - 1)}~${hash}`;
}
