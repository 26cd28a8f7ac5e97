import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, refusal, type Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';

type Parts = Omit<Parameters<typeof ficheWith>[0], 'code'>;

const codes = (...all: string[]) => all.map((code) => ({ code, label: null }));
const level = (code: string) => ({ code, label: null });
const link = (code: string) => ({ code, title: null });

/** An active developer's certification of level 6 with one cohort of 2023. */
function developer(code: string, certified: number, rate: number, parts: Parts = {}) {
  return ficheWith({
    ...{ code, activeFlag: true, level: level('NIV6'), occupations: codes('M1805') },
    cohorts: [cohortWith(2023, certified, { global6: rate })],
    ...parts,
  });
}

/** The same of an accountant's of level 7. */
function accountant(code: string, certified: number, rate: number, parts: Parts = {}) {
  const own = { level: level('NIV7'), occupations: codes('M1203') };
  return developer(code, certified, rate, { ...own, ...parts });
}

const FORMACODE = { formacodes: codes('30854') };

const FICHES = [
  // The one that is compared: its last three cohorts pool (40·80 + 60·90) / 100 = 86.
  developer('RNCP100', 0, 0, {
    ...FORMACODE,
    occupations: codes('M1802', 'M1805', 'M1802'),
    cohorts: [
      cohortWith(2021, 1000, { global6: 0 }),
      cohortWith(2022, 40, { global6: 80 }),
      cohortWith(2023, 60, { global6: 90 }),
      cohortWith(2024, 10),
    ],
    predecessors: [link('RNCP999')],
  }),
  // Its peers: 60, 70, 80, 86, 95 and 100.
  developer('RNCP101', 50, 60, { ...FORMACODE, occupations: codes('M1805', 'M1802') }),
  developer('RNCP102', 50, 70, FORMACODE),
  developer('RNCP103', 100, 80, FORMACODE),
  developer('RNCP104', 100, 86, FORMACODE),
  developer('RNCP1005', 200, 95),
  developer('RNCP99', 10, 100, { occupations: codes('M1802') }),
  // Who are no peers of it, and why.
  developer('RNCP110', 100, 50, { level: level('NIV5') }), // another level
  developer('RNCP111', 100, 90, { level: null }), // none known
  developer('RNCP112', 100, 10, { registrationEndsOn: day('2026-11-23') }), // ended yesterday
  developer('RNCP113', 100, 40, { successors: [link('RNCP999')] }), // its kin, two links away
  developer('RNCP114', 0, 0, {
    // No rate among the last three.
    cohorts: [
      ...[cohortWith(2021, 100, { global6: 100 }), cohortWith(2022, 10), cohortWith(2023, 10)],
      cohortWith(2024, null, { global6: 100 }),
    ],
  }),
  ficheWith({
    ...{ code: 'RS120', activeFlag: true, level: level('NIV6'), occupations: codes('M1805') },
    cohorts: [cohortWith(2023, 100, { global6: 100 })],
  }),
  // Ten peers at 50 of 20 each, six of which end with the year.
  ...[201, 202, 203, 204].map((number) => accountant(`RNCP${number}`, 20, 50)),
  ...[205, 206, 207, 208, 209, 210].map((number) =>
    accountant(`RNCP${number}`, 20, 50, { registrationEndsOn: day('2026-12-31') }),
  ),
  // Kin of each other, so that none is a peer of another.
  accountant('RNCP211', 12, 24, { successors: [link('RNCP212')] }),
  accountant('RNCP212', 12, 8, { successors: [link('RNCP213')] }),
  accountant('RNCP213', 400, 95, { successors: [link('RNCP214')] }),
  accountant('RNCP214', 400, 56, { successors: [link('RNCP215')] }),
  accountant('RNCP215', 20, 50),
];

