import { expect, test } from 'vitest';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { describeEachEngine } from '../../support/database.ts';
import { exportText } from '../sources/export/export-text.ts';
import { importsInto, RNCP, RS, STATISTICS } from './small-imports.ts';

describeEachEngine('the day of a file, importing into', (openDatabase) => {
  const { ask, codes, rates, run, write, writeExport } = importsInto(openDatabase);

  const on = (day: string) => ({ date: parsePlainDate(day) });
  const sources = () =>
    ask<{ name: string; day: string }>(`
      select file_name as name, dated_on::text as day from publication_source
      join source on source.id = source_id join current_publication using (publication_id)
      order by source_id`);
  const publications = async () =>
    (await ask<{ id: number }>('select id from publication order by id')).map(({ id }) => id);

  test('is asked for, whatever the kind of file, when no name tells it', async () => {
    for (const [name, text] of [
      ['fiches.xml', exportText(RNCP)],
      ['taux.csv', `${STATISTICS}RNCP1;2020;10;;80;;\n`],
    ] as const) {
      const path = await write(name, text);
      await expect(run([path])).rejects.toThrow(
        new RegExp(`the name of ${name} does not tell the day .*--date YYYY-MM-DD`),
      );
      await run([path], on('2026-02-03'));
      expect((await sources()).at(-1)).toEqual({ name, day: '2026-02-03' });
    }
  });

  test('is not in the future, given or in a name', async () => {
    const named = await writeExport('RNCP', '2026-11-25', RNCP);
    await expect(run([named])).rejects.toThrow(
      /would be of 2026-11-25, which is in the future: today is 2026-11-24; give the right day/,
    );
    await expect(run([named], on('2027-01-01'))).rejects.toThrow(/of 2027-01-01.*future/);
    expect(await run([named], on('2026-11-24'))).toMatchObject({ changed: true });
  });

  test('before that of the export that is served is refused, unless allowed', async () => {
    await run([
      await writeExport('RNCP', '2026-03-01', RNCP),
      await writeExport('RS', '2026-01-01', RS),
    ]);
    const older = await writeExport('RNCP', '2026-02-28', [{ code: 'RNCP1' }, { code: 'RNCP3' }]);
    await expect(run([older])).rejects.toThrow(
      /is of 2026-02-28 and the RNCP that is served is of 2026-03-01 .*nothing was changed.*--allow-older/,
    );
    expect(await codes()).toEqual(['RNCP1', 'RNCP2', 'RS7']);
    // The other register has a day of its own.
    await run([await writeExport('RS', '2026-02-28', [{ code: 'RS8' }])]);
    await run([older], { allowOlder: true });
    expect(await codes()).toEqual(['RNCP1', 'RNCP3', 'RS8']);
  });

  test('refused imports leave no hole in the numbers of publications', async () => {
    await run([await writeExport('RNCP', '2026-03-01', RNCP)]);
    const older = await writeExport('RNCP', '2026-02-28', RNCP);
    const empty = await write('e_2026-03-02.xml', exportText([]));
    for (const path of [older, empty]) await expect(run([path])).rejects.toThrow();
    await run([await write('t-2026-03-02.csv', `${STATISTICS}RNCP1;2020;10;;80;;\n`)]);
    await expect(run([older])).rejects.toThrow();
    const last = await run([await writeExport('RNCP', '2026-03-02', RNCP)]);
    expect(await publications()).toEqual([1, 2, 3]);
    expect(last.publicationId).toBe(3);
  });

  test('of an export that was mistyped is corrected by the same file with another day', async () => {
    const file = await write('fiches.xml', exportText(RNCP));
    await run([file], on('2026-02-03'));
    expect(await run([file], on('2026-02-03'))).toMatchObject({ changed: false });
    expect(await run([file], on('2026-03-04'))).toMatchObject({ changed: true });
    expect(await sources()).toEqual([{ name: 'fiches.xml', day: '2026-03-04' }]);
    expect((await rates()).map((rate) => rate.at(-1))).toEqual(['2026-03-04', '2026-03-04']);
    await expect(run([file], on('2026-01-02'))).rejects.toThrow(/mistyped.*--allow-older/);
    await run([file], { ...on('2026-01-02'), allowOlder: true });
    expect((await rates()).map((rate) => rate.at(-1))).toEqual(['2026-01-02', '2026-01-02']);
    expect(await publications()).toEqual([1, 2, 3]);
  });

  test('of a supplement is corrected likewise, alone or with an export', async () => {
    await run([await writeExport('RNCP', '2026-05-01', RNCP)]);
    const file = await write('taux.csv', `${STATISTICS}RNCP1;2020;10;;85;;\nRNCP9;2020;5;;50;;\n`);
    const seen = async () =>
      (await rates())
        .filter(([, , , rate]) => rate !== null)
        .map(([code, , , rate, kind, day]) => [code, rate, kind, day]);
    const filed = (day: string) => [
      ['RNCP1', 85, 'STATISTICS_FILE', day],
      ['RNCP2', 90, 'FEED', '2026-05-01'],
      ['RNCP9', 50, 'STATISTICS_FILE', day],
    ];
    await run([file], on('2026-06-01'));
    expect(await seen()).toEqual(filed('2026-06-01'));
    await run([file], on('2026-07-01'));
    expect(await seen()).toEqual(filed('2026-07-01'));
    expect(await sources()).toHaveLength(2);
    const rs = await write('rs.xml', exportText(RS));
    await run([rs, file], on('2026-08-01'));
    expect(await seen()).toEqual(filed('2026-08-01'));
    const both = await write('rncp.xml', exportText([...RNCP, { code: 'RNCP3' }]));
    await run([both, file], on('2026-09-01'));
    expect(await seen()).toEqual(filed('2026-09-01'));
    expect((await sources()).map(({ day }) => day)).toEqual([
      '2026-08-01',
      '2026-09-01',
      '2026-09-01',
    ]);
  });
});
