import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { failureOf } from '../../src/cli/failure.ts';
import type { Database } from '../../src/db/database.ts';
import { readAt } from '../../src/db/entered-publication.ts';
import { STILL_VALID } from '../../src/db/load/versions.ts';
import { currentPublication } from '../../src/db/publications.ts';
import { RefusedFileError } from '../../src/domain/errors.ts';
import { importFiles } from '../../src/ingest/publish/publish.ts';
import { PAGE } from '../ingest/publish/small-imports.ts';
import { TODAY } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { inFull } from '../support/in-full.ts';

/** Damaged files of each kind. */
const RUNS = inFull(40, 1_500);

/** Memory that no damaged file of some kilobytes may take beside what the process had. */
const MOST_MEMORY = 1_500_000_000;

const data = (name: string) => readFile(new URL(`../data/${name}`, import.meta.url));

async function zipOf(entries: readonly (readonly [string, Buffer])[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of entries) zip.addBuffer(bytes, name);
  zip.end();
  return buffer(zip.outputStream);
}

/** Each kind of file that is read: a name, and what a right one holds. */
const KINDS: readonly [string, string, () => Promise<Buffer>][] = [
  ['an export of the RNCP', 'export_RNCP_2026-01-02.xml', () => data('complete-rncp.xml')],
  ['an export of the RS', 'export_RS_2026-01-02.xml', () => data('complete-rs.xml')],
  [
    'an export in a zip',
    'export_RNCP_2026-01-02.zip',
    async () => zipOf([['export_fiches_RNCP.xml', await data('complete-rncp.xml')]]),
  ],
  [
    'an export in a gzip',
    'export_RS_2026-01-02.xml.gz',
    async () => gzipSync(await data('complete-rs.xml')),
  ],
  ['a statistics file', 'taux_2026-01-02.csv', () => data('statistics.csv')],
  ['a fiche page', 'page_2026-01-02.txt', () => readFile(PAGE)],
];

/** A place in a file, as a share of it. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (bytes: Buffer, share: number) => Math.floor(share * bytes.length);

/** What may be put anywhere into a file. */
const PIECES = [
  ...['<', '>', '</FICHE>', '<FICHE>', '</FICHES>', '<FICHES>', '&', '&#0;', '&x;', ']]>', '<!--'],
  ...['<![CDATA[', '<?xml version="1.0"?>', '<!DOCTYPE a [<!ENTITY b "c">]>', '"', ';', ',', '\r'],
  ...['\n', '\0', '\u{1F600}', '\uFEFF', '\u202E', '-1', '99999999999999999999', 'NaN', '1e309'],
  ...['31/02/2024', '00000000', '="x"', "'", '%', 'Bloc', 'RNCP1', 'RS', '\t'],
].map((text) => Buffer.from(text));

/** Names of elements, which are changed for each other. */
const TAGS = ['CODE', 'LIBELLE', 'NUMERO_FICHE', 'INTITULE', 'FICHE', 'BLOCS_COMPETENCES', 'ACTIF'];

const splice = (bytes: Buffer, from: number, to: number, piece: Buffer) =>
  Buffer.concat([bytes.subarray(0, from), piece, bytes.subarray(to)]);

type Damage = (bytes: Buffer) => Buffer;

/** One thing that is wrong with a file. */
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc
    .array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 6 })
    .map((flips) => (bytes: Buffer) => {
      const changed = Buffer.from(bytes);
      for (const [share, byte] of flips)
        changed[Math.min(at(bytes, share), bytes.length - 1)] = byte;
      return changed;
    }),
  place.map((share) => (bytes: Buffer) => bytes.subarray(0, at(bytes, share))),
  place.map((share) => (bytes: Buffer) => bytes.subarray(at(bytes, share))),
  fc
    .tuple(place, place, fc.constantFrom(...PIECES, Buffer.alloc(0)))
    .map(([one, other, piece]) => (bytes: Buffer) => {
      const [from, to] = [at(bytes, Math.min(one, other)), at(bytes, Math.max(one, other))];
      return splice(bytes, from, Math.min(to, from + 200), piece);
    }),
  fc
    .tuple(place, fc.constantFrom(...PIECES), fc.constantFrom(1, 1, 3, 20_000))
    .map(([share, piece, times]) => (bytes: Buffer) => {
      const many = Buffer.concat(Array.from({ length: times }, () => piece));
      return splice(bytes, at(bytes, share), at(bytes, share), many);
    }),
  fc.tuple(place, place).map(([one, other]) => (bytes: Buffer) => {
    // The part between two places, twice.
    const [from, to] = [at(bytes, Math.min(one, other)), at(bytes, Math.max(one, other))];
    return splice(bytes, to, to, bytes.subarray(from, to));
  }),
  fc.tuple(fc.constantFrom(...TAGS), fc.constantFrom(...TAGS)).map(
    ([one, other]) =>
      (bytes: Buffer) =>
        Buffer.from(
          bytes
            .toString('latin1')
            .replaceAll(`<${one}>`, `<${other}>`)
            .replaceAll(`</${one}>`, `</${other}>`),
          'latin1',
        ),
  ),
  fc
    .constantFrom<BufferEncoding>('latin1', 'utf16le')
    .map((encoding) => (bytes: Buffer) => Buffer.from(bytes.toString(), encoding)),
  fc
    .constantFrom(1_000, 2_000_000)
    .map((size) => (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(size)])),
);

