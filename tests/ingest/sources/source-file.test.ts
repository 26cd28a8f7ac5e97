import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { RefusedFileError } from '../../../src/domain/errors.ts';
import { EXPANSION_LIMITS } from '../../../src/ingest/sources/expansion.ts';
import { inspectSourceFile } from '../../../src/ingest/sources/source-file.ts';
import { dataFile, readWhole } from './export/read-export.ts';

const XML = dataFile('complete-rncp.xml');
const INNER = 'export_fiches_RNCP_V4_1_2026-08-16.xml';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'source-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, content: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function zip(
  files: Record<string, Uint8Array | string>,
  options: { compress?: boolean } = {},
): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    archive.addBuffer(Buffer.from(content), name, options);
  }
  archive.end();
  const chunks: Buffer[] = [];
  for await (const chunk of archive.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Takes away the flags of a zip of one file that say that its name is UTF-8. */
function unmarkUtf8(archive: Buffer): Buffer {
  const unmarked = Buffer.from(archive);
  for (const flags of [6, directoryOf(unmarked) + 8]) {
    unmarked.writeUInt16LE(unmarked.readUInt16LE(flags) & ~0x800, flags);
  }
  return unmarked;
}

/** Offset of the first entry of a zip's central directory. */
const directoryOf = (archive: Buffer) => archive.indexOf('PK\x01\x02', 0, 'latin1');

async function contents(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

async function refusal(action: Promise<unknown>): Promise<string> {
  const error = await action.catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(RefusedFileError);
  return (error as RefusedFileError).message;
}

/** Inspects and reads everything, as an import does. */
async function readFileWhole(path: string, limits = EXPANSION_LIMITS): Promise<Buffer> {
  const file = await inspectSourceFile(path, limits);
  return contents(file.open());
}

describe('an export is recognised by its content', () => {
  test('as it is, under any name', async () => {
    const path = await write('export.csv', XML);
    const file = await inspectSourceFile(path);
    expect(file).toMatchObject({
      kind: 'EXPORT',
      path,
      name: 'export.csv',
      innerName: 'export.csv',
      bytes: XML.length,
      expandedBytes: XML.length,
      sha256: createHash('sha256').update(XML).digest('hex'),
      datedOn: null,
    });
    expect(await contents(file.open())).toEqual(XML);
  });

  test('in a gzip', async () => {
    const path = await write('rncp-2026-08-16.txt', gzipSync(XML));
    const file = await inspectSourceFile(path);
    expect(file).toMatchObject({ kind: 'EXPORT', expandedBytes: null, datedOn: '2026-08-16' });
    expect(await contents(file.open())).toEqual(XML);
  });

  test.each([true, false])('in a zip, compressed: %s', async (compress) => {
    const archive = await zip(
      { [`a folder/${INNER}`]: XML, 'lisez-moi.txt': 'bonjour' },
      { compress },
    );
    const file = await inspectSourceFile(await write('publié.zip', archive));
    expect(file).toMatchObject({
      kind: 'EXPORT',
      name: 'publié.zip',
      innerName: INNER,
      bytes: archive.length,
      expandedBytes: XML.length,
      sha256: createHash('sha256').update(archive).digest('hex'),
      datedOn: '2026-08-16',
    });
    expect(await contents(file.open())).toEqual(XML);
    expect((await readWhole(file.open())).fiches).toHaveLength(2);
  });

  test.each([
    ['export-fiches-rncp-v4-1-2026-08-16.zip', '2026-08-16'],
    ['export_fiches_RS_V4_1_2024-02-22.xml', '2024-02-22'],
    ['export_2026_02_28.xml', '2026-02-28'],
    ['export-2026-02-30.xml', null],
    ['export-20260228.xml', null],
  ])('the day of %s is %s', async (name, datedOn) => {
    expect((await inspectSourceFile(await write(name, XML))).datedOn).toBe(datedOn);
  });

  test('reading stops and closes the file when nothing more is asked for', async () => {
    const big = Buffer.concat([XML, Buffer.alloc(3_000_000, ' ')]);
    for (const content of [big, gzipSync(big), await zip({ [INNER]: big })]) {
      const file = await inspectSourceFile(await write('stop', content));
      for await (const chunk of file.open()) {
        expect(chunk.length).toBeLessThan(big.length);
        break;
      }
    }
  });
});

describe('supplements are recognised by their content', () => {
  test('the text of a fiche page', async () => {
    const page = await readFile(
      new URL('../../../src/demonstration/RNCP35746.txt', import.meta.url),
    );
    const file = await inspectSourceFile(await write('page.xml', page));
    expect(file).toMatchObject({ kind: 'FICHE_PAGE', bytes: page.length, datedOn: null });
    expect(await contents(file.open())).toEqual(page);
  });

  test('a statistics file', async () => {
    const file = await inspectSourceFile(await write('figures.txt', dataFile('statistics.csv')));
    expect(file.kind).toBe('STATISTICS_FILE');
  });

  test('are not accepted compressed', async () => {
    const path = await write('statistics.csv.gz', gzipSync(dataFile('statistics.csv')));
    expect(await refusal(inspectSourceFile(path))).toMatch(/compressed and holds no XML export/);
  });
});

describe('other files are refused with what was found and what is accepted', () => {
  test('no file, a folder, an empty file', async () => {
    expect(await refusal(inspectSourceFile(join(folder, 'none.xml')))).toMatch(
      /none\.xml does not exist: give the path of/,
    );
    expect(await refusal(inspectSourceFile(folder))).toMatch(/is a folder/);
    expect(await refusal(inspectSourceFile(await write('empty.xml', '')))).toMatch(/is empty/);
  });

  test.runIf(process.platform !== 'win32')('a device', async () => {
    expect(await refusal(inspectSourceFile('/dev/null'))).toMatch(/not a regular file/);
  });

  test.each([
    ['blank', ' \n\t ', /is blank/],
    ['a letter', 'Bonjour,\nvoici les chiffres', /begins with "Bonjour, voici les chiffres"/],
    ['a saved page', '<!DOCTYPE html><html>', /HTML page \(copy its text instead\)/],
    ['UTF-16', Buffer.from('\uFEFFcode;annee', 'utf16le'), /UTF-16/],
    ['another CSV', 'nom;prenom\na;b\n', /was not recognised: an XML export/],
  ])('%s', async (name, content, message) => {
    expect(await refusal(inspectSourceFile(await write(`${name}.txt`, content)))).toMatch(message);
  });

  test('a zip with several XML files, or none', async () => {
    const two = await write('two.zip', await zip({ 'a.xml': XML, 'b.XML': XML }));
    expect(await refusal(inspectSourceFile(two))).toMatch(/two\.zip is a zip with 2 XML files/);
    const none = await write('none.zip', await zip({ 'fiches.csv': 'a;b', 'blocs.csv': 'c' }));
    expect(await refusal(inspectSourceFile(none))).toMatch(
      /without an XML file \(2 files: fiches\.csv, blocs\.csv\)/,
    );
    const empty = await write('empty.zip', await zip({}));
    expect(await refusal(inspectSourceFile(empty))).toMatch(/without an XML file \(0 files\)/);
  });

  test('the CSV export of the same data set, as a zip or one of its files, which names the right one', async () => {
    const header = '"Id_Fiche";"Numero_Fiche";"Intitule"\r\n"1";"RNCP1";"Titre"\r\n';
    // Published archives have names in UTF-8 that are not marked so.
    const archive = await zip({
      'export_fiches_CSV_Blocs_De_Compétences_2024_02_22.csv': '"Numero_Fiche";"Bloc"\r\n',
      'export_fiches_CSV_Standard_2024_02_22.csv': header,
    });
    for (const [name, content] of [
      ['export-fiches-csv-2024-02-22.zip', archive],
      ['export_fiches_CSV_Standard_2024_02_22.csv', header],
      ['blocs.csv', '\uFEFF"Numero_Fiche";"Bloc_Competences_Code"\r\n'],
    ] as const) {
      expect(await refusal(inspectSourceFile(await write(name, content)))).toBe(
        `${name} is the CSV export, which holds no statistics: take export-fiches-rncp-v4-1-….zip and export-fiches-rs-v4-1-….zip of the same data set instead`,
      );
    }
    const unmarked = unmarkUtf8(await zip({ 'compétences.txt': 'a' }));
    expect(await refusal(inspectSourceFile(await write('other.zip', unmarked)))).toContain(
      '(1 files: compétences.txt)',
    );
  });

  test('a zip of a thousand files', async () => {
    const files = Array.from({ length: 1001 }, (_, index) => [`${index}.txt`, ''] as const);
    const path = await write('many.zip', await zip(Object.fromEntries(files)));
    expect(await refusal(inspectSourceFile(path))).toMatch(/is a zip of 1001 files/);
  });

  test('an encrypted zip', async () => {
    const archive = await zip({ [INNER]: XML });
    archive.writeUInt16LE(archive.readUInt16LE(6) | 1, 6);
    const entry = directoryOf(archive) + 8;
    archive.writeUInt16LE(archive.readUInt16LE(entry) | 1, entry);
    expect(await refusal(inspectSourceFile(await write('secret.zip', archive)))).toMatch(
      /encrypted/,
    );
  });

  test('a zip compressed in a way that is not published', async () => {
    const archive = await zip({ [INNER]: XML });
    archive.writeUInt16LE(12, directoryOf(archive) + 10);
    expect(await refusal(inspectSourceFile(await write('bzip2.zip', archive)))).toMatch(
      /method 12/,
    );
  });

  test('a zip that lies about its size or its checksum', async () => {
    for (const offset of [24, 16]) {
      const archive = await zip({ [INNER]: XML });
      const at = directoryOf(archive) + offset;
      archive.writeUInt32LE(archive.readUInt32LE(at) - 1, at);
      const path = await write('lie.zip', archive);
      expect(await refusal(readFileWhole(path))).toMatch(/damaged or incomplete/);
    }
  });

  test('a file that grows while it is read', async () => {
    for (const content of [XML, gzipSync(XML)]) {
      const path = await write('growing.xml', content);
      const file = await inspectSourceFile(path);
      await writeFile(path, Buffer.concat([content, content]));
      expect(await refusal(contents(file.open()))).toMatch(/changed while it was read/);
    }
  });
});

describe('decompression bombs are refused', () => {
  const limits = { ...EXPANSION_LIMITS, expandedBytes: 64 * 1024 ** 2, ratioFrom: 1024 ** 2 };
  const start = Buffer.from('<FICHES>');
  const bomb = Buffer.concat([start, Buffer.alloc(16 * 1024 ** 2, ' ')]);

  test('by their ratio, past a harmless size', async () => {
    for (const content of [gzipSync(bomb), await zip({ [INNER]: bomb })]) {
      const path = await write('bomb', content);
      expect(await refusal(readFileWhole(path, limits))).toMatch(/expands more than 200 times/);
    }
    const small = await write('small.gz', gzipSync(bomb.subarray(0, 900_000)));
    expect(await readFileWhole(small, limits)).toHaveLength(900_000);
  });

  test('by their size, said or not', async () => {
    const tight = { ...limits, ratio: 5000, expandedBytes: 4 * 1024 ** 2 };
    const said = await write('said.zip', await zip({ [INNER]: bomb }));
    expect(await refusal(inspectSourceFile(said, tight))).toMatch(/more than 4194304 bytes/);
    const unsaid = await write('unsaid.gz', gzipSync(bomb));
    expect(await refusal(readFileWhole(unsaid, tight))).toMatch(/more than 4194304 bytes/);
    const plain = await write('plain.xml', bomb);
    expect(await refusal(inspectSourceFile(plain, tight))).toMatch(/more than 4194304 bytes/);
  });

  test('even when the header of the zip promises little', async () => {
    const archive = await zip({ [INNER]: bomb });
    archive.writeUInt32LE(1000, directoryOf(archive) + 24);
    const path = await write('liar.zip', archive);
    expect(await refusal(readFileWhole(path, limits))).toMatch(/expands more than 200 times/);
  });
});

describe('damaged archives', () => {
  const seed = 20_260_816;

  test.each(['gzip', 'zip'])('a truncated %s is always refused', async (kind) => {
    const whole = kind === 'gzip' ? gzipSync(XML) : await zip({ [INNER]: XML });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (cut) => {
        await refusal(readFileWhole(await write('cut', whole.subarray(0, cut))));
      }),
      { seed, numRuns: 100 },
    );
  });

  test.each(['gzip', 'zip'])(
    'a %s with flipped bits is read as it was or refused',
    async (kind) => {
      const whole = kind === 'gzip' ? gzipSync(XML) : await zip({ [INNER]: XML });
      await fc.assert(
        fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
          const bytes = Buffer.from(whole);
          bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
          const path = await write('flipped', bytes);
          const read = await readFileWhole(path).catch((error: unknown) => {
            expect(error).toBeInstanceOf(RefusedFileError);
            return XML;
          });
          expect(read).toEqual(XML);
        }),
        { seed, numRuns: 150 },
      );
    },
  );

  test('random bytes are refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
        await refusal(readFileWhole(await write('random', bytes)));
      }),
      { seed, numRuns: 100 },
    );
  });
});
