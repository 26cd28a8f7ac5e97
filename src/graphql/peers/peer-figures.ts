import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import type { MedianInterval } from '../../domain/peers/median-interval.ts';
import type { Overdispersion } from '../../domain/rate/overdispersion.ts';
import { builder } from '../core/builder.ts';

export const OverdispersionRef = builder.objectRef<Overdispersion>('Overdispersion').implement({
  description: 'How much peers differ beyond chance (Spiegelhalter 2005, on the arcsine scale).',
  fields: (t) => ({
    peers: t.exposeInt('peers', {
      description: measureDescription('OVERDISPERSION_PEERS'),
    }),
    phi: t.exposeFloat('phi', {
      description: measureDescription('OVERDISPERSION_PHI'),
    }),
    tauSquared: t.exposeFloat('tauSquared', {
      description: measureDescription('OVERDISPERSION_TAU_SQUARED'),
    }),
  }),
});

export const MedianIntervalRef = builder.objectRef<MedianInterval>('MedianInterval').implement({
  description: 'Bounds of a median by order statistics, whatever the law of the values.',
  fields: (t) => ({
    lower: t.expose('lower', {
      type: 'Percentage',
      description: measureDescription('PEER_MEDIAN_LOWER'),
    }),
    upper: t.expose('upper', {
      type: 'Percentage',
      description: measureDescription('PEER_MEDIAN_UPPER'),
    }),
    level: t.exposeFloat('level', {
      description: 'Share, 0 to 1. Confidence level; they have it or somewhat more.',
    }),
  }),
});
