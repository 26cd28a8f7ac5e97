import type { MedianInterval } from '../../domain/peers/median-interval.ts';
import type { Overdispersion } from '../../domain/rate/overdispersion.ts';
import { builder } from '../core/builder.ts';

export const OverdispersionRef = builder.objectRef<Overdispersion>('Overdispersion').implement({
  description: 'How much peers differ beyond chance (Spiegelhalter 2005, on the arcsine scale).',
  fields: (t) => ({
    peers: t.exposeInt('peers', {
      description: 'Certifications. Peers that it was estimated from.',
    }),
    phi: t.exposeFloat('phi', {
      description: 'Times. φ, the variance beside that of chance; 1 when chance explains all.',
    }),
    tauSquared: t.exposeFloat('tauSquared', {
      description:
        'Squared radians. τ², the variance between certifications; 0 when there is none.',
    }),
  }),
});

export const MedianIntervalRef = builder.objectRef<MedianInterval>('MedianInterval').implement({
  description: 'Bounds of a median by order statistics, whatever the law of the values.',
  fields: (t) => ({
    lower: t.expose('lower', { type: 'Percentage', description: 'Percent, 0 to 100.' }),
    upper: t.expose('upper', { type: 'Percentage', description: 'Percent, 0 to 100.' }),
    level: t.exposeFloat('level', {
      description: 'Share, 0 to 1. Confidence level; they have it or somewhat more.',
    }),
  }),
});
