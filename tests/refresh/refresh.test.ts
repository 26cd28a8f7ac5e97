import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { failureOf } from '../../src/cli/failure.ts';
import { holdFolder } from '../../src/db/engines/data-folder.ts';
import { takeImportLock } from '../../src/db/load/import-lock.ts';
import { withdrawPublication } from '../../src/db/load/withdraw.ts';
import { takeRefreshLock } from '../../src/db/refresh-lock.ts';
import { DEFAULT_CHOICES, type MethodChoices } from '../../src/domain/method.ts';
import { refresh } from '../../src/refresh/refresh.ts';
import { RefreshBusyError } from '../../src/refresh/refresh-error.ts';
import { importsInto, RNCP, RS } from '../ingest/publish/small-imports.ts';
import { TODAY } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { breakingOff, DataGouv, exportZip, status, testTransfer, zipName } from './data-gouv.ts';

describeEachEngine('a refresh of', (openDatabase, engine) => {
  const { ask, codes, database, run, writeExport } = importsInto(openDatabase);
  const MORE = [...RNCP, { code: 'RNCP3' }];
  let site: DataGouv;
  let folder = '';
  let said: string[] = [];
  beforeAll(async () => {
    site = await DataGouv.start();
  });
  afterAll(() => site[Symbol.asyncDispose]());
  beforeEach(async () => {
    site.reset();
    said = [];
    folder = join(await mkdtemp(join(tmpdir(), 'debouches-refresh-')), 'downloads');
    return () => rm(join(folder, '..'), { recursive: true, force: true });
  });

  const once = (method?: MethodChoices) =>
    refresh({
      ...(method && { method }),
      ...{ database: database(), catalogue: site.url, today: TODAY },
      folder: { path: folder, maxBytes: 1e6 },
      transfer: testTransfer(said),
    });

  test('judges findings by the method that is chosen', async () => {
    const late = [
      {
        ...{ code: 'RNCP1', endsOn: '31/12/2027' },
        extra: '<TYPE_ENREGISTREMENT>Enregistrement sur demande</TYPE_ENREGISTREMENT>',
        cohorts: [['2022', '10', '80']] as const,
      },
    ];
    const missing = async (day: string, graceMonths: number) => {
      await publishPair(day, late);
      await once({ ...DEFAULT_CHOICES, graceMonths });
      const found = await ask<{ given: string }>(
        "select given from finding where rule = 'MISSING_COHORT_YEARS'",
      );
      return found.map(({ given }) => given);
    };
    expect([await missing('2026-08-15', 0), await missing('2026-08-16', 60)]).toEqual([
      ['2023, 2024, 2025'],
      [],
    ]);
  });

  async function publishPair(day: string, rncp = RNCP, rs = RS) {
    await site.publish('RNCP', day, rncp);
    await site.publish('RS', day, rs);
  }

  /** `[publication, file, day]` of what is served. */
  const served = async () =>
    (
      await ask<Record<string, unknown>>(`
      select publication_id, file_name, dated_on::text from publication_source
      join source on source.id = source_id join current_publication using (publication_id)
      order by register`)
    ).map((row) => Object.values(row));

  /** What is said when a refresh fails; what is served stays as it was. */
  async function failure(): Promise<string> {
    const before = await served();
    const error = await once().catch((reason: unknown) => reason);
    const { message, exitCode } = failureOf(error);
    expect(message).not.toContain('\n');
    expect(exitCode).toBe(1);
    expect(await served()).toEqual(before);
    return message;
  }

  const downloads = async () =>
    (await readdir(folder)).filter((name) => name.startsWith('export')).toSorted();
  const pairOf = (day: string) => [
    [expect.any(Number), zipName('RNCP', day), day],
    [expect.any(Number), zipName('RS', day), day],
  ];

  test('nothing imports the newest pair as one publication', async () => {
    await publishPair('2026-11-23');
    await publishPair('2026-11-24');
    const result = await once();
    expect(result).toMatchObject({
      outcome: 'IMPORTED',
      day: '2026-11-24',
      import: { publicationId: 1, sources: [{ register: 'RNCP' }, { register: 'RS' }] },
    });
    expect(await served()).toEqual(pairOf('2026-11-24'));
    expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RS7']);
    expect(said).toEqual([
      expect.stringMatching(/^export-fiches-rncp-v4-1-2026-11-24.zip was downloaded from 127/),
      expect.stringMatching(/^export-fiches-rs-v4-1-2026-11-24.zip was downloaded from 127/),
    ]);
  });

  test('the demonstration replaces it, whatever day that is of', async () => {
    const fictitious = { code: 'RNCP900001', title: 'Un titre (démonstration)' };
    const file = await writeExport('RNCP', '2027-01-01', [fictitious]);
    await run([file], { demonstration: true });
    await publishPair('2026-11-24');
    expect(await once()).toMatchObject({ outcome: 'IMPORTED' });
    expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RS7']);
  });

  test('what is served already transfers and changes nothing', async () => {
    await publishPair('2026-11-24');
    await once();
    site.requests = [];
    expect(await once()).toEqual({
      outcome: 'UNCHANGED',
      reason: 'the newest pair, of 2026-11-24, is the one that is served: nothing was changed',
    });
    expect(site.requests).toEqual([]);
    expect(await ask('select id from publication')).toEqual([{ id: 1 }]);
    // Without what was downloaded it is compared again.
    await rm(folder, { recursive: true });
    expect(await once()).toMatchObject({ outcome: 'UNCHANGED' });
    expect(site.requests).toHaveLength(2);
  });

  test('what is served already needs no file when the catalogue gives SHA-256', async () => {
    await publishPair('2026-11-24');
    await once();
    await rm(folder, { recursive: true });
    const hashes = await ask<{ register: 'RNCP' | 'RS'; sha256: string }>('select * from source');
    for (const { register, sha256: value } of hashes) {
      const checksum = { type: 'sha256', value };
      await site.publish(register, '2026-11-24', register === 'RS' ? RS : RNCP, { checksum });
    }
    site.requests = [];
    expect(await once()).toMatchObject({ outcome: 'UNCHANGED' });
    expect(site.requests).toEqual([]);
  });

  test('what was rolled back is not brought back, until the day after or by hand', async () => {
    await publishPair('2026-01-02');
    await once();
    await publishPair('2026-01-03', MORE);
    await once();
    {
      await using session = await database().session();
      await withdrawPublication(session, 'a wrong column');
    }
    said = [];
    expect(await once()).toEqual({
      outcome: 'UNCHANGED',
      reason:
        'the newest pair, of 2026-01-03, is that of publication 2, which was withdrawn (a wrong column): nothing was changed; "debouches import" takes the files all the same',
    });
    expect((await served()).map(([publication]) => publication)).toEqual([1, 1]);
    const paths = ['RNCP', 'RS'].map((register) =>
      join(folder, zipName(register as 'RNCP' | 'RS', '2026-01-03')),
    );
    expect(await run(paths)).toMatchObject({ changed: true, publicationId: 3 });
    expect((await once()).outcome).toBe('UNCHANGED');
    await publishPair('2026-01-04', MORE);
    expect(await once()).toMatchObject({ outcome: 'IMPORTED' });
  });

  test('a file of the same name with another content is a new publication, and is said so', async () => {
    await publishPair('2026-11-24');
    await once();
    await site.publish('RNCP', '2026-11-24', MORE);
    said = [];
    expect(await once()).toMatchObject({ outcome: 'IMPORTED', import: { publicationId: 2 } });
    expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RNCP3', 'RS7']);
    expect(said).toEqual([
      expect.stringContaining('rncp-v4-1-2026-11-24.zip was downloaded'),
      expect.stringContaining('rs-v4-1-2026-11-24.zip is in'),
      expect.stringMatching(
        /^export-fiches-rncp-v4-1-2026-11-24.zip was published again with another content \(SHA-256 [0-9a-f]{64}, served is [0-9a-f]{64}\)/,
      ),
    ]);
  });

  test('a day without one register takes the day before and says so; a late day too', async () => {
    await publishPair('2026-11-20');
    await site.publish('RNCP', '2026-11-24', RNCP);
    expect(await once()).toMatchObject({ day: '2026-11-20' });
    expect(said.slice(0, 2)).toEqual([
      'of 2026-11-24 the RS is not listed: an older pair is taken',
      'the newest pair is of 2026-11-20, 4 days ago',
    ]);
  });

  test('what is newer than the newest pair changes nothing', async () => {
    await run([await writeExport('RNCP', '2026-11-24', RNCP)]);
    await publishPair('2026-11-23');
    expect(await once()).toEqual({
      outcome: 'UNCHANGED',
      reason: expect.stringMatching(/pair is of 2026-11-23, and the RNCP .* is of 2026-11-24/),
    });
    expect(site.requests).toEqual([]);
  });

  test('a pair of a later day removes the downloads before, and nothing that others put there', async () => {
    await publishPair('2026-11-23');
    await once();
    await writeFile(join(folder, zipName('RS', '2020-01-01')), 'mine');
    await publishPair('2026-11-24', MORE);
    await once();
    expect((await downloads()).filter((name) => !name.endsWith('.json'))).toEqual([
      zipName('RNCP', '2026-11-24'),
      zipName('RS', '2020-01-01'),
      zipName('RS', '2026-11-24'),
    ]);
    expect(await served()).toEqual(pairOf('2026-11-24'));
  });

  test('one register is refused when the other cannot be had, and resumed by the next', async () => {
    await publishPair('2026-11-23');
    await once();
    await publishPair('2026-11-24', MORE);
    const path = `/resources/${zipName('RS', '2026-11-24')}`;
    const bytes = await exportZip('RS', '2026-11-24', RS);
    site.misbehave(path, ...Array.from({ length: 3 }, () => breakingOff(bytes, 100)));
    expect(await failure()).toMatch(/tried 3 times: refresh again later/);
    site.requests = [];
    expect(await once()).toMatchObject({ outcome: 'IMPORTED' });
    expect(site.requests.map(({ path: asked, headers }) => [asked, headers.range])).toEqual([
      [path, 'bytes=100-'],
    ]);
  });

  test('a truncated zip is refused by the import', async () => {
    await publishPair('2026-11-23');
    await once();
    await site.publish('RNCP', '2026-11-24', MORE);
    site.list('RS', '2026-11-24', (await exportZip('RS', '2026-11-24', RS)).subarray(0, 200));
    expect(await failure()).toMatch(/rs-v4-1-2026-11-24.zip is a zip that cannot be read, damaged/);
    expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RS7']);
  });

  test('a register that shrank is refused, and its files stay to be imported by hand', async () => {
    await publishPair('2026-11-23', MORE);
    await once();
    await publishPair('2026-11-24', [{ code: 'RNCP1' }]);
    expect(await failure()).toMatch(/it lost 67 %.*--allow-shrink; the files are in /);
    expect(await downloads()).toContain(zipName('RNCP', '2026-11-24'));
    await run(
      [join(folder, zipName('RNCP', '2026-11-24')), join(folder, zipName('RS', '2026-11-24'))],
      { allowShrink: true },
    );
    expect(await once()).toMatchObject({ outcome: 'UNCHANGED' });
  });

  test('a file that is not there leaves all as it was', async () => {
    await publishPair('2026-11-23');
    await once();
    await publishPair('2026-11-24');
    site.misbehave(`/resources/${zipName('RNCP', '2026-11-24')}`, status(403));
    expect(await failure()).toMatch(/answered with status 403/);
  });

  test('a folder into which another process refreshes is left to it', async () => {
    await publishPair('2026-11-23');
    await once();
    await publishPair('2026-11-24');
    const hold = holdFolder(folder, 'REFRESH_DIR');
    try {
      expect(await failure()).toMatch(/^process \d+ is refreshing into .*: wait for its end$/);
    } finally {
      hold?.release();
    }
    expect(await once()).toMatchObject({ outcome: 'IMPORTED' });
  });

  test.skipIf(engine === 'pglite')(
    'a database that another process refreshes, or imports into, is left to it',
    async () => {
      await publishPair('2026-11-23');
      await once();
      await publishPair('2026-11-24');
      site.requests = [];
      const refreshing = await takeRefreshLock(database());
      await expect(once()).rejects.toThrow(RefreshBusyError);
      expect(site.requests).toEqual([]);
      await refreshing?.[Symbol.asyncDispose]();
      const importing = await database().session();
      await takeImportLock(importing.db);
      expect(await failure()).toBe('another import is running on this database: wait for its end');
      await importing[Symbol.asyncDispose]();
      expect(await once()).toMatchObject({ outcome: 'IMPORTED' });
    },
  );

  /** Refreshes and gives the signal when the import is at a step. */
  function stoppedAt(step: 'READ' | 'INDEX' | 'PUBLISH', reason: Error) {
    const controller = new AbortController();
    return refresh({
      ...{ database: database(), catalogue: site.url, today: TODAY },
      folder: { path: folder, maxBytes: 1e6 },
      transfer: { ...testTransfer(said), signal: controller.signal },
      onProgress: (event) => {
        if (event.step === step) controller.abort(reason);
      },
    });
  }

  test.each(['READ', 'INDEX'] as const)(
    'an import that has begun (%s) ends at the signal, and leaves all as it was',
    async (step) => {
      await publishPair('2026-11-23');
      await once();
      const before = [await served(), await codes()];
      await publishPair('2026-11-24', MORE);
      const reason = new Error('the server stops');
      await expect(stoppedAt(step, reason)).rejects.toBe(reason);
      expect([await served(), await codes()]).toEqual(before);
      expect(await once()).toMatchObject({ outcome: 'IMPORTED' });
      expect(await codes()).toContain('RNCP3');
    },
  );

  test('an import that is at its last step at the signal is published', async () => {
    await publishPair('2026-11-24', MORE);
    expect(await stoppedAt('PUBLISH', new Error('too late'))).toMatchObject({
      outcome: 'IMPORTED',
    });
    expect(await codes()).toContain('RNCP3');
  });
});
