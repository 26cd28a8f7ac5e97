import { openDatabase, upgradeDatabase } from '../../app.ts';
import type { Config } from '../../config.ts';
import type { Database, Session } from '../../db/database.ts';
import { currentPublication } from '../../db/publications.ts';
import { assign, listAssignments, unassign } from '../../db/surveys/assignments.ts';
import { codesOfPublication } from '../../db/surveys/stored-surveys.ts';
import { parisDate } from '../../domain/calendar.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import { RefusedFileError } from '../../domain/errors.ts';
import { eraseExpiredRows, eraseSurvey } from '../../ingest/surveys/erase-survey.ts';
import { writeTables } from '../imported.ts';
import { secretOf } from './run-import.ts';

export interface EraseCommand {
  readonly certification?: RegisterCode;
  readonly year?: number;
  readonly holder?: string;
  readonly all?: boolean;
  readonly expired?: boolean;
}

/** Erases surveys, or rows past the time that they are kept, and says what went. */
export async function runErase(config: Config, command: EraseCommand): Promise<void> {
  const { certification, year, holder, all = false, expired = false } = command;
  if ([certification !== undefined, all, expired].filter(Boolean).length !== 1) {
    throw new RefusedFileError(
      'give --certification CODE (with --year or --holder, or for all its cohorts), --all or --expired: one of the three',
    );
  }
  if (certification === undefined && (year !== undefined || holder !== undefined)) {
    throw new RefusedFileError(
      '--year and --holder are of a certification: give --certification CODE',
    );
  }
  if (year !== undefined && holder !== undefined) {
    throw new RefusedFileError('give --year or --holder, not both: a holder is of one cohort');
  }
  const secret = holder === undefined ? '' : secretOf(config);
  await using database = await opened(config);
  const today = parisDate(new Date());
  if (expired) {
    const months = config.surveyRetentionMonths;
    const { holders, answers } = await eraseExpiredRows(database, { months, today });
    console.log(
      `${holders} rows of holders and ${answers} situations were deleted: replaced ones, and those of cohorts whose year ended ${months} months ago; what was counted of them stays`,
    );
    return;
  }
  const erased =
    certification === undefined
      ? { certificationCode: null }
      : { certificationCode: certification, year: year ?? null, holder: holder ?? null };
  const result = await eraseSurvey(database, erased, { secret, today });
  const of = certification ?? 'all certifications';
  console.log(
    `${result.cohorts} cohorts, ${result.holders} holders of ${of} were erased from all publications: publication ${result.publicationId} is served from ${database.label}; copies and backups of the database still have them${all ? '; the next import may have another SURVEY_SECRET' : ''}`,
  );
  await writeTables(database, config, today, console.log);
}

/** Assigns certifications to an examiner. */
export async function runAssign(
  config: Config,
  examiner: string,
  codes: readonly RegisterCode[],
): Promise<void> {
  await inSession(config, async ({ db }) => {
    const served = await currentPublication(db).executeTakeFirst();
    const known = served ? await codesOfPublication(db, served.id) : new Set<string>();
    const unknown = codes.filter((code) => !known.has(code));
    if (unknown.length > 0) {
      throw new RefusedFileError(
        `${unknown.join(', ')} cannot be assigned: the registers that are served do not have it`,
      );
    }
    await assign(db, examiner, codes);
    console.log(`${examiner} reads the surveys of ${codes.join(', ')}`);
  });
}

/** Ends assignments of an examiner. */
export async function runUnassign(
  config: Config,
  examiner: string,
  codes: readonly RegisterCode[],
): Promise<void> {
  await inSession(config, async ({ db }) => {
    const ended = await unassign(db, examiner, codes.length === 0 ? null : codes);
    console.log(`${ended} assignments of ${examiner} were ended`);
  });
}

/** Prints all assignments. */
export async function runAssignments(config: Config, json: boolean): Promise<void> {
  await inSession(config, async ({ db }) => {
    const list = await listAssignments(db);
    if (json) console.log(JSON.stringify(list, null, 2));
    else if (list.length === 0) console.log('no certification is assigned to an examiner');
    else {
      for (const { examiner, certificationCode, assignedAt } of list) {
        console.log(`${examiner}  ${certificationCode}  since ${assignedAt.toISOString()}`);
      }
    }
  });
}

async function inSession(config: Config, work: (session: Session) => Promise<void>): Promise<void> {
  await using database = await opened(config);
  await using session = await database.session();
  // Awaited, for the session ends with this function.
  await work(session);
}

/** Opens the database of the settings, brought up to date. */
async function opened(config: Config): Promise<Database> {
  const database = await openDatabase(config);
  await upgradeDatabase(database);
  return database;
}
