import type { Fiche } from '../../domain/certification/fiche.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import type { Session } from '../database.ts';
import type { DB } from '../tables.ts';
import { copyLine } from './copy-format.ts';
import { FICHE_TABLES } from './fiche-rows.ts';
import type { RowSource, RowVersion } from './fiche-table.ts';
import type { FindingLedger } from './finding-ledger.ts';
import { FINDING_COLUMNS } from './finding-row.ts';
import { endVersions } from './versions.ts';

/** Characters that are gathered before they are sent: large enough for COPY, small in memory. */
const FLUSH_AT = 1_000_000;

interface Buffer {
  readonly table: keyof DB;
  readonly columns: readonly string[];
  lines: string[];
}

/**
 * Appends versions of fiches and findings of one source, over a session that writes versions. While
 * one batch is on its way to the database the next one is gathered.
 */
export class VersionWriter {
  readonly #session: Session;
  readonly #source: RowSource;
  readonly #publicationId: number;
  readonly #ledger: FindingLedger;
  readonly #fiches: readonly Buffer[];
  readonly #findings: Buffer;
  #replaced: string[] = [];
  #size = 0;
  #abandoned = false;
  #sending: Promise<void> = Promise.resolve();

  constructor(
    session: Session,
    source: RowSource,
    { publicationId, ledger }: { readonly publicationId: number; readonly ledger: FindingLedger },
  ) {
    this.#session = session;
    this.#source = source;
    this.#publicationId = publicationId;
    this.#ledger = ledger;
    this.#fiches = FICHE_TABLES.map(({ table, columns }) => ({ table, columns, lines: [] }));
    this.#findings = { table: 'finding', columns: FINDING_COLUMNS, lines: [] };
  }

  /** Adds a version; one that is valid replaces the version that was. */
  addFiche(fiche: Fiche, version: RowVersion): void {
    const isValid = version.until > version.since;
    if (isValid) this.#replaced.push(fiche.code);
    for (const [index, { table, rows }] of FICHE_TABLES.entries()) {
      // What is merged with supplements is searched in what it becomes.
      if (table === 'certification_search' && !isValid) continue;
      const lines = this.#fiches[index]?.lines;
      for (const row of rows(fiche, this.#source, version)) this.#append(lines, copyLine(row));
    }
  }

  /** Adds a finding, unless it was found before. */
  addFinding(finding: Finding): void {
    const row = this.#ledger.rowOf(finding, this.#source);
    if (row) this.#append(this.#findings.lines, copyLine(row));
  }

  #append(lines: string[] | undefined, line: string): void {
    lines?.push(line);
    this.#size += line.length;
  }

  /** Sends what was gathered, when it is enough. Waits only for the batch before. */
  async flushIfFull(): Promise<void> {
    if (this.#size >= FLUSH_AT) await this.#flush();
  }

  /** Sends the rest and waits until the database has all. */
  async finish(): Promise<void> {
    await this.#flush();
    await this.#sending;
  }

  /** Drops what was gathered, and waits until nothing is on its way: what stopped comes first. */
  async abandon(): Promise<void> {
    for (const buffer of [...this.#fiches, this.#findings]) buffer.lines = [];
    this.#abandoned = true;
    await this.#sending.catch(() => {});
  }

  async #flush(): Promise<void> {
    const batch = [...this.#fiches, this.#findings]
      .filter(({ lines }) => lines.length > 0)
      .map(({ table, columns, lines }) => ({ table, columns, lines }));
    for (const buffer of [...this.#fiches, this.#findings]) buffer.lines = [];
    const replaced = this.#replaced;
    this.#replaced = [];
    this.#size = 0;
    await this.#sending;
    this.#sending = this.#send(replaced, batch);
    // Its failure is met at the next flush; until then nobody listens.
    this.#sending.catch(() => {});
  }

  async #send(replaced: readonly string[], batch: readonly Buffer[]): Promise<void> {
    if (this.#abandoned) return;
    const { db } = this.#session;
    if (replaced.length > 0) await endVersions(db, replaced, this.#publicationId);
    await this.#ledger.endReplaced(db);
    for (const { table, columns, lines } of batch) {
      if (this.#abandoned) return;
      await this.#session.copyRows(table, columns, lines);
    }
  }
}
