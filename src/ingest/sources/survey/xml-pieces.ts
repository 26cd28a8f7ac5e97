import { SaxesParser } from 'saxes';
import { RefusedFileError } from '../../../domain/errors.ts';

/** What is told of an XML document as it is read. Tags are local names, without their prefix. */
export interface XmlHandler {
  open(tag: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(tag: string): void;
}

/** The longest piece decoded and parsed at once, in bytes. */
const PIECE = 256 * 1024;
/** Levels of elements, and characters of one text or tag: far above anything genuine. */
const DEEPEST = 64;
const LONGEST_TEXT = 8 * 1024 ** 2;

/**
 * Tells a handler what an XML document in UTF-8 holds, and yields after each piece of it, so that the
 * caller sets the pace.
 *
 * - what: the document, as messages call it.
 * - Throws `RefusedFileError` for malformed or truncated XML, a DOCTYPE, another encoding, a text
 *   or a depth past the limits. The message never quotes the document.
 */
export async function* readXml(
  bytes: AsyncIterable<Uint8Array>,
  what: string,
  handler: XmlHandler,
): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser();
  let depth = 0;
  // A text is gathered by the parser until the next tag: its length is watched from outside.
  let pending = 0;

  function refuse(message: string): never {
    throw new RefusedFileError(`${what} ${message} (line ${parser.line}, column ${parser.column})`);
  }

  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) {
      refuse('declares another encoding than UTF-8: only UTF-8 is accepted');
    }
  });
  parser.on('doctype', () => refuse('has a DOCTYPE: entity declarations are not accepted'));
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) refuse(`is nested deeper than ${DEEPEST} levels`);
    handler.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    handler.close(localName(name));
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  // No more than these six: with eight handlers V8 stores the parser as a dictionary, and it is
  // five times slower. So an error is thrown.

  function decode(piece?: Uint8Array): string {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      return refuse('is not valid UTF-8: only UTF-8 is accepted');
    }
  }

  function parse(text: string | null): void {
    try {
      parser.write(text);
    } catch (error) {
      if (error instanceof RefusedFileError) throw error;
      // Without the parser's own words, which quote the document.
      refuse('is not well-formed XML, damaged or truncated');
    }
  }

  for await (const chunk of bytes) {
    for (let from = 0; from < chunk.length; from += PIECE) {
      const text = decode(chunk.subarray(from, from + PIECE));
      const tag = text.lastIndexOf('<');
      pending = tag < 0 ? pending + text.length : text.length - tag;
      if (pending > LONGEST_TEXT) refuse(`has a text longer than ${LONGEST_TEXT} characters`);
      parse(text);
      yield;
    }
  }
  parse(decode());
  parse(null);
  yield;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
