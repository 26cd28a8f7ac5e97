import { createHash, randomBytes } from 'node:crypto';
import type { Config } from '../../config.ts';
import type { Database, Session } from '../../db/database.ts';
import { insertSurveyAccess } from '../../db/surveys/access-log.ts';
import { DEMONSTRATION_SECRET } from '../../demonstration/surveys.ts';
import { isLoopback } from '../../domain/accepted-address.ts';
import type { OnRestrictedRead } from '../../http/access/restricted-reads.ts';
import type { ImportSurvey } from '../../http/surveys/survey-imports.ts';
import {
  type HeldAssignments,
  type SurveyService,
  surveyService,
} from '../../snapshot/surveys/survey-service.ts';
import { surveyUploads } from './serve-uploads.ts';

/** What surveys are served and imported by. */
export interface ServedSurveys {
  readonly surveys: SurveyService;
  readonly importSurvey: ImportSurvey;
}

/** What surveys are served by: the secret of the settings, or while the demonstration is served its own; null without one. */
export async function surveysOf(
  { surveySecret }: Pick<Config, 'surveySecret'>,
  demonstration: boolean,
  {
    assignments,
    database,
    clock,
    onFailure,
  }: {
    readonly assignments: HeldAssignments;
    /** What is imported into. */
    readonly database: Database;
    readonly clock: () => Date;
    readonly onFailure: (error: unknown) => void;
  },
): Promise<ServedSurveys | null> {
  const secret = surveySecret ?? (demonstration ? DEMONSTRATION_SECRET : null);
  if (secret === null) return null;
  await assignments.follow(onFailure);
  const ofDemonstration = surveySecret === null;
  return {
    surveys: surveyService(secret, assignments),
    importSurvey: surveyUploads(database, { secret, ofDemonstration, clock }),
  };
}

/**
 * Keeps who read restricted figures in the database, until disposed of. On PostgreSQL over one connection,
 * which is made with the first read and again when it breaks; the embedded database is shared with all
 * others, and is held for each read alone.
 */
export class SurveyAccessLog implements AsyncDisposable {
  readonly #database: Database;
  #held: Promise<Session> | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  readonly note: OnRestrictedRead = async (read) => {
    const { at, requestId, reader, operation, certifications } = read;
    if (reader.role === 'PUBLIC') return;
    const row = { readAt: at, requestId, reader, operation, certificationCodes: certifications };
    if (this.#database.engine === 'postgres') {
      this.#held ??= this.#database.session();
      await insertSurveyAccess((await this.#held).db, row);
      return;
    }
    await using session = await this.#database.session();
    await insertSurveyAccess(session.db, row);
  };

  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#held)?.[Symbol.asyncDispose]();
  }
}

/** A key of the demonstration, which reads all fictitious surveys. */
export interface DemonstrationKey {
  /** Printed at the start, and kept nowhere. */
  readonly key: string;
  readonly setting: Config['apiKeys'][number];
}

/**
 * A key for who tries the demonstration on this machine; null when something else is served, when others
 * can reach the server, and where the settings say who may ask.
 */
export function demonstrationKey(
  { host, apiKeys, oidc, surveySecret }: Pick<Config, 'host' | 'apiKeys' | 'oidc' | 'surveySecret'>,
  demonstration: boolean,
): DemonstrationKey | null {
  // With a secret of its own the server may come to have real surveys.
  if (!demonstration || surveySecret !== null || !isLoopback(host)) return null;
  if (apiKeys.length > 0 || oidc !== null) return null;
  const key = randomBytes(12).toString('hex');
  const name = 'demonstration';
  const sha256 = createHash('sha256').update(key).digest('hex');
  return { key, setting: { name, sha256, reader: { role: 'OPERATOR', name } } };
}
