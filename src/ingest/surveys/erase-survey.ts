import type { Database, Session } from '../../db/database.ts';
import { discardUnpublished } from '../../db/load/discard.ts';
import { removeWritten } from '../../db/load/remove-written.ts';
import { beginRepublication, publishAgain, type Republication } from '../../db/load/republish.ts';
import {
  deleteCohorts,
  deleteExpired,
  deleteHolder,
  type Erased,
  type Expired,
  forgetVersions,
  storedYears,
  vacuumSurveys,
  yearsOfHolder,
} from '../../db/surveys/erase-surveys.ts';
import { holderKeys } from '../../db/surveys/keyed-hash.ts';
import { storedAnswers, storedHolders } from '../../db/surveys/stored-surveys.ts';
import {
  forgetFingerprint,
  internationalCodes,
  refuseOtherSecret,
  storedFingerprint,
  writeSurveys,
} from '../../db/surveys/survey-administration.ts';
import type { CohortKey, StoredHolder } from '../../db/surveys/survey-tables.ts';
import { SurveyWriter } from '../../db/surveys/survey-writer.ts';
import { addMonths, type PlainDate } from '../../domain/calendar.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import { RefusedFileError } from '../../domain/errors.ts';
import { cohortFigures } from '../../domain/survey/cohort-figures.ts';
import { HORIZONS } from '../../domain/survey/layout.ts';

/** Surveys that are erased: all, those of a certification, of one of its cohorts, or of one holder. */
export type ErasedSurvey =
  | { readonly certificationCode: null }
  | {
      readonly certificationCode: RegisterCode;
      /** Null = of all cohorts. */
      readonly year: number | null;
      /** Identifier of a holder, as files give it; null = all holders. */
      readonly holder: string | null;
    };

/** What an erasure did. */
export interface Erasure extends Erased {
  /** The publication that is served without what was erased. */
  readonly publicationId: number;
}

/**
 * Erases surveys from all publications: rows, and what was counted with them. Of a holder, the figures of
 * the cohort are counted again without them. Past publications answer of these cohorts that they were
 * erased. Once all are erased, the next import may have any secret.
 *
 * - `secret`: of a holder, that of the stored surveys.
 * - Throws `RefusedFileError` when there is nothing to erase, and as an import.
 */
export async function eraseSurvey(
  database: Database,
  erased: ErasedSurvey,
  { secret, today }: { readonly secret: string; readonly today: PlainDate },
): Promise<Erasure> {
  await using session = await database.session();
  const of = await beginRepublication(session.db, ({ text }) => new RefusedFileError(text));
  const finish = await prepared(session, erased, { secret, of }).catch(async (error: unknown) => {
    await removeWritten(error, () => discardUnpublished(session));
    throw error;
  });
  const result = await session.db.transaction().execute(async (transaction) => {
    const done = await finish(transaction);
    await publishAgain(transaction, of, today);
    return done;
  });
  await vacuumSurveys(session.db);
  return { ...result, publicationId: of.publicationId };
}

/** What is left to do in the transaction that publishes. */
type Finish = (transaction: Session['db']) => Promise<Erased>;

async function prepared(
  session: Session,
  erased: ErasedSurvey,
  { secret, of }: { readonly secret: string; readonly of: Republication },
): Promise<Finish> {
  const { certificationCode } = erased;
  if (certificationCode === null) return await withoutAny(session, of);
  const { year, holder } = erased;
  if (holder === null) return await withoutCohorts(session, { certificationCode, year, of });
  await refuseOtherSecret(session.db, secret);
  const { hash } = holderKeys(secret)(certificationCode, holder);
  return await withoutHolder(session, { certificationCode, hash, of });
}

async function withoutAny({ db }: Session, { publicationId }: Republication): Promise<Finish> {
  const [fingerprint, years] = [await storedFingerprint(db), await storedYears(db, null)];
  if (fingerprint === null && years.length === 0) {
    throw new RefusedFileError('there is no survey: nothing is to be erased');
  }
  return async (transaction) => {
    const of = { certificationCode: null, year: null, publicationId };
    const erased = await deleteCohorts(transaction, of);
    await forgetFingerprint(transaction);
    return erased;
  };
}

interface CohortsOf {
  readonly certificationCode: RegisterCode;
  readonly year: number | null;
  readonly of: Republication;
}

async function withoutCohorts(
  { db }: Session,
  { certificationCode, year, of: { publicationId } }: CohortsOf,
): Promise<Finish> {
  const years = (await storedYears(db, certificationCode)).filter(
    (each) => year === null || each === year,
  );
  if (years.length === 0) {
    const cohort = year === null ? '' : ` of the cohort ${year}`;
    throw new RefusedFileError(
      `there is no survey of ${certificationCode}${cohort}: give a certification that has one`,
    );
  }
  return (transaction) => deleteCohorts(transaction, { certificationCode, year, publicationId });
}

interface HolderOf {
  readonly certificationCode: RegisterCode;
  readonly hash: string;
  readonly of: Republication;
}

async function withoutHolder(
  session: Session,
  { certificationCode, hash, of: { publicationId } }: HolderOf,
): Promise<Finish> {
  const { db } = session;
  const years = await yearsOfHolder(db, certificationCode, hash);
  if (years.length === 0) {
    throw new RefusedFileError(
      `no holder of ${certificationCode} has this identifier: give it as the files have it`,
    );
  }
  await writeSurveys(db);
  const writer = new SurveyWriter(session, publicationId);
  const flagged = await internationalCodes(db);
  const roster = (await storedHolders(db, certificationCode)).filter((each) => each.hash !== hash);
  for (const year of years) {
    const key = { certificationCode, year };
    const own = roster.filter((each) => each.year === year);
    const figures = await figuresOf(db, key, own, flagged.has(certificationCode));
    writer.add({ ...key, holders: null, answers: [], horizons: [], figures, findings: [] });
  }
  await writer.finish();
  return async (transaction) => {
    await deleteHolder(transaction, certificationCode, hash);
    for (const year of years) {
      await forgetVersions(transaction, { certificationCode, year }, publicationId);
    }
    return { cohorts: years.length, holders: 1 };
  };
}

/** The figures of a cohort by the rows that are stored. */
async function figuresOf(
  db: Session['db'],
  key: CohortKey,
  roster: readonly StoredHolder[],
  international: boolean,
) {
  const answers = await storedAnswers(db, [key]);
  const ofHolder = Map.groupBy(answers, ({ hash }) => hash);
  const holders = roster.map((holder) => ({
    ...holder,
    answers: Object.fromEntries(
      (ofHolder.get(holder.hash) ?? []).map((answer) => [answer.horizon, answer]),
    ),
  }));
  const horizons = HORIZONS.filter((each) => answers.some(({ horizon }) => horizon === each));
  return cohortFigures({ holders, horizons }, { international });
}

/**
 * Deletes rows of holders past the time that they are kept, and those that were replaced; what was
 * counted of them stays.
 *
 * - `months`: after the end of the year of the award.
 */
export async function eraseExpiredRows(
  database: Database,
  { months, today }: { readonly months: number; readonly today: PlainDate },
): Promise<Expired> {
  await using session = await database.session();
  const year = Number(addMonths(today, -months).slice(0, 4));
  const expired = await session.db
    .transaction()
    .execute((transaction) => deleteExpired(transaction, { beforeYear: year }));
  await vacuumSurveys(session.db);
  return expired;
}
