import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RefusedFileError } from '../../../../src/domain/errors.ts';
import { EXPORT_LIMITS } from '../../../../src/ingest/sources/export/fiche-tree.ts';
import { dataFile, fiche, flow, pieces, readWhole } from './read-export.ts';

const COMPLETE = dataFile('complete-rncp.xml');

async function refusal(bytes: Parameters<typeof readWhole>[0], limits = EXPORT_LIMITS) {
  const error = await readWhole(bytes, limits).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(RefusedFileError);
  return (error as RefusedFileError).message;
}

/** Endless pieces after a beginning, counting what is asked for. */
function endless(start: string, piece: string, length: number) {
  const state = { bytes: 0 };
  const bytes = Buffer.from(piece);
  async function* stream() {
    yield Buffer.from(start);
    for (; state.bytes < length; state.bytes += bytes.length) yield bytes;
  }
  return { state, stream: stream() };
}

describe('a file that is not an export of flow 4.x is refused', () => {
  test.each([
    ['an empty stream', '', /is not an XML export .*root is FICHES/],
    ['text', 'code;annee', /is not an XML export/],
    ['another root', '<FICHE></FICHE>', /has the root FICHE: .*FICHES/],
    ['flow 3.0', flow(fiche('RNCP900001'), '3.0'), /VERSION_FLUX "3.0": a flow 4.x is accepted/],
    ['flow 40', flow(fiche('RNCP900001'), '40'), /VERSION_FLUX "40"/],
    ['an empty version', flow(fiche('RNCP900001'), ''), /VERSION_FLUX ""/],
    ['no version', `<FICHES>${fiche('RNCP900001')}</FICHES>`, /no VERSION_FLUX/],
    ['no version and no fiche', '<FICHES></FICHES>', /no VERSION_FLUX/],
    ['no fiche', flow(''), /no readable fiche/],
    ['only refused fiches', flow('<FICHE></FICHE>'), /no readable fiche/],
    [
      'both registers',
      flow(fiche('RNCP900001') + fiche('RS900001')),
      /holds RS900001 among fiches of RNCP/,
    ],
    ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><FICHES/>', /ISO-8859-1/],
    ['a DOCTYPE', `<!DOCTYPE FICHES>${flow('').replace(/^.*\?>/, '')}`, /DOCTYPE/],
    ['an unknown entity', flow(fiche('RNCP900001', '<X>&lol;</X>')), /not well-formed/],
  ])('%s', async (_, document, message) => {
    expect(await refusal(document)).toMatch(message);
  });

  test('any flow 4 is accepted', async () => {
    for (const version of ['4.0', '4.1', '4.2.1', '4']) {
      const { summary } = await readWhole(flow(fiche('RNCP900001'), version));
      expect(summary.flowVersion).toBe(version);
    }
  });

  test('a byte order mark is accepted', async () => {
    const { fiches } = await readWhole(`\uFEFF${flow(fiche('RNCP900001'))}`);
    expect(fiches).toHaveLength(1);
  });

  test('the message says where, and the last complete fiche', async () => {
    const message = await refusal(`${flow(fiche('RNCP900001'))}`.replace('</FICHES>', '\n<FICHE>'));
    expect(message).toMatch(/^export\.xml is not well-formed XML, damaged or truncated .*line 2/);
    expect(message).toContain('fiches complete before: 1, the last one: RNCP900001');
  });
});

