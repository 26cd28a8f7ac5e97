import type { CHART_FR, RATE_FR, YEARS_FR } from '../fr/figures.ts';

export const RATE_EN: typeof RATE_FR = {
  base: (count) => `of ${count} certified`,
  none: 'no rate',
  withheld: 'interval withheld: too few certifications',
  noCohort: 'no cohort',
  publishedWithoutBase: 'published without a number certified',
  interval: '95% interval',
  reliability: 'Reliability',
  year: 'Year',
  certified: 'Certified',
  throughVae: 'through VAE',
  cohorts: 'Cohorts',
  certifications: 'Certifications',
  coverage: 'Coverage',
  dueOn: (day) => `expected on ${day}`,
  late: (days) => `${days} days late`,
  weak: (reliability) => `${reliability} reliability`,
};

export const CHART_EN: typeof CHART_FR = {
  table: 'The same figures as a table',
  noPoints: 'No published rate to show.',
  ratesByYear: 'Rates by year of the cohort',
  funnel: 'Funnel: the certification among its peers',
  own: 'this certification',
  peers: 'peers',
  limits: (level) => `${level} limits`,
  peersRate: 'pooled rate of the peers',
  peersMedian: 'median of the peers',
  lineage: 'Lineage',
  lineageReading:
    'From left to right: from the older certification to the one that replaces it. Thick box: this certification. Solid box: active; dashed: inactive; dotted: not in the registers.',
  lineageCounts: (certifications, links) =>
    `${certifications} certifications, ${links} replacements.`,
  lineageTooLarge: (certifications, links) =>
    `The lineage, of ${certifications} certifications and ${links} replacements, is too large to be drawn. The table has all of it.`,
  reading:
    'Each stroke is the 95% interval. A hollow mark is a rate of low reliability; a cross, a rate that is not published.',
  funnelReading:
    'Each circle is a peer, the diamond this certification; a dotted circle has a rate of low reliability. Solid lines: 99.8% limits; dashed: 95%. The horizontal axis is the number of certified.',
  funnelLeft: (drawn, all) => `The first ${drawn} by code are drawn, of ${all}.`,
  missing: (code) =>
    `There is no chart to show for "${code}": nothing is published that could be drawn, or the certification is unknown`,
  medianReading: 'The dashed line is the median of the peers, for the rate that was chosen.',
};

/** Fields of years of cohorts. */
export const YEARS_EN: typeof YEARS_FR = {
  from: 'Cohorts from',
  to: 'to',
  selection: 'or years, as latest(3)',
};
