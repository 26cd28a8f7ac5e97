import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import type {
  PeerComparison,
  BenchmarkStatus as Status,
  BenchmarkVerdict as Verdict,
} from '../../domain/peers/benchmark.ts';
import type { PeerBoard } from '../../domain/peers/peer-board.ts';
import type { RateSource as Source } from '../../domain/rate/rate-source.ts';
import { roundPercentage } from '../../domain/rounding.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { certificationList } from '../../snapshot/list/certification-list.ts';
import { criterionCodes, peerQValue } from '../../snapshot/peers/boards.ts';
import { CertificationRow } from '../../snapshot/rows/certification-row.ts';
import { CertificationRef } from '../certification/certification.ts';
import { builder } from '../core/builder.ts';
import { connectionOf } from '../core/connection.ts';
import { andThen } from '../core/maybe.ts';
import { benchmarked, comparedAll, pages, usualPeers } from '../cost/lists.ts';
import { Indicator } from '../insertion/insertion-indicator.ts';
import { latestPooledRate, type PooledRateModel, PooledRateRef } from '../insertion/pooled-rate.ts';
import { RateSource, SOURCE, sourcedView } from '../survey/rate-source.ts';
import { FunnelLimitsRef, FunnelRef, funnelsOf, limitsOf } from './funnel.ts';
import { MedianIntervalRef, OverdispersionRef } from './peer-figures.ts';
import { boardOf, FunnelPosition, PeerCriterion, ruleArguments } from './peer-rule.ts';

const BenchmarkStatus = builder.enumType('BenchmarkStatus', {
  description: 'Whether a comparison with peers could be made.',
  values: {
    COMPARED: { description: 'It was made.' },
    INSUFFICIENT_PEERS: {
      description: 'There are too few peers, fewer than five: only their number is given.',
    },
    NO_OWN_RATE: {
      description: 'The certification has no rate over these cohorts; its peers’ are given.',
    },
    NOT_APPLICABLE: { description: 'No rate is expected: the certification is on the RS.' },
  } satisfies Record<Status, { description: string }>,
});

const BenchmarkVerdict = builder.enumType('BenchmarkVerdict', {
  description:
    'What may be said of a certification beside its peers: below or above only where the adjusted funnel is outside 95 % and its own interval leaves the peers’ median out.',
  values: {
    BELOW: { description: 'Below its peers, beyond chance and beyond how much they differ.' },
    ABOVE: { description: 'Above its peers, beyond chance and beyond how much they differ.' },
    NOT_DISTINGUISHABLE: { description: 'It cannot be told from its peers.' },
    INSUFFICIENT: { description: 'Fewer than ten peers, or a base under 20: nothing is said.' },
  } satisfies Record<Verdict, { description: string }>,
});

interface BenchmarkModel {
  readonly certification: CertificationRow;
  readonly source: Source;
  /** The view in which the rates of the source count. */
  readonly sourced: DayView;
  readonly board: PeerBoard;
  readonly comparison: PeerComparison;
  readonly own: PooledRateModel;
}

/** Codes of a certification that peers share one of. */
function sharedCodes({ view, row }: CertificationRow, { rule }: PeerBoard): readonly string[] {
  return criterionCodes(view.snapshot, rule.peersBy, row);
}

interface PeerModel {
  readonly certification: CertificationRow;
  readonly sourced: DayView;
  readonly board: PeerBoard;
  /** Codes that decide on the peers of the certification that is compared. */
  readonly codes: readonly string[];
}

const PeerRef = builder.objectRef<PeerModel>('Peer').implement({
  description: 'A certification that another is compared with.',
  fields: (t) => ({
    certification: t.expose('certification', {
      type: CertificationRef,
      description: 'The certification.',
    }),
    rate: t.field({
      type: PooledRateRef,
      description: 'Its own pooled rate, over its own last cohorts.',
      resolve: ({ certification: { row }, sourced, board: { rule } }) =>
        latestPooledRate({ view: sourced, row }, rule.indicator, rule.lastCohorts),
    }),
    sharedCodes: t.stringList({
      description: 'Codes that make it a peer; none when the level alone does.',
      resolve: ({ certification, board, codes }) => {
        const own = sharedCodes(certification, board);
        return codes.filter((code) => own.includes(code));
      },
    }),
  }),
});

