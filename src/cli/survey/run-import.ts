import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { openDatabase, upgradeDatabase } from '../../app.ts';
import { type Config, ConfigError } from '../../config.ts';
import { parisDate } from '../../domain/calendar.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import { RefusedFileError } from '../../domain/errors.ts';
import { reportedImport } from '../../ingest/surveys/reported-import.ts';
import { givenPath } from '../files/given-path.ts';
import { writeTables } from '../imported.ts';
import { reportLines } from './report.ts';

export interface SurveyImportCommand {
  readonly mapping?: string;
  readonly check?: boolean;
  /** SIREN. */
  readonly body?: string;
  readonly international?: readonly RegisterCode[];
}

/** Imports files of surveys, or checks them, and prints what they say. */
export async function runSurveyImport(
  config: Config,
  files: readonly string[],
  { mapping, check = false, body, international = [] }: SurveyImportCommand,
): Promise<void> {
  const secret = secretOf(config);
  await using database = await openDatabase(config);
  await upgradeDatabase(database);
  const today = parisDate(new Date());
  const given = files.map((file) => ({ path: givenPath(file), name: basename(file) }));
  const result = await reportedImport(database, given, {
    ...{ secret, today, check, international },
    mapping: mapping === undefined ? null : await readMapping(givenPath(mapping)),
    siren: body ?? null,
  });
  for (const notice of result.notices) console.log(`notice: ${notice}`);
  const { cohorts, holders, answers, publicationId, reports } = result;
  const counts = `${cohorts} cohorts, ${holders} holders, ${answers} situations`;
  for (const line of reports.flatMap(reportLines)) console.log(line);
  if (cohorts > reports.length) console.log(`… and ${cohorts - reports.length} more cohorts`);
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
