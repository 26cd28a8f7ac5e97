import { benchmark } from './certifications/benchmark.ts';
import { blocks } from './certifications/blocks.ts';
import { certifications } from './certifications/certifications.ts';
import { certifierPortfolio } from './certifications/certifier-portfolio.ts';
import { expiring } from './certifications/expiring.ts';
import { partners } from './certifications/partners.ts';
import { renewalReadiness } from './certifications/renewal-readiness.ts';
import { cohorts } from './cohorts/cohorts.ts';
import { insertionByCertifier } from './cohorts/insertion-by-certifier.ts';
import { insertionByLevel } from './cohorts/insertion-by-level.ts';
import { insertionByOccupation } from './cohorts/insertion-by-occupation.ts';
import { insertionBySpeciality } from './cohorts/insertion-by-speciality.ts';
import { insertionByYear } from './cohorts/insertion-by-year.ts';
import { insertionRates } from './cohorts/insertion-rates.ts';
import { overdueRates } from './cohorts/overdue-rates.ts';
import { vae } from './cohorts/vae.ts';
import type { Dataset } from './dataset.ts';
import { findings } from './findings/findings.ts';
import { changes } from './history/changes.ts';
import { notes } from './notes/notes.ts';
import { surveyAccess } from './surveys/survey-access.ts';
import { surveyOutcomes } from './surveys/survey-outcomes.ts';
import { surveyQuality } from './surveys/survey-quality.ts';
import { surveyRates } from './surveys/survey-rates.ts';

/** The datasets that are reports, in the order they are listed in. */
export const DATASETS: readonly Dataset[] = [
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
  changes,
  notes,
  surveyRates,
  surveyOutcomes,
  surveyQuality,
  surveyAccess,
];

/** The dataset of a name; absent when there is none. */
export function datasetNamed(name: string): Dataset | undefined {
  return DATASETS.find((each) => each.name === name);
}