const damages = fc.array(damage, { minLength: 1, maxLength: 2 });

/** Zips that are right, and hold what no export does. */
const ODD_ZIPS: readonly [string, () => Promise<Buffer>][] = [
  ['nothing', () => zipOf([])],
  [
    'two exports',
    async () => {
      const xml = await data('complete-rncp.xml');
      return zipOf([
        ['a.xml', xml],
        ['b.xml', xml],
      ]);
    },
  ],
  ['an empty export', () => zipOf([['a.xml', Buffer.alloc(0)]])],
  ['a zip', async () => zipOf([['a.zip', await zipOf([['a.xml', Buffer.from('<FICHES/>')]])]])],
  ['zeros', () => zipOf([['a.xml', Buffer.alloc(80_000_000)]])],
  [
    '1,100 files',
    () =>
      zipOf(
        Array.from({ length: 1_100 }, (_, index) => [`${index}.xml`, Buffer.from('x')] as const),
      ),
  ],
];

describeEachEngine('a damaged file imported into', (openDatabase) => {
  let database: Database;
  let folder = '';
  const write = async (name: string, bytes: Buffer) => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  };
  const run = (path: string) =>
    importFiles(database, [path], {
      ...{ today: TODAY, title: 'Un titre', allowShrink: true, allowOlder: true },
    });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'debouches-damaged-'));
    database = await openDatabase();
    await run(await write('export_RNCP_2026-01-01.xml', await data('complete-rncp.xml')));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Which publication is served, how much it has, and what is there that no publication has. */
  const state = async () => {
    await using session = await database.session();
    const { db } = session;
    const served = await currentPublication(db).executeTakeFirstOrThrow();
    const count = async (from: RawBuilder<unknown>) => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from ${from}`.execute(db);
      return rows[0]?.count ?? 0;
    };
    await readAt(db, served.id);
    const tables = ['certification', 'block', 'cohort', 'finding'];
    const counts = [];
    for (const table of tables) counts.push(await count(sql.table(table)));
    const left = [];
    for (const table of ['certification', 'finding']) {
      const ofNone = sql`${sql.id('versions', table)}
        where since > ${served.id} or until > ${served.id} and until < ${STILL_VALID}`;
      left.push(await count(ofNone));
    }
    for (const table of ['block', 'cohort']) {
      const orphans = sql`${sql.id('versions', table)} as own where not exists (
        select from versions.certification as fiche
        where fiche.code = own.certification_code and fiche.version = own.version)`;
      left.push(await count(orphans));
    }
    return { served: [served.id, ...counts], unserved: left };
  };

  /** Imports a file: what was served still is unless it succeeded. Whether it did. */
  const check = async (name: string, bytes: Buffer): Promise<boolean> => {
    const path = await write(name, bytes);
    const before = await state();
    const error = await run(path).then(
      () => null,
      (reason: unknown) => reason,
    );
    const after = await state();
    expect(process.memoryUsage().rss).toBeLessThan(MOST_MEMORY);
    if (error === null) {
      expect(after.served[0]).toBeGreaterThanOrEqual(before.served[0] ?? 0);
      return true;
    }
    expect(error).toBeInstanceOf(RefusedFileError);
    const { message, exitCode } = failureOf(error);
    expect(exitCode).toBe(1);
    expect(message).not.toContain('\n');
    expect(message).toContain(name);
    expect(after.served).toEqual(before.served);
    // It was emptied, unless nothing was written at all.
    expect([before.unserved, [0, 0, 0, 0]]).toContainEqual(after.unserved);
    return false;
  };

  describe.each(KINDS)('as %s', (_kind, name, read) => {
    test(
      `is read with what is wrong, or refused in a line that names it, ${RUNS} times`,
      async () => {
        const right = await read();
        const seen = { read: 0, refused: 0 };
        await fc.assert(
          fc.asyncProperty(damages, async (some) => {
            const bytes = some.reduce((given, each) => each(given), right);
            if (await check(name, bytes)) seen.read += 1;
            else seen.refused += 1;
          }),
          { numRuns: RUNS, seed: 35_746, endOnFailure: true },
        );
        expect(seen.refused).toBeGreaterThan(0);
      },
      inFull(120_000, 3_600_000),
    );
  });

  test.each([
    ['taux_2026-01-02.csv', () => data('statistics.csv')],
    ['page_2026-01-02.txt', () => readFile(PAGE)],
  ] as [string, () => Promise<Buffer>][])(
    '%s with U+0000 far inside is refused',
    async (name, read) => {
      const padded = Buffer.concat([await read(), Buffer.from(`\n${'x;'.repeat(1_000)}a\0b\n`)]);
      expect(await check(name, padded)).toBe(false);
    },
  );

  test.each(ODD_ZIPS)('as a zip of %s is refused', async (_what, make) => {
    expect(await check('export_RNCP_2026-01-02.zip', await make())).toBe(false);
  });
});
