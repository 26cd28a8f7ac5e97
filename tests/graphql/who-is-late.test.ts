import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { certifierWith, cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';

const [A, B, C] = ['111111118', '222222226', '333333334'] as const;
const body = (siren: string) => certifierWith(`Organisme ${siren}`, { siret: `${siren}00011` });
const active = { activeFlag: true, registrationEndsOn: day('2030-12-31') };

/** On 2026-11-24 a rate of 2023 is 693 days late, one of 2024 328, one of 2022 1058. */
const REGISTER = [
  ficheWith({
    ...{ code: 'RNCP1', ...active, certifiers: [body(A), body(B)] },
    cohorts: [cohortWith(2023, 10), cohortWith(2024, 10)],
  }),
  ficheWith({
    ...{ code: 'RNCP2', ...active, certifiers: [body(B)] },
    cohorts: [cohortWith(2024, 10), cohortWith(2023, 10, { global6: 80 })],
  }),
  ficheWith({
    ...{ code: 'RNCP3', ...active, certifiers: [body(C)] },
    cohorts: [cohortWith(2024, 10, { global6: 80 })],
  }),
  ficheWith({
    ...{ code: 'RNCP4', ...active, certifiers: [certifierWith('Sans SIRET')] },
    cohorts: [cohortWith(2022, 10)],
  }),
  ficheWith({
    code: 'RNCP5',
    ...active,
    certifiers: [certifierWith('Ancien', { state: 'Inactif', siret: `${C}00029` })],
  }),
  ficheWith({ code: 'RS6', ...active, certifiers: [body(C)], cohorts: [cohortWith(2022, 10)] }),
];

const CERTIFIERS = `query ($filter: CertifierFilter, $orderBy: [CertifierOrder!], $asOf: Date) {
  certifiers(filter: $filter, orderBy: $orderBy, asOf: $asOf) {
    nodes { siren certificationCount overdueRates daysLate }
  }
}`;

interface Certifiers {
  certifiers: {
    nodes: {
      siren: string;
      certificationCount: number;
      overdueRates: number;
      daysLate: number | null;
    }[];
  };
}

describeEachEngine('certifying bodies that owe rates, on', (openDatabase) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, REGISTER);
  });

  const certifiers = async (variables: object) => {
    const answer = await ask<Certifiers>(database, CERTIFIERS, { ...variables });
    return answer.certifiers.nodes.map((node) => Object.values(node));
  };
  const sirens = async (variables: object) => (await certifiers(variables)).map(([siren]) => siren);

  test('say how many certifications they have, how many rates they owe, and how late', async () => {
    expect(await certifiers({})).toEqual([
      [A, 1, 2, 693],
      [B, 2, 3, 693],
      // None on the RS, and the former body of RNCP5 is none of its certifications.
      [C, 2, 0, null],
    ]);
    expect(await certifiers({ asOf: '2025-12-31' })).toEqual([
      [A, 1, 1, 365],
      [B, 2, 1, 365],
      [C, 2, 0, null],
    ]);
  });

  test('are selected and ordered by that, those that owe none last', async () => {
    const by = (field: string, direction = 'DESC') => ({ orderBy: [{ field, direction }] });
    expect(await sirens(by('CERTIFICATION_COUNT'))).toEqual([B, C, A]);
    expect(await sirens(by('CERTIFICATION_COUNT', 'ASC'))).toEqual([A, B, C]);
    expect(await sirens(by('OVERDUE_RATES'))).toEqual([B, A, C]);
    expect(await sirens(by('OVERDUE_RATES', 'ASC'))).toEqual([C, A, B]);
    for (const direction of ['ASC', 'DESC']) {
      expect(await sirens(by('DAYS_LATE', direction))).toEqual([A, B, C]);
    }
    expect(await sirens({ filter: { overdueRates: { from: 1 } } })).toEqual([A, B]);
    expect(await sirens({ filter: { overdueRates: { to: 0 } } })).toEqual([C]);
    expect(await sirens({ filter: { daysLate: { from: 600, to: 700 } } })).toEqual([A, B]);
    expect(
      await sirens({ filter: { certificationCount: { from: 2 }, name: 'organisme' } }),
    ).toEqual([B, C]);
    // What is late depends on the day.
    const late = { overdueRates: { from: 2 } };
    expect(await sirens({ filter: late, asOf: '2025-12-31' })).toEqual([]);
  });

  test('of whom the first, known by no SIREN, is opened by a filter', async () => {
    const answer = await ask<{ insertionStatistics: { groups: object[] }; cohorts: object }>(
      database,
      `{ insertionStatistics(groupBy: [CERTIFIER], filter: { rateStatus: { indicator: GLOBAL_6_MONTHS, anyOf: [OVERDUE] } }) {
          groups { key { certifier { siren } } summary { cohorts } }
        }
        cohorts(filter: { certification: { without: [CERTIFIER] } }) { nodes { certification { code } year } } }`,
    );
    expect(answer.insertionStatistics.groups).toContainEqual({
      ...{ key: { certifier: null }, summary: { cohorts: 1 } },
    });
    expect(answer.cohorts).toEqual({ nodes: [{ certification: { code: 'RNCP4' }, year: 2022 }] });
  });
});

describe('a group whose key is null', () => {
  describeEachEngine('on', (openDatabase) => {
    test('is opened by a filter, whatever the dimension', async () => {
      const database = await openDatabase();
      await publishFiches(database, [...REGISTER, ...QUESTION_REGISTER]);
      const { __type } = await ask<{ __type: { enumValues: { name: string }[] } }>(
        database,
        '{ __type(name: "CertificationDimension") { enumValues { name } } }',
      );
      let opened = 0;
      for (const { name } of __type.enumValues) {
        const { statistics, certifications } = await ask<{
          statistics: {
            groups: { key: { unknown: string[] }; summary: { certifications: number } }[];
          };
          certifications: { totalCount: number };
        }>(
          database,
          `{ statistics: certificationStatistics(groupBy: [${name}]) { groups {
              key { unknown }
              summary { certifications } } }
            certifications(filter: { without: [${name}] }) { totalCount } }`,
        );
        const group = statistics.groups.find(({ key }) => key.unknown.includes(name));
        const count = group?.summary.certifications ?? 0;
        expect([name, certifications.totalCount]).toEqual([name, count]);
        if (count > 0) opened += 1;
      }
      expect(opened).toBeGreaterThan(8);
    });
  });
});
