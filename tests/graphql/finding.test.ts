import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, type Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { SCHOOL, SMALL_REGISTER, SMALL_REGISTER_FINDINGS } from '../support/register.ts';

const LIST = `query ($filter: FindingFilter, $first: Int, $after: String) {
  findings(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo { endCursor hasNextPage }
    nodes { rule certificationCode }
  }
}`;

interface List {
  readonly findings: {
    readonly totalCount: number;
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
    readonly nodes: readonly { rule: string; certificationCode: string | null }[];
  };
}

describeEachEngine('findings on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, SMALL_REGISTER, { findings: SMALL_REGISTER_FINDINGS });
  });

  async function list(variables: Variables = {}) {
    const { findings } = await ask<List>(database, LIST, variables);
    const names = findings.nodes.map(
      ({ rule, certificationCode }) => `${rule} ${certificationCode}`,
    );
    return { ...findings, names };
  }

  const VALUE = 'REFUSED_VALUE RNCP900001';
  const RS_VALUE = 'REFUSED_VALUE RS900001';
  const FICHE = 'REFUSED_FICHE null';
  const DISAGREE = 'SOURCES_DISAGREE RNCP900002';
  // Derived at publication: two blocks of one code, a link to no fiche, one that only one fiche has.
  const BLOCK = 'DUPLICATE_BLOCK_CODE RNCP900001';
  const DANGLING = 'DANGLING_LINEAGE RNCP900002';
  const ONE_SIDED = 'ONE_SIDED_LINEAGE RS900001';
  const ALL = [VALUE, RS_VALUE, FICHE, BLOCK, DISAGREE, DANGLING, ONE_SIDED];

  test.each([
    ['nothing', null, ALL],
    ['rules', { rules: ['REFUSED_FICHE', 'SOURCES_DISAGREE'] }, [FICHE, DISAGREE]],
    [
      'severities',
      { severities: ['WARNING', 'INFORMATION'] },
      [BLOCK, DISAGREE, DANGLING, ONE_SIDED],
    ],
    ['the certification, in any written form', { certification: '900001' }, [VALUE, BLOCK]],
    ['a certifier in force', { certifier: SCHOOL }, [VALUE, RS_VALUE, BLOCK, ONE_SIDED]],
    ['years of cohorts', { cohortYear: { from: 2021 } }, [VALUE]],
    ['an open range of years', { cohortYear: { to: 2023 } }, [VALUE, DISAGREE]],
    [
      'several things at once',
      { rules: ['REFUSED_VALUE'], certifier: SCHOOL, cohortYear: { to: 2022 } },
      [],
    ],
  ])(
    'selected by %s come gravest first, those of no fiche last',
    async (_what, filter, expected) => {
      const { names, totalCount } = await list({ filter });
      expect(names).toEqual(expected);
      expect(totalCount).toBe(expected.length);
    },
  );

  test('are paged without gap or overlap, past the one without a code', async () => {
    const found: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { names, pageInfo } = await list({ first: 1, after });
      found.push(...names);
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(found).toEqual(ALL);
  });

  test('say what, where, in which file and since when', async () => {
    const { findings } = await ask<{ findings: { nodes: object[] } }>(
      database,
      `{ findings(first: 3) { nodes {
        rule severity certification { title } cohortYear element given message messageFr
        firstSeenPublication { number current } source { kind fileName register }
      } } }`,
    );
    expect(findings.nodes).toEqual([
      {
        rule: 'REFUSED_VALUE',
        severity: 'ERROR',
        certification: { title: 'Développeur d’applications (démonstration)' },
        cohortYear: 2023,
        element: 'FICHES/FICHE/STATISTIQUES_PROMOTIONS/STATISTIQUES_PROMOTION/NOMBRE_CERTIFIES_VAE',
        given: 'quatre',
        message: 'not a count: give a whole number',
        messageFr: 'Valeur refusée (en anglais : not a count: give a whole number)',
        firstSeenPublication: { number: 1, current: true },
        source: { kind: 'FEED', fileName: 'RNCP.xml', register: 'RNCP' },
      },
      expect.objectContaining({
        cohortYear: null,
        source: expect.objectContaining({ register: 'RS' }),
      }),
      expect.objectContaining({ certification: null, element: null }),
    ]);
  });

  test('of a certification are listed with it', async () => {
    const { certifications } = await ask<{ certifications: { nodes: object[] } }>(
      database,
      '{ certifications(first: 3) { nodes { findings { rule certification { code } } } } }',
    );
    const of = (code: string, ...rules: string[]) => ({
      findings: rules.map((rule) => ({ rule, certification: { code } })),
    });
    expect(certifications.nodes).toEqual([
      of('RNCP900001', 'REFUSED_VALUE', 'DUPLICATE_BLOCK_CODE'),
      of('RNCP900002', 'SOURCES_DISAGREE', 'DANGLING_LINEAGE'),
      { findings: [] },
    ]);
  });
});
