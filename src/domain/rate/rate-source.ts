/**
 * Which rates of cohorts figures are made of. `REGISTER`: those that are published. `SURVEY`: those of
 * holders' surveys, as everybody may see them. `BEST`: of each cohort that of its survey where there is
 * one, else the published one.
 *
 * - Source: docs/method.md#rate-sources.
 */
export const RATE_SOURCES = ['REGISTER', 'SURVEY', 'BEST'] as const;
export type RateSource = (typeof RATE_SOURCES)[number];
