import { type Reader, readerKey } from '../../domain/access/reader.ts';

/**
 * What an answer is kept under, by whom it was made for: as it is for everybody, another for each reader
 * with a role. None is ever given to another reader.
 */
export function keyFor(reader: Reader, key: string): string {
  const own = readerKey(reader);
  // No reader's key has a line break.
  return own === '' ? key : `${own}\n${key}`;
}

/** What tags of an answer to a reader have beside all else: nothing for everybody. */
export function partsFor(reader: Reader): readonly string[] {
  const own = readerKey(reader);
  return own === '' ? [] : [own];
}
