import { type Kysely, sql } from 'kysely';
import type { Register } from '../../domain/certification/register-code.ts';
import type { Finding, FindingRule } from '../../domain/findings/finding.ts';
import type { SourceKind } from '../../domain/provenance.ts';
import type { DB } from '../tables.ts';
import type { Cell } from './copy-format.ts';
import { FINDING_COLUMNS, findingRow } from './finding-row.ts';
import { insertRecords } from './insert-records.ts';
import { STILL_VALID } from './versions.ts';

/** A source of findings. */
export interface FindingSource {
  readonly id: number;
  readonly kind: SourceKind;
}

/** A finding of the publication before. */
export interface ValidFinding {
  readonly key: string;
  readonly rule: FindingRule;
  readonly certificationCode: string | null;
  readonly sourceId: number | null;
  readonly sourceKind: SourceKind | null;
  /** Of an export. */
  readonly sourceRegister: Register | null;
  readonly firstSeenPublicationId: number;
}

/**
 * What an import finds, held against what was found before: a finding that is there still stays, with
 * the publication it was first seen in; new ones are rows to write; the others end. Memory grows with
 * the number of findings, by some hundred bytes each.
 */
export class FindingLedger {
  readonly #publicationId: number;
  readonly #before: ReadonlyMap<string, ValidFinding>;
  /** Keys that were found. */
  readonly #found = new Set<string>();
  /** Keys that were found, and whose row is another one now. */
  readonly #replaced: string[] = [];

  private constructor(publicationId: number, before: ReadonlyMap<string, ValidFinding>) {
    this.#publicationId = publicationId;
    this.#before = before;
  }

  /** A ledger for a publication that comes after what is valid now. */
  static async open(db: Kysely<DB>, publicationId: number): Promise<FindingLedger> {
    const { rows } = await sql<ValidFinding>`
      select key, rule, certification_code as "certificationCode", source_id as "sourceId",
        source.kind as "sourceKind", source.register as "sourceRegister",
        first_seen_publication_id as "firstSeenPublicationId"
      from versions.finding left join source on source.id = source_id
      where until = ${sql.lit(STILL_VALID)}`.execute(db);
    return new FindingLedger(publicationId, new Map(rows.map((row) => [row.key, row])));
  }

  /** Notes a finding; the row to write when it is new, or of another source than before. */
  rowOf(finding: Finding, source: FindingSource): Cell[] | null {
    const { key, cells } = findingRow(finding, source);
    // The same remark twice on one fiche is one finding.
    if (this.#found.has(key)) return null;
    this.#found.add(key);
    const before = this.#before.get(key);
    // Rows of exports are of whichever export is read: their source is that of the publication.
    const isOfExports = source.kind === 'FEED' && before?.sourceKind === 'FEED';
    if (before && (isOfExports || before.sourceId === source.id)) return null;
    if (before) this.#replaced.push(key);
    const firstSeen = before?.firstSeenPublicationId ?? this.#publicationId;
    return [...cells, firstSeen, this.#publicationId, STILL_VALID];
  }

  /** Notes and writes findings of one source. */
  async insert(db: Kysely<DB>, findings: readonly Finding[], source: FindingSource): Promise<void> {
    const rows = findings.flatMap((finding) => {
      const cells = this.rowOf(finding, source);
      return cells
        ? [Object.fromEntries(FINDING_COLUMNS.map((column, index) => [column, cells[index]]))]
        : [];
    });
    await this.endReplaced(db);
    await insertRecords(db, 'finding', rows);
  }

  /** Ends what was not found again, but for findings that `isKept` says were not looked for. */
  async end(db: Kysely<DB>, isKept: (finding: ValidFinding) => boolean): Promise<void> {
    const ended = [...this.#before.values()]
      .filter((finding) => !this.#found.has(finding.key) && !isKept(finding))
      .map(({ key }) => key);
    await this.#endKeys(db, ended);
  }

  /** Ends the rows that new ones replace, which are written after this. */
  async endReplaced(db: Kysely<DB>): Promise<void> {
    await this.#endKeys(db, this.#replaced.splice(0));
  }

  async #endKeys(db: Kysely<DB>, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await sql`
      update versions.finding set until = ${this.#publicationId}
      where key = any(${keys}::text[]) and until = ${sql.lit(STILL_VALID)}`.execute(db);
  }
}
