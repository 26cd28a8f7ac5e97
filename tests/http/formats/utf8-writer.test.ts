import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Utf8Writer } from '../../../src/http/formats/utf8-writer.ts';

/** All bytes of some texts, taken whenever a piece is full. */
function written(texts: readonly string[]): { bytes: Buffer; pieces: Uint8Array[] } {
  const out = new Utf8Writer();
  const pieces: Uint8Array[] = [];
  for (const text of texts) {
    out.add(text);
    if (out.isFull) pieces.push(out.take());
  }
  pieces.push(out.take());
  return { bytes: Buffer.concat(pieces), pieces };
}

test('are the UTF-8 of what was added, whatever it is and however long', () => {
  // `binary` has units that are no characters: they are encoded as Node does.
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 100 }),
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.integer({ min: 0, max: 70_000 }).map((length) => 'é’a😀\ud83d'.repeat(length / 5)),
  );
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const whole = Buffer.concat(texts.map((each) => Buffer.from(each)));
      expect(written(texts).bytes.equals(whole)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('are of some size, and do not change once they are taken', () => {
  const texts = Array.from({ length: 40_000 }, (_, index) => `${index};É\n`);
  const { pieces, bytes } = written(texts);
  expect(bytes.toString()).toBe(texts.join(''));
  expect(pieces.length).toBeGreaterThan(5);
  for (const piece of pieces) expect(piece.byteLength).toBeLessThanOrEqual(65_536);
});