const PeerConnection = builder.connectionObject(
  { type: PeerRef, name: 'PeerConnection', description: 'A page of peers.' },
  { name: 'PeerEdge', description: 'A peer in a list.' },
);

const BenchmarkRuleRef = builder.objectRef<BenchmarkModel>('BenchmarkRule').implement({
  description: 'The rule by which the peers were chosen; it has no definition in law.',
  fields: (t) => ({
    peersBy: t.field({
      type: PeerCriterion,
      description: 'What peers share.',
      resolve: ({ board }) => board.rule.peersBy,
    }),
    codes: t.stringList({
      description: 'Codes of the certification that peers share one of; none for LEVEL.',
      resolve: ({ board, certification }) => [...sharedCodes(certification, board)],
    }),
    sameLevel: t.boolean({
      description: 'Whether peers have the same level of qualification.',
      resolve: ({ board: { rule } }) => rule.sameLevel || rule.peersBy === 'LEVEL',
    }),
    lastCohorts: t.int({
      description: 'Cohorts. So many of the most recent of each are pooled.',
      resolve: ({ board }) => board.rule.lastCohorts,
    }),
    minimumBase: t.int({
      description: measureDescription('MINIMUM_BASE'),
      resolve: ({ board }) => board.rule.minimumBase,
    }),
    source: t.expose('source', {
      type: RateSource,
      description: 'Which rates of the cohorts are compared.',
    }),
    asOf: t.field({
      type: 'Date',
      description: 'Day on which peers are active.',
      resolve: ({ board }) => board.rule.asOf,
    }),
  }),
});

