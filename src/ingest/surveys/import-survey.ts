import { createReadStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Database, Session } from '../../db/database.ts';
import { discardUnpublished } from '../../db/load/discard.ts';
import { relaxDurability } from '../../db/load/import-lock.ts';
import { removeWritten } from '../../db/load/remove-written.ts';
import {
  beginRepublication,
  NOTHING_IMPORTED,
  publishAgain,
  type Republication,
} from '../../db/load/republish.ts';
import { currentPublication } from '../../db/publications.ts';
import { fingerprintOf, holderKeys } from '../../db/surveys/keyed-hash.ts';
import { codesOfBody, codesOfPublication } from '../../db/surveys/stored-surveys.ts';
import {
  flagInternational,
  insertSurveyImport,
  internationalCodes,
  keepFingerprint,
  keepMapping,
  refuseOtherSecret,
  storedMapping,
  writeSurveys,
} from '../../db/surveys/survey-administration.ts';
import { SurveyWriter, type WrittenCohort } from '../../db/surveys/survey-writer.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import { ImportRunningError, RefusedFileError } from '../../domain/errors.ts';
import { sha256Of } from '../sources/disk-file.ts';
import { openSurveyTables } from '../sources/survey/open-survey-table.ts';
import { DEFAULT_MAPPING, parseMapping, type SurveyMapping } from './mapping.ts';
import { type CohortRule, readCohorts } from './read-cohorts.ts';
import { readSurvey } from './read-survey.ts';

/** A file of a survey; `name`: what messages call it. */
export interface SurveyFile {
  readonly path: string;
  readonly name: string;
}

/** How files of surveys are imported. */
export interface SurveyOptions {
  /** What hashes of holders are keyed by. */
  readonly secret: string;
  readonly today: PlainDate;
  /** JSON of a mapping; null = the one that is kept of the body, or the default names. */
  readonly mapping: string | null;
  /** SIREN of the body whose certifications alone are accepted; null = all are. */
  readonly siren: string | null;
  /** Certifications that are flagged as international from now on. */
  readonly international: readonly RegisterCode[];
  /** Whether nothing is written. */
  readonly check: boolean;
  readonly onRows?: (file: string, rows: number) => void;
  /** Called with each cohort that was computed. */
  readonly onCohort?: (cohort: WrittenCohort) => void;
}

export interface SurveyImport {
  /** The publication that has the survey; null of a check. */
  readonly publicationId: number | null;
  readonly holders: number;
  readonly answers: number;
  readonly cohorts: number;
  readonly notices: readonly string[];
}

/**
 * Imports files of surveys: all of them as one publication of the registers that are served, or nothing.
 * A cohort that they give anew replaces the former one as a new version.
 *
 * - Throws `SurveyRefusedError` with all that is wrong, and `RefusedFileError` for what makes an import
 *   impossible.
 */
export async function importSurvey(
  database: Database,
  files: readonly SurveyFile[],
  options: SurveyOptions,
): Promise<SurveyImport> {
  await using session = await database.session();
  if (options.check) return await checked(session, files, options);
  const of = await beginRepublication(session.db, ({ text, isBusy }) =>
    isBusy ? new ImportRunningError(text) : new RefusedFileError(text),
  );
  const reserve = await session.reserveSpace();
  const importing = written(session, files, options, of);
  const result = await importing.catch(async (error: unknown) => {
    await removeWritten(error, async () => {
      await reserve.release();
      await discardUnpublished(session);
    });
    throw error;
  });
  await reserve.release();
  return result;
}

async function checked(
  session: Session,
  files: readonly SurveyFile[],
  options: SurveyOptions,
): Promise<SurveyImport> {
  const served = await currentPublication(session.db).executeTakeFirst();
  if (!served) throw new RefusedFileError(NOTHING_IMPORTED);
  const reading = await read(session, files, options, served.id);
  const counts = await eachCohort(reading, options, async () => {});
  return { publicationId: null, ...counts, notices: reading.survey.notices };
}

