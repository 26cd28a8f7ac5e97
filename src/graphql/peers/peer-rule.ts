import { BadUserInputError } from '../../domain/errors.ts';
import { checkedLastCohorts } from '../../domain/insertion/pooling.ts';
import type { PeerComparison } from '../../domain/peers/benchmark.ts';
import type { PeerBoard } from '../../domain/peers/peer-board.ts';
import {
  type PeerCriterion as Criterion,
  checkedMinimumBase,
} from '../../domain/peers/peer-rule.ts';
import { FUNNEL_POSITIONS, type FunnelPosition as Position } from '../../domain/rate/funnel.ts';
import { checkedMaximumQ, type ManyComparisons } from '../../domain/rate/q-values.ts';
import type { Work } from '../../domain/work.ts';
import type { DayView, Mask } from '../../snapshot/day-view.ts';
import {
  type AskedRule,
  comparedMask,
  peerBoard,
  peerPercentiles,
  peerQValues,
} from '../../snapshot/peers/boards.ts';
import { builder } from '../core/builder.ts';
import type { OperationContext } from '../core/context.ts';
import type { Maybe } from '../core/maybe.ts';
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

type RuleInput = AskedRule;

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
    minimumBase: t.int({ description: MINIMUM_BASE }),
  };
}

const MINIMUM_BASE =
  'Heads. Certifications on a smaller base are no peers; that of the method, 20, when absent.';

/** Fields that leave out what chance alone explains. */
function chanceFields(t: InputFields) {
  return {
    distinguishable: t.boolean({
      description:
        'true: only those that the benchmark calls BELOW or ABOVE, for half of all are below the median by construction. false: only the others, NOT_DISTINGUISHABLE and INSUFFICIENT. All when absent.',
    }),
    maximumQ: t.float({
      description:
        'Share, 0 to 1. Only those with this q-value or less: among them that share is expected to be there by chance.',
    }),
  };
}

export const PeerRuleInput = builder.inputType('PeerRuleInput', {
  description:
    'The rule by which peers are chosen, the rate that is compared, and in a filter how sure a difference has to be.',
  fields: (t) => ({ ...ruleFields(t), ...chanceFields(t) }),
});

export const FunnelCriterion = builder.inputType('FunnelCriterion', {
  description: 'A rule by which peers are chosen, and positions in their funnel.',
  fields: (t) => ({
    ...ruleFields(t),
    ...chanceFields(t),
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
    minimumBase: t.arg.int({ description: MINIMUM_BASE }),
  };
}

/**
 * The board of peers of a rule, on the day of the answer.
 *
 * - Throws `BadUserInputError` for a number of cohorts or a base that is not accepted.
 */
export function boardOf(view: DayView, rule: RuleInput): Work<PeerBoard> {
  checkedLastCohorts(rule.lastCohorts);
  if (rule.minimumBase != null) checkedMinimumBase(rule.minimumBase);
  return peerBoard(view, rule);
}

/** How sure a difference has to be. */
interface Chance {
  readonly distinguishable?: boolean | null | undefined;
  readonly maximumQ?: number | null | undefined;
}

/** What a filter by peers selects, and what goes with a list of it. */
export interface PeerChoice {
  readonly mask: Mask;
  readonly comparisons: ManyComparisons;
}

/** Certifications whose pooled rate is below the median of their peers. */
export function belowMedian(
  context: OperationContext,
  view: DayView,
  rule: RuleInput & Chance,
): Maybe<PeerChoice> {
  return choose(context, view, rule, {
    name: 'below median',
    isSo: ({ difference }) => difference !== null && difference < 0,
  });
}

/** Certifications that stand in the funnel as asked. */
export function inFunnel(
  context: OperationContext,
  view: DayView,
  { anyOf, ...rule }: RuleInput & Chance & { readonly anyOf: readonly Position[] },
): Maybe<PeerChoice> {
  const positions = FUNNEL_POSITIONS.filter((position) => anyOf.includes(position));
  return choose(context, view, rule, {
    name: positions.join(' '),
    isSo: ({ funnel }) => funnel !== null && positions.includes(funnel),
  });
}

interface Choice {
  readonly name: string;
  readonly isSo: (comparison: PeerComparison) => boolean;
}

function choose(
  { run }: OperationContext,
  view: DayView,
  { distinguishable, maximumQ, ...rule }: RuleInput & Chance,
  { name, isSo }: Choice,
): Maybe<PeerChoice> {
  const atMost = checkedMaximumQ(maximumQ);
  return run(
    chosen(view, boardOf(view, rule), {
      name: `${name} ${distinguishable ?? ''} ${atMost ?? ''}`,
      isSo: (comparison, q) =>
        isSo(comparison) &&
        (distinguishable == null || isDistinguishable(comparison) === distinguishable) &&
        (atMost === null || q <= atMost),
    }),
  );
}

/** What is chosen by comparison and q-value. */
function* chosen(
  view: DayView,
  makeBoard: Work<PeerBoard>,
  { name, isSo }: { name: string; isSo: (comparison: PeerComparison, q: number) => boolean },
): Work<PeerChoice> {
  const board = yield* makeBoard;
  const { q, comparisons } = yield* peerQValues(view, board);
  const mask = yield* comparedMask(view, board, name, (comparison, row) =>
    isSo(comparison, q[row] ?? Number.NaN),
  );
  return { mask, comparisons };
}

function isDistinguishable({ verdict }: PeerComparison): boolean {
  return verdict === 'BELOW' || verdict === 'ABOVE';
}

/**
 * The percentiles of the certifications that are ranked, by row.
 *
 * - Throws `BadUserInputError` when the rule asks how sure a difference has to be.
 */
export function percentiles(
  { run }: OperationContext,
  view: DayView,
  rule: RuleInput & Chance,
): Maybe<Float64Array> {
  if (rule.distinguishable != null || rule.maximumQ != null) {
    throw new BadUserInputError({
      en: 'orderBy: distinguishable and maximumQ choose, and an order has all: give them to a filter',
      fr: 'orderBy : distinguishable et maximumQ choisissent, et un ordre garde tout : donnez-les à un filtre',
    });
  }
  return run(ranked(view, boardOf(view, rule)));
}

function* ranked(view: DayView, makeBoard: Work<PeerBoard>): Work<Float64Array> {
  return yield* peerPercentiles(view, yield* makeBoard);
}
