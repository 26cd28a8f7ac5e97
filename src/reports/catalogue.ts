import { benchmark } from './benchmark.ts';
import { blocks } from './blocks.ts';
import { certifications } from './certifications.ts';
import { certifierPortfolio } from './certifier-portfolio.ts';
import { cohorts } from './cohorts.ts';
import { expiring } from './expiring.ts';
import { findings } from './findings.ts';
import { insertionByCertifier } from './insertion-by-certifier.ts';
import { insertionByLevel } from './insertion-by-level.ts';
import { insertionByOccupation } from './insertion-by-occupation.ts';
import { insertionBySpeciality } from './insertion-by-speciality.ts';
import { insertionByYear } from './insertion-by-year.ts';
import { insertionRates } from './insertion-rates.ts';
import { overdueRates } from './overdue-rates.ts';
import { partners } from './partners.ts';
import { renewalReadiness } from './renewal-readiness.ts';
import type { Report } from './report.ts';
import { vae } from './vae.ts';

/** All reports, in the order they are listed in. */
export const REPORTS: readonly Report[] = [
  certifications,
  blocks,
  cohorts,
  insertionRates,
  insertionByYear,
  insertionByLevel,
  insertionBySpeciality,
  insertionByOccupation,
  insertionByCertifier,
  expiring,
  renewalReadiness,
  overdueRates,
  benchmark,
  certifierPortfolio,
  partners,
  findings,
  vae,
];

/** The report of a name; absent when there is none. */
export function reportNamed(name: string): Report | undefined {
  return REPORTS.find((report) => report.name === name);
}
