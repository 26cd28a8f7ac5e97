import type { GAPS_FR } from '../fr/gaps.ts';

export const GAPS_EN: typeof GAPS_FR = {
  title: 'Gaps between the global rate and that in the target occupation',
  lead: 'The cohorts whose holders in work at 6 months are most often outside the target occupation. A large gap may be the chance of a small base, or an occupation that opens on others.',
  fewest: 'Certified at least',
  show: 'Show',
  found: (count, n) => `${count} ${n === 1 ? 'cohort has' : 'cohorts have'} both rates`,
  none: 'No cohort has both rates: the export of the registers does not carry the rate in the target occupation at 6 months.',
  gap: 'Gap, points',
  link: 'Gaps between the global rate and that in the target occupation',
};
