import type { Database } from '../../../src/db/database.ts';
import { prunePublications } from '../../../src/db/load/prune.ts';
import { publishHeld } from '../../../src/db/load/publish-held.ts';
import { withdrawPublication } from '../../../src/db/load/withdraw.ts';
import { listPublications } from '../../../src/db/queries/publications.ts';
import type { PlainDate } from '../../../src/domain/calendar.ts';
import { RefusedFileError } from '../../../src/domain/errors.ts';
import { keptByRule, parseKeepRule } from '../../../src/domain/retention.ts';
import { importFiles } from '../../../src/ingest/publish/publish.ts';
import { TODAY } from '../../support/client.ts';
import { Importer } from '../publish/importer.ts';
import { fileName, type GivenImport } from './files.ts';
import type { PublicationState } from './publication-states.ts';
import type { PresentFile, Published } from './register-model.ts';
import { readSaid, type Said } from './said.ts';
import { type Stop, StoppedError, stopping } from './stopping-database.ts';

/** What came of an import, with the sources of its files. */
export type Outcome =
  | { readonly fate: 'PUBLISHED' | 'SAME'; readonly ids: ReadonlyMap<string, number> }
  | { readonly fate: 'REFUSED' | 'STOPPED'; readonly error: Error };

/** Databases that files are imported into: one after the other, and anew. */
export class RealRegister implements AsyncDisposable {
  readonly database: Database;
  readonly #importer: Importer;
  readonly #anew: Importer;
  readonly #anewDatabase: Database;

  private constructor(
    [database, importer]: readonly [Database, Importer],
    [anewDatabase, anew]: readonly [Database, Importer],
  ) {
    this.database = database;
    this.#importer = importer;
    this.#anewDatabase = anewDatabase;
    this.#anew = anew;
  }

  static async over(database: Database, anew: Database): Promise<RealRegister> {
    return new RealRegister(
      [database, await Importer.into(database)],
      [anew, await Importer.into(anew)],
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#importer[Symbol.asyncDispose]();
    await this.#anew[Symbol.asyncDispose]();
  }

  forget(): Promise<void> {
    return this.#importer.forget();
  }

  /**
   * Imports files at once, for a day; with a stop, until a statement fails. What is held is published
   * by nobody yet.
   */
  async import(
    given: GivenImport,
    knownOn: PlainDate,
    { stop, hold = false }: { readonly stop: Stop | null; readonly hold?: boolean },
  ): Promise<Outcome> {
    const paths = await written(this.#importer, given.files);
    const { demonstration, allowOlder, allowShrink } = given;
    try {
      const { changed, sources } = await importFiles(this.#stopped(stop), paths, {
        ...{
          today: TODAY,
          knownOn,
          title: 'Un titre',
          demonstration,
          allowOlder,
          allowShrink,
          hold,
        },
      });
      const ids = new Map(sources.map(({ fileName: name, id }) => [name, id]));
      return { fate: changed ? 'PUBLISHED' : 'SAME', ids };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (error instanceof RefusedFileError) return { fate: 'REFUSED', error };
      if (!stop) throw error;
      return { fate: 'STOPPED', error };
    }
  }

  /** Lets publications go as `debouches prune --keep` does; with a stop, until a statement fails. */
  async prune(keep: string, stop: Stop | null): Promise<'DONE' | 'STOPPED'> {
    return untilStopped(stop, async () => {
      await using session = await this.#stopped(stop).session();
      const list = await listPublications(session.db);
      const readable = list.filter(({ state }) => state === 'PUBLISHED');
      const kept = keptByRule(readable, parseKeepRule(keep), TODAY);
      const gone = list.filter(({ id, current }) => !current && !kept.has(id));
      await prunePublications(
        session,
        gone.map(({ id }) => id),
      );
    });
  }

  /** Publishes what is held, for a day. */
  async publishHeld(datedOn: PlainDate): Promise<void> {
    await using session = await this.database.session();
    await publishHeld(session, datedOn);
  }

  /** Withdraws a publication; with a stop, until a statement fails. */
  async withdraw(because: string, id: number, stop: Stop | null): Promise<'DONE' | 'STOPPED'> {
    return untilStopped(stop, async () => {
      await using session = await this.#stopped(stop).session();
      await withdrawPublication(session, because, id);
    });
  }

  #stopped(stop: Stop | null): Database {
    return stop ? stopping(this.database, stop) : this.database;
  }

  /** How each publication stands that is not held, oldest first. */
  async states(): Promise<readonly PublicationState[]> {
    await using session = await this.database.session();
    const list = await listPublications(session.db);
    return list
      .filter(({ state }) => state !== 'HELD')
      .map(({ id, datedOn, state, withdrawnBecause: because }) => ({
        ...{ id, datedOn, because },
        state: state as PublicationState['state'],
      }))
      .toSorted((a, b) => a.id - b.id);
  }

  said(publication: number): Promise<Said> {
    return readSaid(this.database, publication);
  }

  /** The number of the publication that is served; 0 before the first. */
  async served(): Promise<number> {
    return (await this.database.servedPublication())?.id ?? 0;
  }

  /**
   * What a new database says into which files are imported. Of the demonstration and of users are
   * imported in turn: each import is of one or the other.
   */
  async saidAnew(files: readonly PresentFile[]): Promise<Said> {
    await this.#anew.forget();
    for (let from = 0; from < files.length; ) {
      const demonstration = files[from]?.demonstration ?? false;
      const next = files.findIndex(
        (file, index) => index > from && file.demonstration !== demonstration,
      );
      const to = next < 0 ? files.length : next;
      await this.#anew.run(await written(this.#anew, files.slice(from, to)), {
        ...{ title: 'Un titre', demonstration, allowShrink: true, allowOlder: true },
      });
      from = to;
    }
    const served = await this.#anewDatabase.servedPublication();
    return readSaid(this.#anewDatabase, served?.id ?? 0);
  }

  /** What a new database says into which some imports are made, and nothing else is done. */
  async saidAfter(imports: Iterable<Published>): Promise<Said> {
    await this.#anew.forget();
    let last = 0;
    for (const { given, datedOn } of imports) {
      const { files, ...options } = given;
      const { publicationId } = await this.#anew.run(await written(this.#anew, files), {
        ...{ title: 'Un titre', knownOn: datedOn, ...options },
      });
      last = publicationId;
    }
    return readSaid(this.#anewDatabase, last);
  }
}

/** Whether something was done, or stopped half-way as it was to. */
async function untilStopped(
  stop: Stop | null,
  run: () => Promise<void>,
): Promise<'DONE' | 'STOPPED'> {
  try {
    await run();
    return 'DONE';
  } catch (error) {
    if (stop && error instanceof StoppedError) return 'STOPPED';
    throw error;
  }
}

async function written(importer: Importer, files: GivenImport['files']): Promise<string[]> {
  const paths: string[] = [];
  for (const file of files) paths.push(await importer.write(fileName(file), file.text));
  return paths;
}