async function written(
  session: Session,
  files: readonly SurveyFile[],
  options: SurveyOptions,
  of: Republication,
): Promise<SurveyImport> {
  const { db } = session;
  const { siren, secret, international, today } = options;
  const reading = await read(session, files, options, of.served.id);
  await writeSurveys(db);
  await relaxDurability(db);
  const writer = new SurveyWriter(session, of.publicationId);
  const counts = await eachCohort(reading, options, async (cohort) => {
    writer.add(cohort);
    await writer.flushIfFull();
  }).catch(async (error: unknown) => {
    await writer.abandon();
    throw error;
  });
  await writer.finish();
  await db.transaction().execute(async (transaction) => {
    await keepFingerprint(transaction, fingerprintOf(secret));
    await flagInternational(transaction, international, of.publicationId);
    if (siren !== null && options.mapping !== null) {
      await keepMapping(transaction, siren, options.mapping);
    }
    const { sha256 } = reading;
    await insertSurveyImport(transaction, {
      ...{ publicationId: of.publicationId, siren, sha256 },
      ...{ holders: counts.holders, answers: counts.answers },
    });
    await publishAgain(transaction, of, today);
  });
  return { publicationId: of.publicationId, ...counts, notices: reading.survey.notices };
}

type Reading = Awaited<ReturnType<typeof read>>;

async function read(
  { db }: Session,
  files: readonly SurveyFile[],
  options: SurveyOptions,
  publicationId: number,
) {
  const { secret, siren, today } = options;
  await refuseOtherSecret(db, secret);
  const mapping = await mappingOf(db, options);
  const all = await codesOfPublication(db, publicationId);
  refuseUnknown(options.international, all);
  // Of another body's certification no row is looked at: what is refused would tell who is in its roster.
  const known = siren === null ? all : await codesOfBody(db, { siren, publicationId });
  const tables = (
    await Promise.all(files.map(({ path, name }) => openSurveyTables(path, { name })))
  ).flat();
  const before = await internationalCodes(db);
  const newlyFlagged = options.international.filter((code) => !before.has(code));
  const flagged = new Set([...before, ...newlyFlagged]);
  const survey = await readSurvey(tables, {
    ...{ db, keysOf: holderKeys(secret) },
    context: { mapping, today, siren, isKnown: (code) => known.has(code) },
    ...(options.onRows && { onRows: options.onRows }),
  });
  const sha256 = await Promise.all(files.map(({ path }) => sha256Of(createReadStream(path))));
  // What was counted of them by another rule is counted again.
  await survey.stored.loadAll(newlyFlagged);
  const rule: CohortRule = {
    isInternational: (code) => flagged.has(code),
    isChanged: (code) => newlyFlagged.includes(code),
  };
  return { db, survey, sha256, rule };
}

async function mappingOf(
  db: Session['db'],
  { mapping, siren }: SurveyOptions,
): Promise<SurveyMapping> {
  const text = mapping ?? (siren === null ? null : await storedMapping(db, siren));
  return text === null ? DEFAULT_MAPPING : parseMapping(text);
}

function refuseUnknown(codes: readonly RegisterCode[], known: ReadonlySet<string>): void {
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length === 0) return;
  throw new RefusedFileError(
    `--international names ${unknown.join(', ')}, which the registers that are served do not have: give certifications that they have`,
  );
}

async function eachCohort(
  { db, survey, rule }: Reading,
  { onCohort }: SurveyOptions,
  write: (cohort: WrittenCohort) => Promise<void>,
): Promise<Pick<SurveyImport, 'holders' | 'answers' | 'cohorts'>> {
  const counts = { holders: 0, answers: 0, cohorts: 0 };
  for await (const cohort of readCohorts(db, survey, rule)) {
    counts.cohorts += 1;
    counts.holders += cohort.holders?.length ?? 0;
    counts.answers += cohort.answers.length;
    onCohort?.(cohort);
    await write(cohort);
    // What is on its way to the database, and others of a server that imports, go on in between.
    await setImmediate();
  }
  if (counts.cohorts === 0) {
    const because = survey.notices.length === 0 ? '' : ` (${survey.notices.join('; ')})`;
    throw new RefusedFileError({
      en: `the files hold no holder who obtained a certification, and no situation: there is nothing to import; a header and one row at least are accepted${because}`,
      fr: `les fichiers ne contiennent aucun titulaire qui a obtenu une certification, ni aucune situation\u00a0: il n’y a rien à importer\u00a0; un en-tête et une ligne au moins sont acceptés${because}`,
    });
  }
  return counts;
}
