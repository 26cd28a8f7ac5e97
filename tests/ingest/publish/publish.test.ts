import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { enterPublication } from '../../../src/db/entered-publication.ts';
import { takeImportLock } from '../../../src/db/load/import-lock.ts';
import { describeEachEngine } from '../../support/database.ts';
import { importsInto, RNCP } from './small-imports.ts';

describeEachEngine('importing into', (openDatabase) => {
  const { ask, codes, importBoth, rates, run, writeExport, ...imports } = importsInto(openDatabase);

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

  test('a rate keeps the day on which it was first seen', async () => {
    await run([await writeExport('RNCP', '2021-03-01', RNCP)]);
    await run([
      await writeExport('RNCP', '2022-03-01', [
        {
          code: 'RNCP1',
          cohorts: [
            ['2020', '11', '80', '70'],
            ['2021', '9', '75'],
          ],
        },
        { code: 'RNCP2' },
      ]),
    ]);
    expect(await rates()).toEqual([
      ['RNCP1', 2020, 11, 80, 'FEED', '2021-03-01'],
      ['RNCP1', 2021, 9, 75, 'FEED', '2022-03-01'],
    ]);
  });

  test('a reader goes on seeing the publication it began with', async () => {
    await importBoth();
    const database = imports.database();
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
    await using session = await imports.database().session();
    expect(await takeImportLock(session.db)).toBe(true);
    const other = await session.beside();
    if (!other) return;
    expect(await takeImportLock(other.db)).toBe(false);
    await other[Symbol.asyncDispose]();
  });
});
