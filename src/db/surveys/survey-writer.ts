import { sql } from 'kysely';
import type { CohortFigures } from '../../domain/survey/cohort-figures.ts';
import type { Horizon } from '../../domain/survey/layout.ts';
import type { RowsFinding } from '../../domain/survey/survey-finding.ts';
import type { Session } from '../database.ts';
import { CopyBuffer } from '../load/copy-buffer.ts';
import { STILL_VALID } from '../load/versions.ts';
import {
  ANSWER_TABLE,
  CELL_TABLE,
  CLASS_TABLE,
  type CohortKey,
  FINDING_TABLE,
  HOLDER_TABLE,
  PAIRED_TABLE,
  type RowsTable,
  type StoredAnswer,
  type StoredHolder,
} from './survey-tables.ts';

/** Bytes that are gathered before they are sent. */
const FLUSH_AT = 1_000_000;

/** What a file says of a cohort, and what is computed from it. */
export interface WrittenCohort extends CohortKey {
  /** The new roster; null = that which is stored stays. */
  readonly holders: readonly StoredHolder[] | null;
  /** New answers; those stored of their horizons are replaced. */
  readonly answers: readonly StoredAnswer[];
  readonly horizons: readonly Horizon[];
  readonly figures: CohortFigures;
  readonly findings: readonly RowsFinding[];
}

const TABLES = [
  HOLDER_TABLE,
  ANSWER_TABLE,
  CLASS_TABLE,
  CELL_TABLE,
  PAIRED_TABLE,
  FINDING_TABLE,
] as const;

type Replaced = CohortKey & { readonly horizon: Horizon | null };

/**
 * Writes surveys of cohorts as rows of a publication that is not served yet, over a session of its own:
 * unqualified names are those of `survey` and `versions`.
 */
export class SurveyWriter {
  readonly #session: Session;
  readonly #publicationId: number;
  readonly #lines = new Map(TABLES.map(({ name }) => [name, new CopyBuffer()]));
  readonly #rosters: CohortKey[] = [];
  readonly #answers: Replaced[] = [];
  readonly #figures: CohortKey[] = [];
  #sending: Promise<void> = Promise.resolve();

  constructor(session: Session, publicationId: number) {
    this.#session = session;
    this.#publicationId = publicationId;
  }

  /** Adds a cohort: what was stored of it is replaced from the publication on. */
  add(cohort: WrittenCohort): void {
    const { certificationCode, year, holders, answers, figures, findings } = cohort;
    const key = { certificationCode, year };
    if (holders) this.#rosters.push(key);
    for (const horizon of cohort.horizons) this.#answers.push({ ...key, horizon });
    this.#figures.push(key);
    this.#append(HOLDER_TABLE, key, holders ?? []);
    this.#append(ANSWER_TABLE, key, answers);
    this.#append(CLASS_TABLE, key, figures.classes);
    this.#append(CELL_TABLE, key, figures.cells);
    this.#append(PAIRED_TABLE, key, figures.paired);
    this.#append(FINDING_TABLE, key, findings);
  }

  #append<Row>({ name, lines }: RowsTable<Row>, cohort: CohortKey, rows: readonly Row[]): void {
    const valid = { since: this.#publicationId, until: STILL_VALID };
    if (rows.length > 0) this.#lines.get(name)?.add(lines(cohort, rows, valid));
  }

  /** Sends what was gathered, when it is enough. Waits only for the batch before. */
  async flushIfFull(): Promise<void> {
    let size = 0;
    for (const { length } of this.#lines.values()) size += length;
    if (size >= FLUSH_AT) await this.#flush();
  }

  /** Sends the rest, waits until the database has all, and ends what is replaced. */
  async finish(): Promise<void> {
    await this.#flush();
    await this.#sending;
    const figures = [CLASS_TABLE, CELL_TABLE, PAIRED_TABLE].map(({ name }) => `versions.${name}`);
    // At once: a plan that was made while the tables were empty reads all of them for each batch.
    await this.#end(['survey.holder'], this.#rosters);
    await this.#end(['survey.answer', 'versions.survey_finding'], this.#answers);
    await this.#end(figures, this.#figures);
  }

  /** Waits until nothing is on its way: what stopped comes first. */
  async abandon(): Promise<void> {
    await this.#sending.catch(() => {});
  }

  async #flush(): Promise<void> {
    const batch = TABLES.map(({ name, columns }) => ({
      ...{ name, columns },
      lines: this.#lines.get(name)?.take() ?? new Uint8Array(),
    }));
    await this.#sending;
    this.#sending = this.#send(batch);
    // Its failure is met at the next flush; until then nobody listens.
    this.#sending.catch(() => {});
  }

  async #send(
    batch: readonly { name: string; columns: readonly string[]; lines: Uint8Array<ArrayBuffer> }[],
  ): Promise<void> {
    for (const { name, columns, lines } of batch) {
      if (lines.length > 0) await this.#session.copyRows(name, columns, lines);
    }
  }

  /** Ends the rows of some cohorts, of answers at one horizon, that were valid before. */
  async #end(tables: readonly string[], of: readonly (CohortKey | Replaced)[]): Promise<void> {
    if (of.length === 0) return;
    const codes = of.map(({ certificationCode }) => certificationCode);
    const years = of.map(({ year }) => year);
    const horizons = of.map((each) => ('horizon' in each ? each.horizon : null));
    const isOfHorizon = 'horizon' in (of[0] ?? {});
    for (const name of tables) {
      await sql`
        update ${sql.table(name)} as own set until = ${this.#publicationId}
        from unnest(${codes}::text[], ${years}::int[], ${horizons}::int[]) as ended (code, year, horizon)
        where own.certification_code = ended.code collate "C" and own.year = ended.year
          ${isOfHorizon ? sql`and own.horizon = ended.horizon` : sql``}
          and own.until = ${sql.lit(STILL_VALID)} and own.since < ${this.#publicationId}`.execute(
        this.#session.db,
      );
    }
  }
}
