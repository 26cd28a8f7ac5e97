import { checkedLastCohorts } from '../../domain/insertion/pooling.ts';
import type { PeerBoard } from '../../domain/peers/peer-board.ts';
import type { PeerCriterion as Criterion, PeerRule } from '../../domain/peers/peer-rule.ts';
import { FUNNEL_POSITIONS, type FunnelPosition as Position } from '../../domain/rate/funnel.ts';
import type { DayView, Mask } from '../../snapshot/day-view.ts';
import {
  compareAll,
  comparedMask,
  peerBoard,
  peerPercentiles,
} from '../../snapshot/peers/boards.ts';
import { builder } from '../core/builder.ts';
import type { OperationContext } from '../core/context.ts';
import { andThen, type Maybe } from '../core/maybe.ts';
import { Indicator } from '../insertion/insertion-indicator.ts';

export const PeerCriterion = builder.enumType('PeerCriterion', {
  description:
    'What makes certifications peers: "similar or close occupations" has no definition in data, so the rule is chosen and goes with the answer.',
  values: {
    OCCUPATION: { description: 'They share a ROME code.' },
    SPECIALITY: { description: 'They share an NSF code, as the fiches give it.' },
    FORMACODE: { description: 'They share a Formacode.' },
    LEVEL: { description: 'They have the same level of qualification, nothing else.' },
  } satisfies Record<Criterion, { description: string }>,
});

export const FunnelPosition = builder.enumType('FunnelPosition', {
  description:
    'Where a rate stands between the limits that chance alone draws around the pooled rate of the peers, for its base.',
  values: {
    BELOW_99_8: { description: 'Below the limit of 99.8 %.' },
    BELOW_95: { description: 'Below the limit of 95 %, not of 99.8 %.' },
    WITHIN: { description: 'Between the limits of 95 %.' },
    ABOVE_95: { description: 'Above the limit of 95 %, not of 99.8 %.' },
    ABOVE_99_8: { description: 'Above the limit of 99.8 %.' },
  } satisfies Record<Position, { description: string }>,
});

type RuleInput = Omit<PeerRule, 'asOf'>;

/** The rule that holds unless the query says otherwise. */
export const DEFAULT_PEER_RULE: RuleInput = {
  indicator: 'GLOBAL_6_MONTHS',
  peersBy: 'OCCUPATION',
  sameLevel: true,
  lastCohorts: 3,
};

type InputFields = PothosSchemaTypes.InputFieldBuilder<
  typeof builder.$inferSchemaTypes,
  'InputObject'
>;

function ruleFields(t: InputFields) {
  return {
    indicator: t.field({
      type: Indicator,
      required: true,
      defaultValue: DEFAULT_PEER_RULE.indicator,
      description: 'The rate that is compared.',
    }),
    peersBy: t.field({
      type: PeerCriterion,
      required: true,
      defaultValue: DEFAULT_PEER_RULE.peersBy,
      description: 'What peers share.',
    }),
    sameLevel: t.boolean({
      required: true,
      defaultValue: DEFAULT_PEER_RULE.sameLevel,
      description: 'Only peers of the same level of qualification.',
    }),
    lastCohorts: t.int({
      required: true,
      defaultValue: DEFAULT_PEER_RULE.lastCohorts,
      description: 'Cohorts, 1 to 50. So many of the most recent are pooled.',
    }),
  };
}

export const PeerRuleInput = builder.inputType('PeerRuleInput', {
  description: 'The rule by which peers are chosen, and the rate that is compared.',
  fields: ruleFields,
});

export const FunnelCriterion = builder.inputType('FunnelCriterion', {
  description: 'A rule by which peers are chosen, and positions in their funnel.',
  fields: (t) => ({
    ...ruleFields(t),
    anyOf: t.field({
      type: [FunnelPosition],
      required: true,
      description: 'Any of these positions.',
    }),
  }),
});

/** The rule as arguments of a field; the indicator has to be named. */
export function ruleArguments<Parent>(
  t: PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Parent>,
) {
  return {
    indicator: t.arg({ type: Indicator, required: true, description: 'The rate to compare.' }),
    peersBy: t.arg({
      type: PeerCriterion,
      required: true,
      defaultValue: DEFAULT_PEER_RULE.peersBy,
      description: 'What peers share.',
    }),
    sameLevel: t.arg.boolean({
      required: true,
      defaultValue: DEFAULT_PEER_RULE.sameLevel,
      description: 'Only peers of the same level of qualification.',
    }),
    lastCohorts: t.arg.int({
      required: true,
      defaultValue: DEFAULT_PEER_RULE.lastCohorts,
      description: 'Cohorts, 1 to 50. So many of the most recent are pooled.',
    }),
  };
}

/** The board of peers of a rule, on the day of the answer. */
export function boardOf(view: DayView, rule: RuleInput): PeerBoard {
  checkedLastCohorts(rule.lastCohorts);
  return peerBoard(view, rule);
}

/** Boards of which every certification was compared. */
const complete = new WeakSet<PeerBoard>();

/** The board of a rule once every certification was compared: in pieces, the first time. */
function completeBoard(
  { services, signalOf }: OperationContext,
  view: DayView,
  rule: RuleInput,
): Maybe<PeerBoard> {
  const board = boardOf(view, rule);
  if (complete.has(board)) return board;
  return andThen(services.runInPieces(compareAll(board), signalOf()), () => {
    complete.add(board);
    return board;
  });
}

/** Certifications whose pooled rate is below the median of their peers. */
export function belowMedianMask(
  context: OperationContext,
  view: DayView,
  rule: RuleInput,
): Maybe<Mask> {
  return andThen(completeBoard(context, view, rule), (board) =>
    comparedMask(
      view,
      board,
      'below median',
      ({ difference }) => difference !== null && difference < 0,
    ),
  );
}

/** Certifications that stand in the funnel as asked. */
export function funnelMask(
  context: OperationContext,
  view: DayView,
  { anyOf, ...rule }: RuleInput & { readonly anyOf: readonly Position[] },
): Maybe<Mask> {
  const positions = FUNNEL_POSITIONS.filter((position) => anyOf.includes(position));
  return andThen(completeBoard(context, view, rule), (board) =>
    comparedMask(
      view,
      board,
      positions.join(' '),
      ({ funnel }) => funnel !== null && positions.includes(funnel),
    ),
  );
}

/** The percentiles of the certifications that are ranked, by row. */
export function percentiles(
  context: OperationContext,
  view: DayView,
  rule: RuleInput,
): Maybe<Float64Array> {
  return andThen(completeBoard(context, view, rule), (board) => peerPercentiles(view, board));
}
