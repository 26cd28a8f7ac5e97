import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { readAt } from '../../../src/db/entered-publication.ts';
import { STILL_VALID } from '../../../src/db/load/versions.ts';
import { RefusedFileError } from '../../../src/domain/errors.ts';
import { importFiles } from '../../../src/ingest/publish/publish.ts';
import { TODAY } from '../../support/client.ts';
import { Importer } from '../publish/importer.ts';
import { fileName, type GivenImport } from './files.ts';
import type { PresentFile } from './register-model.ts';
import { readSaid, type Said } from './said.ts';
import { type Stop, stopping } from './stopping-database.ts';

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

  /** Imports files at once; with a stop, until a statement fails. */
  async import(given: GivenImport, stop: Stop | null): Promise<Outcome> {
    const paths = await written(this.#importer, given.files);
    const { demonstration, allowOlder, allowShrink } = given;
    const database = stop ? stopping(this.database, stop) : this.database;
    try {
      const { changed, sources } = await importFiles(database, paths, {
        ...{ today: TODAY, title: 'Un titre', demonstration, allowOlder, allowShrink },
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

  /**
   * Nothing is there that no publication has: no version or finding of a publication that there is not, no
   * row of a version that there is not, no version without a search document.
   */
  async expectTidy(publication: number): Promise<void> {
    await using session = await this.database.session();
    const { db } = session;
    await readAt(db, publication);
    const tables = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'versions'
        and table_name not in ('certification', 'finding')`.execute(db);
    const counts: Record<string, number> = {};
    const count = async (what: string, from: ReturnType<typeof sql>) => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from ${from}`.execute(db);
      counts[what] = rows[0]?.count ?? 0;
    };
    for (const table of ['certification', 'finding', 'certification_search']) {
      await count(
        `${table} of no publication`,
        sql`${sql.id('versions', table)} where since > ${publication}
          or until > ${publication} and until < ${STILL_VALID}`,
      );
    }
    for (const { name } of tables.rows) {
      await count(
        `${name} of no version`,
        sql`${sql.id('versions', name)} as own where not exists (
          select from versions.certification as fiche
          where fiche.code = own.certification_code and fiche.version = own.version)`,
      );
    }
    await count(
      'versions without a document, or valid at another time',
      sql`versions.certification as fiche
        left join versions.certification_search as own
          on own.certification_code = fiche.code and own.version = fiche.version
        where fiche.until > fiche.since
          and (own.since, own.until) is distinct from (fiche.since, fiche.until)`,
    );
    await count(
      'versions upon one that is not there',
      sql`versions.certification as fiche where base_version is not null and not exists (
        select from versions.certification as base
        where base.code = fiche.code and base.version = fiche.base_version)`,
    );
    await count(
      'sources of no publication',
      sql`source where not exists (
      select from publication_source where source_id = source.id)`,
    );
    expect(counts).toEqual(Object.fromEntries(Object.keys(counts).map((what) => [what, 0])));
  }
}

async function written(importer: Importer, files: GivenImport['files']): Promise<string[]> {
  const paths: string[] = [];
  for (const file of files) paths.push(await importer.write(fileName(file), file.text));
  return paths;
}
