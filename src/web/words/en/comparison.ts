import type { COMPARISON_FR } from '../fr/comparison.ts';

export const COMPARISON_EN: typeof COMPARISON_FR = {
  title: 'Compare certifications',
  lead: 'Up to five certifications, on the same years of cohorts.',
  codes: 'Codes, with blanks between them',
  rate: 'Rate',
  compare: 'Compare',
  another: 'Add at least one other code.',
  certifications: 'The certifications that are compared',
  pooled: 'Rates over the common years',
  years: 'By year of the cohort',
  commonYears: (years) => `Years that all have: ${years}.`,
  noCommonYear: 'No year of cohorts is common to all.',
  certification: 'Certification',
  certifiers: 'Certifying bodies',
  noCohort: 'no cohort',
  files: 'Download:',
};
