import { type MethodChoices, methodName } from '../../domain/method.ts';
import { builder } from '../core/builder.ts';

export const MethodRef = builder.objectRef<MethodChoices>('Method').implement({
  description:
    'The method of all computed figures, with what it leaves to choose (docs/method.md).',
  fields: (t) => ({
    version: t.string({
      description: 'Version, and what was chosen otherwise than the page says.',
      resolve: methodName,
    }),
    graceMonths: t.exposeInt('graceMonths', {
      description: 'Months. From the close of observation to the day a rate is due.',
    }),
    reliabilityFrom: t.intList({
      description: 'Heads. Bases from which a rate is LOW, MODERATE and GOOD.',
      resolve: ({ reliabilityFrom }) => [...reliabilityFrom],
    }),
    reliabilityCoverage: t.floatList({
      description:
        'Percent, 0 to 100. Coverages under which reliability is at most LOW, and at most MODERATE.',
      resolve: ({ reliabilityCoverage }) => [...reliabilityCoverage],
    }),
    fewestPeers: t.exposeInt('fewestPeers', {
      description: 'Certifications. Under so many peers a comparison is withheld.',
    }),
    fewestFunnelPeers: t.exposeInt('fewestFunnelPeers', {
      description: 'Certifications. Under so many peers the funnel is not adjusted.',
    }),
    minimumBase: t.exposeInt('minimumBase', {
      description: 'Heads. Base from which a certification is a peer.',
    }),
    rankedFrom: t.exposeInt('rankedFrom', {
      description: 'Heads. Base from which a certification is ranked and judged.',
    }),
    winsorised: t.exposeFloat('winsorised', {
      description: 'Share, 0 to 1. Of the peers at either end, those that are drawn in.',
    }),
    fewestCertifications: t.exposeInt('fewestCertifications', {
      description: 'Certifications. Under so many the interval between them is withheld.',
    }),
  }),
});
