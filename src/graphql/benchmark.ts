import { pageOfCodes } from '../db/paging.ts';
import type { PeerComparison, BenchmarkStatus as Status } from '../domain/benchmark.ts';
import { type FunnelLimits, funnelOf } from '../domain/funnel.ts';
import { measureDescription } from '../domain/measure-catalogue.ts';
import type { PeerBoard } from '../domain/peer-board.ts';
import { roundPercentage } from '../domain/rounding.ts';
import { builder } from './builder.ts';
import { type CertificationModel, CertificationRef, loadCertification } from './certification.ts';
import { connectionOf, pageComplexity } from './connection.ts';
import { Indicator } from './insertion-indicator.ts';
import { FunnelPosition, PeerCriterion, peerBoard, ruleArguments } from './peer-rule.ts';
import { loadPooled, type PooledRateModel, PooledRateRef } from './pooled-rate.ts';

const BenchmarkStatus = builder.enumType('BenchmarkStatus', {
  description: 'Whether a comparison with peers could be made.',
  values: {
    COMPARED: { description: 'It was made.' },
    INSUFFICIENT_PEERS: {
      description: 'There are fewer than five peers: only their number is given.',
    },
    NO_OWN_RATE: {
      description: 'The certification has no rate over these cohorts; its peers’ are given.',
    },
    NOT_APPLICABLE: { description: 'No rate is expected: the certification is on the RS.' },
  } satisfies Record<Status, { description: string }>,
});

const FunnelLimitsRef = builder.objectRef<FunnelLimits>('FunnelLimits').implement({
  description: 'The limits of the funnel at one level, for the base of the certification.',
  fields: (t) => ({
    level: t.exposeFloat('level', { description: 'Share, 0 to 1. 0.95 or 0.998.' }),
    lower: t.expose('lower', {
      type: 'Percentage',
      description: measureDescription('FUNNEL_LIMIT'),
    }),
    upper: t.expose('upper', {
      type: 'Percentage',
      description: measureDescription('FUNNEL_LIMIT'),
    }),
  }),
});

interface BenchmarkModel extends PeerComparison {
  readonly certification: CertificationModel;
  readonly board: PeerBoard;
  readonly own: PooledRateModel;
}

interface PeerModel {
  readonly certification: CertificationModel;
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
      resolve: ({ certification, board: { rule } }, _args, context) =>
        loadPooled(certification, rule.indicator, rule.lastCohorts, context),
    }),
    sharedCodes: t.stringList({
      description: 'Codes that make it a peer; none when the level alone does.',
      resolve: ({ certification, board, codes }) => {
        const own = board.criterionCodes(certification.code);
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
      resolve: ({ board, certification }) => [...board.criterionCodes(certification.code)],
    }),
    sameLevel: t.boolean({
      description: 'Whether peers have the same level of qualification.',
      resolve: ({ board: { rule } }) => rule.sameLevel || rule.peersBy === 'LEVEL',
    }),
    lastCohorts: t.int({
      description: 'Cohorts. So many of the most recent of each are pooled.',
      resolve: ({ board }) => board.rule.lastCohorts,
    }),
    asOf: t.field({
      type: 'Date',
      description: 'Day on which peers are active.',
      resolve: ({ board }) => board.rule.asOf,
    }),
  }),
});

const BenchmarkRef = builder.objectRef<BenchmarkModel>('Benchmark').implement({
  description:
    'A certification beside its peers (criterion 2 of art. R. 6113-9): similar or close occupations, by a rule that goes with the answer. There is no pass mark in law.',
  fields: (t) => ({
    status: t.expose('status', {
      type: BenchmarkStatus,
      description: 'Whether the comparison could be made.',
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
    peerCount: t.exposeInt('peerCount', { description: measureDescription('PEER_COUNT') }),
    own: t.expose('own', { type: PooledRateRef, description: 'Its own pooled rate.' }),
    peerMedian: t.expose('peerMedian', {
      type: 'Percentage',
      nullable: true,
      description: measureDescription('PEER_MEDIAN'),
    }),
    peerLowerQuartile: t.expose('peerLowerQuartile', {
      type: 'Percentage',
      nullable: true,
      description: measureDescription('PEER_LOWER_QUARTILE'),
    }),
    peerUpperQuartile: t.expose('peerUpperQuartile', {
      type: 'Percentage',
      nullable: true,
      description: measureDescription('PEER_UPPER_QUARTILE'),
    }),
    peerPooled: t.expose('peerPooled', {
      type: 'Percentage',
      nullable: true,
      description: measureDescription('PEER_POOLED'),
    }),
    percentile: t.expose('percentile', {
      type: 'Percentage',
      nullable: true,
      description: measureDescription('PERCENTILE'),
    }),
    ranked: t.exposeBoolean('ranked', {
      description:
        'Whether its base is 20 or more: under that it stays out of rankings, whatever its percentile.',
    }),
    difference: t.float({
      nullable: true,
      description: measureDescription('DIFFERENCE_TO_MEDIAN'),
      resolve: ({ difference }) => (difference === null ? null : roundPercentage(difference)),
    }),
    excludesMedian: t.exposeBoolean('excludesMedian', {
      nullable: true,
      description:
        'Whether its own interval at 0.95 leaves the peers’ median out. Absent when there is no difference.',
    }),
    funnel: t.expose('funnel', {
      type: FunnelPosition,
      nullable: true,
      description: measureDescription('FUNNEL_POSITION'),
    }),
    funnelLimits: t.field({
      type: [FunnelLimitsRef],
      description: 'Limits of 95 % and of 99.8 %; none when there is no position.',
      resolve: ({ funnel, peerPooled, own }) =>
        funnel === null || peerPooled === null ? [] : funnelOf(peerPooled, own.base),
    }),
    peers: t.connection(
      {
        type: PeerRef,
        description: 'The peers by code, each with its own pooled rate. No ranking.',
        complexity: pageComplexity,
        resolve: async ({ board, certification }, args, context) => {
          const codes = board.peersOf(certification.code);
          const page = pageOfCodes(codes, args);
          const shared = board.criterionCodes(certification.code);
          const models = await Promise.all(
            page.rows.map(({ row }) => loadCertification(context, row, certification.asOf)),
          );
          const byCode = new Map(models.flatMap((model) => (model ? [[model.code, model]] : [])));
          return connectionOf(
            page,
            (code): PeerModel => {
              const peer = byCode.get(code);
              if (!peer) throw new Error(`peer ${code} is not there`);
              return { certification: peer, board, codes: shared };
            },
            async () => ({ count: codes.length }),
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
    description: 'The certification beside its peers, on the as-of day.',
    args: ruleArguments(t),
    resolve: async (certification, rule, context) => {
      const board = await peerBoard(context, rule, certification.asOf);
      const { indicator, lastCohorts } = board.rule;
      return {
        ...board.compare(certification.code),
        ...{ certification, board },
        own: await loadPooled(certification, indicator, lastCohorts, context),
      };
    },
  }),
);
