import { type GraphQLInputObjectType, getNullableType } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import { certifications } from '../../src/datasets/certifications/certifications.ts';
import { expiring } from '../../src/datasets/certifications/expiring.ts';
import { renewalReadiness } from '../../src/datasets/certifications/renewal-readiness.ts';
import { findings } from '../../src/datasets/findings/findings.ts';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { ask } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { day, ficheWith, partnerWith, publishFiches } from '../support/factories.ts';
import { readRecords } from '../support/report-rows.ts';

/** Asked about on 2026-11-24: what each says of its activity is its title. */
const FICHES = [
  ficheWith({ code: 'RNCP1', title: 'not known' }),
  ficheWith({ code: 'RNCP2', title: 'not known', effectiveOn: day('2020-01-01') }),
  ficheWith({ code: 'RNCP3', title: 'active', activeFlag: true }),
  ficheWith({ code: 'RNCP4', title: 'active', registrationEndsOn: day('2026-12-31') }),
  ficheWith({ code: 'RNCP5', title: 'inactive', activeFlag: false }),
  ficheWith({ code: 'RNCP6', title: 'inactive', registrationEndsOn: day('2020-01-01') }),
  ficheWith({ code: 'RNCP7', title: 'inactive', decisionOn: day('2030-01-01') }),
  ficheWith({
    ...{ code: 'RNCP8', title: 'active', registrationEndsOn: day('2030-12-31') },
    partners: [
      partnerWith('In force'),
      partnerWith('No longer', { state: 'Inactif' }),
      partnerWith('Not known', { state: null }),
    ],
  }),
];

const ALL = FICHES.map(({ code }): string => code);
const NOT_KNOWN = ['RNCP1', 'RNCP2'];
const ACTIVE = ['RNCP3', 'RNCP4', 'RNCP8'];
const INACTIVE = ['RNCP5', 'RNCP6', 'RNCP7'];

/** Boolean filters of certifications, with those of which the answer is not known. */
const FILTERS: Readonly<Record<string, readonly string[]>> = {
  active: NOT_KNOWN,
  filingPassed: ['RNCP1', 'RNCP2', 'RNCP3', 'RNCP5', 'RNCP7'],
  // What fiches and cohorts say, or do not say, is known.
  ...{ hasCohorts: [], hasCompleteSixMonthRates: [], hasEquivalences: [], replaced: [] },
};

/** Boolean parameters of reports that are filters, by report; those that are the filter `active` below. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  expiring: ['filing_passed', 'replaced'],
};

/** Boolean parameters that do not select certifications. */
const NO_FILTERS = ['same_level'];

describeEachEngine('what is not known, on', (openDatabase) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES);
  });

  async function select(filter: object): Promise<string[]> {
    const answer = await ask<{ certifications: { nodes: { code: string }[]; totalCount: number } }>(
      database,
      `query ($filter: CertificationFilter) {
        certifications(filter: $filter) { totalCount nodes { code } }
      }`,
      { filter },
    );
    expect(answer.certifications.totalCount).toBe(answer.certifications.nodes.length);
    return answer.certifications.nodes.map(({ code }) => code);
  }

  test('is neither true nor false to any boolean filter of certifications', async () => {
    const { CertificationFilter } = schema.getTypeMap();
    const fields = Object.values((CertificationFilter as GraphQLInputObjectType).getFields());
    const booleans = fields.filter(({ type }) => String(getNullableType(type)) === 'Boolean');
    expect(booleans.map(({ name }) => name).toSorted()).toEqual(Object.keys(FILTERS).toSorted());
    for (const [name, notKnown] of Object.entries(FILTERS)) {
      const [yes, no] = [await select({ [name]: true }), await select({ [name]: false })];
      const answered = [...yes, ...no];
      expect([name, answered.toSorted()]).toEqual([
        name,
        ALL.filter((code) => !notKnown.includes(code)),
      ]);
    }
  });

  test('of activity is so by every day, since ever and from a start on', async () => {
    expect(await select({ active: true })).toEqual(ACTIVE);
    expect(await select({ active: false })).toEqual(INACTIVE);
    expect(await select({ without: ['ACTIVE'] })).toEqual(NOT_KNOWN);
    expect(await select({ without: ['ACTIVE'], active: false })).toEqual([]);
  });

  test('is a value of its own where activity is counted, and not active in columns', async () => {
    const { certificationFacets, certificationStatistics } = await ask<{
      certificationFacets: { values: { certifications: number; key: object }[] }[];
      certificationStatistics: { groups: { summary: { certifications: number }; key: object }[] };
    }>(
      database,
      `{ certificationFacets(dimensions: [ACTIVE]) {
           values { certifications key { active } }
         }
         certificationStatistics(groupBy: [ACTIVE]) { groups { summary { certifications } key { active } } } }`,
    );
    const byActivity = [
      { certifications: INACTIVE.length, key: { active: false } },
      { certifications: ACTIVE.length, key: { active: true } },
      { certifications: NOT_KNOWN.length, key: { active: null } },
    ];
    expect(certificationFacets).toEqual([{ values: byActivity }]);
    const groups = certificationStatistics.groups.map(({ summary, key }) => ({ ...summary, key }));
    expect(groups).toHaveLength(byActivity.length);
    expect(groups).toEqual(expect.arrayContaining(byActivity));
    const rows = await readRecords(database, certifications);
    expect(rows.map(({ certification_code, active }) => [certification_code, active])).toEqual(
      ALL.map((code) => [code, ACTIVE.includes(code)]),
    );
    // None of them has a level, and where that is asked of those in force alone it is found so.
    const found = await readRecords(database, findings, { rule: 'UNKNOWN_LEVEL' });
    expect(found.map(({ certification_code }) => certification_code)).toEqual(ACTIVE);
  });

  test('is neither true nor false to any boolean parameter of reports', async () => {
    for (const dataset of DATASETS) {
      for (const { name, kind } of dataset.parameters) {
        if (kind.type !== 'BOOLEAN' || NO_FILTERS.includes(name)) continue;
        expect([dataset.name, name]).toEqual([
          dataset.name,
          expect.toBeOneOf(['active', ...(PARAMETERS[dataset.name] ?? [])]),
        ]);
      }
    }
    const codes = async (dataset: (typeof DATASETS)[number], parameters: object) =>
      (await readRecords(database, dataset, { ...parameters })).map(
        ({ certification_code }) => certification_code,
      );
    expect(await codes(certifications, { active: 'true' })).toEqual(ACTIVE);
    expect(await codes(certifications, { active: 'false' })).toEqual(INACTIVE);
    expect((await codes(renewalReadiness, { active: 'false' })).toSorted()).toEqual(INACTIVE);
    // Those without an end are in neither.
    expect(await codes(expiring, { filing_passed: 'true' })).toEqual(['RNCP4']);
    expect(await codes(expiring, { filing_passed: 'false', months: '60' })).toEqual(['RNCP8']);
  });

  test('of a licence is neither true nor false, counted alike', async () => {
    const { certification } = await ask<{ certification: object }>(
      database,
      `{ certification(code: "RNCP8") {
        all: partners { totalCount nodes { name } }
        yes: partners(active: true) { totalCount nodes { name } }
        no: partners(active: false) { totalCount nodes { name } }
      } }`,
    );
    const names = (...of: string[]) => ({
      ...{ totalCount: of.length, nodes: of.map((name) => ({ name })) },
    });
    expect(certification).toEqual({
      all: names('In force', 'No longer', 'Not known'),
      yes: names('In force'),
      no: names('No longer'),
    });
  });
});
