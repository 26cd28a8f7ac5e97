import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../../../src/db/database.ts';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import type { Register } from '../../../src/domain/certification/register-code.ts';
import type { FindingRule } from '../../../src/domain/findings/finding.ts';
import { frenchMessage } from '../../../src/domain/findings/french-message.ts';
import type { ImportOptions } from '../../../src/ingest/publish/import.ts';
import { importFiles } from '../../../src/ingest/publish/publish.ts';
import { readServed, TODAY } from '../../support/client.ts';
import { exportText, type FicheText } from '../sources/export/export-text.ts';

/** A fiche in which nothing is to be found: a level, a body in force, no end within the year. */
export function cleanFiche(
  code: string,
  { extra = '', ...parts }: Partial<FicheText> = {},
): FicheText {
  return { code, level: 'NIV5', endsOn: '31/12/2030', extra: `${BODY}${extra}`, ...parts };
}

/** A certifying body in force, with a SIRET that can exist. */
export const BODY = body('<SIRET_CERTIFICATEUR>32800778600077</SIRET_CERTIFICATEUR>');

export function body(siret: string): string {
  return `<CERTIFICATEURS><CERTIFICATEUR>${siret}<NOM_CERTIFICATEUR>Institut</NOM_CERTIFICATEUR><ETAT_CERTIFICATEUR>Actif</ETAT_CERTIFICATEUR></CERTIFICATEUR></CERTIFICATEURS>`;
}

/** First line of a statistics file. */
export const HEADER =
  'code;annee;certifies;certifies_vae;taux_global_6_mois;taux_metier_6_mois;taux_metier_2_ans';

/** Imports small files into a database, and asks what is served. */
export class Importer implements AsyncDisposable {
  readonly #database: Database;
  readonly #folder: string;
  #files = 0;

  private constructor(database: Database, folder: string) {
    this.#database = database;
    this.#folder = folder;
  }

  static async into(database: Database): Promise<Importer> {
    return new Importer(database, await mkdtemp(join(tmpdir(), 'debouches-importer-')));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }

  /** Forgets all that was imported. */
  async forget(): Promise<void> {
    await using session = await this.#database.session();
    await sql`
      truncate current_publication, publication_source, supplement, source, publication, past_rate,
        publication_token, change, removed_certification
      restart identity`.execute(session.db);
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = 'versions'`.execute(session.db);
    const tables = rows.map(({ name }) => sql.id('versions', name));
    await sql`truncate ${sql.join(tables)}`.execute(session.db);
  }

  /** Imports an export of a day; gives the number of its publication. */
  async export(
    register: Register,
    day: string,
    fiches: readonly FicheText[],
    options: Partial<ImportOptions> = {},
  ): Promise<number> {
    // As on the day itself.
    const knownOn = parsePlainDate(day);
    return this.#publish(await this.writeExport(register, day, fiches), { knownOn, ...options });
  }

  /** Imports lines of a statistics file of today; gives the number of the publication. */
  statistics(...lines: readonly string[]): Promise<number> {
    return this.statisticsOf(TODAY, ...lines);
  }

  /** Imports lines of a statistics file of a day; gives the number of the publication. */
  async statisticsOf(day: string, ...lines: readonly string[]): Promise<number> {
    const text = [HEADER, ...lines].join('\n');
    const path = await this.write(`taux-${this.#files++}-${day}.csv`, text);
    return this.#publish(path, { knownOn: parsePlainDate(day) });
  }

  async #publish(path: string, options: Partial<ImportOptions>): Promise<number> {
    const { publicationId } = await this.run([path], options);
    return publicationId;
  }

  /** Writes a file, and gives its path. */
  async write(name: string, text: string): Promise<string> {
    const path = join(this.#folder, name);
    await writeFile(path, text);
    return path;
  }

  writeExport(register: Register, day: string, fiches: readonly FicheText[]): Promise<string> {
    return this.write(`export_fiches_${register}_V4_1_${day}.xml`, exportText(fiches));
  }

  run(paths: readonly string[], options: Partial<ImportOptions> = {}) {
    return importFiles(this.#database, paths, { today: TODAY, ...options });
  }

  /** Rows of what is served. */
  ask<Row>(query: string): Promise<Row[]> {
    return readServed(this.#database, async (db) => (await sql.raw<Row>(query).execute(db)).rows);
  }

  /** Leaves what an import that was killed has written of changes: one, and a fiche that is gone. */
  async leaveChanges(publicationId: number, code: string): Promise<void> {
    await using session = await this.#database.session();
    await sql`
      insert into change (publication_id, position, certification_code, kind, before)
      values (${publicationId}, 1, ${code}, 'REMOVED', 'Titre')`.execute(session.db);
    await sql`
      insert into removed_certification
      values (${code}, ${publicationId}, 'RNCP', 'Titre', 5, '{}')`.execute(session.db);
  }

  /** What all findings say in French. */
  async frenchMessages(): Promise<string[]> {
    const found = await this.ask<{ rule: FindingRule; message: string }>(
      'select rule, message from finding',
    );
    return found.map(({ rule, message }) => frenchMessage(rule, message));
  }

  /** `[rule, code, year, given, publication that first had it]`, by rule, code, year and value. */
  async findings(condition = 'true'): Promise<unknown[][]> {
    const rows = await this.ask<Record<string, unknown>>(`
      select rule, certification_code, cohort_year, given, first_seen_publication_id as seen
      from finding where ${condition}
      order by rule collate "C", certification_code, cohort_year, given collate "C"`);
    return rows.map((row) => Object.values(row));
  }
}
