import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { enterPublication, takeImportLock } from '../../src/db/register-schema.ts';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { RefusedFileError } from '../../src/domain/errors.ts';
import type { ImportOptions } from '../../src/ingest/import.ts';
import { importFiles } from '../../src/ingest/publish.ts';
import { describeEachEngine } from '../support/database.ts';
import { exportText, type FicheText } from './export-text.ts';

const PAGE = fileURLToPath(new URL('../../src/demonstration/RNCP35746.txt', import.meta.url));
const TODAY = parsePlainDate('2026-11-24');

const RNCP: readonly FicheText[] = [
  { code: 'RNCP1', cohorts: [['2020', '10', '80', '70']], endsOn: '31/12/2027' },
  { code: 'RNCP2', cohorts: [['2021', '20', '90']] },
];
const RS: readonly FicheText[] = [{ code: 'RS7', cohorts: [['2020', '4']] }];

describeEachEngine('importing into', (openDatabase) => {
  let database: Database;
  let folder = '';

  beforeAll(async () => {
    database = await openDatabase();
    folder = await mkdtemp(join(tmpdir(), 'debouches-publish-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(forgetAll);

  async function forgetAll(): Promise<void> {
    await using session = await database.session();
    await sql`
      truncate current_publication, publication_source, supplement, source, publication
      restart identity`.execute(session.db);
    await sql`select empty_register('register_a'), empty_register('register_b')`.execute(
      session.db,
    );
  }

  async function write(name: string, text: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  }

  function writeExport(register: string, day: string, fiches: readonly FicheText[]) {
    return write(`export_fiches_${register}_V4_1_${day}.xml`, exportText(fiches));
  }

  function run(paths: readonly string[], options: Partial<ImportOptions> = {}) {
    return importFiles(database, paths, { today: TODAY, ...options });
  }

  /** Rows of what is served. */
  async function ask<Row>(query: string): Promise<Row[]> {
    await using reading = await database.startReading();
    await enterPublication(reading.db);
    const { rows } = await sql.raw<Row>(query).execute(reading.db);
    return rows;
  }

  async function codes(): Promise<string[]> {
    const rows = await ask<{ code: string }>('select code from certification order by code');
    return rows.map(({ code }) => code);
  }

  /** `[code, year, certified, rate, source kind, first seen]` of the global rates at 6 months. */
  async function rates() {
    const rows = await ask<Record<string, unknown>>(`
      select certification_code, year, certified, global_6_months, source.kind,
        global_6_months_seen_on::text as seen
      from cohort left join source on source.id = global_6_months_source_id
      order by certification_code, year`);
    return rows.map((row) => Object.values(row));
  }

  async function importBoth() {
    const files = [
      await writeExport('RNCP', '2026-01-01', RNCP),
      await writeExport('RS', '2026-01-01', RS),
    ];
    return { files, result: await run(files) };
  }

  test('files named together are one publication, with what each brought in', async () => {
    const { result } = await importBoth();
    expect(result.changed).toBe(true);
    expect(result.sources).toMatchObject([
      {
        kind: 'FEED',
        register: 'RNCP',
        certifications: 2,
        cohorts: 2,
        flowVersion: '4.1',
        datedOn: '2026-01-01',
      },
      { kind: 'FEED', register: 'RS', certifications: 1, cohorts: 1, demonstration: false },
    ]);
    expect(result.sources[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RS7']);
    expect(await ask('select id from publication')).toHaveLength(1);
  });

  test('the same files again change nothing and say so', async () => {
    const { files, result } = await importBoth();
    expect(await run(files)).toMatchObject({ changed: false, publicationId: result.publicationId });
    expect(await run([files[1] ?? ''])).toMatchObject({ changed: false });
    expect(await ask('select id from publication')).toHaveLength(1);
  });

  test('a register that an import does not carry stays as it was', async () => {
    await importBoth();
    await run([await writeExport('RNCP', '2026-01-02', [...RNCP, { code: 'RNCP3' }])]);
    expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RNCP3', 'RS7']);
    expect(
      await ask(`select register, dated_on::text as day from publication_source
      join source on source.id = source_id join current_publication using (publication_id)
      order by register`),
    ).toEqual([
      { register: 'RNCP', day: '2026-01-02' },
      { register: 'RS', day: '2026-01-01' },
    ]);
    expect(
      await ask(
        "select code from certification_search join certification on code = certification_code where register = 'RS'",
      ),
    ).toHaveLength(1);
  });

  test('a fiche page adds a certification that no export has, and survives the next export', async () => {
    await importBoth();
    await run([PAGE]);
    expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RNCP35746', 'RS7']);
    await run([await writeExport('RNCP', '2026-01-02', RNCP)]);
    expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RNCP35746', 'RS7']);
    expect((await rates()).filter(([code]) => code === 'RNCP35746')).toEqual([
      ['RNCP35746', 2018, 17, 100, 'FICHE_PAGE', '2026-11-24'],
      ['RNCP35746', 2019, 21, 93, 'FICHE_PAGE', '2026-11-24'],
      ['RNCP35746', 2020, 23, 86, 'FICHE_PAGE', '2026-11-24'],
    ]);
  });

  test('a fiche page fills what the export lacks and leaves what it says', async () => {
    const fiche: FicheText = {
      code: 'RNCP35746',
      title: 'Titre de l’export',
      cohorts: [
        ['2020', '23', '87'],
        ['2021', '30', '88'],
      ],
      extra:
        '<BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>RNCP35746BC01</CODE><LIBELLE>Un bloc</LIBELLE></BLOC_COMPETENCES></BLOCS_COMPETENCES>',
    };
    await run([await writeExport('RNCP', '2026-01-01', [fiche, ...RNCP]), PAGE]);
    const [row] = await ask<Record<string, unknown>>(
      "select title, level, assessment_modes is not null as filled from certification join certification_text on certification_code = code where code = 'RNCP35746'",
    );
    expect(row).toEqual({ title: 'Titre de l’export', level: 6, filled: true });
    expect(
      await ask(
        "select code, title, skills is not null as filled from block where certification_code = 'RNCP35746'",
      ),
    ).toEqual([{ code: 'RNCP35746BC01', title: 'Un bloc', filled: true }]);
    expect((await rates()).filter(([code]) => code === 'RNCP35746')).toEqual([
      ['RNCP35746', 2018, 17, 100, 'FICHE_PAGE', '2026-11-24'],
      ['RNCP35746', 2019, 21, 93, 'FICHE_PAGE', '2026-11-24'],
      // Both sources publish it: the page prevails, the export had it first.
      ['RNCP35746', 2020, 23, 86, 'FICHE_PAGE', '2026-01-01'],
      ['RNCP35746', 2021, 30, 88, 'FEED', '2026-01-01'],
    ]);
    expect(
      await ask(
        "select rule, cohort_year, element, given, message from finding where rule = 'SOURCES_DISAGREE'",
      ),
    ).toEqual([
      {
        rule: 'SOURCES_DISAGREE',
        cohort_year: 2020,
        element: 'global_6_months',
        given: '87',
        message: 'the XML export says 87, the fiche page 86: the fiche page prevails',
      },
    ]);
  });

  const STATISTICS =
    'code;annee;certifies;certifies_vae;taux_global_6_mois;taux_metier_6_mois;taux_metier_2_ans\n';

  test('a statistics file prevails over page and export, in whatever order they came', async () => {
    const file = await write(
      'taux.csv',
      `${STATISTICS}RNCP35746;2020;24;;85;;\n35746;2022;9;1;77,5;;\n`,
    );
    await importBoth();
    await run([file]);
    await run([PAGE]);
    await run([await writeExport('RNCP', '2026-01-02', RNCP)]);
    const expected = [
      ['RNCP35746', 2018, 17, 100, 'FICHE_PAGE', '2026-11-24'],
      ['RNCP35746', 2019, 21, 93, 'FICHE_PAGE', '2026-11-24'],
      ['RNCP35746', 2020, 24, 85, 'STATISTICS_FILE', '2026-11-24'],
      ['RNCP35746', 2022, 9, 77.5, 'STATISTICS_FILE', '2026-11-24'],
    ];
    expect((await rates()).filter(([code]) => code === 'RNCP35746')).toEqual(expected);
    expect(await ask("select title from certification where code = 'RNCP35746'")).toEqual([
      { title: 'Chargé de communication cross-média' },
    ]);
    expect(
      await ask(
        "select element, given from finding where rule = 'SOURCES_DISAGREE' order by element, given",
      ),
    ).toEqual([
      { element: 'certified', given: '23' },
      { element: 'global_6_months', given: '86' },
    ]);
  });

  test('figures of a certification that nobody knows are kept under its code', async () => {
    await importBoth();
    await run([await write('taux.csv', `${STATISTICS}RNCP99;2020;24;;85;;\n`)]);
    expect(await ask("select title from certification where code = 'RNCP99'")).toEqual([
      { title: 'RNCP99' },
    ]);
    await run([
      await writeExport('RNCP', '2026-01-02', [...RNCP, { code: 'RNCP99', title: 'Enfin' }]),
    ]);
    expect(await ask("select title from certification where code = 'RNCP99'")).toEqual([
      { title: 'Enfin' },
    ]);
    expect((await rates()).filter(([code]) => code === 'RNCP99')).toEqual([
      ['RNCP99', 2020, 24, 85, 'STATISTICS_FILE', '2026-11-24'],
    ]);
  });

  test('a supplement can be the first thing that is ever imported', async () => {
    await run([PAGE]);
    expect(await codes()).toEqual(['RNCP35746']);
    expect(await ask('select code from occupation')).toHaveLength(5);
  });

  async function refused(paths: readonly string[], options: Partial<ImportOptions> = {}) {
    const before = await ask('select * from certification order by code').catch(() => 'nothing');
    const error: unknown = await run(paths, options).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(RefusedFileError);
    const message = (error as RefusedFileError).message;
    expect(message).not.toContain('\n');
    expect(await ask('select * from certification order by code').catch(() => 'nothing')).toEqual(
      before,
    );
    return message;
  }

  test('a register that lost more than a tenth of its fiches is refused, unless allowed', async () => {
    const many = Array.from({ length: 20 }, (_, i) => ({ code: `RNCP${i + 1}` }));
    await run([await writeExport('RNCP', '2026-01-01', many)]);
    const less = await writeExport('RNCP', '2026-01-02', many.slice(0, 17));
    expect(await refused([less])).toMatch(/has 17 fiches .* has 20 .*lost 15 %.*--allow-shrink/);
    await run([await writeExport('RNCP', '2026-01-03', many.slice(0, 18))]);
    expect(await codes()).toHaveLength(18);
    await run([await writeExport('RNCP', '2026-01-04', many.slice(0, 3))], { allowShrink: true });
    expect(await codes()).toHaveLength(3);
  });

  test('a bad file among good ones leaves everything as it was', async () => {
    await importBoth();
    const good = await writeExport('RNCP', '2026-01-02', [{ code: 'RNCP5' }, { code: 'RNCP6' }]);
    const text = exportText(RS);
    const bad = await write('export_fiches_RS_V4_1_2026-01-02.xml', text.slice(0, -20));
    expect(await refused([good, bad])).toMatch(/2026-01-02\.xml is not well-formed XML/);
    const old = await write('export_RS_2026-01-02.xml', text.replace('4.1', '3.0'));
    expect(await refused([good, old])).toMatch(/VERSION_FLUX "3.0": a flow 4.x is accepted/);
    // What was left in the free schema does not come back with the next import.
    await run([await writeExport('RS', '2026-01-03', RS)]);
    expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RS7']);
  });

  test('two exports of one register, and an export without a day, are refused', async () => {
    const one = await writeExport('RNCP', '2026-01-01', RNCP);
    const two = await writeExport('RNCP', '2026-01-02', [{ code: 'RNCP9' }]);
    expect(await refused([one, two])).toMatch(/are both exports of the RNCP: give one file/);
    const nameless = await write('fiches.xml', exportText(RNCP));
    expect(await refused([nameless])).toMatch(/does not tell the day of the export.*--date/);
    const { sources } = await run([nameless], { date: parsePlainDate('2026-02-03') });
    expect(sources).toMatchObject([{ datedOn: '2026-02-03' }]);
  });

  test('bad fiches and values are findings, which remember when they were first seen', async () => {
    const faulty = [
      ...RNCP,
      { code: 'RNCP3', cohorts: [['2020', 'dix', '120']] as const },
      { code: 'X3' },
    ];
    const first = await run([await writeExport('RNCP', '2026-01-01', faulty)]);
    expect(first.sources).toMatchObject([
      { certifications: 3, refusedFiches: 1, refusedValues: 2 },
    ]);
    const second = await run([
      await writeExport('RNCP', '2026-01-02', [
        ...faulty,
        { code: 'RNCP4', cohorts: [['2020', '-1']] },
      ]),
    ]);
    expect(
      await ask(`select rule, certification_code, given, first_seen_publication_id as seen
        from finding where certification_code like 'RNCP%' and rule in ('REFUSED_VALUE', 'INVALID_RATE')
        order by given`),
    ).toEqual([
      {
        rule: 'REFUSED_VALUE',
        certification_code: 'RNCP4',
        given: '-1',
        seen: second.publicationId,
      },
      {
        rule: 'INVALID_RATE',
        certification_code: 'RNCP3',
        given: '120',
        seen: first.publicationId,
      },
      {
        rule: 'REFUSED_VALUE',
        certification_code: 'RNCP3',
        given: 'dix',
        seen: first.publicationId,
      },
    ]);
  });

  test('a rate keeps the day on which it was first seen', async () => {
    await run([await writeExport('RNCP', '2021-03-01', RNCP)]);
    await run([
      await writeExport('RNCP', '2022-03-01', [
        {
          code: 'RNCP1',
          cohorts: [
            ['2020', '10', '81', '70'],
            ['2021', '9', '75'],
          ],
        },
        { code: 'RNCP2' },
      ]),
    ]);
    expect(await rates()).toEqual([
      ['RNCP1', 2020, 10, 81, 'FEED', '2021-03-01'],
      ['RNCP1', 2021, 9, 75, 'FEED', '2022-03-01'],
    ]);
  });

  test('a real export replaces the demonstration entirely, but for the user’s own supplements', async () => {
    const fictitious = [{ code: 'RNCP900001' }, { code: 'RNCP900002' }];
    await run(
      [
        await writeExport('RNCP', '2026-01-01', fictitious),
        await writeExport('RS', '2026-01-01', [{ code: 'RS900001' }]),
        PAGE,
      ],
      { demonstration: true },
    );
    expect(await codes()).toEqual(['RNCP35746', 'RNCP900001', 'RNCP900002', 'RS900001']);
    const own = await write('taux.csv', `${STATISTICS}RNCP1;2019;5;;50;;\n`);
    expect(await run([own])).toMatchObject({ changed: true });
    await run([await writeExport('RNCP', '2026-01-02', RNCP)]);
    expect(await codes()).toEqual(['RNCP1', 'RNCP2']);
    expect((await rates())[0]).toEqual(['RNCP1', 2019, 5, 50, 'STATISTICS_FILE', '2026-11-24']);
    expect(await ask('select demonstration from publication order by id desc limit 1')).toEqual([
      { demonstration: false },
    ]);
  });

  test('the bundled page that a user gives again becomes the user’s own', async () => {
    await run([await writeExport('RNCP', '2026-01-01', [{ code: 'RNCP900001' }]), PAGE], {
      demonstration: true,
    });
    expect(await run([PAGE])).toMatchObject({ changed: true });
    await run([await writeExport('RNCP', '2026-01-02', RNCP)]);
    expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RNCP35746']);
  });

  test('damaged files are refused or read, and never mixed into what is served', async () => {
    const bytes = Buffer.from(exportText([...RNCP, { code: 'RNCP3', title: 'Métier &amp; cœur' }]));
    await run([await writeExport('RNCP', '2026-01-01', RNCP)]);
    const damage = fc.record({
      at: fc.nat(bytes.length - 1),
      cut: fc.boolean(),
      byte: fc.nat(255),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, cut, byte }) => {
        const damaged = Buffer.from(cut ? bytes.subarray(0, at) : bytes);
        if (!cut) damaged[at] = byte;
        const path = await write(`export_RNCP_2026-01-02.${round++}.xml`, '');
        await writeFile(path, damaged);
        const before = await codes();
        const result = await run([path]).catch((error: unknown) => error);
        if (result instanceof Error) {
          expect(result).toBeInstanceOf(RefusedFileError);
          expect(await codes()).toEqual(before);
        } else {
          expect(cut).toBe(false);
        }
      }),
      { numRuns: 40, seed: 35746 },
    );
  }, 120_000);

  test('a reader goes on seeing the publication it began with', async () => {
    await importBoth();
    if (database.engine === 'pglite') {
      // One connection, taken in turn: an import waits for the reader, and the reader for it.
      const reading = await database.startReading();
      const importing = run([
        await writeExport('RNCP', '2026-01-02', [{ code: 'RNCP8' }, { code: 'RNCP9' }]),
      ]);
      await enterPublication(reading.db);
      const { rows } = await sql<{
        code: string;
      }>`select code from certification order by code`.execute(reading.db);
      expect(rows.map(({ code }) => code)).toEqual(['RNCP1', 'RNCP2', 'RS7']);
      await reading[Symbol.asyncDispose]();
      await importing;
    } else {
      await using reading = await database.startReading();
      await enterPublication(reading.db);
      await run([await writeExport('RNCP', '2026-01-02', [{ code: 'RNCP8' }, { code: 'RNCP9' }])]);
      const { rows } = await sql<{
        code: string;
      }>`select code from certification order by code`.execute(reading.db);
      expect(rows.map(({ code }) => code)).toEqual(['RNCP1', 'RNCP2', 'RS7']);
    }
    expect(await codes()).toEqual(['RNCP8', 'RNCP9', 'RS7']);
  });

  test('one import runs at a time', async () => {
    await using session = await database.session();
    expect(await takeImportLock(session.db)).toBe(true);
    const other = await session.beside();
    if (!other) return;
    expect(await takeImportLock(other.db)).toBe(false);
    await other[Symbol.asyncDispose]();
  });
});

test('the page that the tests import is the bundled one', async () => {
  expect(await readFile(PAGE, 'utf8')).toContain('RNCP35746BC01');
});
