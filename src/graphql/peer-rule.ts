import type { PlainDate } from '../domain/calendar.ts';
import type { FunnelPosition as Position } from '../domain/funnel.ts';
import type { InsertionIndicator } from '../domain/indicator.ts';
import type { PeerCriterion as Criterion, PeerBoard, PeerRule } from '../domain/peer-board.ts';
import { checkedLastCohorts } from '../domain/pooling.ts';
import type { RegisterCode } from '../domain/register-code.ts';
import { builder } from './builder.ts';
import type { RequestContext } from './context.ts';
import { Indicator } from './insertion-indicator.ts';

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

interface RuleInput {
  readonly indicator: InsertionIndicator;
  readonly peersBy: Criterion;
  readonly sameLevel: boolean;
  readonly lastCohorts: number;
}

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

/** The board of peers of a rule, on the day of the question. */
export function peerBoard(
  { services, db, publication }: RequestContext,
  { indicator, peersBy, sameLevel, lastCohorts }: RuleInput,
  asOf: PlainDate,
): Promise<PeerBoard> {
  const rule: PeerRule = {
    ...{ indicator, peersBy, sameLevel, asOf },
    lastCohorts: checkedLastCohorts(lastCohorts),
  };
  return services.boards.board(db, publication.id, rule);
}

/** Codes of the certifications whose pooled rate is below the median of their peers. */
export async function codesBelowMedian(
  context: RequestContext,
  rule: RuleInput,
  asOf: PlainDate,
): Promise<RegisterCode[]> {
  const board = await peerBoard(context, rule, asOf);
  return board
    .ratedComparisons()
    .flatMap(([code, { difference }]) => (difference !== null && difference < 0 ? code : []));
}

/** Codes of the certifications that stand in the funnel as asked. */
export async function codesInFunnel(
  context: RequestContext,
  { anyOf, ...rule }: RuleInput & { readonly anyOf: readonly Position[] },
  asOf: PlainDate,
): Promise<RegisterCode[]> {
  const board = await peerBoard(context, rule, asOf);
  return board
    .ratedComparisons()
    .flatMap(([code, { funnel }]) => (funnel !== null && anyOf.includes(funnel) ? code : []));
}

/** Certifications with their percentile among their peers, of those whose base allows a ranking. */
export interface PeerPercentiles {
  readonly codes: readonly RegisterCode[];
  readonly percentiles: readonly number[];
}

/**
 * The percentiles of the certifications that are ranked under a rule: of all, or only of those that
 * are among each of some lists of codes.
 */
export async function peerPercentiles(
  context: RequestContext,
  rule: RuleInput,
  asOf: PlainDate,
  among: readonly (readonly RegisterCode[])[] = [],
): Promise<PeerPercentiles> {
  const board = await peerBoard(context, rule, asOf);
  const lists = among.map((codes) => new Set(codes));
  const ranked = board
    .ratedComparisons()
    .flatMap(([code, { ranked, percentile }]) =>
      ranked && percentile !== null && lists.every((codes) => codes.has(code))
        ? { code, percentile }
        : [],
    );
  return {
    codes: ranked.map(({ code }) => code),
    percentiles: ranked.map(({ percentile }) => percentile),
  };
}
