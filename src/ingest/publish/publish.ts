import type { Database, Session } from '../../db/database.ts';
import { discardUnpublished, removeUnpublished } from '../../db/load/discard.ts';
import { takeImportLock } from '../../db/load/import-lock.ts';
import { removeWritten } from '../../db/load/remove-written.ts';
import {
  currentPublication,
  heldPublication,
  nextPublicationId,
  type PublicationRecord,
  type SourceRecord,
  sourcesByPublication,
} from '../../db/publications.ts';
import { RefusedFileError } from '../../domain/errors.ts';
import { type DatedFile, inspectDatedFile } from './dated-file.ts';
import type { Import, ImportOptions, Served } from './import.ts';
import { publishFiles } from './publish-files.ts';

export interface ImportResult {
  /** False when the same files, of the same days, are already served: nothing was changed. */
  readonly changed: boolean;
  readonly publicationId: number;
  /** Whether it waits until somebody publishes or withdraws it. */
  readonly held: boolean;
  /** What the files of this import brought in. */
  readonly sources: readonly SourceRecord[];
}

/**
 * Imports files as one publication. It becomes visible all at once at the very end; whatever
 * stops it before leaves the publication that was served. What it wrote until then is removed at once,
 * and the disk space is free again, be the disk full.
 *
 * - Throws `RefusedFileError`, one paragraph, when a file cannot be imported as a whole.
 */
export async function importFiles(
  database: Database,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportResult> {
  const files: DatedFile[] = [];
  for (const path of paths) files.push(await inspectDatedFile(path, options));
  await using session = await database.session();
  if (!(await takeImportLock(session.db))) {
    throw new RefusedFileError('another import is running on this database: wait for its end');
  }
  const held = await heldPublication(session.db).executeTakeFirst();
  if (held) return refuseBeside(await withSources(session, held), files, options);
  const served = await readServed(session);
  if (options.hold && !served) {
    throw new RefusedFileError(
      'nothing is served yet that a held publication could be compared with: import the files without --hold',
    );
  }
  const same = served && alreadyServed(served, files, options);
  if (served && same) {
    const { id } = served.publication;
    return { changed: false, publicationId: id, held: false, sources: same };
  }
  await removeUnpublished(session.db);
  const publicationId = await nextPublicationId(session.db);
  const work: Import = { session, publicationId, served, options };
  const exports = files.filter((file) => file.kind === 'EXPORT');
  const supplements = files.filter((file) => file.kind !== 'EXPORT');
  const reserve = await session.reserveSpace();
  const publishing = publishFiles(work, exports, supplements);
  const sources = await publishing.catch(async (error: unknown) => {
    await removeWritten(error, async () => {
      await reserve.release();
      await discardUnpublished(session);
    });
    throw error;
  });
  await reserve.release();
  return { changed: true, publicationId, held: options.hold ?? false, sources };
}

async function readServed(session: Session): Promise<Served | null> {
  const publication = await currentPublication(session.db).executeTakeFirst();
  return publication ? withSources(session, publication) : null;
}

async function withSources({ db }: Session, publication: PublicationRecord): Promise<Served> {
  const sources = await sourcesByPublication(db, [publication.id]).execute();
  return { publication, sources };
}

/**
 * What an import does while a publication is held: nothing for the files that it has.
 *
 * - Throws `RefusedFileError` for others: it would be neither what was looked at nor what is served.
 */
function refuseBeside(
  held: Served,
  files: readonly DatedFile[],
  options: ImportOptions,
): ImportResult {
  const { id } = held.publication;
  const same = alreadyServed(held, files, options);
  if (same) return { changed: false, publicationId: id, held: true, sources: same };
  throw new RefusedFileError(
    `publication ${id} is held: publish it ("debouches publish ${id}") or withdraw it ("debouches withdraw ${id} --reason …"), then import again`,
  );
}

/** The served sources that are these very files of these days, or null when one is new. */
function alreadyServed(
  served: Served,
  files: readonly DatedFile[],
  options: ImportOptions,
): SourceRecord[] | null {
  const found: SourceRecord[] = [];
  for (const file of files) {
    const source = served.sources.find(
      (each) =>
        each.sha256 === file.sha256 &&
        each.datedOn === file.datedOn &&
        // A bundled page that the user gives again becomes the user's own.
        (each.kind === 'FEED' || each.demonstration === (options.demonstration ?? false)),
    );
    if (!source) return null;
    found.push(source);
  }
  return found;
}
