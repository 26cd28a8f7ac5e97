import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import {
  numberOf,
  parseRegisterCode,
  registerOf,
} from '../../src/domain/certification/register-code.ts';
import { PEER_CRITERIA } from '../../src/domain/peers/peer-rule.ts';
import { FUNNEL_POSITIONS, type FunnelPosition } from '../../src/domain/rate/funnel.ts';
import { INSERTION_INDICATORS } from '../../src/domain/rate/indicator.ts';
import { ask, refusal, type Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { asOfDay } from '../support/random-questions.ts';
import { publishRandom, type RandomRegister, registerOfSeed } from '../support/random-register.ts';

const RANDOM = registerOfSeed(35746);

/** Most of them alike and active, so that there are peers. */
const REGISTER: RandomRegister = {
  ...RANDOM,
  fiches: RANDOM.fiches.map((fiche, index) => ({
    ...fiche,
    level: index % 3 === 0 ? fiche.level : { code: 'NIV6', label: null },
    registrationEndsOn: index % 4 === 0 ? fiche.registrationEndsOn : parsePlainDate('2030-01-01'),
    ...(index % 4 !== 0 && { effectiveOn: null, decisionOn: null }),
    occupations: index % 5 === 0 ? fiche.occupations : [{ code: 'M1805', label: null }],
    specialities: index % 5 === 1 ? fiche.specialities : [{ code: '326', label: null }],
  })),
};

const BENCHMARKS = `query (
  $indicator: InsertionIndicator!, $peersBy: PeerCriterion!, $sameLevel: Boolean!
  $lastCohorts: Int!, $minimumBase: Int, $asOf: Date
) {
  certifications(first: 100, asOf: $asOf) { nodes { code active benchmark(
    indicator: $indicator, peersBy: $peersBy, sameLevel: $sameLevel, lastCohorts: $lastCohorts
    minimumBase: $minimumBase
  ) { difference funnel ranked percentile } } }
}`;

const LIST = `query (
  $filter: CertificationFilter, $orderBy: [CertificationOrder!], $asOf: Date, $first: Int
  $after: String
) {
  certifications(filter: $filter, orderBy: $orderBy, asOf: $asOf, first: $first, after: $after) {
    totalCount nodes { code } pageInfo { endCursor hasNextPage }
  }
}`;

interface Compared {
  readonly code: string;
  readonly active: boolean;
  readonly benchmark: {
    readonly difference: number | null;
    readonly funnel: FunnelPosition | null;
    readonly ranked: boolean;
    readonly percentile: number | null;
  };
}

interface List {
  readonly certifications: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly code: string }[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}

const rule = fc.record({
  indicator: fc.constantFrom(...INSERTION_INDICATORS),
  peersBy: fc.constantFrom(...PEER_CRITERIA),
  sameLevel: fc.boolean(),
  lastCohorts: fc.integer({ min: 1, max: 4 }),
  minimumBase: fc.constantFrom(0, 0, 20),
});

/** Register, then number: what ties are broken by. */
function byCode(a: Compared, b: Compared): number {
  const [one, other] = [parseRegisterCode(a.code), parseRegisterCode(b.code)];
  return registerOf(one).localeCompare(registerOf(other)) || numberOf(one) - numberOf(other);
}

describeEachEngine('filters and orders by peers on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishRandom(database, REGISTER);
  });

  async function benchmarks(variables: Variables): Promise<readonly Compared[]> {
    const answer = await ask<{ certifications: { nodes: Compared[] } }>(
      database,
      BENCHMARKS,
      variables,
    );
    return answer.certifications.nodes;
  }

  async function list(variables: Variables): Promise<List['certifications']> {
    return (await ask<List>(database, LIST, variables)).certifications;
  }

  const codes = (rows: readonly { readonly code: string }[]) => rows.map(({ code }) => code);

  test('select the active certifications of which the benchmark says so', async () => {
    const seen = { below: 0, placed: 0 };
    await fc.assert(
      fc.asyncProperty(rule, asOfDay, async (peers, asOf) => {
        const all = await benchmarks({ ...peers, asOf });
        const below = await list({ filter: { belowPeerMedian: peers }, asOf });
        const expected = all.filter(
          ({ active, benchmark }) => active && (benchmark.difference ?? 0) < 0,
        );
        expect(codes(below.nodes)).toEqual(codes(expected));
        expect(below.totalCount).toBe(expected.length);
        seen.below += expected.length;
        for (const position of FUNNEL_POSITIONS) {
          const found = await list({ filter: { funnel: { ...peers, anyOf: [position] } }, asOf });
          const there = all.filter(
            ({ active, benchmark }) => active && benchmark.funnel === position,
          );
          expect([position, codes(found.nodes)]).toEqual([position, codes(there)]);
          seen.placed += there.length;
        }
      }),
      { numRuns: 25, seed: 1 },
    );
    expect(seen.below).toBeGreaterThan(25);
    expect(seen.placed).toBeGreaterThan(25);
  });

  test('join with the other conditions, and with each other', async () => {
    const peers = {
      indicator: 'GLOBAL_6_MONTHS',
      peersBy: 'OCCUPATION',
      sameLevel: false,
      lastCohorts: 4,
      minimumBase: 0,
    };
    const asOf = '2025-06-01';
    const all = await benchmarks({ ...peers, asOf });
    const filter = {
      ...{
        belowPeerMedian: peers,
        funnel: { ...peers, anyOf: ['BELOW_95', 'BELOW_99_8', 'WITHIN'] },
      },
      registrationTypes: ['ON_REQUEST'],
    };
    const onRequest = new Set(
      REGISTER.fiches.flatMap((each) => (each.registrationType === 'ON_REQUEST' ? each.code : [])),
    );
    const expected = all.filter(
      ({ code, active, benchmark: { difference, funnel } }) =>
        active &&
        onRequest.has(parseRegisterCode(code)) &&
        (difference ?? 0) < 0 &&
        ['BELOW_95', 'BELOW_99_8', 'WITHIN'].includes(funnel ?? ''),
    );
    expect(codes((await list({ filter, asOf })).nodes)).toEqual(codes(expected));
    expect(expected.length).toBeGreaterThan(0);
  });

  test('list all certifications by percentile, page by page, those without one last', async () => {
    const direction = fc.constantFrom('ASC' as const, 'DESC' as const);
    let ranked = 0;
    await fc.assert(
      fc.asyncProperty(rule, asOfDay, direction, async (peers, asOf, way) => {
        const all = await benchmarks({ ...peers, asOf });
        const placeOf = ({ active, benchmark }: Compared) =>
          active && benchmark.ranked ? benchmark.percentile : null;
        const known = all.filter((each) => placeOf(each) !== null);
        const sign = way === 'ASC' ? 1 : -1;
        const expected = [
          ...known.toSorted(
            (a, b) => sign * ((placeOf(a) ?? 0) - (placeOf(b) ?? 0)) || byCode(a, b),
          ),
          ...all.filter((each) => placeOf(each) === null).toSorted(byCode),
        ];
        ranked += known.length;
        const orderBy = [{ field: 'PEER_PERCENTILE', direction: way, peers }];
        const found: string[] = [];
        for (let after: string | null = null, more = true; more; ) {
          const page = await list({ orderBy, asOf, first: 3, after });
          found.push(...codes(page.nodes));
          after = page.pageInfo.endCursor;
          more = page.pageInfo.hasNextPage;
        }
        expect(found).toEqual(codes(expected));
      }),
      { numRuns: 8, seed: 2 },
    );
    expect(ranked).toBeGreaterThan(20);
  });

  test('order by the usual rule when none is given, within other lists too', async () => {
    const usual = {
      indicator: 'GLOBAL_6_MONTHS',
      peersBy: 'OCCUPATION',
      sameLevel: true,
      lastCohorts: 3,
    };
    const asOf = '2022-12-31';
    const given = await list({
      orderBy: [{ field: 'PEER_PERCENTILE', peers: usual }],
      asOf,
      first: 100,
    });
    const absent = await list({ orderBy: [{ field: 'PEER_PERCENTILE' }], asOf, first: 100 });
    expect(codes(absent.nodes)).toEqual(codes(given.nodes));
    const { occupation } = await ask<{ occupation: List }>(
      database,
      `{ occupation(code: "M", asOf: "${asOf}") {
        certifications(first: 100, orderBy: { field: PEER_PERCENTILE }) { totalCount nodes { code } pageInfo { endCursor hasNextPage } }
      } }`,
    );
    const inM = new Set(
      REGISTER.fiches.flatMap(({ code, occupations }) =>
        occupations.some((each) => each.code.startsWith('M')) ? code : [],
      ),
    );
    expect(codes(occupation.certifications.nodes)).toEqual(
      codes(given.nodes).filter((code) => inM.has(parseRegisterCode(code))),
    );
  });

  test('refuse two orders by percentile, and a number of cohorts that is not accepted', async () => {
    const twice = [{ field: 'PEER_PERCENTILE' }, { field: 'TITLE' }, { field: 'PEER_PERCENTILE' }];
    expect(await refusal(database, LIST, { orderBy: twice })).toEqual({
      name: 'BadUserInputError',
      message: 'orderBy: PEER_PERCENTILE is given twice: give it once',
    });
    const message = 'lastCohorts 0 is not accepted: give a whole number from 1 to 50';
    const none = { lastCohorts: 0 };
    for (const variables of [
      { orderBy: [{ field: 'PEER_PERCENTILE', peers: none }] },
      { filter: { belowPeerMedian: none } },
      { filter: { funnel: { ...none, anyOf: ['WITHIN'] } } },
    ]) {
      expect(await refusal(database, LIST, variables)).toMatchObject({ message });
    }
  });
});