describe('hostile files are refused early', () => {
  test('entity declarations (billion laughs)', async () => {
    const entities = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level};`.repeat(10)}">`,
    ).join('');
    const document = `<?xml version="1.0"?><!DOCTYPE FICHES [<!ENTITY lol0 "lol">${entities}]><FICHES><VERSION_FLUX>&lol9;</VERSION_FLUX></FICHES>`;
    expect(await refusal(document)).toContain('DOCTYPE');
  });

  test('nesting of 100,000 levels', async () => {
    expect(await refusal(flow(fiche('RNCP900001', '<A>'.repeat(100_000))))).toContain(
      'nested deeper than 32 levels',
    );
  });

  test('32 levels are read', async () => {
    const nested = '<A>'.repeat(30) + '</A>'.repeat(30);
    const { summary } = await readWhole(flow(fiche('RNCP900001', nested)));
    expect(summary.unknownElements).toEqual(new Map([['FICHE/A', 1]]));
  });

  test.each([
    ['a text', `${flow('').slice(0, -9)}<FICHE><INTITULE>`, 'a'.repeat(65_536)],
    ['a tag name', `${flow('').slice(0, -9)}<`, 'a'.repeat(65_536)],
    ['an attribute', `${flow('').slice(0, -9)}<FICHE a="`, 'a'.repeat(65_536)],
    ['a comment', `${flow('').slice(0, -9)}<!--`, 'a'.repeat(65_536)],
    ['white space before the root', '', ' '.repeat(65_536)],
  ])('%s of 100 MB', async (_, start, piece) => {
    const { state, stream } = endless(start, piece, 100e6);
    expect(await refusal(stream)).toContain('a text longer than');
    expect(state.bytes).toBeLessThan(9 * 1024 ** 2);
  });

  test('a CDATA section full of tags, a fiche without end', async () => {
    const limits = { ...EXPORT_LIMITS, ficheLength: 1024 ** 2 };
    const opened = flow('').slice(0, -9);
    for (const [start, piece] of [
      [`${opened}<FICHE><INTITULE><![CDATA[`, '<a>'.repeat(10_000)],
      [`${opened}<FICHE>`, '<PARTENAIRES></PARTENAIRES>'.repeat(1000)],
      [`${opened}<FICHE>`, '<INCONNU/>'.repeat(1000)],
      [`${opened}`, '<!-- -->'.repeat(1000)],
    ] as const) {
      const { state, stream } = endless(start, piece, 100e6);
      expect(await refusal(stream, limits)).toContain('without a complete fiche');
      expect(state.bytes).toBeLessThan(2 * 1024 ** 2);
    }
  });

  test('a text just under the limit is read, one over it is not', async () => {
    const limits = { ...EXPORT_LIMITS, textLength: 5000 };
    const text = (length: number) =>
      flow(fiche('RNCP900001', `<ACTIVITES_VISEES>${'&amp;'.repeat(length)}</ACTIVITES_VISEES>`));
    const { fiches } = await readWhole(text(900), limits);
    expect(fiches[0]?.texts.activities).toHaveLength(900);
    expect(await refusal(text(6000), limits)).toContain('a text longer than 5000');
  });

  test('thousands of different unknown elements are counted in bounded space', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `<U${index}/>`).join('');
    const { summary } = await readWhole(flow(fiche('RNCP900001', many)));
    expect(summary.unknownElements.size).toBe(1001);
    expect(summary.unknownElements.get('…')).toBe(19_000);
  });
});

describe('wrong encodings are refused', () => {
  test.each(['latin1', 'utf16le'] as const)('%s', async (encoding) => {
    const text = COMPLETE.toString('utf8');
    expect(await refusal(Buffer.from(text, encoding))).toMatch(/UTF-8|is not an XML export/);
  });

  test('UTF-16 with its mark', async () => {
    const bytes = Buffer.from(`\uFEFF${COMPLETE.toString('utf8')}`, 'utf16le');
    expect(await refusal(bytes)).toMatch(/UTF-8/);
  });

  test('a character cut by the end of the file', async () => {
    const whole = Buffer.from(flow(fiche('RNCP900001')));
    const cut = Buffer.concat([whole, Buffer.from('é').subarray(0, 1)]);
    expect(await refusal(cut)).toContain('is not valid UTF-8');
  });
});

describe('whatever happens to the bytes', () => {
  const seed = 20_260_816;
  const end = COMPLETE.lastIndexOf('>');

  test('a truncated file is always refused', async () => {
    const cuts = fc.oneof(
      fc.integer({ min: 0, max: end }),
      fc.integer({ min: end - 40, max: end }),
    );
    await fc.assert(
      fc.asyncProperty(cuts, fc.integer({ min: 1, max: 5000 }), async (cut, size) => {
        await refusal(pieces(COMPLETE.subarray(0, cut), size));
      }),
      { seed, numRuns: 400 },
    );
  });

  test('the pieces in which it comes change nothing', async () => {
    const whole = await readWhole(pieces(COMPLETE, COMPLETE.length));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (size) => {
        expect(await readWhole(pieces(COMPLETE, size))).toEqual(whole);
      }),
      { seed, numRuns: 30 },
    );
  });

  test('flipped bits give fiches and findings, or a refusal', async () => {
    const flips = fc.array(fc.record({ at: fc.nat(COMPLETE.length - 1), bit: fc.nat(7) }), {
      minLength: 1,
      maxLength: 8,
    });
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(flips, async (changes) => {
        const bytes = Buffer.from(COMPLETE);
        for (const { at, bit } of changes) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        try {
          const { fiches, summary } = await readWhole(bytes);
          expect(fiches).toHaveLength(summary.fiches);
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedFileError);
          refused++;
        }
      }),
      { seed, numRuns: 400 },
    );
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(400);
  });

  test('random bytes are refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        await refusal(bytes);
      }),
      { seed, numRuns: 300 },
    );
  });
});
