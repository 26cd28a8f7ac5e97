import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from '../../db/database.ts';
import { openTemporaryFolder } from '../../db/engines/temporary-folder.ts';
import { forgetFingerprint } from '../../db/surveys/survey-administration.ts';
import { DEMONSTRATION_EXPORTED_ON } from '../../demonstration/demonstration.ts';
import { DEMONSTRATION_SECRET } from '../../demonstration/surveys.ts';
import { type PlainDate, parisDate } from '../../domain/calendar.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { MethodChoices } from '../../domain/method.ts';
import { importFiles } from '../../ingest/publish/publish.ts';
import { importSurvey } from '../../ingest/surveys/import-survey.ts';
import { showProgress } from '../progress.ts';
import { writeDemonstration } from './write-demonstration.ts';

/** A genuine fiche page that comes with the product, and its title, which a copied page lacks. */
const PAGE = fileURLToPath(new URL('../../demonstration/RNCP35746.txt', import.meta.url));
const PAGE_TITLE = 'Chargé de communication cross-média';

/** How the demonstration is loaded. */
interface DemonstrationOptions {
  readonly method: MethodChoices;
  /** `SURVEY_SECRET`; null = none is set, and that of the demonstration is used. */
  readonly surveySecret: string | null;
}

/**
 * Loads the demonstration register with its one genuine fiche, and then its surveys, into a database
 * that has none.
 */
export async function loadDemonstration(
  database: Database,
  { method, surveySecret }: DemonstrationOptions,
): Promise<void> {
  console.log('First start: loading the demonstration register, which is fictitious.');
  await using temporary = await openTemporaryFolder('demonstration');
  const progress = showProgress(process.stderr, () => performance.now(), 'WORDS');
  const today = parisDate(new Date());
  try {
    const { register, surveys, international } = await writeDemonstration(temporary.path);
    await importFiles(database, [...register, PAGE], {
      date: DEMONSTRATION_EXPORTED_ON,
      today,
      title: PAGE_TITLE,
      demonstration: true,
      method,
      onProgress: progress.report,
    });
    await loadSurveys(database, surveys, { international, surveySecret, today });
  } finally {
    progress.end();
  }
}

async function loadSurveys(
  database: Database,
  paths: readonly string[],
  given: {
    readonly international: readonly RegisterCode[];
    readonly surveySecret: string | null;
    readonly today: PlainDate;
  },
): Promise<void> {
  const { international, surveySecret, today } = given;
  await importSurvey(
    database,
    paths.map((path) => ({ path, name: basename(path) })),
    {
      secret: surveySecret ?? DEMONSTRATION_SECRET,
      // Nobody is surveyed after the day of the register, which a clock may not have reached.
      today: today > DEMONSTRATION_EXPORTED_ON ? today : DEMONSTRATION_EXPORTED_ON,
      ...{ mapping: null, siren: null, international, check: false },
    },
  );
  if (surveySecret !== null) return;
  // Surveys that are imported beside these may have any secret.
  await using session = await database.session();
  await forgetFingerprint(session.db);
}
