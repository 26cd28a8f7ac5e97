import type { Database } from '../../db/database.ts';
import { currentPublication } from '../../db/publications.ts';
import { type RegisterCohort, registerCohorts } from '../../db/surveys/stored-surveys.ts';
import type { WrittenCohort } from '../../db/surveys/survey-writer.ts';
import {
  type CohortReport,
  type ComputedCohort,
  cohortReport,
} from '../../domain/survey/cohort-report.ts';
import {
  importSurvey,
  type SurveyFile,
  type SurveyImport,
  type SurveyOptions,
} from './import-survey.ts';

/** Cohorts that a report names one by one. */
const MOST_REPORTED = 50;

/** An import, or a check, with what it says of the first cohorts. */
export interface ReportedImport extends SurveyImport {
  /** In the order of the files. */
  readonly reports: readonly CohortReport[];
}

/**
 * Imports files of surveys, or checks them, and reports of each cohort what was computed beside what is
 * published.
 *
 * - Throws as `importSurvey`.
 */
export async function reportedImport(
  database: Database,
  files: readonly SurveyFile[],
  options: Omit<SurveyOptions, 'onCohort'>,
): Promise<ReportedImport> {
  const computed: ComputedCohort[] = [];
  const result = await importSurvey(database, files, {
    ...options,
    onCohort: (cohort) => {
      if (computed.length < MOST_REPORTED) computed.push(computedCohort(cohort));
    },
  });
  await using reading = await database.startReading();
  const served = await currentPublication(reading.db).executeTakeFirst();
  const codes = [...new Set(computed.map(({ certificationCode }) => certificationCode))];
  const register = served ? await registerCohorts(reading.db, codes, served.id) : [];
  const reports = computed.map((cohort) => {
    const own = register.find(
      ({ certificationCode, year }) =>
        certificationCode === cohort.certificationCode && year === cohort.year,
    );
    return cohortReport(cohort, own ? comparedRegister(own) : null);
  });
  return { ...result, reports };
}

/** What is kept of a cohort that was computed: the counts of all holders, and findings; no rows. */
function computedCohort(cohort: WrittenCohort): ComputedCohort {
  const { certificationCode, year, findings, figures } = cohort;
  const all = figures.classes.filter(({ dimension }) => dimension === 'ALL');
  const { cells } = figures;
  const sum = (some: typeof cells) => some.reduce((total, { holders }) => total + holders, 0);
  return {
    ...{ certificationCode, year, findings },
    counts: new Map(all.map(({ horizon, counts }) => [horizon, counts])),
    holders: sum(cells),
    holdersByVae: sum(cells.filter(({ route }) => route === 'VAE')),
  };
}

function comparedRegister(register: RegisterCohort) {
  const { certified, certifiedThroughVae } = register;
  return {
    ...{ certified, certifiedThroughVae },
    rates: {
      GLOBAL_6_MONTHS: register.global6Months,
      TARGET_OCCUPATION_6_MONTHS: register.target6Months,
      TARGET_OCCUPATION_2_YEARS: register.target2Years,
    },
  };
}
