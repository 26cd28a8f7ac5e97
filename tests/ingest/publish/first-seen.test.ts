import { expect, test } from 'vitest';
import { withdrawPublication } from '../../../src/db/load/withdraw.ts';
import { describeEachEngine } from '../../support/database.ts';
import { Importer } from './importer.ts';

/** The observation of a rate at 6 months of 2020 closes on 2021-06-30. */
const CLOSES = '2021-06-30';
const EARLY = '2021-06-29';

describeEachEngine('the day a rate was first seen, on', (openDatabase) => {
  test('is that of the value that is served', async () => {
    await using importer = await Importer.into(await openDatabase());
    const served = async () => {
      const rows = await importer.ask<Record<string, unknown>>(`
        select certification_code, global_6_months, global_6_months_seen_on::text,
          (select given from finding where rule = 'PUBLISHED_BEFORE_OBSERVABLE'
            and finding.certification_code = cohort.certification_code) as early
        from cohort order by certification_code`);
      return rows.map((row) => Object.values(row));
    };
    /** One fiche for each value; an empty one is not published. */
    const publish = (day: string, ...values: readonly string[]) =>
      importer.export(
        'RNCP',
        day,
        values.map((value, index) => ({
          code: `RNCP${index + 1}`,
          cohorts: [['2020', '10', value]],
        })),
        { allowShrink: true },
      );
    await publish(EARLY, '80', '80', '80', '70');
    // Corrected, withdrawn, kept, corrected.
    await publish(CLOSES, '85', '', '80', '75');
    expect(await served()).toEqual([
      ['RNCP1', 85, CLOSES, null],
      ['RNCP2', null, null, null],
      ['RNCP3', 80, EARLY, '80'],
      ['RNCP4', 75, CLOSES, null],
    ]);
    await publish('2021-08-01', '80', '80', '81');
    expect(await served()).toEqual([
      // As it was at first; published again; corrected. The fourth fiche is gone.
      ['RNCP1', 80, EARLY, '80'],
      ['RNCP2', 80, EARLY, '80'],
      ['RNCP3', 81, '2021-08-01', null],
    ]);
    // A statistics file may bring back a value that was served; it prevails from then on.
    await importer.statisticsOf('2021-09-01', 'RNCP3;2020;10;;80;;', 'RNCP1;2020;10;;90;;');
    await publish('2021-10-01', '85', '80', '81', '70');
    expect(await served()).toEqual([
      ['RNCP1', 90, '2021-09-01', null],
      ['RNCP2', 80, EARLY, '80'],
      ['RNCP3', 80, EARLY, '80'],
      ['RNCP4', 70, EARLY, '70'],
    ]);
  });

  test('is none of an export that was rolled back', async () => {
    const database = await openDatabase();
    await using importer = await Importer.into(database);
    const publish = (day: string, value: string) =>
      importer.export('RNCP', day, [{ code: 'RNCP1', cohorts: [['2020', '10', value]] }]);
    const rollBack = async () => {
      await using session = await database.session();
      await withdrawPublication(session, 'wrong files');
    };
    await publish('2021-08-01', '80');
    // A rate of a wrong file, which is noted when the next one replaces it.
    await publish('2021-08-02', '70');
    await publish('2021-08-03', '75');
    await rollBack();
    await rollBack();
    await publish('2021-08-04', '70');
    expect(await importer.ask('select global_6_months_seen_on::text as seen from cohort')).toEqual([
      { seen: '2021-08-04' },
    ]);
  });
});
