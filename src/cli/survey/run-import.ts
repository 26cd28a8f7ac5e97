import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { openDatabase, upgradeDatabase } from '../../app.ts';
import { type Config, ConfigError } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import { currentPublication } from '../../db/publications.ts';
import { registerCohorts } from '../../db/surveys/stored-surveys.ts';
import { parisDate } from '../../domain/calendar.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import { RefusedFileError } from '../../domain/errors.ts';
import { importSurvey } from '../../ingest/surveys/import-survey.ts';
import { writeTables } from '../imported.ts';
import { type ReportedCohort, reportedCohort, reportLines } from './report.ts';

export interface SurveyImportCommand {
  readonly mapping?: string;
  readonly check?: boolean;
  /** SIREN. */
  readonly body?: string;
  readonly international?: readonly RegisterCode[];
}

/** Cohorts that a report names one by one. */
const MOST_REPORTED = 50;

/** Imports files of surveys, or checks them, and prints what they say. */
export async function runSurveyImport(
  config: Config,
  files: readonly string[],
  { mapping, check = false, body, international = [] }: SurveyImportCommand,
): Promise<void> {
  const secret = secretOf(config);
  const from = process.env['INIT_CWD'] ?? process.cwd();
  await using database = await openDatabase(config);
  await upgradeDatabase(database);
  const today = parisDate(new Date());
  const cohorts: ReportedCohort[] = [];
  const given = files.map((file) => ({ path: resolve(from, file), name: basename(file) }));
  const result = await importSurvey(database, given, {
    ...{ secret, today, check, international },
    mapping: mapping === undefined ? null : await readMapping(resolve(from, mapping)),
    siren: body ?? null,
    onCohort: (cohort) => {
      if (cohorts.length < MOST_REPORTED) cohorts.push(reportedCohort(cohort));
    },
  });
  for (const notice of result.notices) console.log(`notice: ${notice}`);
  const { holders, answers, publicationId } = result;
  const counts = `${result.cohorts} cohorts, ${holders} holders, ${answers} situations`;
  await printReport(database, cohorts, result.cohorts);
  if (publicationId === null) {
    console.log(`${counts}: nothing was written`);
    return;
  }
  console.log(`${counts}: publication ${publicationId} is served from ${database.label}`);
  await writeTables(database, config, today, console.log);
}

/** Throws `ConfigError` without a secret. */
export function secretOf({ surveySecret }: Pick<Config, 'surveySecret'>): string {
  if (surveySecret !== null) return surveySecret;
  throw new ConfigError(
    'SURVEY_SECRET is not set: identifiers of holders are stored as hashes that are keyed by it; set 32 characters or more, by chance (openssl rand -hex 32), and keep them',
  );
}

async function readMapping(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RefusedFileError(`the mapping cannot be read (${reason})`, { cause: error });
  }
}

async function printReport(
  database: Database,
  cohorts: readonly ReportedCohort[],
  all: number,
): Promise<void> {
  await using reading = await database.startReading();
  const served = await currentPublication(reading.db).executeTakeFirst();
  const codes = [...new Set(cohorts.map(({ certificationCode }) => certificationCode))];
  const register = served ? await registerCohorts(reading.db, codes, served.id) : [];
  for (const cohort of cohorts) {
    const own = register.find(
      ({ certificationCode, year }) =>
        certificationCode === cohort.certificationCode && year === cohort.year,
    );
    for (const line of reportLines(cohort, own)) console.log(line);
  }
  if (all > cohorts.length) console.log(`… and ${all - cohorts.length} more cohorts`);
}
