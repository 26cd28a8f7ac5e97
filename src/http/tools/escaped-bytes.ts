const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** JSON as a part of a text of JSON: of what it is written with, only quotes and backslashes are escaped. */
export function escapedBytes(json: Buffer): Buffer {
  const { length } = json;
  const escaped = Buffer.allocUnsafe(2 * length);
  let end = 0;
  for (let at = 0; at < length; at++) {
    const byte = json[at] as number;
    if (byte === QUOTE || byte === BACKSLASH) escaped[end++] = BACKSLASH;
    escaped[end++] = byte;
  }
  return escaped.subarray(0, end);
}
