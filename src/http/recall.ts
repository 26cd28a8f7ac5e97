import type { Asked } from './exchange.ts';

/** Requests that are remembered, twice at most: tools ask the same few again and again. */
const MANY = 500;

/** Longer requests are read anew each time: what is remembered stays small. */
const LONGEST = 2_048;

/**
 * Remembers what was read of the latest requests. `read` must depend on nothing but the address and
 * on what the headers accept. A request with a key in its address is read anew: keys are kept nowhere.
 */
export type Recall<Read> = (asked: Asked, read: () => Read) => Read;

/** Makes a `Recall`: of two generations, the older one is forgotten when the younger is full. */
export function createRecall<Read>(): Recall<Read> {
  let young = new Map<string, Read>();
  let old = new Map<string, Read>();
  return ({ request: { headers }, path, search }, read) => {
    if (search.includes('key=')) return read();
    const text = `${path}${search}\n${headers.accept}\n${headers['accept-encoding']}`;
    const known = young.get(text);
    if (known !== undefined) return known;
    const made = old.get(text) ?? read();
    if (text.length > LONGEST) return made;
    if (young.size >= MANY) {
      old = young;
      young = new Map();
    }
    young.set(text, made);
    return made;
  };
}
