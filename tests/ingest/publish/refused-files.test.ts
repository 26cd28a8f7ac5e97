import { writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { RefusedFileError } from '../../../src/domain/errors.ts';
import type { ImportOptions } from '../../../src/ingest/publish/import.ts';
import { describeEachEngine } from '../../support/database.ts';
import { exportText } from '../sources/export/export-text.ts';
import { importsInto, RNCP, RS, STATISTICS } from './small-imports.ts';

describeEachEngine('importing into', (openDatabase) => {
  const { ask, codes, importBoth, run, write, writeExport } = importsInto(openDatabase);

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

  test('a register that lost more than a tenth of its figures is refused, unless allowed', async () => {
    const years = ['2019', '2020', '2021', '2022', '2023'];
    const fiches = (without: number) =>
      Array.from({ length: 10 }, (_, at) => ({
        code: `RNCP${at + 1}`,
        // Two figures each: a hundred in all.
        cohorts: at < without ? [] : years.map((year) => [year, '10', '80'] as const),
      }));
    await run([await writeExport('RNCP', '2026-01-01', fiches(0))]);
    const less = await writeExport('RNCP', '2026-01-02', fiches(2));
    expect(await refused([less])).toMatch(/have 80 figures .* 100: 20 % are lost.*--allow-shrink/);
    await run([await writeExport('RNCP', '2026-01-03', fiches(1))]);
    await run([less], { allowShrink: true, allowOlder: true });
    expect(await ask<{ count: number }>('select count(*)::int as count from cohort')).toEqual([
      { count: 40 },
    ]);
  });

  test('a bad file among good ones leaves everything as it was', async () => {
    await importBoth();
    const good = await writeExport('RNCP', '2026-01-02', [{ code: 'RNCP5' }, { code: 'RNCP6' }]);
    const text = exportText(RS);
    const bad = await write('export_fiches_RS_V4_1_2026-01-02.xml', text.slice(0, -20));
    expect(await refused([good, bad])).toMatch(/2026-01-02\.xml is not well-formed XML/);
    const old = await write('export_RS_2026-01-02.xml', text.replace('4.1', '3.0'));
    expect(await refused([good, old])).toMatch(/VERSION_FLUX "3.0": a flow 4.x is accepted/);
    // What was written until then does not come back with the next import.
    await run([await writeExport('RS', '2026-01-03', RS)]);
    expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RS7']);
  });

  test('two exports of one register, and an export without a day, are refused', async () => {
    const one = await writeExport('RNCP', '2026-01-01', RNCP);
    const two = await writeExport('RNCP', '2026-01-02', [{ code: 'RNCP9' }]);
    expect(await refused([one, two])).toMatch(/are both exports of the RNCP: give one file/);
    const nameless = await write('fiches.xml', exportText(RNCP));
    expect(await refused([nameless])).toMatch(
      /fiches.xml does not tell the day that its data are of.*--date/,
    );
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

  test('numbers of certified that no sum could hold are refused, one by one or together', async () => {
    const largest = (fiches: number) =>
      Array.from({ length: fiches }, (_, i) => ({
        code: `RNCP${i + 1}`,
        cohorts: [['2020', '10000000']] as const,
      }));
    await run([
      await writeExport('RNCP', '2026-01-01', [
        {
          code: 'RNCP1',
          cohorts: [
            ['2020', '30'],
            ['2021', '2147483647'],
          ],
        },
      ]),
    ]);
    expect(await ask('select year, certified from cohort order by year')).toEqual([
      { year: 2020, certified: 30 },
      { year: 2021, certified: null },
    ]);
    expect(
      await ask("select given, cohort_year from finding where rule = 'REFUSED_VALUE'"),
    ).toEqual([{ given: '2147483647', cohort_year: 2021 }]);
    expect(await refused([await writeExport('RNCP', '2026-01-02', largest(215))])).toMatch(
      /the certified of all cohorts add up to 2150000000: at most 2147483647 are accepted/,
    );
    await run([await writeExport('RNCP', '2026-01-02', largest(214))]);
    const more = await write('taux-2026-01-03.csv', `${STATISTICS}RNCP1;2021;10000000;;;;\n`);
    expect(await refused([more])).toMatch(/add up to 2150000000/);
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
});
