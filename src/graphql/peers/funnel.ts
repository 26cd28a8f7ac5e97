import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import { funnelCentre, type PeerComparison } from '../../domain/peers/benchmark.ts';
import {
  FUNNEL_KINDS,
  type FunnelLimits,
  funnelLimits,
  funnelPosition,
  type FunnelKind as Kind,
  type FunnelPosition as Position,
} from '../../domain/rate/funnel.ts';
import { builder } from '../core/builder.ts';
import { FunnelPosition } from './peer-rule.ts';

const FunnelKind = builder.enumType('FunnelKind', {
  description: 'How the limits of a funnel are drawn.',
  values: {
    ADJUSTED: {
      description: 'For chance and for how much the peers differ beyond it. This one decides.',
    },
    UNADJUSTED: { description: 'For chance alone, on the arcsine scale.' },
    EXACT: { description: 'For chance alone: quantiles of the binomial law.' },
  } satisfies Record<Kind, { description: string }>,
});

export const FunnelLimitsRef = builder.objectRef<FunnelLimits>('FunnelLimits').implement({
  description: 'The limits of a funnel at one level, for the base of the certification.',
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

interface FunnelModel {
  readonly kind: Kind;
  readonly position: Position;
  readonly limits: readonly FunnelLimits[];
}

export const FunnelRef = builder.objectRef<FunnelModel>('Funnel').implement({
  description: 'A funnel around the pooled rate of the peers, for the base of the certification.',
  fields: (t) => ({
    kind: t.expose('kind', { type: FunnelKind, description: 'How its limits are drawn.' }),
    position: t.expose('position', {
      type: FunnelPosition,
      description: 'Where the certification stands.',
    }),
    limits: t.field({
      type: [FunnelLimitsRef],
      description: 'Limits of 95 % and of 99.8 %.',
      resolve: ({ limits }) => [...limits],
    }),
  }),
});

/** The own rate that is looked for in a funnel. */
interface Own {
  readonly value: number | null;
  readonly base: number;
}

/** Limits of the funnel of a comparison; none without a position in it. */
export function limitsOf(kind: Kind, comparison: PeerComparison, { value, base }: Own) {
  const centre = funnelCentre(comparison);
  return centre === null || value === null ? [] : funnelLimits(kind, centre, base);
}

/** The funnels in which a certification has a position. */
export function funnelsOf(comparison: PeerComparison, own: Own): FunnelModel[] {
  const centre = funnelCentre(comparison);
  const { value: rate, base } = own;
  if (centre === null || rate === null) return [];
  return FUNNEL_KINDS.flatMap((kind) => {
    const position = funnelPosition(kind, centre, { rate, base });
    return position === null ? [] : { kind, position, limits: limitsOf(kind, comparison, own) };
  });
}