const BENCHMARK = `query (
  $code: RegisterCode!, $asOf: Date, $indicator: InsertionIndicator = GLOBAL_6_MONTHS
  $peersBy: PeerCriterion = OCCUPATION, $sameLevel: Boolean = true, $lastCohorts: Int = 3
  $minimumBase: Int = 0
) {
  certification(code: $code, asOf: $asOf) { benchmark(
    indicator: $indicator, peersBy: $peersBy, sameLevel: $sameLevel, lastCohorts: $lastCohorts
    minimumBase: $minimumBase
  ) {
    status indicator peerCount own { value base years }
    peerMedian peerLowerQuartile peerUpperQuartile peerPooled
    percentile ranked difference excludesMedian funnel funnelLimits { level lower upper }
    verdict peersTooSmall
    rule { peersBy codes sameLevel lastCohorts minimumBase asOf }
    peers { nodes { certification { code } } }
  } }
}`;

interface Benchmark {
  readonly peers: { readonly nodes: readonly { readonly certification: { code: string } }[] };
}

describeEachEngine('a benchmark on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES);
  });

  async function benchmark(code: string, variables: Variables = {}) {
    const answer = await ask<{ certification: { benchmark: Benchmark } }>(database, BENCHMARK, {
      code,
      ...variables,
    });
    const { peers, ...rest } = answer.certification.benchmark;
    return { ...rest, peers: peers.nodes.map(({ certification }) => certification.code) };
  }

  test('sets a certification beside its peers, by the rule that goes with it', async () => {
    expect(await benchmark('RNCP100')).toEqual({
      status: 'COMPARED',
      indicator: 'GLOBAL_6_MONTHS',
      peerCount: 6,
      own: { value: 86, base: 100, years: [2024, 2023, 2022] },
      // Of 60, 70, 80, 86, 95, 100.
      peerMedian: 83, // between 80 and 86
      peerLowerQuartile: 72.5, // 70 + 0.25 · 10
      peerUpperQuartile: 92.75, // 86 + 0.75 · 9
      // 3000 + 3500 + 8000 + 8600 + 19000 + 1000 = 43100, of 510.
      peerPooled: 84.51,
      percentile: 58.33, // 100 · (3 + 1/2) / 6
      ranked: true,
      difference: 3,
      excludesMedian: false, // 86 of 100: [77.86, 91.47]
      // Of six peers nobody can tell how much they differ.
      ...{ funnel: null, funnelLimits: [], verdict: 'INSUFFICIENT', peersTooSmall: 0 },
      rule: {
        peersBy: 'OCCUPATION',
        codes: ['M1802', 'M1805'], // each once
        ...{ sameLevel: true, lastCohorts: 3, minimumBase: 0, asOf: '2026-11-24' },
      },
      peers: ['RNCP99', 'RNCP101', 'RNCP102', 'RNCP103', 'RNCP104', 'RNCP1005'],
    });
  });

  test('pools as many of the last cohorts of each as it is asked for', async () => {
    // 60 at 90 alone, then 1000 at 0 as well: 8600 / 1100.
    expect(await benchmark('RNCP100', { lastCohorts: 2 })).toMatchObject({
      own: { value: 90, base: 60, years: [2024, 2023] },
      percentile: 66.67, // 4 of 6 below
      rule: { lastCohorts: 2 },
    });
    const four = await benchmark('RNCP100', { lastCohorts: 4 });
    expect(four).toMatchObject({ own: { value: 7.82, base: 1100 }, percentile: 0 });
    // RNCP114 has its rate of 2021 back.
    expect(four.peers).toContain('RNCP114');
  });

  test('takes peers of any level when it is asked to, of unknown ones too', async () => {
    const { peers, ...figures } = await benchmark('RNCP100', { sameLevel: false });
    expect(peers).toEqual([
      ...['RNCP99', 'RNCP101', 'RNCP102', 'RNCP103', 'RNCP104', 'RNCP110', 'RNCP111', 'RNCP1005'],
    ]);
    // 50, 60, 70, 80, 86, 90, 95, 100; 86 has four below.
    expect(figures).toMatchObject({
      ...{ peerMedian: 83, percentile: 56.25, rule: { sameLevel: false } },
    });
    // Without a level there is none that is the same.
    expect(await benchmark('RNCP111')).toMatchObject({ peerCount: 0, peers: [] });
    expect((await benchmark('RNCP111', { sameLevel: false })).peers).toHaveLength(8);
  });

  test('takes all of the level when that alone is asked for', async () => {
    const answer = await benchmark('RNCP110', { peersBy: 'LEVEL', sameLevel: false });
    expect(answer).toMatchObject({ peerCount: 0, rule: { codes: [], sameLevel: true } });
    const sameLevel = await benchmark('RNCP201', { peersBy: 'LEVEL', sameLevel: false });
    // The other nine at 50, and the five kin.
    expect(sameLevel).toMatchObject({ peerCount: 14, peerMedian: 50 });
  });

  test('is withheld under five peers, whose number is given', async () => {
    const withheld = {
      status: 'INSUFFICIENT_PEERS',
      ...{ peerMedian: null, peerLowerQuartile: null, peerUpperQuartile: null, peerPooled: null },
      ...{ percentile: null, difference: null, excludesMedian: null, funnel: null },
      funnelLimits: [],
    };
    // Those that share its Formacode.
    expect(await benchmark('RNCP100', { peersBy: 'FORMACODE' })).toMatchObject({
      ...withheld,
      ...{ peerCount: 4, own: { value: 86 }, ranked: false, rule: { codes: ['30854'] } },
      peers: ['RNCP101', 'RNCP102', 'RNCP103', 'RNCP104'],
    });
    expect(await benchmark('RNCP100', { peersBy: 'SPECIALITY' })).toMatchObject({
      ...withheld,
      ...{ peerCount: 0, peers: [] },
    });
    const indicator = 'TARGET_OCCUPATION_2_YEARS';
    expect(await benchmark('RNCP100', { indicator })).toMatchObject({
      ...withheld,
      ...{ indicator, peerCount: 0, own: { value: null, base: 0 }, ranked: false },
    });
  });

  test('looks at who is active on the as-of day, up to and including the last one', async () => {
    // RNCP112 ended on 2026-11-23.
    expect((await benchmark('RNCP100', { asOf: '2026-11-23' })).peers).toContain('RNCP112');
    const before = await benchmark('RNCP211', { asOf: '2026-12-31' });
    expect(before).toMatchObject({ status: 'COMPARED', peerCount: 10 });
    const after = await benchmark('RNCP211', { asOf: '2027-01-01' });
    expect(after).toMatchObject({ status: 'INSUFFICIENT_PEERS', peerCount: 4 });
    expect(after).toMatchObject({ rule: { asOf: '2027-01-01' } });
  });

  test('of one that has ended is made with those that have not', async () => {
    const { peers, ...answer } = await benchmark('RNCP112');
    expect(answer).toMatchObject({ status: 'COMPARED', own: { value: 10 }, percentile: 0 });
    expect(peers).toEqual([
      ...['RNCP100', 'RNCP101', 'RNCP102', 'RNCP103', 'RNCP104', 'RNCP113', 'RNCP1005'],
    ]);
  });

  test('without an own rate gives the figures of the peers', async () => {
    expect(await benchmark('RNCP114')).toMatchObject({
      status: 'NO_OWN_RATE',
      ...{ peerCount: 7, own: { value: null, base: 0 }, ranked: false },
      // Of 40, 60, 70, 80, 86, 86, 95.
      ...{ peerMedian: 80, peerLowerQuartile: 65, peerUpperQuartile: 86 },
      // 4000 + 3000 + 3500 + 8000 + 8600 + 8600 + 19000 = 54700, of 700.
      peerPooled: 78.14,
      ...{ percentile: null, difference: null, excludesMedian: null, funnel: null },
      funnelLimits: [],
    });
  });

  test('does not apply to the RS', async () => {
    expect(await benchmark('RS120')).toMatchObject({
      ...{ status: 'NOT_APPLICABLE', peerCount: 0, peers: [], own: { value: null, base: 0 } },
      ...{ peerMedian: null, peerPooled: null, funnel: null, ranked: false },
    });
  });

  // Around 50 the peers do not differ at all, so τ² = 0: θ₀ = π/4, s = 1/(2√12) and 1/40.
  const OF_12 = [
    { level: 0.95, lower: 23.2, upper: 76.8 },
    { level: 0.998, lower: 11.08, upper: 88.92 },
  ];
  const OF_400 = [
    { level: 0.95, lower: 45.11, upper: 54.89 },
    { level: 0.998, lower: 42.31, upper: 57.69 },
  ];
  test.each([
    // On a base of 12 nothing is said, wherever it stands.
    ['RNCP211', 'WITHIN', 24, -26, false, OF_12, 'INSUFFICIENT'], // [8.35, 52.26]
    ['RNCP212', 'BELOW_99_8', 8, -42, true, OF_12, 'INSUFFICIENT'], // [1.39, 34.98]
    ['RNCP213', 'ABOVE_99_8', 95, 45, true, OF_400, 'ABOVE'],
    ['RNCP214', 'ABOVE_95', 56, 6, true, OF_400, 'ABOVE'], // [51.10, 60.78]
    ['RNCP215', 'WITHIN', 50, 0, false, undefined, 'NOT_DISTINGUISHABLE'],
  ] as const)('tells where %s stands in the funnel of its base: %s', async (...row) => {
    const [code, funnel, value, difference, excludesMedian, funnelLimits, verdict] = row;
    const answer = await benchmark(code);
    expect(answer).toMatchObject({ funnel, difference, excludesMedian, verdict });
    if (funnelLimits) expect(answer).toMatchObject({ funnelLimits });
    expect(answer).toMatchObject({ own: { value }, peerCount: 10, peerMedian: 50, peerPooled: 50 });
  });

  test('leaves out peers on a base under 20, or under what is asked for, and counts them', async () => {
    const byDefault = await benchmark('RNCP100', { minimumBase: null });
    expect(byDefault).toMatchObject({ peerCount: 5, peersTooSmall: 1, rule: { minimumBase: 20 } });
    expect(byDefault.peers).not.toContain('RNCP99'); // of 10
    const larger = await benchmark('RNCP100', { minimumBase: 100 });
    expect(larger).toMatchObject({ peerCount: 3, peersTooSmall: 3, rule: { minimumBase: 100 } });
    expect(larger.peers).toEqual(['RNCP103', 'RNCP104', 'RNCP1005']);
  });

  test('ranks from a base of 20 on', async () => {
    const place = async (code: string) => {
      const { ranked, percentile } = (await benchmark(code)) as unknown as {
        ranked: boolean;
        percentile: number;
      };
      return [ranked, percentile];
    };
    expect(await place('RNCP211')).toEqual([false, 0]); // of 12
    expect(await place('RNCP215')).toEqual([true, 50]); // of 20, equal to all ten
    expect(await place('RNCP213')).toEqual([true, 100]);
  });

  describe('lists the peers', () => {
    const PEERS = `query ($first: Int, $after: String, $last: Int, $before: String) {
      certification(code: "RNCP100") { benchmark(indicator: GLOBAL_6_MONTHS, minimumBase: 0) {
        peers(first: $first, after: $after, last: $last, before: $before) {
          totalCount
          edges { cursor node { certification { code } sharedCodes rate { value base } } }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        }
      } }
    }`;

    interface Page {
      readonly totalCount: number;
      readonly edges: readonly {
        readonly cursor: string;
        readonly node: {
          readonly certification: { readonly code: string };
          readonly sharedCodes: readonly string[];
          readonly rate: { readonly value: number; readonly base: number };
        };
      }[];
      readonly pageInfo: Readonly<Record<string, unknown>>;
    }

    async function page(variables: Variables): Promise<Page> {
      const answer = await ask<{ certification: { benchmark: { peers: Page } } }>(
        ...([database, PEERS, variables] as const),
      );
      return answer.certification.benchmark.peers;
    }

    const numbers = ({ edges }: Page) =>
      edges.map(({ node }) => Number(node.certification.code.slice(4)));
    const ALL = [99, 101, 102, 103, 104, 1005];

    test('each with its own rate and the codes that make it one', async () => {
      const { edges, totalCount } = await page({});
      expect(totalCount).toBe(6);
      expect(
        edges.map(({ node }) => [node.certification.code, node.rate.value, node.sharedCodes]),
      ).toEqual([
        ['RNCP99', 100, ['M1802']],
        ['RNCP101', 60, ['M1802', 'M1805']],
        ['RNCP102', 70, ['M1805']],
        ['RNCP103', 80, ['M1805']],
        ['RNCP104', 86, ['M1805']],
        ['RNCP1005', 95, ['M1805']],
      ]);
    });

    test('by number, from either end, with no gap', async () => {
      const first = await page({ first: 4 });
      expect([numbers(first), first.totalCount]).toEqual([ALL.slice(0, 4), 6]);
      const { startCursor, endCursor } = first.pageInfo;
      expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
      expect(startCursor).toBe(first.edges[0]?.cursor);
      const second = await page({ first: 4, after: endCursor });
      expect(numbers(second)).toEqual(ALL.slice(4));
      expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
      const last = await page({ last: 2 });
      expect(numbers(last)).toEqual(ALL.slice(4));
      expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
      const back = await page({ last: 3, before: last.pageInfo['startCursor'] });
      expect(numbers(back)).toEqual(ALL.slice(1, 4));
      expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
      const between = { after: startCursor, before: endCursor };
      expect(numbers(await page({ first: 50, ...between }))).toEqual(ALL.slice(1, 3));
      const none = await page({ first: 0 });
      expect(none.edges).toEqual([]);
      expect(none.pageInfo).toMatchObject({ hasNextPage: true, startCursor: null });
    });

    test('and refuses a cursor that is not of them, and a size out of bounds', async () => {
      const { certifications } = await ask<{
        certifications: { pageInfo: { endCursor: string } };
      }>(
        database,
        '{ certifications(first: 1, orderBy: [{ field: TITLE }]) { pageInfo { endCursor } } }',
      );
      const foreign = certifications.pageInfo.endCursor;
      // Of another order, of no list.
      for (const cursor of [foreign, 'x', '']) {
        for (const argument of ['after', 'before']) {
          expect(await refusal(database, PEERS, { [argument]: cursor })).toEqual({
            name: 'BadUserInputError',
            message: `${argument}: "${cursor}" is not a cursor of this list in this order: give an endCursor or startCursor of the same field with the same orderBy`,
          });
        }
      }
      expect(await refusal(database, PEERS, { first: 501 })).toEqual({
        name: 'BadUserInputError',
        message:
          'first: 501 is not accepted: give 0 to 500, and read on with the cursor of the last row',
      });
      expect(await refusal(database, PEERS, { first: 1, last: 1 })).toMatchObject({
        message: 'first and last cannot be given together: page in one direction',
      });
    });
  });

  test.each([0, 51, -1])('over the last %d cohorts is refused', async (lastCohorts) => {
    expect(await refusal(database, BENCHMARK, { code: 'RNCP100', lastCohorts })).toEqual({
      name: 'BadUserInputError',
      message: `lastCohorts ${lastCohorts} is not accepted: give a whole number from 1 to 50`,
    });
  });
});

describeEachEngine('peers by speciality on', (openDatabase) => {
  test('share the three digits of an NSF code, whatever its letter', async () => {
    const database = await openDatabase();
    const of = (code: string, ...specialities: string[]) =>
      developer(code, 50, 80, { occupations: [], specialities: codes(...specialities) });
    await publishFiches(database, [
      of('RNCP1', '311p', '311u'),
      ...[of('RNCP2', '311'), of('RNCP3', '311u'), of('RNCP4', '311t', '320')],
      ...[of('RNCP5', '312p'), of('RNCP6', '31'), of('RNCP7')],
    ]);
    const answer = await ask<{ certification: { benchmark: Benchmark & { rule: object } } }>(
      database,
      BENCHMARK,
      { code: 'RNCP1', peersBy: 'SPECIALITY' },
    );
    const { peers, ...rest } = answer.certification.benchmark;
    expect(rest).toMatchObject({ peerCount: 3, rule: { codes: ['311'] } });
    expect(peers.nodes.map(({ certification }) => certification.code)).toEqual([
      ...['RNCP2', 'RNCP3', 'RNCP4'],
    ]);
  });
});
