import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { failureOf } from '../../src/cli/failure.ts';
import type { Register } from '../../src/domain/certification/register-code.ts';
import { historyDays, importHistory } from '../../src/refresh/history.ts';
import { importsInto, RNCP, RS } from '../ingest/publish/small-imports.ts';
import type { FicheText } from '../ingest/sources/export/export-text.ts';
import { TODAY } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { exportZip, zipName } from './data-gouv.ts';

test('exports are put together by day, whatever else is in the folder', () => {
  const names = [
    'export-fiches-rs-v4-1-2026-01-02.zip',
    'export-fiches-rncp-v4-1-2026-01-02.zip',
    'export_fiches_RNCP_V4_1_2025-12-31.xml',
    'export_fiches_RS_V4_0_2026-01-01.xml.gz',
    'export-fiches-rncp-v3-0-2020-01-01.zip',
    'export-fiches-csv-2026-01-01.zip',
    'export-fiches-rncp-v4-1-2026-02-30.zip',
    'export-fiches-rncp-v4-1-2026-01-03.zip.part',
    'README',
  ];
  expect(historyDays(names)).toEqual([
    { day: '2025-12-31', files: [{ register: 'RNCP', name: names[2] }] },
    { day: '2026-01-01', files: [{ register: 'RS', name: names[3] }] },
    {
      day: '2026-01-02',
      files: [
        { register: 'RNCP', name: names[1] },
        { register: 'RS', name: names[0] },
      ],
    },
  ]);
});

describeEachEngine('a history imported into', (openDatabase) => {
  const { ask, codes, database, run, writeExport } = importsInto(openDatabase);
  let folder = '';
  let said: string[] = [];
  let numbers: (number | null)[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'debouches-history-'));
    said = [];
    numbers = [];
    return () => rm(folder, { recursive: true, force: true });
  });

  const add = async (register: Register, day: string, fiches: readonly FicheText[]) =>
    writeFile(join(folder, zipName(register, day)), await exportZip(register, day, fiches));

  const importAll = () =>
    importHistory({
      ...{ database: database(), folder, today: TODAY },
      report: (sentence) => said.push(sentence),
      onImported: ({ changed, publicationId }) => numbers.push(changed ? publicationId : null),
    });

  const days = async () =>
    (
      await ask<Record<string, unknown>>(`
      select publication_id, register, dated_on::text from publication_source
      join source on source.id = source_id order by publication_id, register`)
    ).map((row) => Object.values(row).join(' '));

  test('has a publication for each day, oldest first', async () => {
    await add('RS', '2026-01-02', RS);
    await add('RNCP', '2026-01-02', [...RNCP, { code: 'RNCP3' }]);
    await add('RNCP', '2026-01-01', RNCP);
    await add('RS', '2026-01-01', RS);
    await add('RNCP', '2026-01-03', RNCP.concat({ code: 'RNCP3' }, { code: 'RNCP4' }));
    await importAll();
    expect(numbers).toEqual([1, 2, 3]);
    expect(await days()).toEqual([
      '1 RNCP 2026-01-01',
      '1 RS 2026-01-01',
      '2 RNCP 2026-01-02',
      '2 RS 2026-01-02',
      '3 RNCP 2026-01-03',
      '3 RS 2026-01-02',
    ]);
    expect(said).toEqual(['of 2026-01-03 the folder has no RS: the other is imported alone']);
    // A second time only what is served is looked at.
    said = [];
    await importAll();
    expect(numbers.slice(3)).toEqual([null, null]);
    expect(said[0]).toBe(
      '3 exports from 2026-01-01 to 2026-01-02 are older than what is served, and were skipped',
    );
  });

  test('skips what is older than what is served, register by register', async () => {
    await run([await writeExport('RNCP', '2026-01-02', RNCP)]);
    await add('RNCP', '2026-01-01', RNCP);
    await add('RS', '2026-01-01', RS);
    await importAll();
    expect(numbers).toEqual([2]);
    expect(said).toEqual([
      '1 exports of 2026-01-01 are older than what is served, and were skipped',
    ]);
    expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RS7']);
  });

  test('ends at the first day that is refused, and names it', async () => {
    await add('RNCP', '2026-01-01', RNCP);
    await writeFile(join(folder, zipName('RNCP', '2026-01-02')), 'no zip');
    await add('RNCP', '2026-01-03', RNCP);
    const error = await importAll().catch((reason: unknown) => reason);
    expect(failureOf(error)).toEqual({
      exitCode: 1,
      message: expect.stringMatching(
        /^the exports of 2026-01-02 were refused, and so the history ends before that day: export-/,
      ),
    });
    expect(numbers).toEqual([1]);
  });

  test('is refused when the folder holds no export, or is none', async () => {
    await expect(importAll()).rejects.toThrow(/holds no export: names such as/);
    await rm(folder, { recursive: true });
    await expect(importAll()).rejects.toThrow(/cannot be read: ENOENT/);
  });
});
