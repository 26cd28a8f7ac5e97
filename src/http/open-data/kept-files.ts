import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { ReadDatabase } from '../../db/database.ts';
import { BadUserInputError, DomainError, TimeoutError } from '../../domain/errors.ts';
import { publicationAsked } from '../../snapshot/asked-publication.ts';
import { publicationReader } from '../../snapshot/publication-reader.ts';
import type { SnapshotStore } from '../../snapshot/store.ts';
import { clientSignal, Deadline, type TimeoutWords } from '../abort.ts';
import { admitOpening } from '../admit-opening.ts';
import { sendError, sendProblem } from '../error-response.ts';
import { retryAfter } from '../errors.ts';
import { problemOf } from '../problem.ts';
import type { OpenReport, OpenReports } from '../reports/open-reports.ts';
import { editionOf } from './manifest.ts';
import type { KeptFiles, PublicationFiles } from './publication-files.ts';
import { type FilesMaking, writePublicationFiles } from './write-files.ts';

/** What files are found and written with. */
export interface KeptFilesParts {
  readonly logger: Logger;
  readonly store: SnapshotStore;
  readonly database: ReadDatabase;
  readonly open: OpenReports;
  readonly files: PublicationFiles;
  /** How long files may take to be written, in milliseconds. */
  readonly timeoutMs: number;
}

const TOO_LONG: TimeoutWords = {
  what: { en: 'writing of the files', fr: 'l’écriture des fichiers' },
  ask: { en: 'a report', fr: 'un rapport' },
};

/** Nobody reads it while it is made: it makes no room for others. */
const NO_READER = { writableLength: 0 };

/** What an answer is made of. */
interface AskedFile {
  /** Of a publication; null = the newest. */
  readonly number: number | null;
  /** The file that is sent, or the manifest, which all else is made of. */
  readonly path: string;
}

/**
 * Has an answer made of the files of a publication, which are written first where they are not there:
 * once for all who ask, in turns with other work, as one more of the reports that may be open. What goes
 * wrong is answered.
 */
export async function withFiles(
  parts: KeptFilesParts,
  reply: FastifyReply,
  asked: AskedFile,
  answer: (kept: KeptFiles, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const { id, record } = reply.request;
  using deadline = new Deadline(clientSignal(reply.raw), parts.timeoutMs, TOO_LONG);
  try {
    const kept = await keptFilesOf(parts, reply, asked, deadline.signal);
    if (kept) await answer(kept, deadline.signal);
  } catch (error) {
    const { aborted, reason } = deadline.signal;
    const { problem, fault } = problemOf(aborted ? reason : error, id);
    if (fault !== undefined) parts.logger.error({ err: fault, requestId: id }, 'unexpected error');
    record.codes = [problem.code];
    if (reply.raw.headersSent) reply.raw.destroy();
    // A number of no publication is an address that nothing is at.
    else if (error instanceof BadUserInputError)
      sendProblem(reply, { ...problem, status: 404, code: 'NOT_FOUND' });
    else sendProblem(reply, problem);
  }
}

/** The files; null where the reply has been answered. */
async function keptFilesOf(
  parts: KeptFilesParts,
  reply: FastifyReply,
  { number, path }: AskedFile,
  signal: AbortSignal,
): Promise<KeptFiles | null> {
  const { store, files, open } = parts;
  const { account } = reply.request.record;
  const current = store.current ?? (await store.refresh());
  const asked = { publication: number ?? current.publication.id };
  const publication = publicationAsked(current, asked);
  const edition = editionOf(publication, store.method);
  const identity = { publication: publication.id, edition };
  const kept = await files.find(identity, path);
  reply.request.record.cache = kept ? 'hit' : 'miss';
  if (kept) return kept;
  if (files.isWriting(identity)) return files.of(identity, signal, notBegun);
  if (!admitOpening(reply, store.openingMs(asked))) return null;
  const report = open.open(account, NO_READER);
  if (!report) {
    sendError(reply, { code: 'TOO_MANY_EXPORTS', headers: retryAfter(503) });
    return null;
  }
  // Two may have come at once: the second one's place is given back.
  let isBegun = false;
  try {
    return await files.of(identity, signal, async (folder, closed) => {
      isBegun = true;
      using _open = report;
      await write(parts, report, asked.publication, folder, closed);
    });
  } finally {
    if (!isBegun) report[Symbol.dispose]();
  }
}

function notBegun(): Promise<void> {
  return Promise.reject(new Error('files that were being written are not there'));
}

async function write(
  { store, database, timeoutMs }: KeptFilesParts,
  report: OpenReport,
  publication: number,
  folder: string,
  closed: AbortSignal,
): Promise<void> {
  using lease = await store.leaseOf({ publication });
  const { snapshot } = lease;
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(tooLate(timeoutMs)), timeoutMs);
  const signal = AbortSignal.any([closed, lease.signal, late.signal, report.signal]);
  const making: FilesMaking = {
    run: (work) => report.run(work, signal),
    part: (act) => report.make(act, signal),
    pause: report.pause,
  };
  try {
    const read = publicationReader(database, snapshot, () => signal);
    await writePublicationFiles({ snapshot, read, making }, { folder, signal });
  } catch (error) {
    // Of what was broken off, why.
    throw signal.aborted && !(error instanceof DomainError) ? signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
}

function tooLate(milliseconds: number): TimeoutError {
  const seconds = milliseconds / 1000;
  return new TimeoutError({
    en: `the files of the publication were not written within ${seconds} s: ask for a report instead, or try again when the server is less busy`,
    fr: `les fichiers de la publication n’ont pas été écrits en ${seconds} s : demandez plutôt un rapport, ou réessayez quand le serveur est moins occupé`,
  });
}
