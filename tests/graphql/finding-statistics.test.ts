import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Finding } from '../../src/domain/findings/finding.ts';
import { ask, refusal, SERVICES, type Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { MINISTRY, SCHOOL, SMALL_REGISTER, SMALL_REGISTER_FINDINGS } from '../support/register.ts';

/** On a certification of both bodies. */
const SHARED: Finding = {
  ...{ rule: 'REFUSED_VALUE', certificationCode: 'RNCP900010', cohortYear: null },
  ...{ element: 'ACTIF', given: 'peut-être', message: 'neither Oui nor Non' },
};

/**
 * Eight findings: REFUSED_VALUE on RNCP900001, RNCP900010 and RS900001, REFUSED_FICHE on none,
 * SOURCES_DISAGREE on RNCP900002; derived, DUPLICATE_BLOCK_CODE on RNCP900001, DANGLING_LINEAGE on
 * RNCP900002, which no body certifies now, and ONE_SIDED_LINEAGE on RS900001.
 */
const FINDINGS = [...SMALL_REGISTER_FINDINGS, SHARED];

const STATISTICS = `query (
  $filter: FindingFilter, $groupBy: [FindingDimension!], $first: Int, $asOf: Date
) {
  findingStatistics(filter: $filter, groupBy: $groupBy, first: $first, asOf: $asOf) {
    findings certifications groupCount overlapping
    groups { rule severity register certifier { siren } findings certifications }
  }
}`;

interface Statistics {
  readonly findings: number;
  readonly certifications: number;
  readonly groupCount: number;
  readonly overlapping: boolean;
  readonly groups: readonly {
    readonly rule: string | null;
    readonly severity: string | null;
    readonly register: string | null;
    readonly certifier: { readonly siren: string } | null;
    readonly findings: number;
    readonly certifications: number;
  }[];
}

describeEachEngine('counts of findings on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, SMALL_REGISTER, { findings: FINDINGS });
  });

  async function statistics(variables: Variables = {}): Promise<Statistics> {
    const answer = await ask<{ findingStatistics: Statistics }>(database, STATISTICS, variables);
    return answer.findingStatistics;
  }

  const rowsOf = ({ groups }: Statistics) =>
    groups.map(({ rule, severity, register, certifier, findings, certifications }) => [
      [rule, severity, register, certifier?.siren].filter((key) => key != null).join(' '),
      findings,
      certifications,
    ]);

  test('are of all findings, and of the certifications that they are on', async () => {
    expect(await statistics()).toEqual({
      // RNCP900001, RNCP900002, RNCP900010 and RS900001.
      ...{ findings: 8, certifications: 4 },
      ...{ groups: [], groupCount: 0, overlapping: false },
    });
  });

  test.each([
    [
      'RULE',
      [
        ['REFUSED_VALUE', 3, 3],
        ['DANGLING_LINEAGE', 1, 1],
        ['DUPLICATE_BLOCK_CODE', 1, 1],
        ['ONE_SIDED_LINEAGE', 1, 1],
        ['REFUSED_FICHE', 1, 0],
        ['SOURCES_DISAGREE', 1, 1],
      ],
    ],
    [
      'SEVERITY',
      [
        ['ERROR', 4, 3],
        ['INFORMATION', 2, 2],
        ['WARNING', 2, 2],
      ],
    ],
    [
      'REGISTER',
      [
        ['RNCP', 5, 3],
        ['RS', 2, 1],
        ['', 1, 0],
      ],
    ],
  ])('by %s are most first, then by key, and add up', async (dimension, expected) => {
    const answer = await statistics({ groupBy: [dimension] });
    expect(rowsOf(answer)).toEqual(expected);
    expect(answer).toMatchObject({ overlapping: false, groupCount: expected.length, findings: 8 });
    expect(answer.groups.reduce((sum, { findings }) => sum + findings, 0)).toBe(8);
  });

  test('by body count what each certifies now, and overlap', async () => {
    const answer = await statistics({ groupBy: ['CERTIFIER'] });
    expect(rowsOf(answer)).toEqual([
      // RNCP900001 twice, RNCP900010, RS900001 twice.
      [SCHOOL, 5, 3],
      // RNCP900002 twice, and the fiche that could not be read.
      ['', 3, 1],
      [MINISTRY, 1, 1],
    ]);
    expect(answer).toMatchObject({ overlapping: true, findings: 8 });
  });

  test('by several dimensions have a group for each pair that occurs', async () => {
    const answer = await statistics({ groupBy: ['REGISTER', 'SEVERITY'], first: 2 });
    expect(rowsOf(answer)).toEqual([
      ['ERROR RNCP', 2, 2],
      ['WARNING RNCP', 2, 2],
    ]);
    // And one each: INFORMATION RNCP, ERROR RS, INFORMATION RS, ERROR of no register.
    expect(answer.groupCount).toBe(6);
    const both = await statistics({
      groupBy: ['CERTIFIER', 'RULE'],
      filter: { certifier: SCHOOL },
    });
    expect(rowsOf(both)).toEqual([
      [`REFUSED_VALUE ${SCHOOL}`, 3, 3],
      [`DUPLICATE_BLOCK_CODE ${SCHOOL}`, 1, 1],
      [`ONE_SIDED_LINEAGE ${SCHOOL}`, 1, 1],
      [`REFUSED_VALUE ${MINISTRY}`, 1, 1],
    ]);
  });

  test.each([
    [{ severities: ['ERROR'] }, 4, 3],
    [{ certification: '900001' }, 2, 1],
    [{ certifier: MINISTRY }, 1, 1],
    [{ cohortYear: { from: 2020, to: 2020 } }, 1, 1],
    [{ rules: ['RATE_ON_RS'] }, 0, 0],
  ])('are over the findings of %j', async (filter, findings, certifications) => {
    const answer = await statistics({ filter, groupBy: ['RULE'] });
    expect(answer).toMatchObject({ findings, certifications });
    expect(answer.groups.reduce((sum, group) => sum + group.findings, 0)).toBe(findings);
  });

  test('give the first groups of all, and none when none is asked for', async () => {
    const answer = await statistics({ groupBy: ['RULE'], first: 1 });
    expect([rowsOf(answer), answer.groupCount]).toEqual([[['REFUSED_VALUE', 3, 3]], 6]);
    expect(await statistics({ groupBy: ['RULE'], first: 0 })).toMatchObject({ groups: [] });
  });

  test.each([
    [{ groupBy: ['RULE', 'RULE'] }, 'groupBy: RULE is given twice: give each dimension once'],
    [{ first: -1 }, 'first: -1 is not accepted: give a number of groups, 0 or more'],
    [
      { filter: { cohortYear: { from: 2021, to: 2020 } } },
      'cohortYear: { from: 2021, to: 2020 } ends before it begins: give a from that is not after to',
    ],
    [
      { asOf: '1989-12-31' },
      'asOf: 1989-12-31 is not accepted: give a day from 1990-01-01 to 2200-12-31, or none for today',
    ],
  ])('of %j are refused', async (variables, message) => {
    expect(await refusal(database, STATISTICS, variables)).toEqual({
      name: 'BadUserInputError',
      message,
    });
  });

  test('in more groups than allowed are refused', async () => {
    const services = { ...SERVICES, maxGroups: 5 };
    expect(await refusal(database, STATISTICS, { groupBy: ['RULE'] }, services)).toEqual({
      name: 'BadUserInputError',
      message:
        'groupBy: [RULE] makes more than 5 groups: group by fewer dimensions, or restrict the filter',
    });
    expect(await refusal(database, STATISTICS, { groupBy: ['SEVERITY'] }, services)).toBeNull();
  });
});
