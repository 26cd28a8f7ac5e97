import { inPieces } from './build/pieces.ts';
import type { Snapshot } from './snapshot.ts';

/** Rows of a snapshot: certifications, blocks, cohorts, lines of certifiers, findings. */
export function rowsOf(snapshot: Snapshot): number {
  const { certifications, blocks, cohorts, certifiers, findings } = snapshot;
  return certifications.count + blocks.count + cohorts.count + certifiers.count + findings.count;
}

/** Bytes of a slot of an array or an object, and of an entry of a map. */
const SLOT = 8;
const ENTRY = 40;

/** Things that are measured between two looks at the clock. */
const PIECE = 1_000;

/**
 * Bytes that a snapshot takes, an estimate: columns of numbers as they are, texts by their length
 * and each once. The event loop is given back every few milliseconds.
 */
export async function sizeOf(snapshot: Snapshot): Promise<number> {
  return inPieces(measure(snapshot));
}

function* measure(snapshot: Snapshot): Generator<void, number> {
  let bytes = snapshot.textBytes;
  const seen = new Set<object>();
  const found: object[] = [snapshot];
  for (let made = 1; ; made++) {
    const thing = found.pop();
    if (!thing) return bytes;
    if (seen.has(thing)) continue;
    seen.add(thing);
    bytes += bytesOf(thing);
    for (const part of partsOf(thing)) {
      if (typeof part === 'object' && part !== null) found.push(part);
    }
    if (made % PIECE === 0) yield;
  }
}

/** Bytes of a thing without those of what it refers to. */
function bytesOf(thing: object): number {
  if (ArrayBuffer.isView(thing)) return thing.byteLength;
  if (thing instanceof Map) return ENTRY * thing.size;
  return SLOT * (Array.isArray(thing) ? thing.length : Object.keys(thing).length);
}

/** What a thing refers to; a column of texts holds texts alone. */
function partsOf(thing: object): Iterable<unknown> {
  if (ArrayBuffer.isView(thing)) return [];
  if (thing instanceof Map) return thing.values();
  if (!Array.isArray(thing)) return Object.values(thing);
  return typeof thing.find((each) => each !== null) === 'string' ? [] : thing;
}
