import type { Fiche } from '../../domain/certification/fiche.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import type { Session } from '../database.ts';
import type { DB } from '../tables.ts';
import { copyLine } from './copy-format.ts';
import { FICHE_TABLES } from './fiche-rows.ts';
import type { RowSource } from './fiche-table.ts';
import { FINDING_COLUMNS, findingRow } from './finding-row.ts';

/** Characters that are gathered before they are sent: large enough for COPY, small in memory. */
const FLUSH_AT = 1_000_000;

interface Buffer {
  readonly table: keyof DB;
  readonly columns: readonly string[];
  lines: string[];
}

/**
 * Appends fiches and findings of one source to the register schema of a session. While one
 * batch is on its way to the database the next one is gathered.
 */
export class RegisterWriter {
  readonly #session: Session;
  readonly #source: RowSource;
  readonly #publicationId: number;
  readonly #fiches: readonly Buffer[];
  readonly #findings: Buffer;
  readonly #findingKeys = new Set<string>();
  #size = 0;
  #abandoned = false;
  #sending: Promise<void> = Promise.resolve();

  constructor(session: Session, source: RowSource, publicationId: number) {
    this.#session = session;
    this.#source = source;
    this.#publicationId = publicationId;
    this.#fiches = FICHE_TABLES.map(({ table, columns }) => ({ table, columns, lines: [] }));
    this.#findings = { table: 'finding', columns: FINDING_COLUMNS, lines: [] };
  }

  addFiche(fiche: Fiche): void {
    for (const [index, { rows }] of FICHE_TABLES.entries()) {
      const lines = this.#fiches[index]?.lines;
      for (const row of rows(fiche, this.#source)) this.#append(lines, copyLine(row));
    }
  }

  addFinding(finding: Finding): void {
    const row = findingRow(finding, this.#source, this.#publicationId);
    const key = String(row[0]);
    // The same remark twice on one fiche is one finding.
    if (this.#findingKeys.has(key)) return;
    this.#findingKeys.add(key);
    this.#append(this.#findings.lines, copyLine(row));
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
    this.#size = 0;
    await this.#sending;
    this.#sending = this.#send(batch);
    // Its failure is met at the next flush; until then nobody listens.
    this.#sending.catch(() => {});
  }

  async #send(batch: readonly Buffer[]): Promise<void> {
    for (const { table, columns, lines } of batch) {
      if (this.#abandoned) return;
      await this.#session.copyRows(table, columns, lines);
    }
  }
}
