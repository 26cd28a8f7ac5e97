import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, refusal, type Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../support/factories.ts';

const FICHES = [
  ficheWith({
    code: 'RNCP1',
    cohorts: [
      cohortWith(2021, 10, { global6: 50 }),
      cohortWith(2022, 20, { global6: 60 }),
      cohortWith(2023, 30, { global6: 70, target24: 55 }),
    ],
  }),
  ficheWith({
    code: 'RNCP2',
    cohorts: [
      cohortWith(2022, 40, { global6: 80 }),
      cohortWith(2023, 10, { global6: 90 }),
      cohortWith(2024, 5),
    ],
  }),
  ficheWith({ code: 'RNCP3', cohorts: [cohortWith(2010, 10, { global6: 10 })] }),
  ficheWith({ code: 'RNCP4' }),
  ficheWith({ code: 'RNCP5', cohorts: [cohortWith(2023, null, { global6: 40 })] }),
  ficheWith({ code: 'RS6', cohorts: [cohortWith(2023, 10, { global6: 100 })] }),
];

const COMPARISON = `query ($codes: [RegisterCode!]!, $years: IntRange, $asOf: Date) {
  comparison(codes: $codes, years: $years, asOf: $asOf) {
    years commonYears
    certifications {
      certification { code active }
      years { year cohort { certified insertionRate(indicator: TARGET_OCCUPATION_2_YEARS) { status } } }
      rates { indicator value base years coverage { cohorts cohortsWithRate } }
    }
  }
}`;

interface Comparison {
  readonly years: readonly number[];
  readonly commonYears: readonly number[];
  readonly certifications: readonly {
    readonly certification: { readonly code: string };
    readonly years: readonly {
      readonly year: number;
      readonly cohort: { certified: number | null; insertionRate: { status: string } } | null;
    }[];
    readonly rates: readonly { readonly value: number | null; readonly base: number }[];
  }[];
}

describeEachEngine('a comparison on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES);
  });

  async function compare(codes: readonly string[], variables: Variables = {}): Promise<Comparison> {
    const all = { codes, ...variables };
    return (await ask<{ comparison: Comparison }>(database, COMPARISON, all)).comparison;
  }

  /** Code, certified by year, pooled global rate at 6 months. */
  const rows = ({ certifications }: Comparison) =>
    certifications.map(({ certification, years, rates }) => [
      certification.code,
      years.map(({ cohort }) => cohort?.certified ?? null),
      rates[0]?.value,
    ]);

  test('sets certifications side by side in the order given, on the years that one has', async () => {
    const answer = await compare(['2', 'rncp 1']);
    expect(answer.years).toEqual([2024, 2023, 2022, 2021]);
    expect(answer.commonYears).toEqual([2023, 2022]);
    expect(rows(answer)).toEqual([
      ['RNCP2', [5, 10, 40, null], 82], // (40·80 + 10·90) / 50 = 4100 / 50
      ['RNCP1', [null, 30, 20, 10], 66], // (20·60 + 30·70) / 50 = 3300 / 50
    ]);
    expect(answer.certifications[1]?.rates).toEqual([
      {
        ...{ indicator: 'GLOBAL_6_MONTHS', value: 66, base: 50, years: [2023, 2022] },
        coverage: { cohorts: 2, cohortsWithRate: 2 },
      },
      {
        ...{ indicator: 'TARGET_OCCUPATION_6_MONTHS', value: null, base: 0, years: [2023, 2022] },
        coverage: { cohorts: 2, cohortsWithRate: 0 },
      },
      {
        ...{ indicator: 'TARGET_OCCUPATION_2_YEARS', value: 55, base: 30, years: [2023, 2022] },
        coverage: { cohorts: 2, cohortsWithRate: 1 },
      },
    ]);
  });

  test.each([
    [{ from: 2022, to: 2022 }, [2022], [2022], [80, 60]],
    [{ to: 2021 }, [2021], [], [null, null]],
    [{ from: 2023 }, [2024, 2023], [2023], [90, 70]],
    [{ from: 2030 }, [], [], [null, null]],
  ])('on the years %j alone', async (years, some, common, values) => {
    const answer = await compare(['RNCP2', 'RNCP1'], { years });
    expect([answer.years, answer.commonYears]).toEqual([some, common]);
    expect(answer.certifications.map(({ rates }) => rates[0]?.value)).toEqual(values);
  });

  test('of certifications without a year in common pools nothing', async () => {
    const answer = await compare(['RNCP1', 'RNCP3', 'RNCP4']);
    expect([answer.years, answer.commonYears]).toEqual([[2023, 2022, 2021, 2010], []]);
    expect(rows(answer)).toEqual([
      ['RNCP1', [30, 20, 10, null], null],
      ['RNCP3', [null, null, null, 10], null],
      ['RNCP4', [null, null, null, null], null],
    ]);
  });

  test('counts no rate without certified, nor any of the RS', async () => {
    const answer = await compare(['RNCP1', 'RNCP5', 'RS6']);
    expect(answer.commonYears).toEqual([2023]);
    expect(answer.certifications.map(({ rates }) => [rates[0]?.value, rates[0]?.base])).toEqual([
      ...[
        [70, 30],
        [null, 0],
        [null, 0],
      ],
    ]);
  });

  test('of five is made, and seen on the as-of day', async () => {
    const codes = ['RNCP1', 'RNCP2', 'RNCP3', 'RNCP4', 'RNCP5'];
    const statusesOn = async (asOf: string) => {
      const { certifications } = await compare(codes, { asOf });
      expect(certifications.map(({ certification }) => certification.code)).toEqual(codes);
      return certifications.map(({ years }) => years[0]?.cohort?.insertionRate.status);
    };
    // The newest year is 2024, of RNCP2 alone: observed at the end of 2026.
    expect(await statusesOn('2026-12-30')).toEqual([
      ...[undefined, 'NOT_YET_OBSERVABLE', undefined, undefined, undefined],
    ]);
    expect((await statusesOn('2026-12-31'))[1]).toBe('IN_COLLECTION');
  });

  test.each([
    [['RNCP1'], 'codes: 1 certification is given: 2 to 5 are compared'],
    [[], 'codes: 0 certifications are given: 2 to 5 are compared'],
    [
      ['RNCP1', 'RNCP2', 'RNCP3', 'RNCP4', 'RNCP5', 'RS6'],
      'codes: 6 certifications are given: 2 to 5 are compared',
    ],
    [['RNCP1', 'RNCP2', '1'], 'codes: RNCP1 is given twice: give each once'],
    [
      ['RNCP1', 'RS1'],
      // 'RS' alike, then 'R'.
      'codes: "RS1" is not the number of a fiche that the register has; some that it has: RS6, RNCP1, RNCP2, RNCP3, RNCP4, RNCP5',
    ],
  ])('of %j is refused, with what is accepted', async (codes, message) => {
    const refused = { name: 'BadUserInputError', message };
    expect(await refusal(database, COMPARISON, { codes })).toEqual(refused);
  });

  test('on years that end before they begin is refused, and on a day out of bounds', async () => {
    const codes = ['RNCP1', 'RNCP2'];
    expect(await refusal(database, COMPARISON, { codes, years: { from: 2, to: 1 } })).toEqual({
      name: 'BadUserInputError',
      message: 'years: { from: 2, to: 1 } ends before it begins: give a from that is not after to',
    });
    expect(await refusal(database, COMPARISON, { codes, asOf: '1989-12-31' })).toMatchObject({
      message:
        'asOf: 1989-12-31 is not accepted: give a day from 1990-01-01 to 2200-12-31, or none for today',
    });
  });
});