export const BenchmarkRef = builder.objectRef<BenchmarkModel>('Benchmark').implement({
  description:
    'A certification beside its peers (criterion 2 of art. R. 6113-9): similar or close occupations, by a rule that goes with the answer. There is no pass mark in law.',
  fields: (t) => ({
    status: t.field({
      type: BenchmarkStatus,
      description: measureDescription('COMPARISON_STATUS'),
      resolve: ({ comparison }) => comparison.status,
    }),
    indicator: t.field({
      type: Indicator,
      description: 'The rate that is compared.',
      resolve: ({ board }) => board.rule.indicator,
    }),
    rule: t.field({
      type: BenchmarkRuleRef,
      description: 'The rule by which the peers were chosen.',
      resolve: (benchmark) => benchmark,
    }),
    peerCount: t.int({
      description: measureDescription('PEER_COUNT'),
      resolve: ({ comparison }) => comparison.peerCount,
    }),
    own: t.expose('own', { type: PooledRateRef, description: 'Its own pooled rate.' }),
    peerMedian: t.field({
      type: 'Percentage',
      nullable: true,
      description: measureDescription('PEER_MEDIAN'),
      resolve: ({ comparison }) => comparison.peerMedian,
    }),
    peerLowerQuartile: t.field({
      type: 'Percentage',
      nullable: true,
      description: measureDescription('PEER_LOWER_QUARTILE'),
      resolve: ({ comparison }) => comparison.peerLowerQuartile,
    }),
    peerUpperQuartile: t.field({
      type: 'Percentage',
      nullable: true,
      description: measureDescription('PEER_UPPER_QUARTILE'),
      resolve: ({ comparison }) => comparison.peerUpperQuartile,
    }),
    peerPooled: t.field({
      type: 'Percentage',
      nullable: true,
      description: measureDescription('PEER_POOLED'),
      resolve: ({ comparison }) => comparison.peerPooled,
    }),
    percentile: t.field({
      type: 'Percentage',
      nullable: true,
      description: measureDescription('PERCENTILE'),
      resolve: ({ comparison }) => comparison.percentile,
    }),
    ranked: t.boolean({
      description:
        'Whether its base is 20 or more: under that it stays out of rankings, whatever its percentile.',
      resolve: ({ comparison }) => comparison.ranked,
    }),
    difference: t.float({
      nullable: true,
      description: measureDescription('DIFFERENCE_TO_MEDIAN'),
      resolve: ({ comparison: { difference } }) =>
        difference === null ? null : roundPercentage(difference),
    }),
    excludesMedian: t.boolean({
      nullable: true,
      description:
        'Whether its own interval at 0.95 leaves the peers’ median out. Absent when there is no difference.',
      resolve: ({ comparison }) => comparison.excludesMedian,
    }),
    funnel: t.field({
      type: FunnelPosition,
      nullable: true,
      description: measureDescription('FUNNEL_POSITION'),
      resolve: ({ comparison }) => comparison.funnel,
    }),
    funnelLimits: t.field({
      type: [FunnelLimitsRef],
      description:
        'Limits of 95 % and of 99.8 % of the adjusted funnel; none when there is no position.',
      resolve: ({ comparison, own }) => limitsOf('ADJUSTED', comparison, own),
    }),
    funnels: t.field({
      type: [FunnelRef],
      description: 'The three funnels: the adjusted one decides. None when withheld.',
      resolve: ({ comparison, own }) => funnelsOf(comparison, own),
    }),
    verdict: t.field({
      type: BenchmarkVerdict,
      nullable: true,
      description: measureDescription('COMPARISON_VERDICT'),
      resolve: ({ comparison }) => comparison.verdict,
    }),
    peersTooSmall: t.int({
      description: measureDescription('PEERS_TOO_SMALL'),
      resolve: ({ board, certification: { row } }, _args, { run }) => run(board.tooSmallFor(row)),
    }),
    peerMedianInterval: t.field({
      type: MedianIntervalRef,
      nullable: true,
      description:
        'Interval of the peers’ median at 0.95, by order statistics. Absent under 6 peers.',
      resolve: ({ comparison }) => comparison.peerMedianInterval,
    }),
    overdispersion: t.field({
      type: OverdispersionRef,
      nullable: true,
      description: 'How much the peers differ beyond chance. Absent under ten peers.',
      resolve: ({ comparison }) => comparison.overdispersion,
    }),
    deviate: t.float({
      nullable: true,
      description: measureDescription('FUNNEL_DEVIATE'),
      resolve: ({ comparison: { deviate } }) => deviate,
    }),
    pValue: t.float({
      nullable: true,
      description: measureDescription('COMPARISON_P_VALUE'),
      resolve: ({ comparison: { pValue } }) => pValue,
    }),
    qValue: t.float({
      ...comparedAll,
      nullable: true,
      description: measureDescription('COMPARISON_Q_VALUE'),
      resolve: ({ board, certification: { view, row } }, _args, { run }) =>
        run(peerQValue(view, board, row)),
    }),
    peers: t.connection(
      {
        type: PeerRef,
        description: 'The peers by code, each with its own pooled rate. No ranking.',
        ...pages(usualPeers),
        resolve: ({ board, certification, sourced }, args, { run }) => {
          const { view, row } = certification;
          const codes = sharedCodes(certification, board);
          const peers = board.peersOf(row);
          return andThen(run(certificationList(view.snapshot, [], null, peers)), (list) =>
            connectionOf(
              list,
              args,
              (peer): PeerModel => ({
                certification: new CertificationRow(view, peer),
                ...{ sourced, board, codes },
              }),
            ),
          );
        },
      },
      PeerConnection,
    ),
  }),
});

builder.objectField(CertificationRef, 'benchmark', (t) =>
  t.field({
    type: BenchmarkRef,
    ...benchmarked,
    description: 'The certification beside its peers, on the as-of day.',
    args: { ...ruleArguments(t), source: t.arg(SOURCE) },
    resolve: (certification, { source, ...rule }, context) =>
      andThen(sourcedView(context, certification.view, source), (sourced) =>
        andThen(context.run(boardOf(sourced, rule)), (board): BenchmarkModel => {
          const { row } = certification;
          const { indicator, lastCohorts } = board.rule;
          return {
            ...{ certification, source, sourced, board },
            comparison: board.compare(row),
            own: latestPooledRate({ view: sourced, row }, indicator, lastCohorts),
          };
        }),
      ),
  }),
);
