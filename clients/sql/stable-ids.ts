import { createHash } from 'node:crypto';

/** A UUID that is always the same for a name (version 8: of a hash of one’s own). */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(`debouches ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** An id as NanoID writes them, of 21 characters, that is always the same for a name. */
export function nanoIdOf(name: string): string {
  return createHash('sha256').update(`debouches ${name}`).digest('base64url').slice(0, 21);
}
