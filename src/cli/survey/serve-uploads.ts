import type { Database } from '../../db/database.ts';
import { forgetFingerprint } from '../../db/surveys/survey-administration.ts';
import { parisDate } from '../../domain/calendar.ts';
import {
  ImportRunningError,
  RefusedFileError,
  SurveyImportUnavailableError,
} from '../../domain/errors.ts';
import type { ImportSurvey } from '../../http/surveys/survey-imports.ts';
import { SurveyRefusedError } from '../../ingest/surveys/refusals.ts';
import { reportedImport } from '../../ingest/surveys/reported-import.ts';
import type { RefusedFiles } from '../../web/surveys/outcome.ts';

/** SQLSTATE of what writes where nothing may be written: a standby, or a role without the right. */
const READ_ONLY: readonly unknown[] = ['25006', '42501'];

/**
 * Imports files of surveys that are uploaded to a server, as the command line does.
 *
 * - ofDemonstration: whether the secret is that of the demonstration, which everybody knows: only while it
 *   is served anything is imported.
 */
export function surveyUploads(
  database: Database,
  {
    secret,
    ofDemonstration,
    clock,
  }: {
    readonly secret: string;
    readonly ofDemonstration: boolean;
    readonly clock: () => Date;
  },
): ImportSurvey {
  return async ({ files, mapping, siren, check }) => {
    const served = await database.servedPublication();
    if (ofDemonstration && !served?.demonstration) throw new SurveyImportUnavailableError('OFF');
    try {
      const { publicationId, reports, ...counts } = await reportedImport(database, files, {
        ...{ secret, today: parisDate(clock()), mapping, siren, international: [], check },
      });
      if (ofDemonstration && !check) await forgetSecret(database);
      return { status: 'ACCEPTED', publication: publicationId, reports, ...counts };
    } catch (error) {
      return refusalOf(error);
    }
  };
}

/** Surveys that are imported beside those of the demonstration may have any secret. */
async function forgetSecret(database: Database): Promise<void> {
  await using session = await database.session();
  await forgetFingerprint(session.db);
}

/** What is said of files that were refused; throws what is no fault of them. */
function refusalOf(error: unknown): RefusedFiles {
  if (error instanceof SurveyRefusedError) {
    return { status: 'REFUSED', reason: null, refusals: error.refusals };
  }
  if (error instanceof ImportRunningError) {
    throw new SurveyImportUnavailableError('RUNNING', { cause: error });
  }
  if (error instanceof RefusedFileError) {
    return { status: 'REFUSED', reason: error.text ?? error.message, refusals: [] };
  }
  if (error instanceof Error && 'code' in error && READ_ONLY.includes(error.code)) {
    throw new SurveyImportUnavailableError('READ_ONLY', { cause: error });
  }
  throw error;
}
