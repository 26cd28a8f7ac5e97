import { describe, expect, test } from 'vitest';
import type { CohortRow } from '../../../src/db/rows/cohort-rows.ts';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { DEFAULT_CHOICES } from '../../../src/domain/method.ts';
import { CHANGE_VERDICTS } from '../../../src/domain/rate/interval.ts';
import { buildCohorts } from '../../../src/snapshot/build/cohorts.ts';
import { Interner } from '../../../src/snapshot/build/interner.ts';
import { headsOf, pagesOf } from './heads.ts';

/** A cohort as the database has it; a rate that is given was seen long after its observation. */
function row(
  certificationCode: string,
  year: number,
  parts: { certified?: number; global6?: number; sourceIds?: number[] } = {},
): CohortRow {
  const global6 = parts.global6 ?? null;
  return {
    ...{ certificationCode, year, certified: parts.certified ?? null, certifiedSourceId: null },
    ...{ certifiedThroughVae: null, certifiedThroughVaeSourceId: null },
    ...{ global6Value: global6, global6SourceId: global6 === null ? null : 1 },
    global6SeenOn: global6 === null ? null : parsePlainDate('2026-01-01'),
    ...{ target6Value: null, target6SourceId: null, target6SeenOn: null },
    ...{ target24Value: null, target24SourceId: null, target24SeenOn: null },
    ...{ sourceIds: parts.sourceIds ?? [1], targetRateAt6MonthsInSource: false },
    unreadableRates: [],
  };
}

const build = (codes: readonly string[], ...pages: readonly (readonly CohortRow[])[]) =>
  buildCohorts(pagesOf(...pages), headsOf(...codes), {
    interner: new Interner(),
    method: DEFAULT_CHOICES,
    servedSource: (id) => id,
  });

describe('cohorts', () => {
  test('are by certification as the rows of these are, newest first, wherever a page ends', async () => {
    const rows = [
      row('RNCP10', 2020),
      row('RNCP10', 2022),
      row('RNCP10', 2023),
      // After RNCP10 as a text, before it by number.
      row('RNCP9', 2019),
      row('RNCP9', 2021),
    ];
    for (const cut of [0, 1, 2, 3, 4, 5]) {
      const pages = [rows.slice(0, cut), rows.slice(cut)];
      const { cohorts, ofCertification } = await build(['RNCP9', 'RNCP10', 'RS1'], ...pages);
      expect([...cohorts.year]).toEqual([2021, 2019, 2023, 2022, 2020]);
      expect([...cohorts.certification]).toEqual([0, 0, 1, 1, 1]);
      expect([...cohorts.offset]).toEqual([0, 2, 5, 5]);
      expect([...ofCertification.newestCohort]).toEqual([2021, 2023, -1]);
    }
  });

  test('of a certification that is not served are left out', async () => {
    const { cohorts } = await build(['RNCP9'], [row('RNCP10', 2020), row('RNCP9', 2021)]);
    expect([...cohorts.year]).toEqual([2021]);
    expect(cohorts.count).toBe(1);
  });

  test('may be none', async () => {
    const { cohorts, ofCertification } = await build(['RNCP9']);
    expect(cohorts.count).toBe(0);
    expect([...cohorts.offset]).toEqual([0, 0]);
    expect([...ofCertification.usableCohorts]).toEqual([0]);
    expect([...ofCertification.oldestMissingCohort]).toEqual([-1]);
  });

  test('from the same sources share one list of these', async () => {
    const { cohorts } = await build(
      ['RNCP9', 'RNCP10'],
      [
        row('RNCP10', 2020, { sourceIds: [1, 2] }),
        row('RNCP9', 2020, { sourceIds: [1, 2] }),
        row('RNCP9', 2021, { sourceIds: [12] }),
      ],
    );
    expect(cohorts.sourceIds).toEqual([[12], [1, 2], [1, 2]]);
    expect(cohorts.sourceIds[1]).toBe(cohorts.sourceIds[2]);
  });
});

describe('what cohorts tell of their certification', () => {
  test('usable are those with a global rate, and the oldest missing is the oldest that owes one', async () => {
    const { ofCertification } = await build(
      ['RNCP9'],
      [
        row('RNCP9', 2019, { certified: 10, global6: 0 }),
        row('RNCP9', 2020, { certified: 10 }),
        row('RNCP9', 2021, { certified: 10 }),
        row('RNCP9', 2022, { certified: 10, global6: 55 }),
      ],
    );
    expect([...ofCertification.usableCohorts]).toEqual([2]);
    expect([...ofCertification.oldestMissingCohort]).toEqual([2020]);
  });

  test('a cohort of nobody owes nothing', async () => {
    const nobody = [row('RNCP9', 2020, { certified: 0 })];
    const { ofCertification } = await build(['RNCP9'], nobody);
    expect([...ofCertification.oldestMissingCohort]).toEqual([-1]);
  });

  test('on the RS none is usable and none is owed, whatever was published', async () => {
    const { cohorts, ofCertification } = await build(
      ['RS1'],
      [row('RS1', 2020, { certified: 10, global6: 80 }), row('RS1', 2021, { certified: 10 })],
    );
    expect([...ofCertification.usableCohorts]).toEqual([0]);
    expect([...ofCertification.oldestMissingCohort]).toEqual([-1]);
    const { published, millionths } = cohorts.rates.GLOBAL_6_MONTHS;
    // It is shown as published, and counts for nothing.
    expect([...published]).toEqual([Number.NaN, 80]);
    expect([...millionths]).toEqual([-1, -1]);
  });
});

describe('a rate', () => {
  test('is kept as published, and in millionths beside it', async () => {
    const rates = [0, 100, 66.666667, 33.3];
    const { cohorts } = await build(
      ['RNCP9'],
      rates.map((global6, at) => row('RNCP9', 2000 + at, { certified: 1, global6 })),
    );
    const { published, millionths } = cohorts.rates.GLOBAL_6_MONTHS;
    expect([...published]).toEqual(rates.toReversed());
    expect([...millionths]).toEqual([33_300_000, 66_666_667, 100_000_000, 0]);
  });

  test('goes up or down from the cohort of the year before alone, where chance does not tell it', async () => {
    const { cohorts } = await build(
      ['RNCP9'],
      [
        row('RNCP9', 2017, { certified: 1_000, global6: 50 }),
        // A year is missing in between: no change can be told.
        row('RNCP9', 2019, { certified: 1_000, global6: 90 }),
        row('RNCP9', 2020, { certified: 1_000, global6: 50 }),
        row('RNCP9', 2021, { certified: 1_000, global6: 51 }),
        row('RNCP9', 2022, { certified: 1_000, global6: 90 }),
        // Of unknown size.
        row('RNCP9', 2023, { global6: 50 }),
      ],
    );
    const verdict = (change: number) => (change === 0 ? null : CHANGE_VERDICTS[change - 1]);
    expect(
      Array.from(cohorts.rates.GLOBAL_6_MONTHS.change, (change) => change).map(verdict),
    ).toEqual([null, 'RISE', 'NOT_SIGNIFICANT', 'FALL', null, null]);
    expect([...cohorts.rates.TARGET_OCCUPATION_6_MONTHS.change]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
